// The doing: everything update.ts asks for. One kit, one session; files are read one after the other.
import { type School, type Session, toXlsx, type Verzuimkit } from 'verzuimkit/bare';
import { verify } from '../../verify/verify.mjs';
import { generateVoorbeeldschool } from '../../voorbeeld/voorbeeldschool.mjs';
import { computed, describe, inspected, mistakesOf, refusedOf } from './from_kit.js';
import type { ToKernel } from './protocol.js';
import type { Bron, Invoer, Kolomkeuze, SchoolBestand, Uitkomst, Verzonden } from './state.js';
import type { Action, Effect } from './update.js';

const REDRAW_MS = 100;
// No host has this name (RFC 6761), so the trial reaches nobody even where no policy holds it back.
const TRIAL_ADDRESS = 'https://verzuimkit.invalid/';

// Lets messages in (a click on stop) between two pieces: what came before the message that is sent here goes first. A
// timer would do the same some milliseconds later.
const BREATH_MS = 50;
const { port1: heard, port2: sent } = new MessageChannel();
heard.start();
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    heard.addEventListener('message', () => resolve(), { once: true });
    sent.postMessage(null);
  });

async function* unhurried(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let breathed = performance.now();
  for (const chunk of chunks) {
    yield chunk;
    if (performance.now() - breathed < BREATH_MS) continue;
    await breath();
    breathed = performance.now();
  }
}

const asSchool = (school: SchoolBestand): School => school as unknown as School;

// JSON as a person can read it, with an end of line.
const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

// Beside every table for people the same one for Excel, as `bereken --xlsx` writes it.
const withWorkbooks = (files: readonly { naam: string; inhoud: Uint8Array }[]): { naam: string; inhoud: Uint8Array }[] => [
  ...files,
  ...files.filter(({ naam }) => naam.endsWith('.csv')).map(toXlsx),
];

export class Effects {
  private session: Session;
  private reading: AbortController | undefined;
  private computing: AbortController | undefined;

  constructor(
    private readonly kit: Verzuimkit,
    private readonly dispatch: (action: Action) => void,
    private readonly post: (message: ToKernel, transfer?: Transferable[]) => void,
  ) {
    this.session = kit.session();
  }

  // `focus` is the renderer's work.
  run(effect: Exclude<Effect, { e: 'focus' }>): void {
    switch (effect.e) {
      case 'lees':
        void this.read(effect.invoer);
        return;
      case 'lees_opnieuw':
        this.reading?.abort();
        this.reading = undefined;
        void this.session.close();
        this.session = this.kit.session();
        return;
      case 'voorbeeld':
        return this.sample(effect.soort);
      case 'stop':
        this.reading?.abort();
        return;
      case 'stop_rekenen':
        this.computing?.abort();
        return;
      case 'bekijk':
        return this.attempt(async () => {
          await this.settle(effect.school);
          this.dispatch({ t: 'bekeken', inspectie: inspected(await this.session.inspect()) });
        });
      case 'laad_profiel':
        return this.attempt(async () => this.loadProfile(effect.sleutel, effect.bestand));
      case 'bewaar_profiel':
        return this.save([{ naam: 'profiel.json', inhoud: new TextEncoder().encode(jsonText(effect.keuze)) }]);
      case 'toets':
        void this.judge(effect.school);
        return;
      case 'laad_school':
        return this.attempt(async () => this.loadSchool(effect.bestand));
      case 'bewaar_school':
        return this.attempt(async () => {
          await this.checkSchool(asSchool(effect.school));
          this.save([{ naam: 'school.json', inhoud: new TextEncoder().encode(jsonText(effect.school)) }]);
        });
      case 'bereken':
        return this.attempt(async () => this.compute(effect));
      case 'lees_verzonden':
        return this.attempt(async () => {
          const tekst = await this.textOf(effect.bestand);
          if (tekst !== undefined) this.dispatch({ t: 'verzonden', verzonden: { naam: effect.bestand.name, tekst } });
        });
      case 'bewaar':
        return this.save(effect.werkmappen ? withWorkbooks(effect.bestanden) : effect.bestanden);
      case 'keur':
        return this.attempt(async () => this.judgeCounts(effect.uitkomst));
      case 'druk_af':
        return this.post({ t: 'druk_af' });
      case 'proef':
        return this.attempt(async () => this.dispatch({ t: 'proef_klaar', geweigerd: await refused() }));
      case 'vingerafdruk':
        return this.attempt(async () => {
          const bytes = new Uint8Array(await effect.bestand.arrayBuffer());
          this.dispatch({ t: 'pagina_gelezen', naam: effect.bestand.name, sha256: await this.kit.sha256(bytes) });
        });
    }
  }

