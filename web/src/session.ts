import { asFailure, isOwn, openWorkbook, peek, randomAccess, refuseEncrypted } from './container.js';
import type { Engine } from './engine.js';
import { Blocks } from './blocks.js';
import { VerzuimkitError, failure } from './errors.js';
import { pushInParts, type Werkers } from './parts.js';
import { type ByteSource, openSource, readSlices, type SourceReader } from './source.js';
import type {
  Bestand,
  Fout,
  Inspectie,
  Kolomprofiel,
  Keuzehulp,
  Levering,
  Meldingen,
  Monitor,
  Publicatie,
  Samenvatting,
  School,
  Signalen,
  Vergelijking,
  Verlof,
  Verslag,
  Verzonden,
  Zelfcontrole,
} from './types.js';
import type { RandomAccess } from './xlsx/zip.js';

export interface Voortgang {
  /** Bytes read so far. */
  bytes: number;
  /** Bytes in all; absent for a stream of unknown length. */
  totaal?: number;
  /** Data rows read so far. */
  rijen: number;
}

export interface AddOptions {
  /** The file's name, as reports and messages show it. May be left out for a File. */
  naam?: string;
  /**
   * Wire name of the profile to read it with (`lessen`, `verzuim`, `leerlingen`, …), or the content of a profiel.json
   * that says which column is what; recognised when absent.
   */
  soort?: string | Kolomprofiel;
  /** Of a workbook (.xlsx): the sheet to read. Absent: the first visible one that holds anything. */
  werkblad?: string;
  /** Called after each piece: of one megabyte, or a few where workers read the file together. */
  onProgress?: (voortgang: Voortgang) => void;
  /** Stops the reading; nothing of the file stays, and `add` rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface BerekenOptions {
  /** JJJJ-MM-DD: nothing after this day counts. Absent: the last day in the files. */
  peildatum?: string;
  /** What happens to unknown reason codes. `weiger` (the default) stops and names each with its count. */
  onbekend?: 'weiger' | 'ongeoorloofd' | 'negeer';
  /** Publicaties of this school that readers already have, each with a name for messages: what they hide stays hidden. */
  eerder?: { naam: string; publicatie: Publicatie }[];
  /** meldingen.json of an earlier run, as sent: an object or its text. The run then has a `vergelijking`. */
  verzonden?: Verzonden | string;
  /** Milliseconds per stage, measured by the caller, to be written into verslag.json. */
  milliseconden?: Record<string, number>;
  /** Called a few times a second with how far the calculation is, from 0 to 1. */
  onProgress?: (deel: number) => void;
  /** Stops the calculation within a moment; `bereken` rejects with the signal's reason and all else stays as it was. */
  signal?: AbortSignal;
}

/** One file that `bereken` made, ready to be saved as it is. */
export interface UitvoerBestand {
  naam: string;
  sha256: string;
  inhoud: Uint8Array;
}

/** What `bereken` answers: the machine-readable reports, and every file as bytes. */
export interface Uitkomst {
  samenvatting: Samenvatting;
  meldingen: Meldingen['meldingen'];
  /** What the rules of the verzuimbeleid found; empty without one. */
  signalen: Signalen['signalen'];
  /** One per period that has begun, in their order. Unsuppressed: for the school and DUO only. */
  leveringen: Levering[];
  /** The same periods, made safe to share. */
  publicaties: Publicatie[];
  /** Every absence episode with its path through the questions of DUO's keuzehulp. For the school itself. */
  keuzehulp: Keuzehulp;
  /** What was sent beside what the data say now; only when `verzonden` was given. */
  vergelijking?: Vergelijking;
  /** How much of their lesson time pupils miss, where and when. For the school itself. */
  monitor: Monitor;
  /** Leave, suspension, exemptions and removals per pupil. For the school itself. */
  verlof: Verlof;
  /** What the inspectorate looks at, and the figures of the year. For the school itself. */
  zelfcontrole: Zelfcontrole;
  verslag: Verslag;
  bestanden: UitvoerBestand[];
}

interface Stap {
  deel: number;
}

interface Berekend {
  samenvatting: Samenvatting;
  bestanden: { naam: string; bytes: number; sha256: string }[];
}

