// Container: what stands around the text of a file. A workbook (.xlsx) is opened and one sheet of it read as text; an
// encrypted one is refused with advice. Everything else goes to the core as it is, which knows the rest.
import { failure, VerzuimkitError } from './errors.js';
import { type ByteSource, CHUNK_BYTES, type SourceReader } from './source.js';
import { Damage } from './xlsx/damage.js';
import { openSpreadsheet, type Spreadsheet } from './xlsx/spreadsheet.js';
import type { RandomAccess } from './xlsx/zip.js';

const START_BYTES = 8;
// A workbook is read from its end, so one that comes as a stream has to be kept whole.
const MAX_STREAM = 256 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
// The name of the stream that holds a workbook with a password, as the directory of the file writes it.
const ENCRYPTED = Uint8Array.from([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]).slice(0, -1));

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** A file whose first bytes were looked at, from its beginning. */
export interface Peeked {
  readonly workbook: boolean;
  readonly compound: boolean;
  readonly reader: SourceReader;
}

export async function peek(reader: SourceReader): Promise<Peeked> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  while (size < START_BYTES) {
    const piece = await reader.read();
    if (!piece) break;
    // A stream may use its buffer again for the next piece.
    pieces.push(new Uint8Array(piece));
    size += piece.byteLength;
  }
  const start = concat(pieces, size);
  let first: Uint8Array | undefined = size > 0 ? start : undefined;
  return {
    workbook: startsWith(start, ZIP),
    compound: startsWith(start, COMPOUND),
    reader: {
      totaal: reader.totaal,
      async read() {
        const piece = first ?? (await reader.read());
        first = undefined;
        return piece;
      },
      cancel: (reason) => reader.cancel(reason),
    },
  };
}

function concat(pieces: readonly Uint8Array[], size: number): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

/** The bytes of `source` at any place; those that can be read only once are kept. */
export async function randomAccess(source: ByteSource, reader: SourceReader, naam: string): Promise<RandomAccess> {
  if (source instanceof Blob) {
    return {
      size: source.size,
      read: async (from, to) => new Uint8Array(await source.slice(from, to).arrayBuffer()),
    };
  }
  const bytes = source instanceof Uint8Array ? source : await keep(reader, naam);
  return { size: bytes.byteLength, read: async (from, to) => bytes.subarray(from, to) };
}

async function keep(reader: SourceReader, naam: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader.read(); piece; piece = await reader.read()) {
    size += piece.byteLength;
    if (size > MAX_STREAM) {
      const bericht = 'Deze werkmap is groter dan 256 MB. Bewaar het werkblad met de gegevens als CSV (UTF-8), en kies dat bestand.';
      throw failure('werkmap_te_groot', { bestand: naam }, bericht);
    }
    pieces.push(new Uint8Array(piece));
  }
  return concat(pieces, size);
}

/** Refuses a workbook with a password; another compound file (an old .xls) is left to the core. */
export async function refuseEncrypted(file: RandomAccess, naam: string): Promise<void> {
  let tail = new Uint8Array(0);
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const piece = await file.read(from, Math.min(file.size, from + CHUNK_BYTES));
    const seen = concat([tail, piece], tail.byteLength + piece.byteLength);
    if (contains(seen, ENCRYPTED)) {
      const bericht =
        'Deze werkmap heeft een wachtwoord. Open hem in Excel, haal het wachtwoord eraf (Bestand, Info, Werkmap ' +
        'beveiligen), bewaar hem en kies hem opnieuw.';
      throw failure('werkmap_beveiligd', { bestand: naam }, bericht);
    }
    tail = seen.slice(-ENCRYPTED.byteLength);
  }
}

function contains(bytes: Uint8Array, part: Uint8Array): boolean {
  const first = part[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** What is wrong with a workbook, with the name of the file. */
export function asFailure(error: unknown, naam: string): unknown {
  if (!(error instanceof Damage)) return error;
  const { code, kolom, message, regel } = error;
  const plaats = { bestand: naam, ...(regel !== undefined && { regel }), ...(kolom !== undefined && { kolom }) };
  return failure(code, plaats, message, error);
}

export async function openWorkbook(file: RandomAccess, naam: string, werkblad: string | undefined): Promise<Spreadsheet> {
  try {
    return await openSpreadsheet(file, werkblad);
  } catch (error) {
    throw asFailure(error, naam);
  }
}

/** Whether this was thrown on purpose, and says all there is to say. */
export const isOwn = (error: unknown): boolean =>
  error instanceof VerzuimkitError || error instanceof Damage || error instanceof TypeError;
