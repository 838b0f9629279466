// What a command is, and what commands share.
import { placeText, VerzuimkitError } from '../errors.js';
import type { AddOptions, Session } from '../session.js';
import type { Bestand, Fout } from '../types.js';
import type { Flags, ParsedArgs } from './args.js';
import { type InputFile, openInput } from './input.js';
import { ProgressLine } from './progress.js';

/** The exit codes; scripts rely on them. */
export const Exit = { klaar: 0, bevinding: 1, aanroep: 2, geweigerd: 3 } as const;
export type ExitCode = (typeof Exit)[keyof typeof Exit];

export interface Command {
  /** What follows the name, for the help text. */
  gebruik: string;
  uitleg: string;
  flags: Flags;
  run(args: ParsedArgs): Promise<ExitCode>;
}

/** Problems that mean: this input must first be decided on by a person. */
const REFUSED = new Set(['onbekende_code', 'code_strijdig']);

export function exitCodeFor(error: VerzuimkitError): ExitCode {
  return error.fouten.some((fout) => REFUSED.has(fout.code)) ? Exit.geweigerd : Exit.aanroep;
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function sayProblem(fout: Fout): void {
  const place = placeText(fout.plaats);
  say(`${fout.ernst === 'fataal' ? 'fout' : fout.ernst}: ${place ? `${place}: ` : ''}${fout.bericht}`);
}

/** Answers as JSON on standard output. */
export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Rethrows the problems of `work` with their place named after the file or flag they came from. */
export async function placedIn<T>(place: (fout: Fout) => Fout['plaats'], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof VerzuimkitError)) throw error;
    throw new VerzuimkitError(
      error.fouten.map((fout) => ({ ...fout, plaats: place(fout) })),
      { cause: error },
    );
  }
}

/** Of the sheets of a workbook one is read: a person has to know which. */
function saySheet({ naam, werkblad, andere_werkbladen: andere = [] }: Bestand): void {
  if (werkblad === undefined || andere.length === 0) return;
  const others = andere.map((name) => `«${name}»`).join(', ');
  say(`${naam}: werkblad «${werkblad}» gelezen, niet ${others}. Een ander werkblad kiest u met --werkblad.`);
}

/** What names the layout of the registers, for every command that reads them. */
export const PROFIEL_FLAG: Flags = {
  '--profiel': {
    waarde: 'NAAM|profiel.json',
    uitleg: 'de indeling van de registers, of een bestand dat zegt welke kolom wat is; zonder deze optie herkend',
  },
};

/** What names the sheet of a workbook, for every command that reads registers. */
export const WERKBLAD_FLAG: Flags = {
  '--werkblad': { waarde: 'NAAM', uitleg: 'het werkblad van een .xlsx; zonder deze optie het eerste met gegevens' },
};

/** Reads one file into the session, with progress on a terminal. */
export async function addFile(
  session: Session,
  file: InputFile,
  { soort, werkblad }: { soort?: AddOptions['soort'] | undefined; werkblad?: string | undefined },
): Promise<Bestand> {
  const { totaal, bytes } = await openInput(file);
  const line = new ProgressLine(process.stderr);
  try {
    const bestand = await session.add(bytes, {
      naam: file.naam,
      ...(soort === undefined ? {} : { soort }),
      ...(werkblad === undefined ? {} : { werkblad }),
      onProgress: (voortgang) => line.show(file.naam, totaal === undefined ? voortgang : { ...voortgang, totaal }),
    });
    line.clear();
    saySheet(bestand);
    return bestand;
  } finally {
    line.clear();
  }
}