type Answer<T> = { ok: true; waarde: T } | { ok: false; fouten: Fout[]; bestand?: Bestand };

/** Opens the envelope every call answers with. */
export function unwrap<T>(text: string): T {
  const answer = JSON.parse(text) as Answer<T>;
  if (!answer.ok) throw new VerzuimkitError(answer.fouten, {}, answer.bestand);
  return answer.waarde;
}

// Memory inside the module is not seen by the garbage collector; this hands it back when a session is forgotten.
const forgotten = new FinalizationRegistry<() => void>((release) => release());

/**
 * One school and the files read for it. Calls are carried out one after the other, in the order they were made.
 * Settings may change between two runs without reading the files again.
 *
 * @example
 * const s = kit.session({ school: { profiel: 'vo' }, kalender: { regio: 'midden' } });
 * await s.add(file);
 * const { meldingen } = await s.bereken({ peildatum: '2026-03-31' });
 */
export class Session {
  readonly #engine: Engine;
  readonly #werkers: Werkers | undefined;
  readonly #id: Promise<number>;
  #school: Promise<School | undefined>;
  #tail: Promise<unknown>;

  /** @internal Use `kit.session`. */
  constructor(engine: Engine, school: School | string | undefined, werkers?: Werkers) {
    this.#engine = engine;
    this.#werkers = werkers;
    this.#id = Promise.resolve(engine.open());
    this.#school = school === undefined ? Promise.resolve(undefined) : this.#setSchool(school);
    this.#tail = this.#school.catch(() => {});
    void this.#id.then(
      (id) => forgotten.register(this, () => void swallow(async () => engine.close(id)), this),
      () => {},
    );
  }

  /** The school as understood, every default filled in. Rejects when school.json has a mistake. */
  async school(): Promise<School | undefined> {
    return this.#school;
  }

  /** Replaces the school; the files that were read stay. */
  async setSchool(school: School | string): Promise<School> {
    const set = this.#tail.then(() => this.#setSchool(school));
    this.#school = set;
    this.#tail = set.catch(() => {});
    return set;
  }

  /** Reads one file to its end and answers what it is. */
  async add(source: ByteSource, options: AddOptions = {}): Promise<Bestand> {
    const naam = options.naam ?? (typeof File === 'function' && source instanceof File ? source.name : undefined);
    if (typeof naam !== 'string' || naam === '') throw new TypeError('Geef de naam van het bestand mee: { naam }.');
    return this.#inTurn((id) => this.#read(id, source, naam, options));
  }

  /** What was read: per file encoding, delimiter, columns and profile; the reason codes with counts; problems. */
  async inspect(): Promise<Inspectie> {
    return this.#inTurn(async (id) => unwrap<Inspectie>(await this.#engine.inspect(id)));
  }

  /** Meldingen and counts of everything that was read. */
  async bereken(options: BerekenOptions = {}): Promise<Uitkomst> {
    return this.#inTurn(async (id) => {
      const { sha256 } = this.#engine.versie;
      const { onProgress, signal, verzonden, ...rest } = options;
      const sent = verzonden === undefined ? {} : { verzonden: typeof verzonden === 'string' ? verzonden : JSON.stringify(verzonden) };
      const request = JSON.stringify({ ...rest, ...sent, module: { sha256 } });
      const made = await this.#compute(id, request, onProgress, signal);
      const bestanden: UitvoerBestand[] = [];
      for (const { naam, sha256: hash } of made.bestanden) {
        bestanden.push({ naam, sha256: hash, inhoud: await this.#engine.file(id, naam) });
      }
      const [vergelijking] = parse<Vergelijking>(bestanden, /^vergelijking\.json$/);
      return {
        samenvatting: made.samenvatting,
        meldingen: parse<Meldingen>(bestanden, /^meldingen\.json$/).flatMap(({ meldingen }) => meldingen),
        signalen: parse<Signalen>(bestanden, /^signalen\.json$/).flatMap(({ signalen }) => signalen),
        leveringen: parse<Levering>(bestanden, /^levering-.*\.json$/),
        publicaties: parse<Publicatie>(bestanden, /^publicatie-.*\.json$/),
        keuzehulp: parse<Keuzehulp>(bestanden, /^keuzehulp\.json$/)[0] as Keuzehulp,
        ...(vergelijking && { vergelijking }),
        monitor: parse<Monitor>(bestanden, /^monitor\.json$/)[0] as Monitor,
        verlof: parse<Verlof>(bestanden, /^verlof\.json$/)[0] as Verlof,
        zelfcontrole: parse<Zelfcontrole>(bestanden, /^zelfcontrole\.json$/)[0] as Zelfcontrole,
        verslag: parse<Verslag>(bestanden, /^verslag\.json$/)[0] as Verslag,
        bestanden,
      };
    });
  }

  /** All at once, unless somebody watches or may stop it. */
  async #compute(id: number, request: string, onProgress?: (deel: number) => void, signal?: AbortSignal): Promise<Berekend> {
    if (!onProgress && !signal) return unwrap<Berekend>(await this.#engine.bereken(id, request));
    signal?.throwIfAborted();
    unwrap(await this.#engine.berekenBegin(id, request));
    try {
      for (;;) {
        const answer = unwrap<Stap | Berekend>(await this.#engine.berekenStap(id, STEP_MS));
        if (!('deel' in answer)) return answer;
        onProgress?.(answer.deel / 1000);
        await breath();
        signal?.throwIfAborted();
      }
    } finally {
      await swallow(async () => this.#engine.berekenStop(id));
    }
  }

  /** The run beside the meldingen that were sent before: which are new, unchanged, to correct, to withdraw, and why. */
  async vergelijk(verzonden: Verzonden | string, options: Omit<BerekenOptions, 'verzonden'> = {}): Promise<Vergelijking> {
    const { vergelijking } = await this.bereken({ ...options, verzonden });
    return vergelijking as Vergelijking;
  }

  /** Hands the memory back now instead of when the session is forgotten. */
  async close(): Promise<void> {
    forgotten.unregister(this);
    await this.#tail;
    await this.#engine.close(await this.#id);
  }

  async #setSchool(school: School | string): Promise<School> {
    const text = typeof school === 'string' ? school : JSON.stringify(school);
    return unwrap<School>(await this.#engine.setSchool(await this.#id, text));
  }

  /** Runs `work` after all earlier calls; refuses while the school has a mistake. */
  #inTurn<T>(work: (id: number) => Promise<T>): Promise<T> {
    const run = this.#tail.then(async () => {
      await this.#school;
      return work(await this.#id);
    });
    this.#tail = run.catch(() => {});
    return run;
  }

  async #read(id: number, source: ByteSource, naam: string, options: AddOptions): Promise<Bestand> {
    const { signal } = options;
    signal?.throwIfAborted();
    const opened = openSource(source);
    try {
      const { compound, reader, workbook } = await untilAborted(readable(() => peek(opened), naam), signal);
      const file = workbook || compound ? await untilAborted(randomAccess(source, reader, naam), signal) : undefined;
      if (file && compound) await untilAborted(refuseEncrypted(file, naam), signal);
      if (file && workbook) return await this.#readWorkbook(id, file, naam, options);
      const again = file ? inSlices(file) : reader;
      return await this.#transfer(id, naam, options, [], (request) => this.#pushAll(id, again, naam, options, request));
    } catch (error) {
      void opened.cancel(error);
      throw error;
    }
  }

  async #readWorkbook(id: number, file: RandomAccess, naam: string, options: AddOptions): Promise<Bestand> {
    const { onProgress, signal, werkblad } = options;
    const opening = readable(() => openWorkbook(file, naam, werkblad), naam);
    const { andere, text, werkblad: chosen } = await untilAborted(opening, signal);
    return this.#transfer(id, naam, options, [chosen, ...andere], async () => {
      const slices = inSlices(file);
      for (let piece = await slices.read(); piece; piece = await slices.read()) {
        await this.#engine.pushContainer(id, piece);
        signal?.throwIfAborted();
      }
      let bytes = 0;
      const pieces = text((share) => {
        bytes = Math.round(share * file.size);
      });
      for (;;) {
        const next = await untilAborted(readable(() => pieces.next(), naam), signal);
        if (next.done) return;
        const { more, rijen } = await this.#engine.push(id, next.value);
        onProgress?.({ bytes, rijen, totaal: file.size });
        signal?.throwIfAborted();
        if (!more) return;
      }
    });
  }

  /** Opens a file in the engine, has `push` carry it over, and closes it; nothing stays of a file that broke off. */
  async #transfer(
    id: number,
    naam: string,
    { soort }: AddOptions,
    werkbladen: readonly string[],
    push: (request: string) => Promise<void>,
  ): Promise<Bestand> {
    const request = JSON.stringify({
      naam,
      ...(soort !== undefined && { profiel: soort }),
      ...(werkbladen.length > 0 && { werkbladen }),
    });
    unwrap(await this.#engine.begin(id, request));
    try {
      await push(request);
    } catch (error) {
      await swallow(async () => this.#engine.abort(id));
      throw error;
    }
    return unwrap<Bestand>(await this.#engine.end(id));
  }

  async #pushAll(
    id: number,
    reader: SourceReader,
    naam: string,
    { onProgress, signal }: AddOptions,
    request: string,
  ): Promise<void> {
    const read = (): Promise<Uint8Array | undefined> => untilAborted(readable(() => reader.read(), naam), signal);
    let bytes = 0;
    const passed = (size: number, rijen: number): void => {
      bytes += size;
      onProgress?.({ bytes, rijen, ...(reader.totaal === undefined ? {} : { totaal: reader.totaal }) });
      signal?.throwIfAborted();
    };
    let start = new Uint8Array(0);
    let helpers: readonly Engine[] | undefined = this.#werkers ? undefined : [];
    while (!helpers?.length) {
      const piece = await read();
      if (!piece) return;
      if (!helpers && start.byteLength < START_BYTES) start = joined(start, piece.subarray(0, START_BYTES));
      const { more, rijen } = await this.#engine.push(id, piece);
      passed(piece.byteLength, rijen);
      if (!more) {
        void reader.cancel('onleesbaar');
        return;
      }
      if (!helpers && bytes >= ALONE_BYTES) {
        helpers = (await this.#engine.splits(id)) ? await this.#werkers?.engines() : [];
      }
    }
    // The first block begins in the middle of a line.
    const blocks = new Blocks({ read });
    const first = await blocks.next();
    if (!first) return;
    await this.#engine.fingerprint(id, first.bytes);
    passed(first.bytes.byteLength, (await this.#engine.pushAgain(id, first.bytes)).rijen);
    const engines = helpers;
    await pushInParts({
      engine: this.#engine,
      session: id,
      request,
      start,
      helpers: engines,
      onBroken: () => void this.#werkers?.replace(engines),
      blocks,
      wait: (work) => untilAborted(work, signal),
      onBlock: passed,
    });
  }
}

// So long the thread of the kit does not answer while it computes.
const STEP_MS = 40;

/** Lets in what waits: a click on stop, in a page whose kit is in this thread. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

// A file is read by one up to here: most files end before workers have started.
const ALONE_BYTES = 16 * 1024 * 1024;
// What a module looks at to recognise a file (kSniffBytes in core/import/importer.h).
const START_BYTES = 64 * 1024;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.byteLength + b.byteLength);
  both.set(a);
  both.set(b, a.byteLength);
  return both;
}

const inSlices = ({ read, size }: RandomAccess): SourceReader => readSlices(size, read);

/** Reading that fails for a reason of its own (the file was changed, or is gone) says what to do. */
async function readable<T>(work: () => Promise<T>, naam: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isOwn(error)) throw asFailure(error, naam);
    const bericht = 'Het bestand kon niet verder worden gelezen; misschien is het veranderd of verwijderd. Kies het opnieuw.';
    throw failure('leesfout', { bestand: naam }, bericht, error);
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function swallow(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Clearing up after an error that is reported already.
  }
}

/** The files whose names match, read as JSON, in the order they were made. */
function parse<T>(bestanden: readonly UitvoerBestand[], naam: RegExp): T[] {
  const text = new TextDecoder();
  return bestanden.filter((bestand) => naam.test(bestand.naam)).map(({ inhoud }) => JSON.parse(text.decode(inhoud)) as T);
}
