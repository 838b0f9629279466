// @generated from web/schema by `npm run generate`; do not edit.

/**
 * On what a number, a default or a rule rests.
 */
export type Basis = 'wet' | 'voorlichting' | 'wetsvoorstel' | 'keuze van het project' | 'keuze van de school';
export type Voorwaarde =
  | VoorwaardeUren
  | VoorwaardeAantal
  | VoorwaardeZelfde
  | VoorwaardeWeken
  | VoorwaardeAchtereen
  | VoorwaardeStijgend
  | VoorwaardeTerugval
  | VoorwaardeNotitie
  | VoorwaardeSamen;
/**
 * Which absence counts: ongeoorloofd (late arrivals among it), afwezig (ongeoorloofd without late arrivals), te_laat, ziekte, geoorloofd (ziekte among it), alles.
 */
export type Telt = 'ongeoorloofd' | 'afwezig' | 'te_laat' | 'ziekte' | 'geoorloofd' | 'alles';
/**
 * What follows. signaal goes to the leerplichtambtenaar, jeugdarts to the jeugdarts, all else stays intern.
 */
export type Actie =
  'mentor' | 'gesprek_leerling' | 'gesprek_ouders' | 'brief_ouders' | 'ondersteuningsteam' | 'jeugdarts' | 'signaal';
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
export type KeuzehulpUitkomst =
  'luxe' | 'lrv' | 'rmc' | '16u' | '16u_18plus' | 'vrijwillig' | 'overig' | 'niet_melden';
export type Antwoord = 'ja' | 'nee';
export type EpisodeAard = 'onverklaard' | 'ziekte' | 'geoorloofd' | 'vakantie' | 'ongeoorloofd';
export type Categorie = 'totaal' | 'geoorloofd' | 'ziekte' | 'ongeoorloofd';
export type MeldingSoort = '16u' | 'lrv' | 'luxe' | '16u_18plus' | 'rmc';
export type MonitorTermNaam = 'chronisch' | 'ernstig';
export type MonitorDimensie = 'school' | 'onderverdeling' | 'leerjaar' | 'klas' | 'leeftijd' | 'periode';
export type MonitorTermNaam1 = 'chronisch' | 'ernstig';
export type Optie = GetalOptie | JaNeeOptie | KeuzeOptie;
export type Profiel = 'po' | 'sbo' | 'so' | 'vso' | 'vo' | 'pro' | 'mbo' | 'bes' | 'niet_bekostigd';
export type Onderwijssoort = 'po' | 'sbo' | 'so' | 'vso' | 'pro' | 'vmbo' | 'havo' | 'vwo' | 'vavo' | 'mbo';
export type SignaalEenheid = 'telminuten' | 'lessen' | 'dagen' | 'perioden' | 'lesweken' | 'notities';
export type Ontvanger = 'leerplicht' | 'jeugdarts' | 'intern';
export type VergelijkLijst = 'nieuw' | 'ongewijzigd' | 'te_corrigeren' | 'in_te_trekken';
export type VerlofSoort = 'vakantieverlof' | 'gewichtig' | 'vijfjarige' | 'schorsing' | 'religie';
export type VrijstellingStand = 'komt' | 'loopt' | 'voorbij';
export type Onderdeel =
  | 'levering'
  | 'publicatie'
  | 'beleid'
  | 'duo'
  | 'lrv'
  | 'luxe'
  | '16u_18plus'
  | 'rmc'
  | 'verlof'
  | 'vrijstelling'
  | 'schorsing'
  | 'onderwijstijd';
export type MeldingStand = 'tijdig' | 'te_laat' | 'verzonden' | 'open' | 'verlopen';
export type ThuiszitterDefinitie = 'meer_dan_drie_maanden' | 'vier_weken';

/**
 * The school's verzuimbeleid: who agreed to what, the six parts of the chapter, and the rules that run. Explained in docs/verzuimbeleid.md.
 */
export interface Beleid {
  versie?: string;
  /**
   * Where the rules stand: "Schoolgids 2026-2027, hoofdstuk 6".
   */
  schoolgids?: string;
  /**
   * First day of this version.
   */
  vanaf?: string;
  /**
   * The day on which parents and pupils in the MR agreed.
   */
  instemming_mr?: string;
  /**
   * The day on which bill 36 663 takes effect, once it is known. Without it no signaal is deelbaar.
   */
  inwerkingtreding?: string;
  onderdelen?: BeleidOnderdelen;
  /**
   * The words a mentor may note. Choose words about the situation, never about health.
   */
  labels?: string[];
  mazl?: Mazl;
  /**
   * @maxItems 50
   */
  regels?: BeleidRegel[];
}
/**
 * The school's own text per part of the chapter.
 */
export interface BeleidOnderdelen {
  werkwijze?: string;
  taakverdeling?: string;
  oorzaken?: string;
  evaluatie?: string;
  ketenpartners?: string;
  /**
   * Introduction to the rules; the rules themselves are added as sentences.
   */
  signaal?: string;
}
/**
 * M@ZL: sickness that goes to the jeugdarts. What is left out has the value of the method (4 reports in 12 lesweken, 7 lesson days in a row); a school whose region or sector agreed on others writes those.
 */
export interface Mazl {
  ziekmeldingen?: number;
  lesweken?: number;
  lesdagen?: number;
}
/**
 * One rule: steps in order, given as stappen or as the sentence that says the same; exactly one of the two.
 */
export interface BeleidRegel {
  /**
   * The rule's number in the schoolgids; each once.
   */
  nummer: string;
  /**
   * @minItems 1
   * @maxItems 6
   */
  stappen?:
    | [BeleidStap]
    | [BeleidStap, BeleidStap]
    | [BeleidStap, BeleidStap, BeleidStap]
    | [BeleidStap, BeleidStap, BeleidStap, BeleidStap]
    | [BeleidStap, BeleidStap, BeleidStap, BeleidStap, BeleidStap]
    | [BeleidStap, BeleidStap, BeleidStap, BeleidStap, BeleidStap, BeleidStap];
  /**
   * The rule as its sentence, exactly as `beleid` writes it.
   */
  zin?: string;
}
export interface BeleidStap {
  als: Voorwaarde;
  dan: Actie;
}
/**
 * So many hours or more within the window; hours as in the sixteen hours of the law.
 */
export interface VoorwaardeUren {
  soort: 'uren';
  telt: Telt;
  minstens: number;
  /**
   * The window that ends on the day itself, in lesweken, or the school year so far.
   */
  lesweken: number | 'schooljaar';
}
/**
 * So many lessons, days or periods (days in a row) or more within the window.
 */
