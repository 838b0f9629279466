// verzuimkit inspecteer: what a file is, as JSON, without computing anything.
import { createVerzuimkit } from '../index.js';
import { UsageError } from './args.js';
import { addFile, type Command, Exit, print, PROFIEL_FLAG, WERKBLAD_FLAG } from './command.js';
import { nameFiles, readProfiel } from './input.js';

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
    await addFile(session, file, { soort, werkblad: values.get('--werkblad') });
    print(await session.inspect());
    return Exit.klaar;
  },
};
