import type { Engine } from './engine.js';
import type { Werkers } from './parts.js';
import { Session, unwrap } from './session.js';
import type {
  Certificaat,
  Controle,
  Levering,
  Onderdrukking,
  Oprol,
  Optelling,
  Publicatie,
  Regels,
  School,
  Schoolgids,
  Tabel,
  Versie,
} from './types.js';

/** How counts are made safe to share, and how long may be searched for it. */
export interface VeiligOptions {
  drempel?: number;
  nul?: 'verbergen' | 'tonen' | 'waar_mogelijk';
  markering?: 'enkel' | 'tweevoudig';
  /** `vast`: a pattern known beforehand, which tells nothing itself and hides more; not for `telOp`. */
  patroon?: 'zoeken' | 'vast';
  /** Steps of the search; the same number gives the same result on every machine. */
  iteraties?: number;
  zaad?: number;
  /** Stops the search after this time with the best so far; the result then depends on the machine. */
  seconden?: number;
}

/** What `telOp` is asked. */
export interface TelOpOptions extends VeiligOptions {
  /** levering.json files of schools, each with a name for messages. */
  leveringen: { naam: string; levering: Levering }[];
  /** CSV with the columns vestiging;gemeente;samenwerkingsverband. Without it there is one total, of all. */
  indeling?: string;
}

/** What `onderdruk` is asked. Texts are CSV; totals are named "Total". */
export interface OnderdrukOptions extends VeiligOptions {
  /** Inner cells: one column per dimension, the last column the count. */
  tabel: string;
  /** Columns dim, code, parent; a code may have several parents. */
  hierarchie?: string;
  /** Cells that have to be shown or hidden, by their codes in the order of the dimensions. */
  tonen?: string[][];
  verbergen?: string[][];
}

/** What a reader of a publicatie has besides. */
export interface Lezer {
  /** Of one school: other publicaties of the same school, each with a name for messages. */
  eerder?: { naam: string; publicatie: Publicatie }[];
  /** Of many schools: the reader is the school of this levering. What it sees is made from its counts: do not publish it. */
  levering?: { naam: string; levering: Levering };
  /** The certificate that came with the publicatie; `controleer` rejects when it is not a proof of just this. */
  bewijs?: Certificaat;
}

/**
 * The kit, in this thread or in a worker. Nothing has to be freed: `close` only hands memory back sooner.
 */
export class Verzuimkit {
  /** Which module this is: version, rule set, schema version, compiler and the SHA-256 of the .wasm. */
  readonly versie: Versie;
  readonly #engine: Engine;
  readonly #werkers: Werkers | undefined;

  /** @internal Use `createVerzuimkit` or `createVerzuimkitWorker`. */
  constructor(engine: Engine, werkers?: Werkers) {
    this.#engine = engine;
    this.#werkers = werkers;
    this.versie = engine.versie;
  }

  /**
   * A new session. `school` is what school.json says, as an object or as its text; a mistake in it rejects the
   * first call that needs it (`school()`, `add`, `inspect`, `bereken`).
   */
  session(school?: School | string): Session {
    return new Session(this.#engine, school, this.#werkers);
  }

  /** The rules, values and options in force on `datum` (JJJJ-MM-DD), or all of them with their validity. */
  async regels(datum = ''): Promise<Regels> {
    return unwrap<Regels>(await this.#engine.regels(datum));
  }

  /**
   * What the `beleid` of a school.json says: the chapter of the schoolgids, the sentence of every rule, and what is
   * wrong or missing as data. Needs no session and no files, and is quick enough to call while someone types.
   */
  async beleid(school: School | string): Promise<Schoolgids> {
    const text = typeof school === 'string' ? school : JSON.stringify(school);
    return unwrap<Schoolgids>(await this.#engine.beleid(text));
  }

  /** The SHA-256 of `bytes`, in hexadecimal: also where the browser has no `crypto.subtle`. */
  async sha256(bytes: Uint8Array): Promise<string> {
    return this.#engine.sha256(bytes);
  }

  /** Any table of counts made safe to share, with a certificate that anyone can check. */
  async onderdruk({ seconden = 0, ...request }: OnderdrukOptions): Promise<Onderdrukking> {
    return unwrap<Onderdrukking>(await this.#engine.onderdruk(JSON.stringify(request), seconden));
  }

  /** The leveringen of many schools added up per gemeente, samenwerkingsverband and land, with one publicatie of all. */
  async telOp({ seconden = 0, ...request }: TelOpOptions): Promise<Optelling> {
    return unwrap<Optelling>(await this.#engine.telOp(JSON.stringify(request), seconden));
  }

  /**
   * What a reader can work out from a publicatie (of a school, a table or many schools), and from nothing else unless
   * `lezer` says what more this reader has.
   */
  async controleer(publicatie: Publicatie | Tabel | Oprol | string, lezer: Lezer = {}): Promise<Controle> {
    const text = typeof publicatie === 'string' ? publicatie : JSON.stringify(publicatie);
    return unwrap<Controle>(await this.#engine.controleer(text, JSON.stringify(lezer)));
  }

  /** Ends all sessions, and the workers when there are any. */
  async close(): Promise<void> {
    await this.#werkers?.stop();
    await this.#engine.stop();
  }
}
