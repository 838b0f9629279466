// Blocks: a file in blocks of some megabytes, each of which ends behind a line, so that others can read them.
//
// Where quotes span lines, a line end need not be the end of a record. Counting quotes tells which are, in a file whose
// quotes are in order; a block that was cut wrong nevertheless is only read twice (see parts.ts).
import { CHUNK_BYTES, type SourceReader } from './source.js';

export const BLOCK_BYTES = 4 * 1024 * 1024;
// So far back a line end outside quotes is looked for.
const WINDOW_BYTES = 64 * 1024;

const QUOTE = 0x22;
const NEWLINE = 0x0a;

function countQuotes(bytes: Uint8Array): number {
  const first = bytes.indexOf(QUOTE);
  if (first < 0) return 0;
  let count = 0;
  for (let i = first; i < bytes.length; ++i) if (bytes[i] === QUOTE) count += 1;
  return count;
}

/** Behind the last line end outside quotes, else behind the last line end; -1 when there is none. */
export function cutOf(bytes: Uint8Array, quotedAtEnd: boolean): number {
  let quoted = quotedAtEnd;
  for (let i = bytes.length - 1; i >= Math.max(0, bytes.length - WINDOW_BYTES); --i) {
    if (bytes[i] === QUOTE) quoted = !quoted;
    else if (bytes[i] === NEWLINE && !quoted) return i + 1;
  }
  return bytes.lastIndexOf(NEWLINE) + 1 || -1;
}

export interface Block {
  bytes: Uint8Array<ArrayBuffer>;
  /** Which count of quotes it was cut by; see `miscounted`. */
  telling: number;
}

export class Blocks {
  readonly #reader: Pick<SourceReader, 'read'>;
  #rest: Uint8Array = new Uint8Array(0);
  #quoted = false;
  #telling = 0;
  #ended = false;

  constructor(reader: Pick<SourceReader, 'read'>) {
    this.#reader = reader;
  }

  /** The next block, or undefined at the end. Its buffer is the caller's. */
  async next(): Promise<Block | undefined> {
    const buffer = new Uint8Array(BLOCK_BYTES + CHUNK_BYTES);
    buffer.set(this.#rest);
    let size = this.#rest.byteLength;
    while (!this.#ended && size < BLOCK_BYTES) {
      const piece = await this.#reader.read();
      if (piece) buffer.set(piece, size);
      else this.#ended = true;
      size += piece?.byteLength ?? 0;
    }
    if (size === 0) return undefined;
    const all = buffer.subarray(0, size);
    const quotedAtEnd = this.#quoted !== (countQuotes(all) % 2 === 1);
    const found = this.#ended ? size : cutOf(all, quotedAtEnd);
    const cut = found < 0 ? size : found;
    this.#rest = all.slice(cut);
    this.#quoted = quotedAtEnd !== (countQuotes(this.#rest) % 2 === 1);
    return { bytes: all.subarray(0, cut), telling: this.#telling };
  }

  /** A block that was cut by this count did not begin or end where a record does: from now on, count the other way. */
  miscounted(telling: number): void {
    if (telling !== this.#telling) return;
    this.#telling += 1;
    this.#quoted = !this.#quoted;
  }
}
