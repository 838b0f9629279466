import type { Bestand, Fout, Plaats } from './types.js';

/** "lessen.csv, regel 12, kolom datum" or "school.json, bij /kalender/regio"; empty when there is no place. */
export function placeText(plaats: Plaats): string {
  const parts: string[] = [];
  if (plaats.bestand) parts.push(plaats.bestand);
  if (plaats.regel) parts.push(`regel ${plaats.regel}`);
  if (plaats.kolom) parts.push(`kolom ${plaats.kolom}`);
  if (plaats.pad) parts.push(`bij ${plaats.pad}`);
  return parts.join(', ');
}

/**
 * Input that cannot be used. `fouten` says for each problem what is wrong, where, and what to do, in Dutch;
 * `code` is stable and meant for programs.
 *
 * Wrong use of the interface itself (no name for a file, a string where bytes are due) is a TypeError instead.
 */
export class VerzuimkitError extends Error {
  readonly fouten: readonly Fout[];
  /** Of a file that was refused: what it was found to be so far, so that a person can say which column is what. */
  readonly bestand: Bestand | undefined;

  constructor(fouten: readonly Fout[], options?: ErrorOptions, bestand?: Bestand) {
    const [first] = fouten;
    const place = first ? placeText(first.plaats) : '';
    const more = fouten.length > 1 ? ` (en nog ${fouten.length - 1})` : '';
    super(first ? `${place ? `${place}: ` : ''}${first.bericht}${more}` : 'Onbekende fout.', options);
    this.name = 'VerzuimkitError';
    this.fouten = fouten;
    this.bestand = bestand;
  }
}

/** A fatal problem found on this side of the boundary. */
export function failure(code: string, plaats: Plaats, bericht: string, cause?: unknown): VerzuimkitError {
  return new VerzuimkitError([{ code, ernst: 'fataal', plaats, bericht }], cause === undefined ? {} : { cause });
}
