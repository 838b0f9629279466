// verzuimkit inspecteer: what a file is and why, as JSON and in words, without computing anything.
import { createVerzuimkit } from '../index.js';
import type { Beslissing, Bestand } from '../types.js';
import { UsageError } from './args.js';
import { addFile, type Command, Exit, print, PROFIEL_FLAG, say, WERKBLAD_FLAG } from './command.js';
import { nameFiles, readProfiel } from './input.js';

function sayChoice(what: string, { keuze, omdat, tweede }: Beslissing): void {
  const second = tweede ? ` Daarna kwam ${tweede.keuze}: ${tweede.omdat}.` : '';
  say(`  ${what}: ${keuze === '' ? '' : `${keuze}, want `}${omdat}.${second}`);
}

/** The explanation for a person; the same stands as data in the JSON. */
function sayWhy({ naam, verklaring, profiel_bron: bron }: Bestand): void {
  say(`${naam} is zo gelezen (profiel ${bron}):`);
  sayChoice('codering', verklaring.codering);
  sayChoice('scheidingsteken', verklaring.scheidingsteken);
  sayChoice('kopregel', verklaring.kopregel);
  sayChoice('profiel', verklaring.profiel);
}

export const inspecteer: Command = {
  gebruik: '[--profiel NAAM|profiel.json] [--werkblad NAAM] BESTAND',
  uitleg: 'Zegt wat een bestand is: codering, scheidingsteken, kolommen, profiel, codes en problemen.',
  flags: { ...PROFIEL_FLAG, ...WERKBLAD_FLAG },
  async run({ values, rest }) {
    const [file, ...more] = nameFiles(rest);
    if (!file || more.length > 0) throw new UsageError('Geef precies één bestand, of - voor de standaardinvoer.');
    const kit = await createVerzuimkit();
    const session = kit.session();
    const soort = await readProfiel(values.get('--profiel'));
    sayWhy(await addFile(session, file, { soort, werkblad: values.get('--werkblad') }));
    print(await session.inspect());
    return Exit.klaar;
  },
};
