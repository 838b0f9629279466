// The worker's side: starts the module with the bytes it is sent, then answers one call after the other.
import { newHash } from '#host';
import { LocalEngine } from './engine.js';
import { VerzuimkitError } from './errors.js';
import type { EngineAnswer, EngineCall, Port, StartAnswer, StartCall, WireError } from './port.js';

function toWire(error: unknown): WireError {
  if (error instanceof VerzuimkitError) return { fouten: error.fouten };
  const bericht = error instanceof Error ? error.message : String(error);
  return { soort: error instanceof TypeError ? 'TypeError' : 'Error', bericht };
}

/** The buffers of an answer, which go to the other side: of bytes, or of an object that holds some. */
function buffersOf(waarde: unknown): ArrayBuffer[] {
  if (waarde instanceof Uint8Array) return [waarde.buffer as ArrayBuffer];
  if (waarde === null || typeof waarde !== 'object') return [];
  return Object.values(waarde).flatMap((value) => (value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []));
}

export function serve(port: Port): void {
  let engine: LocalEngine | undefined;

  async function start({ wasm }: StartCall): Promise<StartAnswer> {
    try {
      engine = await LocalEngine.start(wasm as Uint8Array<ArrayBuffer>, newHash);
      return { versie: engine.versie };
    } catch (error) {
      return { fout: toWire(error) };
    }
  }

  function answer(running: LocalEngine, { id, method, args }: EngineCall): EngineAnswer {
    try {
      const call = running[method as 'open'] as (...args: unknown[]) => unknown;
      return { id, waarde: call.apply(running, args) };
    } catch (error) {
      return { id, fout: toWire(error) };
    }
  }

  port.listen((data) => {
    if (!engine) {
      void start(data as StartCall).then((made) => port.post(made, []));
      return;
    }
    const made = answer(engine, data as EngineCall);
    port.post(made, 'waarde' in made ? buffersOf(made.waarde) : []);
  });
}
