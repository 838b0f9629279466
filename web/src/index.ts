// verzuimkit: from a school's absence export to its meldingen. See docs/module.md.
import { loadWasm, newHash, spawnWorker } from '#host';
import { asBytes, type WasmBytes } from './bare.js';
import { LocalEngine } from './engine.js';
import { Verzuimkit } from './kit.js';
import { Werkers } from './parts.js';
import { WorkerEngine } from './worker-client.js';

export { Session, toXlsx, Verzuimkit, VerzuimkitError } from './bare.js';
export type * from './bare.js';

export interface CreateOptions {
  /** The bytes of verzuimkit.wasm, or where it is. Default: the file beside this one. */
  wasm?: WasmBytes | URL;
  /** So many workers read a large file together, beside the kit itself. Default 1: the kit reads alone. */
  werkers?: number;
  /** Where the script `verzuimkit/worker` is. Default: the file beside this one. */
  worker?: URL;
}

async function bytesOf(wasm: CreateOptions['wasm']): Promise<Uint8Array<ArrayBuffer>> {
  return wasm === undefined || wasm instanceof URL ? loadWasm(wasm) : asBytes(wasm);
}

function werkersFor({ werkers = 1, worker }: CreateOptions, bytes: Uint8Array): Werkers | undefined {
  if (!Number.isInteger(werkers) || werkers < 1) throw new TypeError('werkers is een geheel getal vanaf 1.');
  return werkers === 1 ? undefined : new Werkers(werkers, () => WorkerEngine.start(spawnWorker(worker), bytes));
}

/**
 * A kit in this thread. Reading and computing block it; a page uses `createVerzuimkitWorker` instead.
 *
 * @example
 * const kit = await createVerzuimkit();
 */
export async function createVerzuimkit(options: CreateOptions = {}): Promise<Verzuimkit> {
  const bytes = await bytesOf(options.wasm);
  return new Verzuimkit(await LocalEngine.start(bytes, newHash), werkersFor(options, bytes));
}

/** The same kit in a worker of its own (a Web Worker, in Node a worker thread). */
export async function createVerzuimkitWorker(options: CreateOptions = {}): Promise<Verzuimkit> {
  const bytes = await bytesOf(options.wasm);
  return new Verzuimkit(await WorkerEngine.start(spawnWorker(options.worker), bytes), werkersFor(options, bytes));
}
