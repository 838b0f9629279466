// What the page knows. Immutable: update.ts makes a new state from an old one and an action.
import { BEGIN_KIJK, type Inzage, type Kijk } from './kijk.js';
import type { Taal } from './text/index.js';
import { BEGIN_VENSTER, type Venster } from './view/venster.js';

export type Stap = 'bestand' | 'codes' | 'school' | 'uitkomst';
export const STAPPEN: readonly Stap[] = ['bestand', 'codes', 'school', 'uitkomst'];
export const TABS = [
  'meldingen',
  'vergelijk',
  'keuzehulp',
  'signalen',
  'monitor',
  'levering',
  'publicatie',
  'verlof',
  'zelfcontrole',
  'regels',
  'bewaren',
  'privacy',
] as const;
export type Tab = (typeof TABS)[number];

// Where bytes come from: a file that a person chose, or the generator of the sample school.
export interface Bron {
  readonly naam: string;
  // Bytes in all, where that is known beforehand.
  readonly omvang: number | undefined;
  open(): Blob | AsyncIterable<Uint8Array>;
}

export interface Kolom {
  readonly naam: string;
  readonly veld: string;
  readonly datum: string;
}

export interface Beschrijving {
  readonly profiel: string;
  readonly profielBron: string;
  readonly codering: string;
  readonly scheidingsteken: string;
  readonly werkblad: string | undefined; // of a workbook: the sheet that was read
  readonly andereWerkbladen: readonly string[];
  readonly kopregel: number;
  readonly kolommen: readonly Kolom[];
  readonly voorbeeld: readonly (readonly string[])[];
  readonly sha256: string;
  readonly gelezen: number;
  readonly gebruikt: number;
  readonly afgewezen: number;
}

// Where in a file or in the settings; each part may be absent.
export interface Plaats {
  readonly bestand?: string | undefined;
  readonly regel?: number | undefined;
  readonly kolom?: string | undefined;
  readonly pad?: string | undefined;
}

// A mistake of the module has its Dutch sentence. The page's own have none: the code says which sentence of the text
// table, `van` what it is about.
export interface Fout {
  readonly code: string;
  readonly plaats: Plaats;
  readonly bericht: string;
  readonly van?: string;
}

// A profile of files, as the module lists them: the fields that a column can feed.
export interface ProfielUitleg {
  readonly naam: string;
  readonly velden: readonly { readonly veld: string; readonly verplicht: boolean }[];
}

// profiel.json: what a person said about the columns of a file. '' stands for "not used"; a column that is not named
// is read as its name says.
export interface Kolomkeuze {
  readonly basis: string;
  readonly kolommen: Readonly<Record<string, string>>;
}

export interface Invoer {
  readonly sleutel: number;
  readonly bron: Bron;
  readonly stand: 'wacht' | 'leest' | 'klaar' | 'fout';
  readonly bytes: number;
  readonly rijen: number;
  readonly beschrijving: Beschrijving | undefined; // also of a file that was refused, where that is known
  readonly keuze: Kolomkeuze | undefined;
  readonly fouten: readonly Fout[];
}

export interface Code {
  readonly code: string;
  readonly aantal: number;
  readonly klasse: string | undefined;
  readonly bron: string;
}

// A kind of problem with its count; `eerste` is the first one, as an example.
export interface Probleem {
  readonly code: string;
  readonly aantal: number;
  readonly eerste: Fout | undefined;
}

export interface Inspectie {
  readonly codes: readonly Code[];
  readonly problemen: readonly Probleem[];
}

export interface MeldingRegel {
  readonly bestand: string;
  readonly regel: number;
  readonly datum: string;
  readonly lesuur: number | undefined;
  readonly minuten: number;
}

export interface Melding {
  readonly soort: string;
  readonly leerling: string;
  readonly klas: string; // empty: not known
  readonly leerjaar: string;
  readonly volgnummer: number;
  readonly begindatum: string;
  readonly einddatum: string | undefined;
  readonly meldbaarVanaf: string;
  readonly uitersteDatum: string;
  readonly minuten: number;
  readonly regels: readonly MeldingRegel[];
  readonly grond: {
    readonly regel: string;
    readonly artikel: string;
    readonly geldigVanaf: string;
    readonly basis: string;
    readonly bron: string;
  };
  readonly letOp: readonly { readonly code: string; readonly bericht: string }[];
}

export interface Uitvoer {
  readonly naam: string;
  readonly sha256: string;
  readonly inhoud: Uint8Array;
}

