// @generated from web/schema by `npm run generate`; do not edit.

/**
 * Why a lesson was missed, in the classes the law tells apart.
 */
export type Klasse =
  | 'ziekte'
  | 'schorsing'
  | 'religie'
  | 'vakantieverlof'
  | 'gewichtig'
  | 'verboden'
  | 'gesloten'
  | 'vijfjarige'
  | 'spijbelen'
  | 'te_laat'
  | 'luxe'
  | 'wacht_op_plek'
  | 'onverklaard'
  | 'geen_verzuim';

/**
 * What a file was found to be.
 */
export interface Bestand {
  naam: string;
  bytes: number;
  sha256: string;
  codering: string;
  scheidingsteken: string;
  /**
   * 0: no header.
   */
  kopregel: number;
  kolommen: {
    naam: string;
    veld: string;
    datumnotatie: string;
  }[];
  profiel: string;
  profiel_bron: string;
  voorbeeld: string[][];
  rijen: Rijen;
}
/**
 * gelezen = gebruikt + afgewezen, always.
 */
export interface Rijen {
  gelezen: number;
  gebruikt: number;
  afgewezen: number;
}
/**
 * A problem as data: what, how bad, where, and what to do.
 */
export interface Fout {
  /**
   * Stable, for programs.
   */
  code: string;
  ernst: 'fataal' | 'afgewezen' | 'twijfel' | 'melding';
  plaats: Plaats;
  /**
   * Dutch, says what to do.
   */
  bericht: string;
}
/**
 * Members that do not apply are left out.
 */
export interface Plaats {
  bestand?: string;
  /**
   * Counted from 1, as a spreadsheet shows it.
   */
  regel?: number;
  kolom?: string;
  /**
   * A JSON pointer.
   */
  pad?: string;
}
/**
 * What was read so far.
 */
export interface Inspectie {
  bestanden: Bestand[];
  codes: CodeTelling[];
  /**
   * How often each problem code occurs.
   */
  problemen: {
    [k: string]: number;
  };
  /**
   * The first problems.
   */
  eerste: Fout[];
}
export interface CodeTelling {
  code: string;
  aantal: number;
  klasse: Klasse | null;
  bron: string;
}
export interface Levering {
  [k: string]: unknown;
}
/**
 * meldingen.json: what the law requires to be reported, sorted by leerling, einddatum, soort.
 */
export interface Meldingen {
  meldingen: Melding[];
}
export interface Melding {
  soort: '16u' | 'lrv' | 'luxe' | '16u_18plus' | 'rmc';
  leerling: string;
  volgnummer: number;
  begindatum: string;
  /**
   * null: still running
   */
  einddatum: string | null;
  /**
   * The day on which the duty arose.
   */
  meldbaar_vanaf: string;
  /**
   * The last day of the term.
   */
  uiterste_datum: string;
  /**
   * Credit minutes; 960 are sixteen hours.
   */
  minuten: number;
  regels: MeldingRegel[];
  grond: Grond;
  let_op: LetOp[];
}
/**
 * One lesson behind a melding and the credit minutes it added.
 */
export interface MeldingRegel {
  bestand: string;
  regel: number;
  datum: string;
  lesuur: number;
  minuten: number;
}
export interface Grond {
  /**
   * Id of the rule, as in `regels`.
   */
  regel: string;
  artikel: string;
  geldig_vanaf: string;
  basis: string;
  bron: string;
}
export interface LetOp {
  code: string;
  bericht: string;
}
export interface Opties {
  [k: string]: unknown;
}
export interface Publicatie {
  [k: string]: unknown;
}
export interface Regels {
  [k: string]: unknown;
}
export interface Samenvatting {
  rijen: Rijen;
  [k: string]: unknown;
}
/**
 * school.json: the school, its calendar, codes, options and wishes. An unknown key is an error.
 */
export interface School {
  school?: {
    brin?: string;
    vestiging?: string;
    naam?: string;
    profiel?: 'po' | 'sbo' | 'so' | 'vso' | 'vo' | 'pro' | 'mbo' | 'bes' | 'niet_bekostigd';
  };
  kalender?: {
    regio?: 'noord' | 'midden' | 'zuid';
    /**
     * Own vacations; they replace the region's.
     */
    vakanties?: {
      van: string;
      tot: string;
    }[];
    lesvrij?: string[];
  };
  /**
   * The school's own reason codes. "T/J" and "T/N" tell the two flags of one code apart.
   */
  codes?: {
    [k: string]: Klasse;
  };
  opties?: Opties;
  perioden?: {
    naam: string;
    van: string;
    tot: string;
  }[];
  /**
   * Bounds in whole percents, ascending, the first 0.
   */
  intervallen?: number[];
  onderverdeling?: {
    naam: string;
    onderwijssoorten?: ('po' | 'sbo' | 'so' | 'vso' | 'pro' | 'vmbo' | 'havo' | 'vwo' | 'vavo' | 'mbo')[];
    leerjaren?: number[];
  }[];
  publicatie?: {
    drempel?: number;
    nul?: 'verbergen' | 'tonen';
    markering?: 'enkel' | 'tweevoudig';
  };
}
/**
 * Which module this is.
 */
export interface Versie {
  versie: string;
  regelset: string;
  schema: string;
  compiler: string;
  /**
   * Of verzuimkit.wasm.
   */
  sha256: string;
}
export interface Verslag {
  [k: string]: unknown;
}
