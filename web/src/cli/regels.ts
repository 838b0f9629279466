// verzuimkit regels: the rules, values and options of this module, as JSON.
import { createVerzuimkit } from '../index.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, print } from './command.js';

export const regels: Command = {
  gebruik: '[--datum JJJJ-MM-DD]',
  uitleg: 'Toont de regels met waarde, artikel, grond en geldigheid.',
  flags: { '--datum': { waarde: 'JJJJ-MM-DD', uitleg: 'alleen wat op deze dag geldt' } },
  async run({ values, rest }) {
    if (rest.length > 0) throw new UsageError('regels leest geen bestanden.');
    const kit = await createVerzuimkit();
    print(await placedIn(() => ({ bestand: '--datum' }), () => kit.regels(values.get('--datum'))));
    return Exit.klaar;
  },
};
