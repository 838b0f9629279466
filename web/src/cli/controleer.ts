// verzuimkit controleer: what a reader can work out from a publicatie. Exit 1 when a small count is given away.
import { createVerzuimkit } from '../index.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, print, say } from './command.js';
import { readText } from './input.js';
import { writeResult } from './output.js';

export const controleer: Command = {
  gebruik: '[--certificaat MAP] PUBLICATIE.json',
  uitleg: 'Zegt per verborgen cel welke aantallen nog mogelijk zijn; uitgang 1 als een klein aantal is prijsgegeven.',
  flags: { '--certificaat': { waarde: 'MAP', uitleg: 'zet het bewijs als certificaat.json in deze map' } },
  async run({ values, rest }) {
    const [pad, ...more] = rest;
    if (pad === undefined || more.length > 0) throw new UsageError('Geef precies één publicatie.');
    const text = await readText(pad);
    const kit = await createVerzuimkit();
    const { certificaat, ...controle } = await placedIn(
      (fout) => ({ bestand: pad, ...fout.plaats }),
      () => kit.controleer(text),
    );
    print(controle);
    const dir = values.get('--certificaat');
    if (dir !== undefined) {
      const inhoud = new TextEncoder().encode(`${JSON.stringify(certificaat)}\n`);
      await writeResult(dir, [{ naam: 'certificaat.json', inhoud }]);
    }
    const leaks = controle.cellen.filter((cel) => cel.prijsgegeven);
    for (const { cel, recept } of leaks) say(`prijsgegeven: ${cel}${recept ? ` (${recept})` : ''}`);
    say(controle.veilig ? 'Geen klein aantal is te herleiden.' : `${leaks.length} aantallen zijn te herleiden.`);
    return controle.veilig ? Exit.klaar : Exit.bevinding;
  },
};
