// Parts: one file read by several workers at once, with the outcome of one reader.
//
// The session's own engine keeps the order: it takes the fingerprint of every block and then either what a worker made
// of it or, when that does not fit behind the blocks before, the block itself (core/session/part_reader.h).
import type { Block, Blocks } from './blocks.js';
import type { Engine, PartBytes } from './engine.js';

/** Workers that read parts beside the engine of a session; they start when first needed. */
export class Werkers {
  readonly #aantal: number;
  readonly #start: () => Promise<Engine>;
  #running: Promise<readonly Engine[]> | undefined;
  #stopped = false;

  constructor(aantal: number, start: () => Promise<Engine>) {
    this.#aantal = aantal;
    this.#start = start;
  }

  /** All of them, or none where workers cannot be started. */
  async engines(): Promise<readonly Engine[]> {
    if (this.#stopped) return [];
    this.#running ??= this.#startAll();
    return this.#running;
  }

  async #startAll(): Promise<readonly Engine[]> {
    const starting = await Promise.allSettled(Array.from({ length: this.#aantal }, this.#start));
    const engines = starting.flatMap((made) => (made.status === 'fulfilled' ? [made.value] : []));
    if (this.#stopped) for (const engine of engines) void engine.stop();
    return engines;
  }

  /** One of these has failed: lets go of them all, and the next file gets new ones. */
  async replace(engines: readonly Engine[]): Promise<void> {
    if ((await this.#running) !== engines) return;
    this.#running = undefined;
    for (const engine of engines) void engine.stop();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const engine of (await this.#running) ?? []) void engine.stop();
  }
}

/** As many blocks per worker are on their way at once: one being read, one waiting. */
const AHEAD = 2;

export interface PartsJob {
  engine: Engine;
  session: number;
  /** The request the file was begun with, and its first bytes: what the workers need to recognise it as it was. */
  request: string;
  start: Uint8Array;
  helpers: readonly Engine[];
  /** Told when a helper fails, apart from the error that the reading ends with. */
  onBroken: () => void;
  blocks: Blocks;
  /** Waits for `work` unless the reading is stopped. */
  wait<T>(work: Promise<T>): Promise<T>;
  onBlock(bytes: number, rijen: number): void;
}

interface Waiting {
  block: Block;
  part: Promise<PartBytes>;
}

export async function pushInParts(job: PartsJob): Promise<void> {
  const { engine, session, request, start, helpers, onBroken, blocks, wait, onBlock } = job;
  const opening = helpers.map(async (helper) => helper.openParts(request, start));
  Promise.all(opening).catch(onBroken);
  const waiting: Waiting[] = [];
  let turn = 0;

  async function takeOldest(): Promise<void> {
    const { block, part } = waiting.shift() as Waiting;
    const { bytes, deel } = await wait(part);
    const { taken, rijen } = await engine.addPart(session, deel);
    onBlock(bytes.byteLength, taken ? rijen : (await engine.pushAgain(session, bytes)).rijen);
    if (!taken) blocks.miscounted(block.telling);
  }

  try {
    const readers = await wait(Promise.all(opening));
    for (let block = await wait(blocks.next()); block; block = await wait(blocks.next())) {
      await engine.fingerprint(session, block.bytes);
      if (waiting.length >= AHEAD * helpers.length) await takeOldest();
      const at = turn++ % helpers.length;
      const part = Promise.resolve((helpers[at] as Engine).readPart(readers[at] as number, block.bytes));
      part.catch(onBroken); // and it ends the reading when its turn comes, if it comes
      waiting.push({ block, part });
    }
    while (waiting.length > 0) await takeOldest();
  } finally {
    for (const [at, helper] of helpers.entries()) {
      void opening[at]?.then(async (reader) => helper.closeParts(reader)).catch(() => {});
    }
  }
}
