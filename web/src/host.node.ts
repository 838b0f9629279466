// What differs between hosts, for Node.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { NewHash } from './engine.js';
import type { WorkerPort } from './port.js';

export const newHash: NewHash = () => createHash('sha256');

export async function loadWasm(url?: URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(url ?? new URL('./verzuimkit.wasm', import.meta.url)));
}

export function spawnWorker(script?: URL): WorkerPort {
  const worker = new Worker(script ?? new URL('./worker.node.js', import.meta.url));
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (message) => void worker.on('message', message),
    onFailure: (failed) => {
      worker.on('error', failed);
      worker.on('exit', () => failed(new Error('De worker is gestopt.')));
    },
    stop: () => void worker.terminate(),
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
  };
}
