// verzuimkit bereken: registers in, meldingen and counts out, as files in a folder.
import { basename } from 'node:path';
import { createVerzuimkit, toXlsx } from '../index.js';
import type { BerekenOptions, Session, UitvoerBestand, Uitkomst } from '../session.js';
import { type Flags, type ParsedArgs, UsageError } from './args.js';
import { addFile, type Command, Exit, type ExitCode, placedIn, PROFIEL_FLAG, say, WERKBLAD_FLAG } from './command.js';
import { nameFiles, readEerder, readProfiel, readText, STDIN } from './input.js';
import { overwritten, writeResult } from './output.js';
import { WERKERS_FLAG, werkersOf } from './werkers.js';

const getal = new Intl.NumberFormat('nl-NL');

/** What the request asks for comes from flags of this command line; all else that has a path is in school.json. */
const REQUEST_FLAGS: ReadonlySet<string> = new Set(['/peildatum', '/onbekend']);

/** Milliseconds per stage, for `--tijden`. */
class Stopwatch {
  readonly #milliseconds: Record<string, number> = {};

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const answer = await work();
    this.#milliseconds[stage] = (this.#milliseconds[stage] ?? 0) + Math.round(performance.now() - start);
    return answer;
  }

  get milliseconden(): Record<string, number> {
    return { ...this.#milliseconds };
  }
}

async function setSchool(session: Session, pad: string): Promise<void> {
  const text = await readText(pad);
  await placedIn(
    (fout) => ({ bestand: basename(pad), ...fout.plaats }),
    () => session.setSchool(text),
  );
}

async function compute(session: Session, options: BerekenOptions): Promise<Uitkomst> {
  return placedIn(
    ({ plaats }) => (REQUEST_FLAGS.has(plaats.pad ?? '') ? { bestand: `--${plaats.pad?.slice(1)}` } : plaats),
    () => session.bereken(options),
  );
}

function sayResult({ samenvatting, meldingen, signalen, verslag }: Uitkomst, dir: string): void {
  const { gelezen, gebruikt, afgewezen } = samenvatting.rijen;
  say(`Gelezen: ${getal.format(gelezen)} rijen, ${getal.format(gebruikt)} gebruikt, ${getal.format(afgewezen)} afgewezen.`);
  if (afgewezen > 0) say('De afgewezen rijen staan met de reden in problemen.csv.');
  for (const { bestanden, reden } of verslag.uitgeschakeld) {
    if (bestanden.length > 0) say(`Niet gemaakt: ${bestanden.join(', ')}. ${reden}`);
  }
  if (signalen.length > 0) say(`Signalen uit het verzuimbeleid: ${getal.format(signalen.length)}. Wie ze mag zien, staat in signalen.csv.`);
  say(`Meldingen: ${getal.format(meldingen.length)}. Alles staat in ${dir}.`);
}

/** What every command does that computes from registers. */
export interface Computed {
  result: Uitkomst;
  /** Every file that was read. */
  gelezen: readonly string[];
}

