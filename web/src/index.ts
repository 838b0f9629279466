// verzuimkit: from a school's absence export to its meldingen. See docs/module.md.
import { loadWasm, newHash, spawnWorker } from '#host';
import { asBytes, type WasmBytes } from './bare.js';
import { LocalEngine } from './engine.js';
import { Verzuimkit } from './kit.js';
import { WorkerEngine } from './worker-client.js';

export { Session, toXlsx, Verzuimkit, VerzuimkitError } from './bare.js';
export type * from './bare.js';

export interface CreateOptions {
  /** The bytes of verzuimkit.wasm, or where it is. Default: the file beside this one. */
  wasm?: WasmBytes | URL;
}

export interface CreateWorkerOptions extends CreateOptions {
  /** Where the script `verzuimkit/worker` is. Default: the file beside this one. */
  worker?: URL;
}

async function bytesOf(wasm: CreateOptions['wasm']): Promise<Uint8Array<ArrayBuffer>> {
  return wasm === undefined || wasm instanceof URL ? loadWasm(wasm) : asBytes(wasm);
}

/**
 * A kit in this thread. Reading and computing block it; a page uses `createVerzuimkitWorker` instead.
 *
 * @example
 * const kit = await createVerzuimkit();
 */
export async function createVerzuimkit({ wasm }: CreateOptions = {}): Promise<Verzuimkit> {
  return new Verzuimkit(await LocalEngine.start(await bytesOf(wasm), newHash));
}

/** The same kit in a worker of its own (a Web Worker, in Node a worker thread). */
export async function createVerzuimkitWorker({ wasm, worker }: CreateWorkerOptions = {}): Promise<Verzuimkit> {
  const bytes = await bytesOf(wasm);
  return new Verzuimkit(await WorkerEngine.start(spawnWorker(worker), bytes));
}
