// verzuimkit onderdruk: any table of counts made safe to share.
import { createVerzuimkit } from '../index.js';
import type { OnderdrukOptions } from '../kit.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, say } from './command.js';
import { readText } from './input.js';
import { overwritten, writeResult } from './output.js';

function whole(values: ReadonlyMap<string, string>, flag: string): number | undefined {
  const text = values.get(flag);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${flag} moet een geheel getal zijn.`);
  return Number(text);
}

export const onderdruk: Command = {
  gebruik: '--uit MAP [opties] TABEL.csv',
  uitleg: 'Maakt een tabel met aantallen veilig om te delen: verbergt kleine aantallen en wat ze verraadt.',
  flags: {
    '--uit': { waarde: 'MAP', verplicht: true, uitleg: 'de map voor patroon.csv, publicatie.json en certificaat.json' },
    '--hierarchie': { waarde: 'H.csv', uitleg: 'kolommen dim, code, parent; een code mag meer ouders hebben' },
    '--drempel': { waarde: 'N', uitleg: 'aantallen hieronder worden verborgen (standaard 5)' },
    '--nul': {
      waarde: 'verbergen|tonen|waar_mogelijk',
      keuze: ['verbergen', 'tonen', 'waar_mogelijk'],
      uitleg: 'of nul als klein telt (standaard verbergen)',
    },
    '--markering': {
      waarde: 'enkel|tweevoudig',
      keuze: ['enkel', 'tweevoudig'],
      uitleg: 'een teken voor alles wat verborgen is, of twee (standaard enkel)',
    },
    '--iteraties': { waarde: 'N', uitleg: 'zoekstappen; hetzelfde aantal geeft overal dezelfde uitkomst' },
    '--seconden': { waarde: 'S', uitleg: 'zoekt hoogstens zo lang; de uitkomst hangt dan van de computer af' },
  },
  async run({ values, rest }) {
    const [pad, ...more] = rest;
    if (pad === undefined || more.length > 0) throw new UsageError('Geef precies één tabel.');
    const hierarchie = values.get('--hierarchie');
    const seconden = whole(values, '--seconden');
    const options: OnderdrukOptions = {
      tabel: await readText(pad),
      ...(hierarchie !== undefined && { hierarchie: await readText(hierarchie) }),
      drempel: whole(values, '--drempel') ?? 5,
      nul: (values.get('--nul') ?? 'verbergen') as 'verbergen',
      markering: (values.get('--markering') ?? 'enkel') as 'enkel',
      // With a time limit alone the clock ends the search.
      iteraties: whole(values, '--iteraties') ?? (seconden === undefined ? 200 : 10_000_000),
      seconden: seconden ?? 0,
    };
    const kit = await createVerzuimkit();
    const made = await placedIn(
      // The core knows the two texts as "tabel" and "hierarchie".
      ({ plaats }) => ({ ...plaats, bestand: plaats.bestand === 'hierarchie' && hierarchie ? hierarchie : pad }),
      () => kit.onderdruk(options),
    );
    const bytes = new TextEncoder();
    const bestanden = [
      { naam: 'patroon.csv', inhoud: bytes.encode(made.patroon) },
      { naam: 'publicatie.json', inhoud: bytes.encode(`${JSON.stringify(made.publicatie, null, 1)}\n`) },
      { naam: 'certificaat.json', inhoud: bytes.encode(`${JSON.stringify(made.certificaat)}\n`) },
    ];
    const dir = values.get('--uit') as string;
    const victim = await overwritten(dir, bestanden, [pad, ...(hierarchie === undefined ? [] : [hierarchie])]);
    if (victim !== undefined) throw new UsageError(`De uitkomst zou ${victim} overschrijven. Kies met --uit een andere map.`);
    await writeResult(dir, bestanden);
    const { cellen, klein, erbij } = made.samenvatting;
    say(`${cellen} cellen: ${klein} klein, ${erbij} daarnaast verborgen. Alles staat in ${dir}.`);
    return Exit.klaar;
  },
};
