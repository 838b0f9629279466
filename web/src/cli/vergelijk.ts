// verzuimkit vergelijk: what was sent beside what the registers say now, as four lists on standard output.
import type { Vergeleken, Vergelijking } from '../types.js';
import type { ParsedArgs } from './args.js';
import { computeFrom, REGISTER_FLAGS, save } from './bereken.js';
import { type Command, Exit, type ExitCode, placedIn, print } from './command.js';
import { readText } from './input.js';

const LIJSTEN = [
  ['nieuw', 'Nieuw, te verzenden'],
  ['te_corrigeren', 'Te corrigeren'],
  ['in_te_trekken', 'In te trekken'],
  ['ongewijzigd', 'Ongewijzigd'],
  ['te_laat', 'Te laat: na de termijn verzonden, of nog niet verzonden'],
  ['open_termijnen', 'Open termijnen'],
] as const;

function dagen(aantal: number): string {
  return aantal === 1 ? '1 dag' : `${aantal} dagen`;
}

function termijnText({ termijn: { stand, uiterste_datum, dagen: aantal } }: Vergeleken): string {
  switch (stand) {
    case 'tijdig':
      return 'op tijd verzonden';
    case 'te_laat':
      return `${dagen(aantal)} te laat verzonden (uiterlijk ${uiterste_datum})`;
    case 'verzonden':
      return 'verzonden';
    case 'open':
      return `uiterlijk ${uiterste_datum}, nog ${dagen(aantal)}`;
    case 'verlopen':
      return `termijn ${dagen(aantal)} voorbij (uiterlijk ${uiterste_datum})`;
    case 'geen':
      return 'verzonden, niet meer gegrond';
  }
}

function lines(entry: Vergeleken): string[] {
  const { soort, begindatum, einddatum } = (entry.melding ?? entry.verzonden) as NonNullable<Vergeleken['melding']>;
  const head = `  ${entry.leerling}  ${soort}  ${begindatum} t/m ${einddatum ?? 'loopt nog'}  ${termijnText(entry)}`;
  const redenen = entry.redenen.map(({ bericht, was, wordt }) =>
    was !== null && wordt !== null ? `      ${bericht} Was ${was}, wordt ${wordt}.` : `      ${bericht}`,
  );
  return [head, ...redenen];
}

function show(vergelijking: Vergelijking): void {
  const text = LIJSTEN.flatMap(([naam, titel]) => {
    const list: Vergeleken[] = vergelijking[naam];
    return [`${titel} (${list.length})`, ...list.flatMap(lines), ''];
  });
  process.stdout.write(`Vergeleken op ${vergelijking.peildatum}\n\n${text.join('\n')}`);
}

async function run(args: ParsedArgs): Promise<ExitCode> {
  const { values } = args;
  const pad = values.get('--verzonden') as string;
  const verzonden = await readText(pad);
  const { result, gelezen } = await placedIn(
    // The core knows the text of --verzonden by that word.
    ({ plaats }) => (plaats.bestand === 'verzonden' ? { ...plaats, bestand: pad } : plaats),
    () => computeFrom(args, { verzonden }),
  );
  const vergelijking = result.vergelijking as Vergelijking;
  const dir = values.get('--uit');
  if (dir !== undefined) await save(dir, result, [...gelezen, pad]);
  if (values.has('--json')) print(vergelijking);
  else show(vergelijking);
  return Exit.klaar;
}

export const vergelijk: Command = {
  gebruik: '--verzonden MELDINGEN.json [opties] REGISTER…',
  uitleg: 'Legt eerder verzonden meldingen naast de registers van nu: nieuw, ongewijzigd, te corrigeren, in te trekken.',
  flags: {
    '--verzonden': { waarde: 'MELDINGEN.json', verplicht: true, uitleg: 'meldingen.json zoals het is verzonden' },
    '--uit': { waarde: 'MAP', uitleg: 'zet ook alle bestanden van bereken en de vergelijking in deze map' },
    ...REGISTER_FLAGS,
    '--json': { uitleg: 'de lijsten als JSON' },
  },
  run,
};
