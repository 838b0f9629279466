// WorkerEngine: the engine of a module that lives in a worker.
import type { Engine, PartBytes, PushAnswer } from './engine.js';
import { VerzuimkitError } from './errors.js';
import type { EngineAnswer, StartAnswer, WireError, WorkerPort } from './port.js';
import type { Versie } from './types.js';

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

interface Calls {
  readonly waiting: Map<number, Waiting>;
  /** Why no call is answered any more. */
  ended: Error | undefined;
}

// A kit that nobody holds any more takes its worker along.
const forgotten = new FinalizationRegistry<WorkerPort>((port) => port.stop());

function toError(fout: WireError): Error {
  if ('fouten' in fout) return new VerzuimkitError(fout.fouten);
  return fout.soort === 'TypeError' ? new TypeError(fout.bericht) : new Error(fout.bericht);
}

/** Not `slice`: that of a Buffer is no copy, and the caller would lose the bytes. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export class WorkerEngine implements Engine {
  readonly versie: Versie;
  readonly #port: WorkerPort;
  readonly #calls: Calls = { waiting: new Map(), ended: undefined };
  #last = 0;

  private constructor(port: WorkerPort, versie: Versie) {
    this.versie = versie;
    this.#port = port;
    forgotten.register(this, port, this);
  }

  static async start(port: WorkerPort, wasm: Uint8Array): Promise<WorkerEngine> {
    // The listener must not hold the engine, or it could never be forgotten.
    let calls: Calls | undefined;
    const versie = await new Promise<Versie>((resolve, reject) => {
      port.onFailure((error) => {
        reject(error);
        if (!calls) return;
        calls.ended ??= error;
        for (const call of calls.waiting.values()) call.reject(error);
        calls.waiting.clear();
      });
      port.listen((data) => {
        if (!calls) {
          const answer = data as StartAnswer;
          if ('fout' in answer) reject(toError(answer.fout));
          else resolve(answer.versie);
          return;
        }
        const answer = data as EngineAnswer;
        const call = calls.waiting.get(answer.id);
        calls.waiting.delete(answer.id);
        port.hold(calls.waiting.size > 0);
        if ('fout' in answer) call?.reject(toError(answer.fout));
        else call?.resolve(answer.waarde as never);
      });
      port.post({ wasm }, []);
    }).catch((error: unknown) => {
      port.stop();
      throw error;
    });
    const engine = new WorkerEngine(port, versie);
    calls = engine.#calls;
    port.hold(false);
    return engine;
  }

  open(): Promise<number> {
    return this.#call('open', []);
  }

  setSchool(session: number, text: string): Promise<string> {
    return this.#call('setSchool', [session, text]);
  }

  begin(session: number, request: string): Promise<string> {
    return this.#call('begin', [session, request]);
  }

  push(session: number, bytes: Uint8Array): Promise<PushAnswer> {
    const copy = copyOf(bytes);
    return this.#call('push', [session, copy], [copy.buffer]);
  }

  pushContainer(session: number, bytes: Uint8Array): Promise<void> {
    const copy = copyOf(bytes);
    return this.#call('pushContainer', [session, copy], [copy.buffer]);
  }

  splits(session: number): Promise<boolean> {
    return this.#call('splits', [session]);
  }

  fingerprint(session: number, bytes: Uint8Array): Promise<void> {
    const copy = copyOf(bytes);
    return this.#call('fingerprint', [session, copy], [copy.buffer]);
  }

  addPart(session: number, deel: Uint8Array): Promise<{ taken: boolean; rijen: number }> {
    return this.#call('addPart', [session, deel]);
  }

  pushAgain(session: number, bytes: Uint8Array): Promise<PushAnswer> {
    return this.#call('pushAgain', [session, bytes]);
  }

  openParts(request: string, start: Uint8Array): Promise<number> {
    return this.#call('openParts', [request, start]);
  }

  readPart(reader: number, bytes: Uint8Array<ArrayBuffer>): Promise<PartBytes> {
    return this.#call('readPart', [reader, bytes], [bytes.buffer]);
  }

  closeParts(reader: number): Promise<void> {
    return this.#calls.ended ? Promise.resolve() : this.#call('closeParts', [reader]);
  }

  end(session: number): Promise<string> {
    return this.#call('end', [session]);
  }

  abort(session: number): Promise<void> {
    return this.#call('abort', [session]);
  }

  inspect(session: number): Promise<string> {
    return this.#call('inspect', [session]);
  }

  bereken(session: number, request: string): Promise<string> {
    return this.#call('bereken', [session, request]);
  }

  berekenBegin(session: number, request: string): Promise<string> {
    return this.#call('berekenBegin', [session, request]);
  }

  berekenStap(session: number, milliseconden: number): Promise<string> {
    return this.#call('berekenStap', [session, milliseconden]);
  }

  berekenStop(session: number): Promise<void> {
    return this.#call('berekenStop', [session]);
  }

  file(session: number, naam: string): Promise<Uint8Array> {
    return this.#call('file', [session, naam]);
  }

  regels(datum: string): Promise<string> {
    return this.#call('regels', [datum]);
  }

  beleid(school: string): Promise<string> {
    return this.#call('beleid', [school]);
  }

  sha256(bytes: Uint8Array): Promise<string> {
    return this.#call('sha256', [bytes]);
  }

  onderdruk(request: string, seconden: number): Promise<string> {
    return this.#call('onderdruk', [request, seconden]);
  }

  telOp(request: string, seconden: number): Promise<string> {
    return this.#call('telOp', [request, seconden]);
  }

  controleer(publicatie: string, lezer: string): Promise<string> {
    return this.#call('controleer', [publicatie, lezer]);
  }

  close(session: number): Promise<void> {
    return this.#calls.ended ? Promise.resolve() : this.#call('close', [session]);
  }

  stop(): void {
    forgotten.unregister(this);
    const ended = new TypeError('Deze kit is gesloten.');
    this.#calls.ended = ended;
    for (const call of this.#calls.waiting.values()) call.reject(ended);
    this.#calls.waiting.clear();
    this.#port.stop();
  }

  #call<T>(method: string, args: unknown[], transfer: ArrayBuffer[] = []): Promise<T> {
    if (this.#calls.ended) return Promise.reject(this.#calls.ended);
    this.#last += 1;
    const id = this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#calls.waiting.set(id, { resolve, reject });
      this.#port.hold(true);
      this.#port.post({ id, method, args }, transfer);
    });
  }
}