// meldingen.json as it was sent before: its text, for the module to read.
export interface Verzonden {
  readonly naam: string;
  readonly tekst: string;
}

export interface Uitkomst {
  readonly peildatum: string;
  readonly meldingen: readonly Melding[];
  readonly bestanden: readonly Uitvoer[];
  readonly inzage: Inzage;
}

// A parameter of the rules that a school may set, as the module's one table has it.
export interface Optie {
  readonly naam: string;
  readonly tekst: string;
  readonly soort: 'getal' | 'ja_nee' | 'keuze';
  readonly waarden: readonly string[]; // of 'keuze'
  readonly standaard: Readonly<Record<string, string | number | boolean>>; // per profile
}

export interface Beleidsregel {
  readonly nummer: string;
  readonly zin: string | null; // null: the rule has a mistake
  readonly stappen: readonly unknown[];
}

// What the module makes of the verzuimbeleid: sentences, the chapter of the schoolgids, and what it still lacks.
export interface Schoolgids {
  readonly hoofdstuk: string;
  readonly ontbreekt: readonly string[];
  readonly regels: readonly Beleidsregel[];
}

// school.json. Only what the page edits is named; the rest is kept as it was loaded. While a person types, a value
// may be one that the module refuses; it says so in `veldfouten`.
export interface SchoolBestand {
  readonly school: Readonly<Record<string, string>>;
  readonly kalender: {
    readonly regio?: string;
    readonly vakanties?: readonly { readonly van: string; readonly tot: string }[];
    readonly lesvrij?: readonly string[];
  } & Readonly<Record<string, unknown>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

// Which meldingen are shown; an empty text asks for nothing.
export interface Filter {
  readonly soort: string;
  readonly leerling: string;
  readonly klas: string;
  readonly leerjaar: string;
  readonly uiterlijk: string; // JJJJ-MM-DD: to be reported on this day or before
  readonly orde: 'termijn' | 'leerling';
}

export interface State {
  readonly taal: Taal;
  readonly stap: Stap;
  readonly tab: Tab;
  readonly module:
    | { readonly versie: string; readonly regelset: string; readonly sha256: string; readonly compiler: string }
    | undefined;
  readonly beleid: string;
  readonly invoer: readonly Invoer[];
  readonly volgende: number; // key of the next file
  readonly inspectie: Inspectie | undefined;
  readonly opties: readonly Optie[];
  readonly profielen: readonly ProfielUitleg[];
  readonly school: SchoolBestand;
  readonly veldfouten: readonly Fout[]; // of the settings as they stand
  readonly optiesOpen: boolean; // the list of options is unfolded
  readonly schoolgids: Schoolgids | undefined; // of the verzuimbeleid as it stands
  readonly peildatum: string;
  readonly verzonden: Verzonden | undefined;
  readonly nieuweDag: string;
  readonly bezig: boolean; // computing
  readonly deel: number; // how far that is, 0 to 1
  readonly uitkomst: Uitkomst | undefined;
  readonly kijk: Kijk; // how the tabs beside the meldingen are looked at
  readonly filter: Filter;
  readonly venster: Venster; // which of the meldingen are drawn
  readonly rij: string | undefined; // key of the melding that holds the focus
  readonly afdruk: boolean; // drawn for paper: the whole list
  readonly open: ReadonlySet<string>; // keys of meldingen whose why-line is open
  readonly bewaard: readonly string[];
  readonly proef: 'niet' | 'geweigerd' | 'doorgelaten';
  // The file of the page itself, when a person has shown it.
  readonly pagina: { naam: string; sha256: string } | undefined;
  readonly fouten: readonly Fout[]; // the error summary of this screen
  readonly gemeld: string; // what a screen reader says now
}

export const GEEN_FILTER: Filter = { soort: '', leerling: '', klas: '', leerjaar: '', uiterlijk: '', orde: 'termijn' };

export const BEGIN: State = {
  taal: 'nl',
  stap: 'bestand',
  tab: 'meldingen',
  module: undefined,
  beleid: '',
  invoer: [],
  volgende: 1,
  inspectie: undefined,
  opties: [],
  profielen: [],
  school: { school: { profiel: 'vo' }, kalender: { regio: 'midden' }, codes: {} },
  veldfouten: [],
  optiesOpen: false,
  schoolgids: undefined,
  peildatum: '',
  verzonden: undefined,
  nieuweDag: '',
  bezig: false,
  deel: 0,
  uitkomst: undefined,
  kijk: BEGIN_KIJK,
  filter: GEEN_FILTER,
  venster: BEGIN_VENSTER,
  rij: undefined,
  afdruk: false,
  open: new Set(),
  bewaard: [],
  proef: 'niet',
  pagina: undefined,
  fouten: [],
  gemeld: '',
};

export const leest = (state: State): boolean =>
  state.invoer.some(({ stand }) => stand === 'wacht' || stand === 'leest');
export const gelezen = (state: State): readonly Invoer[] => state.invoer.filter(({ stand }) => stand === 'klaar');

// The columns of a file and its first rows. Of a file that was not recognised the first row is taken for the header.
export function kolommenVan({ beschrijving }: Invoer): {
  readonly kolommen: readonly Kolom[];
  readonly rijen: readonly (readonly string[])[];
} {
  if (!beschrijving) return { kolommen: [], rijen: [] };
  const { kolommen, voorbeeld, kopregel, profiel } = beschrijving;
  const [kop, ...rest] = voorbeeld;
  if (kopregel > 0 || profiel !== '' || !kop) return { kolommen, rijen: voorbeeld };
  return { kolommen: kop.map((naam) => ({ naam: naam.trim(), veld: '', datum: '' })), rijen: rest };
}

// The field that a column feeds by its name under this profile, as far as the file has been read with it.
export const volgensNaam = ({ beschrijving, keuze }: Invoer, profiel: string, { naam, veld }: Kolom): string =>
  beschrijving?.profiel === profiel && keuze?.kolommen[naam] !== veld ? veld : '';

// What a code means: as decided by the person, or as the profile of the file has it.
export const klasseVan = (state: State, code: Code): string => state.school.codes[code.code] ?? code.klasse ?? '';
export const onbeslist = (state: State): readonly Code[] =>
  (state.inspectie?.codes ?? []).filter((code) => klasseVan(state, code) === '');

export const meldingSleutel = (melding: Melding): string =>
  `${melding.soort} ${melding.leerling} ${melding.volgnummer} ${melding.begindatum}`;

const past = (filter: Filter) => (melding: Melding): boolean =>
  (filter.soort === '' || melding.soort === filter.soort) &&
  (filter.klas === '' || melding.klas === filter.klas) &&
  (filter.leerjaar === '' || melding.leerjaar === filter.leerjaar) &&
  (filter.uiterlijk === '' || melding.uitersteDatum <= filter.uiterlijk) &&
  melding.leerling.includes(filter.leerling);

const byDeadline = (a: Melding, b: Melding): number =>
  a.uitersteDatum < b.uitersteDatum ? -1 : a.uitersteDatum > b.uitersteDatum ? 1 : 0;

// One answer is kept: while a person scrolls, the same question comes many times a second.
let laatste: { uitkomst: Uitkomst; filter: Filter; meldingen: readonly Melding[] } | undefined;

// The meldingen that the filter lets through, in its order.
export function gefilterd({ uitkomst, filter }: State): readonly Melding[] {
  if (!uitkomst) return [];
  if (laatste?.uitkomst === uitkomst && laatste.filter === filter) return laatste.meldingen;
  const meldingen = uitkomst.meldingen.filter(past(filter));
  if (filter.orde === 'termijn') meldingen.sort(byDeadline);
  laatste = { uitkomst, filter, meldingen };
  return meldingen;
}

// Whether a step can be opened now.
export function open(state: State, stap: Stap): boolean {
  if (stap === 'bestand') return true;
  if (leest(state)) return false;
  // A file that was refused can be helped: there a person says which column is what.
  if (stap === 'codes') return state.invoer.some(({ beschrijving }) => beschrijving !== undefined);
  if (gelezen(state).length === 0 || !state.inspectie) return false;
  return stap !== 'uitkomst' || state.uitkomst !== undefined;
}

// The files of the vergelijking.
export const vergelijkingBestanden = ({ uitkomst }: State): readonly Uitvoer[] =>
  (uitkomst?.bestanden ?? []).filter(({ naam }) => naam.startsWith('vergelijking.'));

// The files of the publicatie of the period that is looked at. Periods have their own files, in order.
export function publicatieBestanden({ kijk, uitkomst }: State): readonly Uitvoer[] {
  const of = (ending: string): Uitvoer | undefined =>
    uitkomst?.bestanden.filter(({ naam }) => naam.startsWith('publicatie-') && naam.endsWith(ending))[kijk.periode];
  return [of('.json'), of('.csv')].filter((file) => file !== undefined);
}
