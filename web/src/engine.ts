// Engine: the module as a set of plain calls. The same interface stands for a module in this thread (LocalEngine)
// and for one in a worker (worker-client.ts), so that everything above it is written once.
import { failure } from './errors.js';
import createGlue, { type Glue, type GluePartReader, type GlueSession } from './glue.mjs';
import type { Versie } from './types.js';

type Awaitable<T> = T | Promise<T>;

/** Sessions are named by a number; texts are the JSON of core/json/json_session.h. */
export interface Engine {
  readonly versie: Versie;
  open(): Awaitable<number>;
  setSchool(session: number, text: string): Awaitable<string>;
  begin(session: number, request: string): Awaitable<string>;
  push(session: number, bytes: Uint8Array): Awaitable<PushAnswer>;
  /** Bytes of a workbook as it is on disk: counted and fingerprinted, not read. */
  pushContainer(session: number, bytes: Uint8Array): Awaitable<void>;
  /** Whether the rest of the open file may be read in parts by other engines; see parts.ts. */
  splits(session: number): Awaitable<boolean>;
  /** Bytes that another engine reads: for the fingerprint. */
  fingerprint(session: number, bytes: Uint8Array): Awaitable<void>;
  /** What another engine made of the bytes that come next; not taken, they have to be pushed again. */
  addPart(session: number, deel: Uint8Array): Awaitable<{ taken: boolean; rijen: number }>;
  /** Bytes that `fingerprint` has had. */
  pushAgain(session: number, bytes: Uint8Array): Awaitable<PushAnswer>;
  /** For another engine: reads parts of the file that was begun there with `request` and starts with these bytes. */
  openParts(request: string, start: Uint8Array): Awaitable<number>;
  /** The buffer of `bytes` may be gone afterwards; the answer has it. */
  readPart(reader: number, bytes: Uint8Array<ArrayBuffer>): Awaitable<PartBytes>;
  closeParts(reader: number): Awaitable<void>;
  end(session: number): Awaitable<string>;
  abort(session: number): Awaitable<void>;
  inspect(session: number): Awaitable<string>;
  bereken(session: number, request: string): Awaitable<string>;
  /** The same in steps, each some milliseconds long; see core/json/json_session.h. */
  berekenBegin(session: number, request: string): Awaitable<string>;
  /** As many steps as take `milliseconden`, at least one. */
  berekenStap(session: number, milliseconden: number): Awaitable<string>;
  berekenStop(session: number): Awaitable<void>;
  file(session: number, naam: string): Awaitable<Uint8Array>;
  regels(datum: string): Awaitable<string>;
  beleid(school: string): Awaitable<string>;
  sha256(bytes: Uint8Array): Awaitable<string>;
  /** `seconden`: how long the search may last; 0 = as many steps as the request says. */
  onderdruk(request: string, seconden: number): Awaitable<string>;
  telOp(request: string, seconden: number): Awaitable<string>;
  controleer(publicatie: string, lezer: string): Awaitable<string>;
  close(session: number): Awaitable<void>;
  /** Ends the engine itself. */
  stop(): Awaitable<void>;
}

/** SHA-256 taken by the host, where it has a faster one than the module. */
export type NewHash = () => { update(bytes: Uint8Array): unknown; digest(encoding: 'hex'): string };

export interface PartBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** What stands in them, for `addPart`. */
  deel: Uint8Array<ArrayBuffer>;
}

export interface PushAnswer {
  /** False once the file cannot be read; `end` then says why. */
  more: boolean;
  rijen: number;
}

/** How the answer of a step begins that was not the last. */
const UNDER_WAY = '{"ok":true,"waarde":{"deel"';

function until(seconden: number): () => boolean {
  const end = seconden > 0 ? performance.now() + 1000 * seconden : Infinity;
  return () => performance.now() < end;
}

export class LocalEngine implements Engine {
  readonly versie: Versie;
  readonly #glue: Glue;
  readonly #sessions = new Map<number, GlueSession>();
  readonly #newHash: NewHash | undefined;
  readonly #hashes = new Map<number, ReturnType<NewHash>>();
  // Sessions that read a workbook: what is pushed is its text, not its bytes.
  readonly #workbooks = new Set<number>();
  readonly #readers = new Map<number, GluePartReader>();
  #last = 0;
  #crash: unknown;

  private constructor(glue: Glue, wasm: Uint8Array, newHash: NewHash | undefined) {
    this.#glue = glue;
    this.#newHash = newHash;
    // The fingerprint is taken when first asked for: it takes as long as all the rest of the start.
    let fingerprint: string | undefined;
    const sha256 = (): string => (fingerprint ??= this.sha256(wasm));
    this.versie = {
      ...(JSON.parse(glue.versie()) as Omit<Versie, 'sha256'>),
      get sha256() {
        return sha256();
      },
    };
  }

  static async start(wasm: Uint8Array<ArrayBuffer>, newHash?: NewHash): Promise<LocalEngine> {
    const compiled = await WebAssembly.compile(wasm);
    const glue = await new Promise<Glue>((resolve, reject) => {
      createGlue({
        instantiateWasm(imports, done) {
          WebAssembly.instantiate(compiled, imports).then(done).catch(reject);
          return {};
        },
        locateFile: (path) => path,
        print: () => {},
        printErr: () => {},
      }).then(resolve, reject);
    });
    return new LocalEngine(glue, wasm, newHash);
  }

