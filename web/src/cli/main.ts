// The command line: picks the command, turns every error into a Dutch line and an exit code.
import { VerzuimkitError } from '../errors.js';
import { createVerzuimkit } from '../index.js';
import { type Flags, nearest, parseArgs, UsageError } from './args.js';
import { beleid } from './beleid.js';
import { bereken } from './bereken.js';
import { type Command, Exit, type ExitCode, exitCodeFor, say, sayProblem } from './command.js';
import { controleer } from './controleer.js';
import { inspecteer } from './inspecteer.js';
import { onderdruk } from './onderdruk.js';
import { regels } from './regels.js';
import { telOp } from './tel-op.js';
import { vergelijk } from './vergelijk.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  bereken,
  vergelijk,
  inspecteer,
  controleer,
  onderdruk,
  'tel-op': telOp,
  beleid,
  regels,
};

function flagLines(flags: Flags): string {
  return Object.entries(flags)
    .map(([name, { waarde, uitleg }]) => `    ${waarde === undefined ? name : `${name} ${waarde}`}\n        ${uitleg}\n`)
    .join('');
}

function help(): string {
  const commands = Object.entries(COMMANDS)
    .map(([name, { gebruik, uitleg, flags }]) => `  verzuimkit ${name} ${gebruik}\n    ${uitleg}\n${flagLines(flags)}`)
    .join('\n');
  return `verzuimkit: van de export van een school naar de meldingen die de wet vraagt. Alles blijft op deze computer.

${commands}
  verzuimkit --versie
  verzuimkit --help

Uitgang: 0 klaar, 1 bevinding, 2 verkeerde aanroep of onleesbaar bestand, 3 invoer geweigerd (onbekende codes).
`;
}

async function dispatch([name, ...argv]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === '-h' || argv.includes('--help')) {
    process.stdout.write(help());
    return Exit.klaar;
  }
  if (name === '--versie') {
    const { versie, sha256 } = (await createVerzuimkit()).versie;
    process.stdout.write(`verzuimkit ${versie} (module ${sha256})\n`);
    return Exit.klaar;
  }
  if (name === undefined) throw new UsageError(`Geef een opdracht: ${Object.keys(COMMANDS).join(', ')}. Zie verzuimkit --help.`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new UsageError(`De opdracht ${name} bestaat niet.${near ? ` Bedoelde u ${near}?` : ''} Zie verzuimkit --help.`);
  }
  return command.run(parseArgs(argv, command.flags));
}

/** Runs one command line; never throws. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  // `verzuimkit regels | head` closes the pipe early; that is no error of ours.
  process.stdout.on('error', () => {});
  try {
    return await dispatch(argv);
  } catch (error) {
    if (error instanceof VerzuimkitError) {
      for (const fout of error.fouten) sayProblem(fout);
      return exitCodeFor(error);
    }
    if (error instanceof UsageError) say(`fout: ${error.message}`);
    else say(`fout in verzuimkit, meld hem: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return Exit.aanroep;
  }
}
