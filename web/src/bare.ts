// The kit without a way to find its own .wasm: for pages with a strict policy and for single-file bundles. Nothing
// here reaches for the network, for its own address or for a worker; the caller hands over the bytes.
import { LocalEngine } from './engine.js';
import { Verzuimkit } from './kit.js';

export { VerzuimkitError } from './errors.js';
export { type Lezer, type OnderdrukOptions, type TelOpOptions, type VeiligOptions, Verzuimkit } from './kit.js';
export { Session } from './session.js';
export type { AddOptions, BerekenOptions, UitvoerBestand, Uitkomst, Voortgang } from './session.js';
export type { ByteSource } from './source.js';
export { toXlsx } from './xlsx/write.js';
export type * from './types.js';

/** Bytes of verzuimkit.wasm. */
export type WasmBytes = Uint8Array | ArrayBuffer;

export function asBytes(wasm: WasmBytes): Uint8Array<ArrayBuffer> {
  if (wasm instanceof ArrayBuffer) return new Uint8Array(wasm);
  if (wasm instanceof Uint8Array) return wasm as Uint8Array<ArrayBuffer>;
  throw new TypeError('Geef de bytes van verzuimkit.wasm mee: { wasm }.');
}

/** A kit in this thread, made from the bytes of verzuimkit.wasm. */
export async function createVerzuimkit({ wasm }: { wasm: WasmBytes }): Promise<Verzuimkit> {
  return new Verzuimkit(await LocalEngine.start(asBytes(wasm)));
}