  open(): number {
    return this.#guard(() => {
      this.#last += 1;
      this.#sessions.set(this.#last, new this.#glue.Session());
      return this.#last;
    });
  }

  setSchool(session: number, text: string): string {
    return this.#with(session, (s) => s.setSchool(text));
  }

  begin(session: number, request: string): string {
    if ('werkbladen' in JSON.parse(request)) this.#workbooks.add(session);
    else this.#workbooks.delete(session);
    if (!this.#newHash) return this.#with(session, (s) => s.begin(request));
    this.#hashes.set(session, this.#newHash());
    return this.#with(session, (s) => s.begin(JSON.stringify({ ...JSON.parse(request), sha256: false })));
  }

  push(session: number, bytes: Uint8Array): PushAnswer {
    return this.#with(session, (s) => {
      if (!this.#workbooks.has(session)) this.#hashes.get(session)?.update(bytes);
      s.input(bytes.byteLength).set(bytes);
      return { more: s.push(bytes.byteLength), rijen: s.rowsSoFar() };
    });
  }

  pushContainer(session: number, bytes: Uint8Array): void {
    this.#with(session, (s) => {
      this.#hashes.get(session)?.update(bytes);
      s.input(bytes.byteLength).set(bytes);
      s.pushContainer(bytes.byteLength);
    });
  }

  splits(session: number): boolean {
    return this.#with(session, (s) => s.splits());
  }

  fingerprint(session: number, bytes: Uint8Array): void {
    const hash = this.#hashes.get(session);
    if (hash) return void hash.update(bytes);
    this.#with(session, (s) => {
      s.input(bytes.byteLength).set(bytes);
      s.fingerprint(bytes.byteLength);
    });
  }

  addPart(session: number, deel: Uint8Array): { taken: boolean; rijen: number } {
    return this.#with(session, (s) => {
      s.input(deel.byteLength).set(deel);
      return { taken: s.addPart(deel.byteLength), rijen: s.rowsSoFar() };
    });
  }

  pushAgain(session: number, bytes: Uint8Array): PushAnswer {
    return this.#with(session, (s) => {
      s.input(bytes.byteLength).set(bytes);
      return { more: s.pushAgain(bytes.byteLength), rijen: s.rowsSoFar() };
    });
  }

  openParts(request: string, start: Uint8Array): number {
    return this.#guard(() => {
      this.#last += 1;
      this.#readers.set(this.#last, new this.#glue.PartReader(request, start));
      return this.#last;
    });
  }

  readPart(reader: number, bytes: Uint8Array<ArrayBuffer>): PartBytes {
    const found = this.#readers.get(reader);
    if (!found) throw new TypeError('Deze lezer is gesloten.');
    return this.#guard(() => {
      found.input(bytes.byteLength).set(bytes);
      return { bytes, deel: found.read(bytes.byteLength) };
    });
  }

  closeParts(reader: number): void {
    const found = this.#readers.get(reader);
    this.#readers.delete(reader);
    if (found && this.#crash === undefined) found.delete();
  }

  end(session: number): string {
    const sha256 = this.#hashes.get(session)?.digest('hex');
    this.#hashes.delete(session);
    return this.#with(session, (s) => s.end(JSON.stringify({ sha256 })));
  }

  abort(session: number): void {
    this.#hashes.delete(session);
    this.#with(session, (s) => s.abort());
  }

  inspect(session: number): string {
    return this.#with(session, (s) => s.inspect());
  }

  bereken(session: number, request: string): string {
    return this.#with(session, (s) => s.bereken(request));
  }

  berekenBegin(session: number, request: string): string {
    return this.#with(session, (s) => s.berekenBegin(request));
  }

  berekenStap(session: number, milliseconden: number): string {
    return this.#with(session, (s) => {
      const end = performance.now() + milliseconden;
      let answer = s.berekenStap();
      while (answer.startsWith(UNDER_WAY) && performance.now() < end) answer = s.berekenStap();
      return answer;
    });
  }

  berekenStop(session: number): void {
    this.#with(session, (s) => s.berekenStop());
  }

  file(session: number, naam: string): Uint8Array {
    return this.#with(session, (s) => s.file(naam));
  }

  regels(datum: string): string {
    return this.#guard(() => this.#glue.regels(datum));
  }

  beleid(school: string): string {
    return this.#guard(() => this.#glue.beleid(school));
  }

  sha256(bytes: Uint8Array): string {
    return this.#guard(() => this.#glue.sha256(bytes));
  }

  onderdruk(request: string, seconden: number): string {
    return this.#guard(() => this.#glue.onderdruk(request, until(seconden)));
  }

  telOp(request: string, seconden: number): string {
    return this.#guard(() => this.#glue.telOp(request, until(seconden)));
  }

  controleer(publicatie: string, lezer: string): string {
    return this.#guard(() => this.#glue.controleer(publicatie, lezer));
  }

  close(session: number): void {
    const found = this.#sessions.get(session);
    this.#sessions.delete(session);
    this.#hashes.delete(session);
    this.#workbooks.delete(session);
    if (found && this.#crash === undefined) found.delete();
  }

  stop(): void {
    for (const session of [...this.#sessions.keys()]) this.close(session);
  }

  #with<T>(session: number, work: (session: GlueSession) => T): T {
    const found = this.#sessions.get(session);
    if (!found) throw new TypeError('Deze sessie is gesloten.');
    return this.#guard(() => work(found));
  }

  /** A trap leaves the module's memory in an unknown state: after one, no result of it may be trusted. */
  #guard<T>(work: () => T): T {
    if (this.#crash === undefined) {
      try {
        return work();
      } catch (error) {
        this.#crash = error ?? 'onbekend';
      }
    }
    throw failure(
      'module_gestopt',
      {},
      'De module is gestopt, waarschijnlijk door gebrek aan geheugen. Begin opnieuw, zo nodig met minder bestanden tegelijk.',
      this.#crash,
    );
  }
}
