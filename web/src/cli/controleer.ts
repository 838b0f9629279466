// verzuimkit controleer: what a reader can work out from a publicatie. Exit 1 when a small count is given away.
import { createVerzuimkit } from '../index.js';
import type { Lezer } from '../kit.js';
import type { Certificaat, Levering } from '../types.js';
import { type ParsedArgs, UsageError } from './args.js';
import { type Command, Exit, placedIn, print, say } from './command.js';
import { readEerder, readJson, readText } from './input.js';
import { writeResult } from './output.js';

/** What the reader has besides the publicatie. */
async function readLezer({ values, alle }: ParsedArgs): Promise<Lezer> {
  const levering = values.get('--levering');
  const school = values.get('--lezer') === 'school';
  if (school && levering === undefined) throw new UsageError('Geef met --levering de levering.json van de school die leest.');
  if (!school && levering !== undefined) throw new UsageError('--levering hoort bij --lezer school.');
  const eerder = alle('--eerder');
  const bewijs = values.get('--bewijs');
  const lezer: Lezer = {
    ...(eerder.length > 0 && { eerder: await readEerder(eerder) }),
    ...(bewijs !== undefined && { bewijs: (await readJson<Certificaat>(bewijs)).json }),
  };
  if (levering === undefined) return lezer;
  const { naam, json } = await readJson<Levering>(levering);
  return { ...lezer, levering: { naam, levering: json } };
}

export const controleer: Command = {
  gebruik: '[opties] PUBLICATIE.json',
  uitleg: 'Zegt per verborgen cel welke aantallen nog mogelijk zijn; uitgang 1 als een klein aantal is prijsgegeven.',
  flags: {
    '--bewijs': { waarde: 'CERTIFICAAT.json', uitleg: 'rekent het bewijs na dat bij de publicatie hoort' },
    '--certificaat': { waarde: 'MAP', uitleg: 'zet het bewijs als certificaat.json in deze map' },
    '--eerder': { waarde: 'PUBLICATIE.json', herhaalbaar: true, uitleg: 'een publicatie van dezelfde school die lezers ook hebben' },
    '--lezer': {
      waarde: 'buitenstaander|school',
      keuze: ['buitenstaander', 'school'],
      uitleg: 'wie leest: iemand van buiten (standaard), of een school uit de optelling',
    },
    '--levering': { waarde: 'LEVERING.json', uitleg: 'de eigen aantallen van de school die leest' },
  },
  async run(args) {
    const { values, rest } = args;
    const [pad, ...more] = rest;
    if (pad === undefined || more.length > 0) throw new UsageError('Geef precies één publicatie.');
    const text = await readText(pad);
    const lezer = await readLezer(args);
    const kit = await createVerzuimkit();
    const { certificaat, ...controle } = await placedIn(
      (fout) => ({ bestand: pad, ...fout.plaats }),
      () => kit.controleer(text, lezer),
    );
    print(controle);
    const dir = values.get('--certificaat');
    if (dir !== undefined) {
      const inhoud = new TextEncoder().encode(`${JSON.stringify(certificaat)}\n`);
      await writeResult(dir, [{ naam: 'certificaat.json', inhoud }]);
    }
    const leaks = controle.cellen.filter((cel) => cel.prijsgegeven);
    for (const { cel, recept } of leaks) say(`prijsgegeven: ${cel}${recept ? ` (${recept})` : ''}`);
    if (lezer.levering) say('Deze controle bevat de eigen aantallen van de school en is niet om te delen.');
    if (lezer.bewijs) say('Het bewijs klopt en hoort bij deze publicatie.');
    say(controle.veilig ? 'Geen klein aantal is te herleiden.' : `${leaks.length} aantallen zijn te herleiden.`);
    return controle.veilig ? Exit.klaar : Exit.bevinding;
  },
};
