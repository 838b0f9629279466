// verzuimkit inspecteer: what a file is, as JSON, without computing anything.
import { createVerzuimkit } from '../index.js';
import { UsageError } from './args.js';
import { addFile, type Command, Exit, print } from './command.js';
import { nameFiles } from './input.js';

export const inspecteer: Command = {
  gebruik: 'BESTAND',
  uitleg: 'Zegt wat een bestand is: codering, scheidingsteken, kolommen, profiel, codes en problemen.',
  flags: {},
  async run({ rest }) {
    const [file, ...more] = nameFiles(rest);
    if (!file || more.length > 0) throw new UsageError('Geef precies één bestand, of - voor de standaardinvoer.');
    const kit = await createVerzuimkit();
    const session = kit.session();
    await addFile(session, file, undefined);
    print(await session.inspect());
    return Exit.klaar;
  },
};
