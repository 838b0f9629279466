// Why a workbook cannot be read. Everything below session.ts throws this; session.ts adds the name of the file.

/** `code` as in VerzuimkitError; `regel` and `kolom` are the row and the letters of the cell, where there is one. */
export class Damage extends Error {
  readonly code: string;
  readonly regel: number | undefined;
  readonly kolom: string | undefined;

  constructor(code: string, bericht: string, regel?: number, kolom?: string) {
    super(bericht);
    this.code = code;
    this.regel = regel;
    this.kolom = kolom;
  }
}

/** The file is not what it says it is, or half of it is missing. */
export const damaged = (what: string): Damage =>
  new Damage(
    'werkmap_beschadigd',
    `Deze werkmap is beschadigd of onvolledig (${what}). Open het bestand in Excel, bewaar het opnieuw als .xlsx of ` +
      'als CSV (UTF-8), en kies dat bestand.',
  );

/** More than any export of a school: read on and the computer suffers. */
export const tooLarge = (what: string): Damage =>
  new Damage(
    'werkmap_te_groot',
    `Deze werkmap is te groot of verdacht samengeperst (${what}). Bewaar alleen het werkblad met de gegevens als CSV ` +
      '(UTF-8), en kies dat bestand.',
  );

/** A file that is something else. */
export const unsupported = (name: string, remedy: string): Damage =>
  new Damage('niet_ondersteund_bestand', `Dit bestand is een ${name}. ${remedy}`);
