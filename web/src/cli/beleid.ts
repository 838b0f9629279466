// verzuimkit beleid: the chapter on verzuim of a schoolgids, from school.json. Exit 1 when something is missing.
import { basename } from 'node:path';
import { createVerzuimkit } from '../index.js';
import { VerzuimkitError } from '../errors.js';
import { UsageError } from './args.js';
import { type Command, Exit, placedIn, print, say } from './command.js';
import { readText } from './input.js';

export const beleid: Command = {
  gebruik: '[opties] school.json',
  uitleg: 'Toont het hoofdstuk over verzuim voor de schoolgids; uitgang 1 als er een onderdeel ontbreekt.',
  flags: { '--json': { uitleg: 'het hoofdstuk met onderdelen, zinnen en problemen als JSON' } },
  async run({ values, rest }) {
    const [pad, ...more] = rest;
    if (pad === undefined || more.length > 0) throw new UsageError('Geef precies één school.json.');
    const text = await readText(pad);
    const kit = await createVerzuimkit();
    const made = await placedIn(
      ({ plaats }) => ({ bestand: basename(pad), ...plaats }),
      async () => {
        const answer = await kit.beleid(text);
        // A chapter without the rules that are wrong would read as if it were whole.
        if (answer.problemen.length > 0) throw new VerzuimkitError(answer.problemen);
        return answer;
      },
    );
    if (values.has('--json')) print(made);
    else process.stdout.write(made.hoofdstuk);
    for (const zin of made.ontbreekt) say(`ontbreekt: ${zin}`);
    return made.ontbreekt.length > 0 ? Exit.bevinding : Exit.klaar;
  },
};
