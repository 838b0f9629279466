// verzuimkit tel-op: the leveringen of many schools added up, and one publicatie of schools and totals together.
import { createVerzuimkit } from '../index.js';
import type { TelOpOptions } from '../kit.js';
import type { Levering } from '../types.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, say } from './command.js';
import { readJson, readText } from './input.js';
import { overwritten, writeResult } from './output.js';
import { VEILIG_FLAGS, veiligOptions } from './veilig.js';

export const telOp: Command = {
  gebruik: '--uit MAP [opties] LEVERING.json…',
  uitleg: 'Telt leveringen van scholen op per gemeente, samenwerkingsverband en land, en maakt er een publicatie van.',
  flags: {
    '--uit': { waarde: 'MAP', verplicht: true, uitleg: 'de map voor telling.json, publicatie.json en certificaat.json' },
    '--indeling': { waarde: 'indeling.csv', uitleg: 'kolommen vestiging;gemeente;samenwerkingsverband' },
    ...VEILIG_FLAGS,
  },
  async run({ values, rest }) {
    if (rest.length === 0) throw new UsageError('Geef ten minste één levering.json.');
    const indeling = values.get('--indeling');
    const leveringen: TelOpOptions['leveringen'] = [];
    // One by one: no system lets thousands of files be open at once.
    for (const pad of rest) {
      const { naam, json } = await readJson<Levering>(pad);
      leveringen.push({ naam, levering: json });
    }
    const options: TelOpOptions = {
      leveringen,
      ...(indeling !== undefined && { indeling: await readText(indeling) }),
      ...veiligOptions(values),
    };
    const kit = await createVerzuimkit();
    const made = await placedIn(
      // The core knows the text of --indeling by that word.
      ({ plaats }) => (plaats.bestand === 'indeling' && indeling ? { ...plaats, bestand: indeling } : plaats),
      () => kit.telOp(options),
    );
    const json = (naam: string, value: unknown) => ({ naam, inhoud: new TextEncoder().encode(`${JSON.stringify(value)}\n`) });
    const bestanden = [
      json('telling.json', made.telling),
      json('publicatie.json', made.publicatie),
      json('certificaat.json', made.certificaat),
    ];
    const dir = values.get('--uit') as string;
    const victim = await overwritten(dir, bestanden, indeling === undefined ? rest : [indeling, ...rest]);
    if (victim !== undefined) throw new UsageError(`De uitkomst zou ${victim} overschrijven. Kies met --uit een andere map.`);
    await writeResult(dir, bestanden);
    const { vestigingen, cellen, klein, verborgen } = made.samenvatting;
    say(`${vestigingen} vestigingen, ${cellen} cellen: ${klein} klein, ${verborgen} verborgen. Alles staat in ${dir}.`);
    say('telling.json bevat de echte aantallen en is niet om te delen.');
    return Exit.klaar;
  },
};