  // Each publicatie is read as its reader would, and its certificate checked by the page of addition that anyone can
  // read. The last period first: that is the one on screen.
  private async judgeCounts(uitkomst: Uitkomst): Promise<void> {
    const { publicaties } = uitkomst.inzage;
    for (let plaats = publicaties.length - 1; plaats >= 0; plaats -= 1) {
      const { cellen, certificaat, veilig } = await this.kit.controleer(publicaties[plaats]!);
      const keuring = {
        veilig,
        cellen: new Map(cellen.map((cel) => [cel.cel, cel])),
        bezwaar: verify(certificaat) ?? undefined,
        tabellen: certificaat.tables.length + 1,
      };
      this.dispatch({ t: 'gekeurd', uitkomst, plaats, keuring });
      await breath();
    }
  }

  private async compute({ peildatum, school, verzonden }: Extract<Effect, { e: 'bereken' }>): Promise<void> {
    this.computing?.abort();
    const computing = new AbortController();
    this.computing = computing;
    let drawn = performance.now();
    try {
      await this.settle(school);
      const options = {
        ...(peildatum && { peildatum }),
        ...(verzonden && { verzonden: verzonden.tekst }),
        signal: computing.signal,
        onProgress: (deel: number) => {
          if (performance.now() - drawn < REDRAW_MS) return;
          drawn = performance.now();
          this.dispatch({ t: 'rekent', deel });
        },
      };
      const uitkomst = await this.session.bereken(options);
      computing.signal.throwIfAborted();
      this.dispatch({ t: 'berekend', uitkomst: computed(uitkomst) });
    } catch (error) {
      if (this.computing !== computing) return; // another calculation has begun
      if (computing.signal.aborted) return this.dispatch({ t: 'rekenen_gestopt' });
      const fouten = mistakesOf(error);
      // The module knows the text of this file by that word.
      const sent = fouten.filter(({ plaats }) => plaats.bestand === 'verzonden');
      if (!verzonden || sent.length === 0) throw error;
      const named = sent.map((fout) => ({ ...fout, plaats: { ...fout.plaats, bestand: verzonden.naam } }));
      this.dispatch({ t: 'verzonden_geweigerd', fouten: named });
    }
  }

