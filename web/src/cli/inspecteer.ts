// verzuimkit inspecteer: what a file is, as JSON, without computing anything.
import { createVerzuimkit } from '../index.js';
import { UsageError } from './args.js';
import { addFile, type Command, Exit, print, WERKBLAD_FLAG } from './command.js';
import { nameFiles } from './input.js';

export const inspecteer: Command = {
  gebruik: '[--werkblad NAAM] BESTAND',
  uitleg: 'Zegt wat een bestand is: codering, scheidingsteken, kolommen, profiel, codes en problemen.',
  flags: WERKBLAD_FLAG,
  async run({ values, rest }) {
    const [file, ...more] = nameFiles(rest);
    if (!file || more.length > 0) throw new UsageError('Geef precies één bestand, of - voor de standaardinvoer.');
    const kit = await createVerzuimkit();
    const session = kit.session();
    await addFile(session, file, { werkblad: values.get('--werkblad') });
    print(await session.inspect());
    return Exit.klaar;
  },
};
