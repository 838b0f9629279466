// verzuimkit onderdruk: any table of counts made safe to share.
import { createVerzuimkit } from '../index.js';
import type { OnderdrukOptions } from '../kit.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, say } from './command.js';
import { readText } from './input.js';
import { overwritten, writeResult } from './output.js';
import { VEILIG_FLAGS, veiligOptions } from './veilig.js';

export const onderdruk: Command = {
  gebruik: '--uit MAP [opties] TABEL.csv',
  uitleg: 'Maakt een tabel met aantallen veilig om te delen: verbergt kleine aantallen en wat ze verraadt.',
  flags: {
    '--uit': { waarde: 'MAP', verplicht: true, uitleg: 'de map voor patroon.csv, publicatie.json en certificaat.json' },
    '--hierarchie': { waarde: 'H.csv', uitleg: 'kolommen dim, code, parent; een code mag meer ouders hebben' },
    ...VEILIG_FLAGS,
  },
  async run({ values, rest }) {
    const [pad, ...more] = rest;
    if (pad === undefined || more.length > 0) throw new UsageError('Geef precies één tabel.');
    const hierarchie = values.get('--hierarchie');
    const options: OnderdrukOptions = {
      tabel: await readText(pad),
      ...(hierarchie !== undefined && { hierarchie: await readText(hierarchie) }),
      ...veiligOptions(values),
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
