// Reading the command line: a table of flags per command, strict, with Dutch messages.

/** A call that cannot be carried out as it was given (exit 2). */
export class UsageError extends Error {}

export interface Flag {
  /** What follows the flag, for the help text ("DIR"); absent for a switch. */
  waarde?: string;
  /** The only values allowed. */
  keuze?: readonly string[];
  verplicht?: boolean;
  /** May be given more than once. */
  herhaalbaar?: boolean;
  uitleg: string;
}

export type Flags = Readonly<Record<string, Flag>>;

export interface ParsedArgs {
  /** The value of each flag; of a repeatable one the first. */
  values: ReadonlyMap<string, string>;
  /** All values of a flag, in their order; empty when it was not given. */
  alle(name: string): readonly string[];
  rest: readonly string[];
}

/**
 * Reads `--flag waarde`, `--flag=waarde` and switches, each once unless it is repeatable; everything after `--`, and `-` itself, is a file.
 *
 * @throws UsageError with a sentence that names the flag and what is allowed
 */
export function parseArgs(argv: readonly string[], flags: Flags): ParsedArgs {
  const values = new Map<string, string>();
  const more: [string, string][] = [];
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const arg = argv[i] as string;
    if (arg === '--') {
      rest.push(...argv.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      rest.push(arg);
      continue;
    }
    const [name = '', inline] = splitOnce(arg, '=');
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) throw new UsageError(unknownFlag(name, Object.keys(flags)));
    if (values.has(name) && !flag.herhaalbaar) throw new UsageError(`${name} staat er twee keer. Geef de optie één keer.`);
    if (flag.waarde === undefined) {
      if (inline !== undefined) throw new UsageError(`${name} krijgt geen waarde.`);
      values.set(name, '');
      continue;
    }
    let value = inline;
    if (value === undefined) {
      i += 1;
      value = argv[i];
    }
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      throw new UsageError(`Achter ${name} ontbreekt de waarde: ${name} ${flag.waarde}.`);
    }
    if (flag.keuze && !flag.keuze.includes(value)) {
      throw new UsageError(`${name} kan geen "${value}" zijn. Kies uit: ${flag.keuze.join(', ')}.`);
    }
    if (values.has(name)) more.push([name, value]);
    else values.set(name, value);
  }
  for (const [name, flag] of Object.entries(flags)) {
    if (flag.verplicht && !values.has(name)) throw new UsageError(`${name} ${flag.waarde} ontbreekt: ${flag.uitleg}`);
  }
  const alle = (name: string) => {
    const first = values.get(name);
    return first === undefined ? [] : [first, ...more.filter(([flag]) => flag === name).map(([, value]) => value)];
  };
  return { values, alle, rest };
}

export function unknownFlag(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `De optie ${name} bestaat niet.${near ? ` Bedoelde u ${near}?` : ''} Zie verzuimkit --help.`;
}

/** The known word that differs in at most two letters, if any. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

function splitOnce(text: string, at: string): [string, string?] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