  private attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.dispatch({ t: 'fout', fouten: mistakesOf(error) }));
  }

  private async read({ bron, sleutel, keuze }: Invoer): Promise<void> {
    const reading = new AbortController();
    this.reading = reading;
    let last = { bytes: 0, rijen: 0 };
    let drawn = 0;
    try {
      const source = bron.open();
      const verzonden = await sentBefore(bron.naam, source);
      if (verzonden) {
        if (this.reading === reading) this.dispatch({ t: 'verzonden', verzonden, sleutel });
        return;
      }
      const bestand = await this.session.add(source, {
        naam: bron.naam,
        ...(keuze ? { soort: keuze } : {}),
        signal: reading.signal,
        onProgress: ({ bytes, rijen }) => {
          last = { bytes, rijen };
          if (performance.now() - drawn < REDRAW_MS) return;
          drawn = performance.now();
          this.dispatch({ t: 'voortgang', sleutel, ...last });
        },
      });
      if (this.reading !== reading) return; // the files are being read again
      this.dispatch({ t: 'voortgang', sleutel, ...last });
      this.dispatch({ t: 'ingelezen', sleutel, beschrijving: describe(bestand) });
    } catch (error) {
      if (this.reading !== reading) return;
      if (reading.signal.aborted) this.dispatch({ t: 'gestopt' });
      else this.dispatch({ t: 'mislukt', sleutel, fouten: mistakesOf(error), beschrijving: refusedOf(error) });
    }
  }

  private sample(soort: 'vo' | 'po'): void {
    const { bestanden, school } = generateVoorbeeldschool({ soort });
    this.dispatch({ t: 'school_geladen', school: asSchoolBestand(school) });
    const bronnen = bestanden.map(({ naam, chunks }): Bron => ({
      naam,
      omvang: undefined,
      open: () => unhurried(chunks()),
    }));
    this.dispatch({ t: 'kies', bronnen });
  }

  // The module checks the file; what it cannot use is told with its place.
  private async loadSchool(file: File): Promise<void> {
    const text = await this.textOf(file);
    if (text === undefined) return;
    await this.checkSchool(text);
    this.dispatch({ t: 'school_geladen', school: asSchoolBestand(JSON.parse(text)) });
  }

  // What a profiel.json says about columns; the module judges it when the file is read with it.
  private async loadProfile(sleutel: number, file: File): Promise<void> {
    const text = await this.textOf(file);
    if (text === undefined) return;
    const keuze = asKolomkeuze(text);
    if (keuze) this.dispatch({ t: 'profiel_geladen', sleutel, keuze });
    else this.dispatch({ t: 'fout', fouten: [{ code: 'geen_profiel', plaats: { bestand: file.name }, bericht: '' }] });
  }

  // The text of a settings file; undefined, and told, when it cannot be read.
  private async textOf(file: File): Promise<string | undefined> {
    const text = await file.text().catch(() => undefined);
    if (text === undefined) {
      this.dispatch({ t: 'fout', fouten: [{ code: 'niet_leesbaar', plaats: { bestand: file.name }, bericht: '' }] });
    }
    return text;
  }

  // What is wrong with the settings as they stand, to be shown beside the fields.
  private async judge(school: SchoolBestand): Promise<void> {
    const fouten = await this.checkSchool(asSchool(school)).then(() => [], mistakesOf);
    const schoolgids = school.beleid === undefined ? undefined : await this.kit.beleid(asSchool(school)).catch(() => undefined);
    this.dispatch({ t: 'getoetst', school, fouten, schoolgids });
  }

  // A session with a mistake in its school reads no files any more, so the mistake is looked for elsewhere.
  private async checkSchool(school: School | string): Promise<void> {
    const trial = this.kit.session(school);
    try {
      await trial.school();
    } finally {
      await trial.close();
    }
  }

  private async settle(school: SchoolBestand): Promise<void> {
    await this.checkSchool(asSchool(school));
    await this.session.setSchool(asSchool(school));
  }

  private save(files: readonly { naam: string; inhoud: Uint8Array }[]): void {
    const bestanden = files.map(({ naam, inhoud }) => ({ naam, bytes: inhoud.slice().buffer as ArrayBuffer }));
    this.post(
      { t: 'bewaar', bestanden },
      bestanden.map(({ bytes }) => bytes),
    );
  }
}

// Many times the meldingen of the largest school; a register that is larger is not held in memory to look at it.
const MAX_VERZONDEN = 32 * 1024 * 1024;

// meldingen.json, chosen among the registers: it is no register but what was sent before.
async function sentBefore(naam: string, source: Blob | AsyncIterable<Uint8Array>): Promise<Verzonden | undefined> {
  if (!(source instanceof Blob) || source.size > MAX_VERZONDEN || !/\.json$/i.test(naam)) return undefined;
  try {
    const tekst = await source.text();
    const { meldingen } = JSON.parse(tekst) as { meldingen?: unknown };
    return Array.isArray(meldingen) ? { naam, tekst } : undefined;
  } catch {
    return undefined; // whoever reads it as a register says what is wrong with it
  }
}

function asKolomkeuze(text: string): Kolomkeuze | undefined {
  try {
    const { basis, kolommen = {} } = JSON.parse(text) as Partial<Kolomkeuze>;
    const good = typeof basis === 'string' && Object.values(kolommen).every((veld) => typeof veld === 'string');
    return good ? { basis, kolommen } : undefined;
  } catch {
    return undefined;
  }
}

function asSchoolBestand(value: unknown): SchoolBestand {
  const school = value as Partial<SchoolBestand>;
  return { ...school, school: school.school ?? {}, kalender: school.kalender ?? {}, codes: school.codes ?? {} };
}

// Whether the browser itself, by its policy, held back an attempt to connect.
async function refused(): Promise<boolean> {
  const violation = new Promise<boolean>((resolve) => {
    self.addEventListener(
      'securitypolicyviolation',
      (event) => resolve((event as SecurityPolicyViolationEvent).effectiveDirective === 'connect-src'),
      { once: true },
    );
    setTimeout(() => resolve(false), 1000);
  });
  try {
    await fetch(TRIAL_ADDRESS, { mode: 'no-cors' });
  } catch {
    // Expected: what counts is who refused it, and that is what `violation` says.
  }
  return violation;
}