export interface VoorwaardeAantal {
  soort: 'aantal';
  telt: Telt;
  eenheid: 'lessen' | 'dagen' | 'perioden';
  minstens: number;
  /**
   * The window that ends on the day itself, in lesweken, or the school year so far.
   */
  lesweken: number | 'schooljaar';
  /**
   * Only this lesson: the pupil's first of the day, or this lesuur. With eenheid lessen.
   */
  les?: 'eerste' | number;
}
/**
 * So many days on one weekday, or lessons of one lesuur (of one weekday), within the window.
 */
export interface VoorwaardeZelfde {
  soort: 'zelfde';
  telt: Telt;
  zelfde: 'weekdag' | 'lesuur' | 'weekdag_en_lesuur';
  minstens: number;
  /**
   * The window that ends on the day itself, in lesweken, or the school year so far.
   */
  lesweken: number | 'schooljaar';
}
/**
 * Absence in so many of the last lesweken, whole calendar weeks.
 */
export interface VoorwaardeWeken {
  soort: 'weken';
  telt: Telt;
  minstens: number;
  lesweken: number;
}
/**
 * Absence on so many of the pupil's lesson days in a row.
 */
export interface VoorwaardeAchtereen {
  soort: 'achtereen';
  telt: Telt;
  minstens: number;
}
/**
 * More hours in each of so many periods in a row than in the one before, and so many hours in the last.
 */
export interface VoorwaardeStijgend {
  soort: 'stijgend';
  telt: Telt;
  perioden: number;
  /**
   * Length of one period.
   */
  lesweken: number;
  /**
   * Hours in the last period.
   */
  minstens: number;
}
/**
 * Ongeoorloofd absence again within so many lesweken after the end of a melding.
 */
export interface VoorwaardeTerugval {
  soort: 'terugval';
  lesweken: number;
}
/**
 * The mentor noted this label within the window.
 */
export interface VoorwaardeNotitie {
  soort: 'notitie';
  /**
   * One of the labels of this beleid.
   */
  label: string;
  /**
   * The window that ends on the day itself, in lesweken, or the school year so far.
   */
  lesweken: number | 'schooljaar';
}
/**
 * All of these (en) or at least one (of).
 */
export interface VoorwaardeSamen {
  soort: 'en' | 'of';
  /**
   * @minItems 2
   */
  delen: [Voorwaarde, Voorwaarde, ...Voorwaarde[]];
}
/**
 * What a file was found to be.
 */
export interface Bestand {
  naam: string;
  bytes: number;
  /**
   * Empty when it was not asked for.
   */
  sha256: string;
  codering: string;
  scheidingsteken: string;
  /**
   * Counted from 1; 0: no header.
   */
  kopregel: number;
  kolommen: Kolom[];
  profiel: string;
  profiel_bron: string;
  verklaring: Verklaring;
  /**
   * The first rows; columns with BSNs and columns about health are blank.
   */
  voorbeeld: string[][];
  rijen: Rijen;
  /**
   * Of a workbook: the sheet that was read.
   */
  werkblad?: string;
  /**
   * Of a workbook: the other sheets in it.
   */
  andere_werkbladen?: string[];
}
export interface Kolom {
  naam: string;
  /**
   * The canonical field it feeds; empty: not used.
   */
  veld: string;
  /**
   * Empty: no date.
   */
  datumnotatie: string;
}
/**
 * Why the file is read as it is. Tells of the form of the file only, never of what stands in a row.
 */
export interface Verklaring {
  codering: Beslissing;
  scheidingsteken: Beslissing;
  kopregel: Beslissing;
  profiel: Beslissing;
  /**
   * Each delimiter that was tried, the best first. Empty for records (JSON, EDEXML).
   */
  kandidaten: Kandidaat[];
}
/**
 * What was chosen, on what that rests (Dutch, part of a sentence), and what came second. An empty choice: nothing was chosen, and omdat says why.
 */
