import type { Engine } from './engine.js';
import { Session, unwrap } from './session.js';
import type { Regels, School, Versie } from './types.js';

/**
 * The kit, in this thread or in a worker. Nothing has to be freed: `close` only hands memory back sooner.
 */
export class Verzuimkit {
  /** Which module this is: version, rule set, schema version, compiler and the SHA-256 of the .wasm. */
  readonly versie: Versie;
  readonly #engine: Engine;

  /** @internal Use `createVerzuimkit` or `createVerzuimkitWorker`. */
  constructor(engine: Engine) {
    this.#engine = engine;
    this.versie = engine.versie;
  }

  /**
   * A new session. `school` is what school.json says, as an object or as its text; a mistake in it rejects the
   * first call that needs it (`school()`, `add`, `inspect`, `bereken`).
   */
  session(school?: School | string): Session {
    return new Session(this.#engine, school);
  }

  /** The rules, values and options in force on `datum` (JJJJ-MM-DD), or all of them with their validity. */
  async regels(datum = ''): Promise<Regels> {
    return unwrap<Regels>(await this.#engine.regels(datum));
  }

  /** Ends all sessions, and the worker when there is one. */
  async close(): Promise<void> {
    await this.#engine.stop();
  }
}