/** Reads school, pupils and registers and computes; `more` is what the command asks for besides. */
export async function computeFrom({ values, alle, rest }: ParsedArgs, more: BerekenOptions = {}): Promise<Computed> {
  // Files whose kind the flag says; the registers follow.
  const eigen = ['leerlingen', 'notities'].flatMap((soort) => {
    const pad = values.get(`--${soort}`);
    return pad === undefined ? [] : [{ soort, pad }];
  });
  const paden = [...eigen.map(({ pad }) => pad), ...rest];
  if (rest.length === 0) throw new UsageError('Geef ten minste één register, of - voor de standaardinvoer.');
  if (paden.filter((pad) => pad === STDIN).length > 1) throw new UsageError('De standaardinvoer (-) kan maar één keer.');

  const werkers = werkersOf(values);
  const watch = new Stopwatch();
  const kit = await watch.time('laden', () => createVerzuimkit({ werkers }));
  const session = kit.session();
  const school = values.get('--school');
  if (school !== undefined) await setSchool(session, school);

  const profiel = await readProfiel(values.get('--profiel'));
  await watch.time('lezen', async () => {
    for (const [index, file] of nameFiles(paden).entries()) {
      const soort = eigen[index]?.soort ?? profiel;
      await addFile(session, file, { soort, werkblad: values.get('--werkblad') });
    }
  });

  const peildatum = values.get('--peildatum');
  const onbekend = values.get('--onbekend') as BerekenOptions['onbekend'];
  const eerder = alle('--eerder');
  const options: BerekenOptions = {
    ...(peildatum && { peildatum }),
    ...(onbekend && { onbekend }),
    ...(eerder.length > 0 && { eerder: await readEerder(eerder) }),
    ...more,
  };
  let result = await watch.time('berekenen', () => compute(session, options));
  // Time is no input of the core: the first run is measured, the second writes the measure into verslag.json.
  if (values.has('--tijden')) result = await compute(session, { ...options, milliseconden: watch.milliseconden });

  return { result, gelezen: [...paden, ...eerder] };
}

async function run(args: ParsedArgs): Promise<ExitCode> {
  const dir = args.values.get('--uit') as string;
  const { result, gelezen } = await computeFrom(args);
  const workbooks = args.values.has('--xlsx') ? result.bestanden.filter(({ naam }) => naam.endsWith('.csv')).map(toXlsx) : [];
  await save(dir, result, gelezen, workbooks);
  return Exit.klaar;
}

/** Writes every file of the run and `more`, unless one would overwrite what was read. */
export async function save(
  dir: string,
  result: Uitkomst,
  gelezen: readonly string[],
  more: readonly Pick<UitvoerBestand, 'naam' | 'inhoud'>[] = [],
): Promise<void> {
  const bestanden = [...result.bestanden, ...more];
  const victim = await overwritten(dir, bestanden, gelezen);
  if (victim !== undefined) throw new UsageError(`De uitkomst zou ${victim} overschrijven. Kies met --uit een andere map.`);
  await writeResult(dir, bestanden);
  sayResult(result, dir);
}

export const REGISTER_FLAGS: Flags = {
  '--school': { waarde: 'school.json', uitleg: 'school, kalender, codes en opties' },
  '--leerlingen': { waarde: 'leerlingen.csv', uitleg: 'het leerlingenbestand' },
  '--notities': { waarde: 'notities.csv', uitleg: 'notities van mentoren en bevestigingen van signalen' },
  ...PROFIEL_FLAG,
  ...WERKBLAD_FLAG,
  '--peildatum': { waarde: 'JJJJ-MM-DD', uitleg: 'niets na deze dag telt mee' },
  '--onbekend': {
    waarde: 'weiger|ongeoorloofd|negeer',
    keuze: ['weiger', 'ongeoorloofd', 'negeer'],
    uitleg: 'wat er met onbekende reden-codes gebeurt (standaard weiger)',
  },
  '--eerder': {
    waarde: 'PUBLICATIE.json',
    herhaalbaar: true,
    uitleg: 'wat lezers al hebben; kan vaker. De nieuwe publicatie geeft ook daarvan niets prijs',
  },
  ...WERKERS_FLAG,
  '--tijden': { uitleg: 'zet de duur van elke stap in verslag.json' },
};

export const bereken: Command = {
  gebruik: '--uit MAP [opties] REGISTER…',
  uitleg: 'Berekent de meldingen en de telling uit een of meer registers; - is de standaardinvoer.',
  flags: {
    '--uit': { waarde: 'MAP', verplicht: true, uitleg: 'de map voor de uitkomst; wordt zo nodig gemaakt' },
    '--xlsx': { uitleg: 'zet naast elk .csv ook een .xlsx, om in Excel te openen' },
    ...REGISTER_FLAGS,
  },
  run,
};