export interface Beslissing {
  keuze: string;
  omdat: string;
  tweede: null | TweedeKeuze;
}
export interface TweedeKeuze {
  keuze: string;
  omdat: string;
}
export interface Kandidaat {
  scheidingsteken: string;
  /**
   * That fitted best; empty: none did.
   */
  profiel: string;
  /**
   * With every column that the profile needs.
   */
  volledig: boolean;
  kopregel: number;
  kolommen_herkend: number;
  /**
   * That most rows have.
   */
  velden: number;
  regels_met_zoveel_velden: number;
  regels_bekeken: number;
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
 * Tables that all fit a publicatie; docs/disclosure.md. Checked by addition only.
 */
export interface Certificaat {
  /**
   * Per cell lowest, highest (null: no end), and the first and last value that must stay possible.
   */
  cells: [number | null, number | null, number | null, number | null][];
  /**
   * Pairs of lists of cells with the same sum.
   */
  sums: [number[], number[]][];
  base: number[];
  tables: [number, number][][];
}
/**
 * What a reader of a publicatie can work out.
 */
export interface Controle {
  veilig: boolean;
  cellen: ControleCel[];
  certificaat: Certificaat;
}
export interface ControleCel {
  cel: string;
  laagste: number;
  /**
   * null: no end.
   */
  hoogste: number | null;
  /**
   * Narrower than its marker says.
   */
  prijsgegeven: boolean;
  /**
   * How a reader gets there.
   */
  recept?: string;
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
   *
   * @maxItems 100
   */
  eerste: Fout[];
  /**
   * The first day in the files.
   */
  van: string | null;
  /**
   * The last day in the files.
   */
  tot: string | null;
}
export interface CodeTelling {
  code: string;
  /**
   * The flag beside the code in the file, if any.
   */
  geoorloofd: 'J' | 'N' | null;
  te_laat: boolean;
  aantal: number;
  /**
   * null: not decided.
   */
  klasse: Klasse | null;
  /**
   * Where the class comes from.
   */
  bron: string;
  /**
   * Flag and class contradict each other.
   */
  strijdig: boolean;
}
/**
 * keuzehulp.json: every absence episode with the path through the questions of DUO's keuzehulp, answered from the data. For the school itself: it names sickness.
 */
export interface Keuzehulp {
  peildatum: string;
  /**
   * Every question once, in the order in which they are asked.
   */
  vragen: KeuzehulpVraag[];
  uitkomsten: KeuzehulpUitkomstTekst[];
  /**
   * Every path that occurs, once; episodes refer to them by index.
   */
  paden: KeuzehulpPad[];
  /**
   * Sorted by leerling, van, aard.
   */
  episodes: Episode[];
}
export interface KeuzehulpVraag {
  vraag: string;
  /**
   * duo: a question of DUO's own keuzehulp.
   */
  bron: 'duo' | 'project';
  tekst: string;
  /**
   * What the answer ja says, as a sentence.
   */
  ja: string;
  nee: string;
}
export interface KeuzehulpUitkomstTekst {
  uitkomst: KeuzehulpUitkomst;
  titel: string;
  tekst: string;
  /**
   * Whether the school has to report; false: it may, or it should not.
   */
  moet: boolean;
}
export interface KeuzehulpPad {
  stappen: {
    vraag: string;
    antwoord: Antwoord;
  }[];
  uitkomst: KeuzehulpUitkomst;
  /**
   * Every other outcome once.
   */
  waarom_niet: {
    uitkomst: KeuzehulpUitkomst;
    /**
     * The question whose answer rules it out; null: another outcome goes first.
     */
    vraag: string | null;
    bericht: string;
  }[];
}
/**
 * Consecutive lesson days of one pupil with absence of one kind, within one enrolment and under one duty.
 */
export interface Episode {
  leerling: string;
  aard: EpisodeAard;
  van: string;
  tot: string;
  /**
   * Lesson days with absence of this kind.
   */
  lesdagen: number;
  /**
   * Clock minutes.
   */
  gemiste_minuten: number;
  /**
   * What it adds to the sixteen hours; 960 are sixteen hours.
   */
  telminuten: number;
  /**
   * One per melding that arose in the episode, then one for what is left.
   *
   * @minItems 1
   */
  paden: [
    {
      /**
       * The day on which the questions are asked.
       */
      op: string;
      /**
       * Index into paden.
       */
      pad: number;
      /**
       * Of the melding of this pupil and soort that arose; null: none.
       */
      volgnummer: number | null;
    },
    ...{
      /**
       * The day on which the questions are asked.
       */
      op: string;
      /**
       * Index into paden.
       */
      pad: number;
      /**
       * Of the melding of this pupil and soort that arose; null: none.
       */
      volgnummer: number | null;
    }[]
  ];
}
/**
 * levering.json: the counts of one period, unsuppressed. Counts only.
 */
export interface Levering {
  /**
   * The law behind it is not in force.
   */
  status: 'wetsvoorstel';
  bron: string;
  school: SchoolKop;
  periode: Periode;
  /**
   * Bounds of the intervals in whole percents.
   */
  intervallen: number[];
  /**
   * Per subdivision: pupils with lessons in the period.
   */
  leerlingen: {
    [k: string]: number;
  };
  /**
   * Per subdivision: enrolled, but without lessons.
   */
  zonder_lestijd: {
    [k: string]: number;
  };
  cellen: LeveringCel[];
  uren: LeveringUren[];
}
export interface SchoolKop {
  brin: string;
  vestiging: string;
  naam: string;
}
export interface Periode {
  naam: string;
  van: string;
  tot: string;
}
export interface LeveringCel {
  onderverdeling: string;
  categorie: Categorie;
  interval: string;
  aantal: number;
}
export interface LeveringUren {
  onderverdeling: string;
  categorie: Categorie;
  minuten: number;
  leerlingen: number;
}
/**
 * meldingen.json: what the law requires to be reported, sorted by leerling, einddatum, soort.
 */
export interface Meldingen {
  meldingen: Melding[];
}
export interface Melding {
  soort: MeldingSoort;
  leerling: string;
  /**
   * As the leerlingen file has it; empty when it is not known.
   */
  klas: string;
  /**
   * null: not known.
   */
  leerjaar: number | null;
  volgnummer: number;
  begindatum: string;
  /**
   * null: still running.
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
  /**
   * What a person should weigh before sending.
   */
  let_op: LetOp[];
  /**
   * null: the school does not report to DUO (profile bes).
   */
  duo: DuoVelden | null;
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
  basis: Basis;
  bron: string;
}
export interface LetOp {
  code: string;
  bericht: string;
}
/**
 * What the register of DUO asks (Besluit register onderwijsdeelnemers art. 14 b-l); "zelf invullen" where the school must.
 */
export interface DuoVelden {
  begindatum: string;
  einddatum: string;
  vermoedelijke_soort: string;
  vermoedelijke_reden: string;
  alle_lessen_gemist: boolean;
  ondernomen_actie: string;
  actie_gemeente_gewenst: string;
  leslocatie: string;
  contactpersoon: string;
  telefoon_leerling_of_ouder: string;
  specificatie: string;
}
/**
 * monitor.json: the school's own view of attendance in the school year of the peildatum. Speaks of pupils: for use inside the school only.
 */
export interface Monitor {
  /**
   * Small groups and pupils stand in it: never to be published.
   */
  gebruik: 'alleen binnen de school';
  peildatum: string;
  van: string;
  tot: string;
  banden: MonitorBand[];
  banden_basis: string;
  banden_bron: string;
  termen: MonitorTerm[];
  groepen: MonitorGroep[];
  /**
   * Every group, category and band, zeros included; each pupil once per category.
   */
  cellen: MonitorCel[];
  totalen: MonitorTotaal[];
  /**
   * Per week, named by its Monday, in order.
   */
  weken: MonitorWeek[];
  rooster: MonitorRoosterCel[];
  /**
   * Dutch: why vakken has minutes and no share of lesson time.
   */
  vakken_zonder_deel: string;
  /**
   * Only where the register has a column vak; empty otherwise.
   */
  vakken: MonitorVak[];
  eerste_maanden: MonitorEersteMaanden;
  /**
   * Pupils whose absence in all is chronisch or ernstig, most first.
   */
  leerlingen: MonitorLeerling[];
}
export interface MonitorBand {
  /**
   * "0", "(0,5]", …: the name used in cells.
   */
  band: string;
  /**
   * Above this share, in whole percents; null for "0".
   */
  boven: number | null;
  /**
   * Up to and including, in whole percents.
   */
  tot_en_met: number;
}
export interface MonitorTerm {
  term: MonitorTermNaam;
  /**
   * From this share on, itself included, in whole percents.
   */
  vanaf: number;
  basis: string;
  bron: string;
}
export interface MonitorGroep {
  dimensie: MonitorDimensie;
  groep: string;
  van: string;
  tot: string;
  /**
   * Pupils with lessons in this time.
   */
  leerlingen: number;
  /**
   * Enrolled, but without lessons.
   */
  zonder_lestijd: number;
  /**
   * Due minutes of all of them.
   */
  lestijd: number;
}
export interface MonitorCel {
  dimensie: MonitorDimensie;
  groep: string;
  categorie: Categorie;
  band: string;
  leerlingen: number;
}
export interface MonitorTotaal {
  dimensie: MonitorDimensie;
  groep: string;
  categorie: Categorie;
  minuten: number;
  /**
   * Minutes missed per thousand minutes due, rounded half up; null without lesson time.
   */
  promille: number | null;
  /**
   * Pupils that missed anything.
   */
  met_verzuim: number;
  /**
   * Pupils at or above that share.
   */
  chronisch: number;
  ernstig: number;
}
export interface MonitorWeek {
  lesweek: string;
  categorie: Categorie;
  lestijd: number;
  minuten: number;
  /**
   * Minutes missed per thousand minutes due, rounded half up; null without lesson time.
   */
  promille: number | null;
  /**
   * Pupils that missed anything in this week.
   */
  leerlingen: number;
}
export interface MonitorRoosterCel {
  /**
   * 1 is Monday.
   */
  weekdag: number;
  lesuur: number;
  categorie: Categorie;
  /**
   * Due lessons.
   */
  lessen: number;
  /**
   * Lessons missed wholly or partly, late arrivals included.
   */
  gemist: number;
  minuten: number;
}
export interface MonitorVak {
  vak: string;
  categorie: Categorie;
  /**
   * Lessons missed wholly or partly.
   */
  gemist: number;
  minuten: number;
  leerlingen: number;
}
export interface MonitorEersteMaanden {
  van: string;
  tot: string;
  vervolg_van: string;
  /**
   * Before vervolg_van: nothing has followed yet.
   */
  vervolg_tot: string;
  basis: string;
  bron: string;
  /**
   * Pupils with lessons in both.
   */
  cellen: MonitorEersteMaandenCel[];
  /**
   * Pupils whose geoorloofd absence in the first months is chronisch, most first.
   */
  leerlingen: MonitorEersteMaandenLeerling[];
}
export interface MonitorEersteMaandenCel {
  /**
   * Geoorloofd absence in the first months.
   */
  band: string;
  /**
   * All absence since then.
   */
  vervolg_band: string;
  leerlingen: number;
}
export interface MonitorEersteMaandenLeerling {
  leerling: string;
  klas: string;
  /**
   * Due minutes in the first months.
   */
  lestijd: number;
  /**
   * Minutes missed with leave in the first months.
   */
  geoorloofd: number;
  band: string;
  /**
   * Band of all absence since then; null when there were no lessons yet.
   */
  vervolg_band: string | null;
}
export interface MonitorLeerling {
  leerling: string;
  klas: string;
  lestijd: number;
  totaal: number;
  geoorloofd: number;
  ziekte: number;
  ongeoorloofd: number;
  promille: number;
  band: string;
  term: MonitorTermNaam1;
}
/**
 * A table made safe to share.
 */
export interface Onderdrukking {
  /**
   * CSV of all cells with totals.
   */
  patroon: string;
  publicatie: Tabel;
  certificaat: Certificaat;
  samenvatting: OnderdrukSamenvatting;
}
/**
 * publicatie.json of `onderdruk`.
 */
export interface Tabel {
  soort: 'tabel';
  drempel: number;
  nul: 'verbergen' | 'tonen' | 'waar_mogelijk';
  markering: 'enkel' | 'tweevoudig';
  /**
   * The pattern was known beforehand; absent: it was searched for.
   */
  patroon?: 'vast';
  dimensies: Dimensie[];
  cellen: TabelCel[];
}
export interface Dimensie {
  naam: string;
  codes: string[];
  /**
   * Pairs of a code and the code above it.
   */
  koppelingen: [string, string][];
}
export interface TabelCel {
  plaats: string[];
  aantal: number | null;
  markering?: string;
  minstens?: number;
}
export interface OnderdrukSamenvatting {
  cellen: number;
  /**
   * Cells below the threshold.
   */
  klein: number;
  verborgen: number;
  /**
   * Hidden besides the small ones.
   */
  erbij: number;
  iteraties: number;
}
/**
 * publicatie.json of `tel-op`: schools and totals, made safe to share together.
 */
export interface Oprol {
  soort: 'oprol';
  drempel: number;
  nul: 'verbergen' | 'tonen' | 'waar_mogelijk';
  markering: 'enkel' | 'tweevoudig';
  intervallen: number[];
  vestigingen: OprolVestiging[];
  cellen: OprolCel[];
}
export interface OprolVestiging {
  vestiging: string;
  gemeente: string;
  samenwerkingsverband: string;
  leerlingen: {
    [k: string]: number;
  };
}
export interface OprolCel {
  niveau: 'vestiging' | 'gemeente' | 'samenwerkingsverband' | 'land';
  naam: string;
  onderverdeling: string;
  categorie: Categorie;
  interval: string;
  aantal: number | null;
  markering?: string;
  minstens?: number;
}
/**
 * What `tel-op` answers.
 */
export interface Optelling {
  telling: OpgeteldeTelling;
  publicatie: Oprol;
  certificaat: Certificaat;
  samenvatting: OptelSamenvatting;
}
/**
 * The true totals, with the schools: not for publication.
 */
export interface OpgeteldeTelling {
  periode: Periode;
  intervallen: number[];
  cellen: OpgeteldeCel[];
  uren: OpgeteldeUren[];
}
export interface OpgeteldeCel {
  niveau: 'vestiging' | 'gemeente' | 'samenwerkingsverband' | 'land';
  naam: string;
  onderverdeling: string;
  categorie: Categorie;
  interval: string;
  aantal: number;
}
export interface OpgeteldeUren {
  niveau: 'vestiging' | 'gemeente' | 'samenwerkingsverband' | 'land';
  naam: string;
  onderverdeling: string;
  categorie: Categorie;
  minuten: number;
}
export interface OptelSamenvatting {
  vestigingen: number;
  cellen: number;
  klein: number;
  verborgen: number;
}
/**
 * Every parameter of the rules that a school may set.
 */
export interface Opties {
  /**
   * Vanaf hoeveel telminuten ongeoorloofd verzuim moet worden gemeld; 960 is zestien uren (art. 21a).
   */
  drempel_minuten?: number;
  /**
   * Of precies de drempel al genoeg is (minstens, zo zegt DUO) of er meer nodig is (meer_dan, Leerplichtwet BES art. 33).
   */
  drempel_vergelijking?: 'minstens' | 'meer_dan';
  /**
   * Over hoeveel opeenvolgende lesweken wordt opgeteld (art. 21a).
   */
  venster_lesweken?: number;
  /**
   * Hoe vier lesweken worden gemeten: W2 vanaf de eerste verzuimdag, W1 in hele kalenderlesweken, W4 in twintig dagen buiten vakanties.
   */
  venster?: 'W2' | 'W1' | 'W4';
  /**
   * Wat een uur is: een gemist lesuur van hoogstens zestig minuten telt als uur (lesuur), of alleen de echte minuten tellen (klokuur).
   */
  uur?: 'klokuur' | 'lesuur';
  /**
   * Hoe te laat komen telt: de gemiste minuten, niet (geen), als hele les na een aantal minuten (vol_na), of altijd als een uur (een_uur).
   */
  te_laat?: 'minuten' | 'geen' | 'vol_na' | 'een_uur';
  /**
   * Bij te_laat vol_na: na hoeveel minuten te laat de hele les als gemist telt.
   */
  te_laat_vol_na?: number;
  /**
   * Hoeveel minuten gemist zijn als een regel te laat geen minuten geeft.
   */
  te_laat_minuten?: number;
  /**
   * Na hoeveel schooldagen nog niet verklaard verzuim als ongeoorloofd telt, met de aantekening voorlopig (naar art. 12).
   */
  onverklaard_na_schooldagen?: number;
  /**
   * Bij aaneengesloten verzuim: elke zestien uur een melding (streng), of na de eerste hoogstens een per week (wekelijks).
   */
  aaneengesloten?: 'streng' | 'wekelijks';
  /**
   * Bij wekelijks: hoeveel kalenderdagen er tussen twee meldingen liggen.
   */
  wekelijks_min_dagen?: number;
  /**
   * Bij wekelijks: hoeveel herhaalmeldingen er hoogstens volgen.
   */
  wekelijks_max?: number;
  /**
   * Na hoeveel lesweken onafgebroken ongeoorloofd verzuim langdurig relatief verzuim wordt gemeld.
   */
  lrv_weken?: number;
  /**
   * Of precies dat aantal weken genoeg is (minstens) of er meer nodig is (meer_dan, zoals in oude statistieken).
   */
  lrv_vergelijking?: 'minstens' | 'meer_dan';
  /**
   * Of de weken lesweken zijn of achtentwintig kalenderdagen buiten vakanties.
   */
  lrv_klok?: 'lesweken' | 'kalender28';
  /**
   * Begindatum van langdurig relatief verzuim: de eerste verzuimdag, of de dag na de laatste melding van zestien uur.
   */
  lrv_begin?: 'eerste_dag' | 'na_laatste_16u';
  /**
   * Of de eerste zestien uur ook bij langdurig verzuim apart worden gemeld.
   */
  lrv_na_16u?: boolean;
  /**
   * Of een geheel geoorloofde dag langdurig verzuim overbrugt in plaats van het te breken.
   */
  lrv_overbrugt_geoorloofd?: boolean;
  /**
   * Na hoeveel weken onafgebroken verzuim een niet-leerplichtige tot 23 jaar zonder startkwalificatie wordt gemeld; de school mag korter kiezen.
   */
  rmc_weken?: number;
  /**
   * Of die weken lesweken zijn of kalenderdagen buiten vakanties.
   */
  rmc_klok?: 'lesweken' | 'kalender28';
  /**
   * Of zestien uur verzuim van leerlingen van 18 jaar en ouder ook wordt gemeld; dat mag, het hoeft niet.
   */
  melding_18plus?: boolean;
  /**
   * Of luxeverzuim ook meetelt voor de zestien uur, naast de eigen melding.
   */
  luxe_telt_mee?: boolean;
  /**
   * Binnen hoeveel werkdagen de melding gedaan moet zijn.
   */
  termijn_werkdagen?: number;
  /**
   * Of die termijn begint op de einddatum of op de peildatum waarop het verzuim is vastgesteld (registratie).
   */
  termijn_vanaf?: 'einddatum' | 'registratie';
  /**
   * Welke feestdagen geen werkdag zijn: minimaal geeft de vroegste datum; algemene_termijnenwet telt ook Goede Vrijdag en 5 mei.
   */
  feestdagen?: 'minimaal' | 'algemene_termijnenwet';
  /**
   * Of schoolvakanties de termijn verlengen.
   */
  termijn_slaat_vakantie_over?: boolean;
  /**
   * Of de telling op 1 augustus opnieuw begint.
   */
  herstart_schooljaar?: boolean;
  /**
   * Of de levering alleen leerlingen telt die leer- of kwalificatieplichtig zijn.
   */
  levering_alleen_plichtig?: boolean;
}
/**
 * profiel.json: which profile a file is to be read with, and which of its columns is what. For exports whose column names no profile knows.
 */
export interface Kolomprofiel {
  /**
   * Wire name of a profile: lessen, verzuim, leerlingen, ...
   */
  basis: string;
  /**
   * Column name as the header has it ("kolom 1" and so on without one) and the field that it feeds; "": not used. A column that is not named is read as its name says.
   */
  kolommen?: {
    [k: string]: string;
  };
}
/**
 * publicatie.json: the same counts, made safe to share.
 */
export interface Publicatie {
  /**
   * The law behind it is not in force.
   */
  status: 'wetsvoorstel';
  bron: string;
  school: SchoolKop;
  periode: Periode;
  /**
   * The last day counted, when the period was not over.
   */
  geteld_tot?: string;
  drempel: number;
  nul: 'verbergen' | 'tonen';
  markering: 'enkel' | 'tweevoudig';
  /**
   * The pattern was known beforehand; absent: it was searched for.
   */
  patroon?: 'vast';
  /**
   * Why no count is shown at all.
   */
  ingehouden?: string;
  /**
   * Bounds of the intervals in whole percents.
   */
  intervallen: number[];
  leerlingen: {
    [k: string]: number;
  };
  cellen: PublicatieCel[];
  uren: PublicatieUren[];
}
export interface PublicatieCel {
  onderverdeling: string;
  categorie: Categorie;
  interval: string;
  /**
   * null: hidden.
   */
  aantal: number | null;
  /**
   * Only where the number is hidden.
   */
  markering?: string;
  /**
   * Hidden, and known to be at least this.
   */
  minstens?: number;
}
export interface PublicatieUren {
  onderverdeling: string;
  categorie: Categorie;
  /**
   * null: hidden.
   */
  minuten: number | null;
  /**
   * Only where the number is hidden.
   */
  markering?: string;
}
/**
 * The rules, their dated values and the options of this module.
 */
export interface Regels {
  regels: Regel[];
  opties: Optie[];
  /**
   * The profiles of files, with the fields that a column can feed.
   */
  profielen: ProfielUitleg[];
  klassen: KlasseUitleg[];
}
export interface Regel {
  regel: string;
  titel: string;
  wet: string;
  artikel: string;
  /**
   * The words of the statute or guidance.
   */
  woorden: string;
  uitleg: string;
  geldig_van: string;
  /**
   * null: until further notice.
   */
  geldig_tot: string | null;
  van_kracht: boolean;
  basis: Basis;
  bron: string;
  waarden: RegelWaarde[];
}
export interface RegelWaarde {
  naam: string;
  waarde: string;
  geldig_van: string;
  /**
   * null: until further notice.
   */
  geldig_tot: string | null;
  basis: Basis;
  bron: string;
}
export interface GetalOptie {
  naam: string;
  tekst: string;
  basis: Basis;
  soort: 'getal';
  minimum: number;
  maximum: number;
  /**
   * The default per school profile.
   */
  standaard: {
    po: number;
    sbo: number;
    so: number;
    vso: number;
    vo: number;
    pro: number;
    mbo: number;
    bes: number;
    niet_bekostigd: number;
  };
}
export interface JaNeeOptie {
  naam: string;
  tekst: string;
  basis: Basis;
  soort: 'ja_nee';
  /**
   * The default per school profile.
   */
  standaard: {
    po: boolean;
    sbo: boolean;
    so: boolean;
    vso: boolean;
    vo: boolean;
    pro: boolean;
    mbo: boolean;
    bes: boolean;
    niet_bekostigd: boolean;
  };
}
export interface KeuzeOptie {
  naam: string;
  tekst: string;
  basis: Basis;
  soort: 'keuze';
  waarden: string[];
  /**
   * The default per school profile.
   */
  standaard: {
    po: string;
    sbo: string;
    so: string;
    vso: string;
    vo: string;
    pro: string;
    mbo: string;
    bes: string;
    niet_bekostigd: string;
  };
}
export interface ProfielUitleg {
  naam: string;
  /**
   * How well the profile is known.
   */
  bron: string;
  /**
   * What its rows are: lessen, verzuim, leerlingen, redenen or notities.
   */
  soort: string;
  velden: ProfielVeld[];
}
export interface ProfielVeld {
  veld: string;
  verplicht: boolean;
}
export interface KlasseUitleg {
  klasse: Klasse;
  oordeel: string;
  grond: string;
}
/**
 * The sums of a run.
 */
export interface Samenvatting {
  peildatum: string;
  leerlingen: number;
  rijen: Rijen;
  afgewezen_per_reden: {
    [k: string]: number;
  };
  meldingen: {
    '16u': number;
    lrv: number;
    luxe: number;
    '16u_18plus': number;
    rmc: number;
  };
}
/**
 * school.json: the school, its calendar, codes, options and wishes. An unknown key is an error.
 */
export interface School {
  school?: {
    brin?: string;
    vestiging?: string;
    naam?: string;
    profiel?: Profiel;
  };
  kalender?: {
    regio?: 'noord' | 'midden' | 'zuid';
    /**
     * Own vacations; they replace the region's.
     */
    vakanties?: {
      naam?: string;
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
  rooster?: Rooster;
  /**
   * Periods to count over; the four of the school year when absent.
   */
  perioden?: {
    naam: string;
    van: string;
    tot: string;
  }[];
  /**
   * Bounds in whole percents, ascending, the first 0.
   */
  intervallen?: number[];
  monitor?: SchoolMonitor;
  /**
   * Subdivisions; a pupil belongs to the first that fits.
   */
  onderverdeling?: {
    naam: string;
    onderwijssoorten?: Onderwijssoort[];
    leerjaren?: number[];
  }[];
  publicatie?: {
    drempel?: number;
    nul?: 'verbergen' | 'tonen';
    markering?: 'enkel' | 'tweevoudig';
    /**
     * vast: a pattern known beforehand, which tells nothing itself and hides more.
     */
    patroon?: 'zoeken' | 'vast';
  };
  beleid?: Beleid;
}
/**
 * When there are lessons; for exports that list absences only.
 */
export interface Rooster {
  lesuren: {
    lesuur: number;
    begin?: string;
    eind?: string;
    minuten?: number;
  }[];
  /**
   * Which lesuren are due on each weekday; the first that fits the pupil counts.
   */
  weken: {
    klas?: string;
    leerjaar?: number;
    onderwijssoort?: Onderwijssoort;
    ma?: number[];
    di?: number[];
    wo?: number[];
    do?: number[];
    vr?: number[];
    za?: number[];
    zo?: number[];
  }[];
}
export interface SchoolMonitor {
  /**
   * Bounds of the attendance monitor in whole percents, ascending, the first 0; 0, 5, 10, 20, 50 when absent.
   */
  banden?: number[];
}
/**
 * What `beleid` answers: the chapter of the schoolgids, the sentence of each rule, and what is wrong or missing.
 */
export interface Schoolgids {
  /**
   * The whole chapter as plain text; without the rules that have problems.
   */
  hoofdstuk: string;
  onderdelen: SchoolgidsOnderdeel[];
  /**
   * Each missing part or date as a sentence.
   */
  ontbreekt: string[];
  /**
   * In the order of school.json; mazl, where set, comes last.
   */
  regels: SchoolgidsRegel[];
  problemen: Fout[];
}
export interface SchoolgidsOnderdeel {
  sleutel: 'werkwijze' | 'taakverdeling' | 'oorzaken' | 'evaluatie' | 'ketenpartners' | 'signaal';
  titel: string;
  tekst: string;
  ontbreekt: boolean;
  /**
   * What the school should write here.
   */
  vraag: string;
}
export interface SchoolgidsRegel {
  nummer: string;
  /**
   * null: the rule has a problem.
   */
  zin: string | null;
  stappen: BeleidStap[];
}
/**
 * signalen.json: what the rules of the school's verzuimbeleid found, sorted by leerling, tot, regel, stap. Rests on bill 36 663, which is not in force.
 */
export interface Signalen {
  status: 'wetsvoorstel';
  bron: string;
  /**
   * As the school set it; null: not known, so nothing is deelbaar with leerplicht.
   */
  inwerkingtreding: string | null;
  signalen: Signaal[];
}
export interface Signaal {
  /**
   * The rule's nummer, or "mazl".
   */
  regel: string;
  stap: number;
  actie: Actie;
  /**
   * The rule as its sentence.
   */
  zin: string;
  schoolgids: string;
  leerling: string;
  /**
   * First day of the absence that made the rule fire.
   */
  van: string;
  /**
   * The day on which it fired.
   */
  tot: string;
  /**
   * Of the first condition that held.
   */
  waarde: number;
  drempel: number;
  eenheid: SignaalEenheid;
  metingen: SignaalMeting[];
  ontvanger: Ontvanger;
  /**
   * Whether it may be shared with the ontvanger.
   */
  deelbaar: boolean;
  reden_niet_deelbaar: RedenNietDeelbaar[];
  /**
   * The lessons that made the rule fire. For leerplicht ongeoorloofd ones only.
   */
  regels: MeldingRegel[];
  status: Basis;
  grond: Grond;
}
/**
 * One condition of the step as it stood on the day itself.
 */
export interface SignaalMeting {
  zin: string;
  waar: boolean;
  waarde: number;
  drempel: number;
  eenheid: SignaalEenheid;
}
export interface RedenNietDeelbaar {
  code: string;
  bericht: string;
}
/**
 * vergelijking.json: meldingen that were sent beside those of this run. Each sent and each current melding stands in exactly one of the four lists; te_laat and open_termijnen repeat some of them.
 */
export interface Vergelijking {
  peildatum: string;
  samenvatting: {
    verzonden: number;
    meldingen: number;
    nieuw: number;
    ongewijzigd: number;
    te_corrigeren: number;
    in_te_trekken: number;
    te_laat: number;
    open_termijnen: number;
  };
  /**
   * To be sent.
   */
  nieuw: Vergeleken[];
  ongewijzigd: Vergeleken[];
  te_corrigeren: Vergeleken[];
  /**
   * Proposed; a sent melding is never silently dropped.
   */
  in_te_trekken: Vergeleken[];
  /**
   * Sent after the term, or still not sent when it was over.
   */
  te_laat: Vergeleken[];
  /**
   * Not sent yet, term not over; first the one that ends first.
   */
  open_termijnen: Vergeleken[];
}
export interface Vergeleken {
  leerling: string;
  lijst: VergelijkLijst;
  verzonden: VerzondenMelding | null;
  /**
   * As the data say now; null: there is none any more.
   */
  melding: MeldingNu | null;
  /**
   * @minItems 1
   */
  redenen: [Verandering, ...Verandering[]];
  termijn: Termijn;
}
export interface VerzondenMelding {
  /**
   * Place in the file with sent meldingen, counted from 1.
   */
  nummer: number;
  soort: MeldingSoort;
  begindatum: string;
  /**
   * null: still running.
   */
  einddatum: string | null;
  meldbaar_vanaf: string;
  uiterste_datum: string;
  minuten: number;
  /**
   * null: not said.
   */
  verzonden_op: string | null;
}
export interface MeldingNu {
  soort: MeldingSoort;
  volgnummer: number;
  begindatum: string;
  /**
   * null: still running.
   */
  einddatum: string | null;
  meldbaar_vanaf: string;
  uiterste_datum: string;
  minuten: number;
}
/**
 * What differs between what was sent and what the data say now.
 */
export interface Verandering {
  code: string;
  bericht: string;
  was: string | null;
  wordt: string | null;
}
export interface Termijn {
  /**
   * tijdig, te_laat: sent in time or not; verzonden: sent, day unknown; open, verlopen: not sent, term running or over; geen: nothing has to be sent any more.
   */
  stand: 'tijdig' | 'te_laat' | 'verzonden' | 'open' | 'verlopen' | 'geen';
  uiterste_datum: string;
  /**
   * te_laat, verlopen: calendar days past the term; open: calendar days left; else 0.
   */
  dagen: number;
}
/**
 * verlof.json: leave, suspension, exemptions and removals per pupil. For use inside the school only.
 */
export interface Verlof {
  gebruik: 'alleen binnen de school';
  peildatum: string;
  /**
   * Why nothing of this was computed, for schools under another law.
   */
  niet_berekend: string | null;
  /**
   * Per pupil, school year and kind, in that order.
   */
  kaarten: VerlofKaart[];
  vrijstellingen: VrijstellingKaart[];
  verwijderingen: VerwijderingKaart[];
}
export interface VerlofKaart {
  leerling: string;
  klas: string;
  /**
   * "2025-2026"
   */
  schooljaar: string;
  soort: VerlofSoort;
  /**
   * School days on which any of it was booked.
   */
  dagen: number;
  /**
   * Of these, days of which the pupil attended a part.
   */
  deels: number;
  minuten: number;
  /**
   * School days; null where the law sets none, or none can be told.
   */
  maximum: number | null;
  /**
   * What is left of the maximum.
   */
  over: number | null;
  /**
   * Unbroken stretches of the pupil's own school days.
   */
  perioden: VerlofPeriode[];
  /**
   * Art. 11a, per week named by its Monday; empty for the others.
   */
  weken: VerlofWeek[];
  waarschuwingen: VerlofWaarschuwing[];
  regels: VerlofRegel[];
  /**
   * null: no article was found for this kind of school.
   */
  grond: Grond | null;
}
export interface VerlofPeriode {
  van: string;
  tot: string;
  dagen: number;
  minuten: number;
}
export interface VerlofWeek {
  week: string;
  minuten: number;
  /**
   * Covered on notice.
   */
  na_mededeling: number;
  /**
   * Covered only with leave of the head.
   */
  met_verlof: number;
  /**
   * Covered by neither.
   */
  buiten: number;
}
export interface VerlofWaarschuwing {
  code: string;
  /**
   * The day it is about, or the last day to act; null when none.
   */
  datum: string | null;
  bericht: string;
}
export interface VerlofRegel {
  bestand: string;
  regel: number;
  datum: string;
  lesuur: number;
  minuten: number;
}
export interface VrijstellingKaart {
  leerling: string;
  klas: string;
  /**
   * Of art. 5; null when the pupil list does not say.
   */
  letter: 'a' | 'b' | 'c' | null;
  van: string | null;
  tot: string | null;
  stand: VrijstellingStand;
  /**
   * Last day for the first notice: a month before leerplicht begins; null once leerplichtig before it began, or when unknown.
   */
  eerste_kennisgeving: string | null;
  /**
   * Last day for the next yearly notice; null when it no longer runs.
   */
  kennisgeving: string | null;
  /**
   * Ground a: a declaration for a notice on that last day may not be older than this.
   */
  verklaring_vanaf: string | null;
  /**
   * Lessons booked as missed while it ran: no duty, nothing reported.
   */
  gemist: number;
  waarschuwingen: VerlofWaarschuwing[];
  grond: Grond;
}
export interface VerwijderingKaart {
  leerling: string;
  klas: string;
  besluit: string;
  waarschuwingen: VerlofWaarschuwing[];
  grond: Grond;
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
/**
 * verslag.json: what was read, what was made, under which rules and options. No pupil in it.
 */
export interface Verslag {
  module: {
    versie: string;
    regelset: string;
    schema: string;
    sha256?: string;
  };
  profiel: Profiel;
  samenvatting: Samenvatting;
  invoer: Invoer[];
  /**
   * Every file of this run except verslag.json itself.
   */
  uitvoer: GemaaktBestand[];
  opties: Opties;
  /**
   * What the profile of the school switches off, and why.
   */
  uitgeschakeld: Uitgeschakeld[];
  /**
   * The rules behind the meldingen.
   */
  regels: {
    /**
     * Id of the rule, as in `regels`.
     */
    regel: string;
    geldig_vanaf: string;
    basis: Basis;
  }[];
  /**
   * Facts that no rule could judge.
   */
  buiten_geldigheid: {
    /**
     * Id of the rule, as in `regels`.
     */
    regel: string;
    van: string;
    tot: string;
    leerlingen: number;
  }[];
  /**
   * Per stage; only when asked for.
   */
  milliseconden?: {
    [k: string]: number;
  };
}
export interface Invoer {
  naam: string;
  bytes: number;
  sha256: string;
  profiel: string;
  codering: string;
  rijen: Rijen;
  afgewezen_per_reden: {
    [k: string]: number;
  };
  /**
   * Of a workbook: the sheet that was read.
   */
  werkblad?: string;
  /**
   * Of a workbook: the other sheets in it.
   */
  andere_werkbladen?: string[];
}
export interface GemaaktBestand {
  naam: string;
  bytes: number;
  sha256: string;
}
export interface Uitgeschakeld {
  onderdeel: Onderdeel;
  reden: string;
  artikel: string;
  bron: string;
  /**
   * Files that are therefore not made.
   */
  bestanden: string[];
}
/**
 * The meldingen of an earlier run as they were sent: meldingen.json, with verzonden_op where it is known.
 */
export interface Verzonden {
  meldingen: EerderVerzonden[];
}
export interface EerderVerzonden {
  soort: MeldingSoort;
  leerling: string;
  klas?: unknown;
  leerjaar?: unknown;
  volgnummer?: unknown;
  begindatum: string;
  einddatum: string | null;
  meldbaar_vanaf: string;
  uiterste_datum: string;
  minuten: number;
  /**
   * The day on which it was sent; absent or null: not known.
   */
  verzonden_op?: string | null;
  regels: {
    bestand?: string;
    regel?: unknown;
    datum: string;
    lesuur: number;
    minuten: number;
  }[];
  grond?: unknown;
  let_op?: unknown;
  duo?: unknown;
}
/**
 * zelfcontrole.json: what the inspectorate looks at, checked by the school itself, and the figures of the year. For use inside the school only.
 */
export interface Zelfcontrole {
  gebruik: 'alleen binnen de school';
  peildatum: string;
  van: string;
  tot: string;
  /**
   * The checklist, in a fixed order.
   */
  bevindingen: Bevinding[];
  verzuim: ZelfcontroleVerzuim;
  klassen: ZelfcontroleKlasse[];
  /**
   * Pupils with absence unexplained for too long, oldest first.
   */
  onverklaard: ZelfcontroleOnverklaard[];
  /**
   * Every melding of the school year with its term.
   */
  meldingen: ZelfcontroleMelding[];
  /**
   * Whether a list of sent meldingen was given; without it verlopen says only that the term is over.
   */
  verzonden_bekend: boolean;
  /**
   * Enrolled pupils. No rows is not the same as no absence.
   */
  zonder_regels: ZelfcontroleZonderRegels[];
  /**
   * Taken off the list this school year while leerplichtig or kwalificatieplichtig the day after (Leerplichtwet 1969 art. 10).
   */
  uitschrijvingen: ZelfcontroleUitschrijving[];
  onderwijstijd: ZelfcontroleOnderwijstijd[];
  jaarcijfers: Jaarcijfers[];
}
export interface Bevinding {
  code: string;
  in_orde: boolean;
  aantal: number;
  bericht: string;
}
export interface ZelfcontroleVerzuim {
  /**
   * Lessons missed wholly or partly.
   */
  lessen: number;
  minuten: number;
  leerlingen: number;
  /**
   * Lessons with a class of their own.
   */
  verklaard: number;
  /**
   * Lessons nobody has explained yet.
   */
  onverklaard: number;
  /**
   * Of the lessons, rounded half up; null without any.
   */
  onverklaard_promille: number | null;
  /**
   * Of these, past the option onverklaard_na_schooldagen.
   */
  te_lang: number;
}
export interface ZelfcontroleKlasse {
  klasse: string;
  oordeel: 'geoorloofd' | 'ongeoorloofd' | 'onverklaard';
  /**
   * The article; empty when there is none.
   */
  grond: string;
  lessen: number;
  minuten: number;
  leerlingen: number;
}
export interface ZelfcontroleOnverklaard {
  leerling: string;
  klas: string;
  lessen: number;
  oudste: string;
}
export interface ZelfcontroleMelding {
  leerling: string;
  klas: string;
  soort: MeldingSoort;
  volgnummer: number;
  uiterste_datum: string;
  verzonden: string | null;
  stand: MeldingStand;
  /**
   * Calendar days.
   */
  dagen_te_laat: number;
}
export interface ZelfcontroleZonderRegels {
  leerling: string;
  klas: string;
  /**
   * No row at all, or rows of absence without known lesson time.
   */
  reden: 'geen_regels' | 'geen_lestijd';
}
export interface ZelfcontroleUitschrijving {
  leerling: string;
  klas: string;
  laatste_dag: string;
}
export interface ZelfcontroleOnderwijstijd {
  onderwijssoort: string;
  /**
   * Enrolled all this time, with lessons.
   */
  leerlingen: number;
  /**
   * Up to the peildatum.
   */
  lesdagen: number;
  lesdagen_jaar: number;
  /**
   * Per year, on average over the years of the norm.
   */
  norm_uren: number;
  /**
   * The part of it that belongs to lesdagen.
   */
  norm_minuten: number;
  /**
   * Minutes.
   */
  laagste: number;
  mediaan: number;
  hoogste: number;
  /**
   * Pupils below norm_minuten.
   */
  onder_norm: number;
  basis: string;
  bron: string;
}
export interface Jaarcijfers {
  /**
   * "2025-2026"
   */
  schooljaar: string;
  van: string;
  tot: string;
  meldingen: JaarcijfersSoort[];
  thuiszitters: JaarcijfersThuiszitters | null;
  afgesloten: Doorlooptijd;
  lopend: Doorlooptijd1;
}
export interface JaarcijfersSoort {
  soort: MeldingSoort;
  aantal: number;
  leerlingen: number;
  /**
   * Without einddatum.
   */
  lopend: number;
  afgesloten: number;
  /**
   * Of these, known to have been sent; null when no list of sent meldingen was given.
   */
  verzonden: number | null;
  /**
   * From the day the duty arose to sending; null when none is known.
   */
  dagen_tot_verzending: Gemiddelde | null;
}
export interface Gemiddelde {
  som: number;
  aantal: number;
  /**
   * Mean in tenths, rounded half up.
   */
  tienden: number;
  /**
   * Median in tenths: exact.
   */
  mediaan_tienden: number;
}
export interface JaarcijfersThuiszitters {
  definitie: ThuiszitterDefinitie;
  bron: string;
  /**
   * Pupils of this school.
   */
  langdurig: number;
  /**
   * Not enrolled anywhere: the municipality sees these, a school does not.
   */
  absoluut: null;
}
export interface Doorlooptijd {
  aantal: number;
  kalenderdagen: Gemiddelde | null;
  lesdagen: Gemiddelde | null;
}
/**
 * So far: up to and including the peildatum.
 */
export interface Doorlooptijd1 {
  aantal: number;
  kalenderdagen: Gemiddelde | null;
  lesdagen: Gemiddelde | null;
}
