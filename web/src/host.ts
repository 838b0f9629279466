// What differs between hosts, for browsers. Package.json maps #host to this file or to host.node.ts.
import { failure } from './errors.js';
import type { NewHash } from './engine.js';
import type { WorkerPort } from './port.js';

/** Browsers have no SHA-256 that takes a file piece by piece: the module does it. */
export const newHash: NewHash | undefined = undefined;

/** The bytes of the module: the only thing this package ever fetches. */
export async function loadWasm(url?: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url ?? new URL('./verzuimkit.wasm', import.meta.url), { credentials: 'same-origin' });
  if (!response.ok) {
    throw failure('leesfout', { bestand: 'verzuimkit.wasm' }, `De module kon niet worden geladen (HTTP ${response.status}).`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

export function spawnWorker(script?: URL): WorkerPort {
  // Bundlers find the worker by the literal form of the second call.
  const worker = script
    ? new Worker(script, { type: 'module' })
    : new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message) => worker.addEventListener('message', (event) => message(event.data)),
    onFailure: (failed) =>
      worker.addEventListener('error', (event) => failed(new Error(event.message || 'De worker kon niet starten.'))),
    stop: () => worker.terminate(),
    hold: () => {},
  };
}
