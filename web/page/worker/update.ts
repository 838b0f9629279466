// update: (state, action) -> the next state and what has to be done in the world. Pure; effects.ts does the doing.
import type {
  Beschrijving,
  Bron,
  Fout,
  Inspectie,
  Invoer,
  Kolomkeuze,
  SchoolBestand,
  Stap,
  State,
  Tab,
  Uitkomst,
  Uitvoer,
  Verzonden,
} from './state.js';
import { type Keuring, type Kijk, kijkNaar } from './kijk.js';
import { type Pad, zet } from './pad.js';
import type { Taal } from './text/index.js';
import {
  BEGIN,
  GEEN_FILTER,
  gefilterd,
  gelezen,
  leest,
  meldingSleutel,
  onbeslist,
  publicatieBestanden,
  vergelijkingBestanden,
} from './state.js';
import { BEGIN_VENSTER, type Meting, rondom, schuif } from './view/venster.js';

export type Action =
  | { t: 'begonnen'; module: NonNullable<State['module']>; beleid: string }
  | { t: 'regels'; opties: State['opties']; profielen: State['profielen'] }
  | { t: 'taal'; taal: Taal }
  | { t: 'ga'; stap: Stap }
  | { t: 'tab'; tab: Tab }
  | { t: 'kies'; bronnen: readonly Bron[] }
  | { t: 'voorbeeld'; soort: 'vo' | 'po' }
  | { t: 'voortgang'; sleutel: number; bytes: number; rijen: number }
  | { t: 'ingelezen'; sleutel: number; beschrijving: Beschrijving }
  | { t: 'mislukt'; sleutel: number; fouten: readonly Fout[]; beschrijving: Beschrijving | undefined }
  | { t: 'profiel'; sleutel: number; basis: string }
  | { t: 'kolom'; sleutel: number; basis: string; kolom: string; veld: string | undefined }
  | { t: 'profiel_laden'; sleutel: number; bestand: File }
  | { t: 'profiel_geladen'; sleutel: number; keuze: Kolomkeuze }
  | { t: 'profiel_bewaren'; keuze: Kolomkeuze }
  | { t: 'herlees'; sleutel: number }
  | { t: 'stop' }
  | { t: 'gestopt' }
  | { t: 'verwijder'; sleutel: number }
  | { t: 'bekeken'; inspectie: Inspectie }
  | { t: 'code'; code: string; klasse: string }
  | { t: 'codes_klaar' }
  | { t: 'zet'; pad: Pad; waarde: unknown; focus?: string }
  | { t: 'getoetst'; school: SchoolBestand; fouten: readonly Fout[]; schoolgids: State['schoolgids'] }
  | { t: 'peildatum'; waarde: string }
  | { t: 'opties_open'; open: boolean }
  | { t: 'nieuwe_dag'; waarde: string }
  | { t: 'dag_erbij' }
  | { t: 'school_laden'; bestand: File }
  | { t: 'school_geladen'; school: SchoolBestand }
  | { t: 'school_bewaren' }
  | { t: 'verzonden_kiezen'; bestand: File }
  | { t: 'verzonden'; verzonden: Verzonden | undefined; sleutel?: number }
  | { t: 'verzonden_geweigerd'; fouten: readonly Fout[] }
  | { t: 'bereken' }
  | { t: 'rekent'; deel: number }
  | { t: 'stop_rekenen' }
  | { t: 'rekenen_gestopt' }
  | { t: 'berekend'; uitkomst: Uitkomst }
  | { t: 'fout'; fouten: readonly Fout[] }
  | { t: 'filter'; filter: Partial<State['filter']> }
  | { t: 'schuif'; meting: Meting }
  | { t: 'rij'; sleutel: string }
  | { t: 'naar_rij'; place: number; id: string }
  | { t: 'waarom'; sleutel: string }
  | { t: 'bewaren'; werkmappen: boolean }
  | { t: 'bewaar_publicatie' }
  | { t: 'bewaar_vergelijking' }
  | { t: 'kijk'; kijk: Partial<Kijk> }
  | { t: 'gekeurd'; uitkomst: Uitkomst; plaats: number; keuring: Keuring }
  | { t: 'bewaard'; naam: string }
  | { t: 'afdrukken' }
  | { t: 'afgedrukt' }
  | { t: 'proef' }
  | { t: 'proef_klaar'; geweigerd: boolean }
  | { t: 'pagina_tonen'; bestand: File }
  | { t: 'pagina_gelezen'; naam: string; sha256: string }
  | { t: 'naar'; id: string };

export type Effect =
  | { e: 'lees'; invoer: Invoer }
  | { e: 'lees_opnieuw'; invoer: readonly Invoer[] }
  | { e: 'voorbeeld'; soort: 'vo' | 'po' }
  | { e: 'stop' }
  | { e: 'stop_rekenen' }
  | { e: 'bekijk'; school: SchoolBestand }
  | { e: 'toets'; school: SchoolBestand }
  | { e: 'laad_profiel'; sleutel: number; bestand: File }
  | { e: 'bewaar_profiel'; keuze: Kolomkeuze }
  | { e: 'laad_school'; bestand: File }
  | { e: 'bewaar_school'; school: SchoolBestand }
  | { e: 'lees_verzonden'; bestand: File }
  | { e: 'bereken'; school: SchoolBestand; peildatum: string; verzonden: Verzonden | undefined }
  | { e: 'bewaar'; bestanden: readonly Uitvoer[]; werkmappen: boolean }
  | { e: 'keur'; uitkomst: Uitkomst }
  | { e: 'druk_af' }
  | { e: 'proef' }
  | { e: 'vingerafdruk'; bestand: File }
  | { e: 'focus'; id: string };

type Step = readonly [State, ...Effect[]];

// A new screen starts at its heading.
const toScreen = (state: State, stap: Stap): Step => [
  { ...state, stap, fouten: [], gemeld: '' },
  { e: 'focus', id: 'v-kop' },
];

// Another list of meldingen starts at its first.
const topOfList = { venster: BEGIN_VENSTER, rij: undefined };

// What was computed no longer holds once a setting changes.
const stale = (state: State): State => ({
  ...state,
  uitkomst: undefined,
  open: new Set(),
  filter: GEEN_FILTER,
  ...topOfList,
});

const change = (state: State, sleutel: number, values: Partial<Invoer>): State => ({
  ...state,
  invoer: state.invoer.map((invoer) => (invoer.sleutel === sleutel ? { ...invoer, ...values } : invoer)),
});

// After a file is done: the next one, or a look at what was read.
function next(state: State): Step {
  const waiting = state.invoer.find(({ stand }) => stand === 'wacht');
  if (waiting) return [change(state, waiting.sleutel, { stand: 'leest' }), { e: 'lees', invoer: waiting }];
  if (leest(state) || gelezen(state).length === 0) return [{ ...state, inspectie: undefined }];
  return [state, { e: 'bekijk', school: state.school }];
}

function choose(state: State, bronnen: readonly Bron[]): Step {
  const busy = leest(state);
  const added = bronnen.map((bron, index): Invoer => ({
    sleutel: state.volgende + index,
    bron,
    stand: 'wacht',
    bytes: 0,
    rijen: 0,
    beschrijving: undefined,
    keuze: undefined,
    fouten: [],
  }));
  const grown = stale({
    ...state,
    invoer: [...state.invoer, ...added],
    volgende: state.volgende + added.length,
    fouten: [],
  });
  return busy || added.length === 0 ? [grown] : next(grown);
}

// The module cannot forget one file: a fresh session reads the others again.
function without(state: State, keep: (invoer: Invoer) => boolean): Step {
  const invoer = state.invoer.filter(keep).map((kept): Invoer => ({ ...kept, stand: 'wacht', bytes: 0, rijen: 0 }));
  const [after, ...effects] = next(stale({ ...state, invoer, inspectie: undefined }));
  return [after, { e: 'lees_opnieuw', invoer }, ...effects, { e: 'focus', id: 'v-kop' }];
}

// Reads one file again, with the columns that were chosen. Of a file that was refused nothing stayed; otherwise the
// module, which cannot forget one file, starts afresh.
function reread(state: State, sleutel: number): Step {
  const again: Partial<Invoer> = { stand: 'wacht', bytes: 0, rijen: 0, fouten: [] };
  if (state.invoer.find((invoer) => invoer.sleutel === sleutel)?.stand === 'klaar') return without(state, () => true);
  const [after, ...effects] = next(stale(change(state, sleutel, again)));
  return [after, ...effects, { e: 'focus', id: 'v-kop' }];
}

const withSchool = (state: State, school: SchoolBestand): State => stale({ ...state, school });

// A setting changed: the module says whether it can be used.
const set = (state: State, pad: Pad, waarde: unknown): Step => {
  const school = zet(state.school, pad, waarde);
  return [withSchool(state, school), { e: 'toets', school }];
};

const compute = (state: State): Step => [
  { ...state, bezig: true, deel: 0, fouten: [], gemeld: '' },
  { e: 'bereken', school: state.school, peildatum: state.peildatum, verzonden: state.verzonden },
];

const failed = (state: State, fouten: readonly Fout[]): Step => [
  { ...state, bezig: false, fouten },
  { e: 'focus', id: 'v-fouten' },
];

// What a calculation rests on. While one runs a person can go on; when this changes it is of no use any more.
const sameBasis = (a: State, b: State): boolean =>
  a.school === b.school && a.peildatum === b.peildatum && a.invoer === b.invoer && a.verzonden === b.verzonden;

export function update(state: State, action: Action): Step {
  const [after, ...effects] = step(state, action);
  const useless = after.bezig ? !sameBasis(state, after) : action.t === 'fout';
  const again = effects.some(({ e }) => e === 'bereken');
  if (!state.bezig || !useless || again) return [after, ...effects];
  return [{ ...after, bezig: false }, { e: 'stop_rekenen' }, ...effects];
}

function step(state: State, action: Action): Step {
  switch (action.t) {
    case 'begonnen':
      return [{ ...BEGIN, taal: state.taal, module: action.module, beleid: action.beleid }];
    case 'regels':
      return [{ ...state, opties: action.opties, profielen: action.profielen }];
    case 'taal':
      return [{ ...state, taal: action.taal }];
    case 'ga':
      return toScreen(state, action.stap);
    case 'tab':
      return [{ ...state, tab: action.tab }];
    case 'kies':
      return choose(state, action.bronnen);
    case 'voorbeeld':
      return [state, { e: 'voorbeeld', soort: action.soort }];
    case 'voortgang':
      return [change(state, action.sleutel, { bytes: action.bytes, rijen: action.rijen })];
    case 'ingelezen':
      return next(change(state, action.sleutel, { stand: 'klaar', beschrijving: action.beschrijving }));
    case 'mislukt': {
      // What an earlier reading found stays: the columns can then be chosen again.
      const { sleutel, fouten, beschrijving } = action;
      return next(change(state, sleutel, { stand: 'fout', fouten, ...(beschrijving ? { beschrijving } : {}) }));
    }
    case 'profiel':
      return [change(state, action.sleutel, { keuze: { basis: action.basis, kolommen: {} } })];
    case 'kolom': {
      const { basis, kolom, veld, sleutel } = action;
      const kolommen = state.invoer.find((invoer) => invoer.sleutel === sleutel)?.keuze?.kolommen ?? {};
      return [change(state, sleutel, { keuze: { basis, kolommen: zet(kolommen, [kolom], veld) } })];
    }
    case 'profiel_laden':
      return [state, { e: 'laad_profiel', sleutel: action.sleutel, bestand: action.bestand }];
    case 'profiel_geladen':
      return [{ ...change(state, action.sleutel, { keuze: action.keuze }), fouten: [] }];
    case 'profiel_bewaren':
      return [state, { e: 'bewaar_profiel', keuze: action.keuze }];
    case 'herlees':
      return reread(state, action.sleutel);
    case 'stop':
      // Files that wait go at once: the one being read may just be ready, and then nothing is aborted.
      return [{ ...state, invoer: state.invoer.filter(({ stand }) => stand !== 'wacht') }, { e: 'stop' }];
    case 'gestopt': {
      // Of the file that was being read nothing stayed; what was read before is still there.
      const invoer = state.invoer.filter(({ stand }) => stand !== 'leest');
      const [after, ...effects] = next(stale({ ...state, invoer }));
      return [after, ...effects, { e: 'focus', id: 'v-kop' }];
    }
    case 'verwijder':
      return without(state, ({ sleutel }) => sleutel !== action.sleutel);
    case 'bekeken':
      return [
        {
          ...state,
          inspectie: action.inspectie,
          gemeld: state.gemeld === 'school_geladen' ? state.gemeld : 'gelezen',
        },
      ];
    case 'code':
      return set(state, ['codes', action.code], action.klasse);
    case 'codes_klaar': {
      const open = onbeslist(state);
      if (open.length === 0) return toScreen(state, 'school');
      return failed(
        state,
        open.map(({ code }) => ({ code: 'kies_betekenis', plaats: {}, bericht: '', van: code })),
      );
    }
    case 'zet': {
      const step = set(state, action.pad, action.waarde);
      return action.focus === undefined ? step : [...step, { e: 'focus', id: action.focus }];
    }
    case 'getoetst':
      return [action.school === state.school ? { ...state, veldfouten: action.fouten, schoolgids: action.schoolgids } : state];
    case 'peildatum':
      return [stale({ ...state, peildatum: action.waarde })];
    case 'opties_open':
      return [{ ...state, optiesOpen: action.open }];
    case 'nieuwe_dag':
      return [{ ...state, nieuweDag: action.waarde }];
    case 'dag_erbij': {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(state.nieuweDag)) return [state, { e: 'focus', id: 'v-nieuwe-dag' }];
      const known = new Set([...(state.school.kalender.lesvrij ?? []), state.nieuweDag]);
      const [after, ...effects] = set(state, ['kalender', 'lesvrij'], [...known].sort());
      return [{ ...after, nieuweDag: '' }, ...effects, { e: 'focus', id: 'v-nieuwe-dag' }];
    }
    case 'school_laden':
      return [state, { e: 'laad_school', bestand: action.bestand }];
    case 'school_geladen': {
      const loaded: State = { ...withSchool(state, action.school), veldfouten: [], fouten: [], gemeld: 'school_geladen' };
      const judged: Effect = { e: 'toets', school: action.school };
      return state.inspectie ? [loaded, judged, { e: 'bekijk', school: action.school }] : [loaded, judged];
    }
    case 'school_bewaren':
      return [state, { e: 'bewaar_school', school: state.school }];
    case 'verzonden_kiezen':
      return [state, { e: 'lees_verzonden', bestand: action.bestand }];
    case 'verzonden': {
      // Among the files of the first step it stood in their list; in the outcome it is compared at once.
      const { sleutel, verzonden } = action;
      if (state.stap === 'uitkomst' && verzonden) return compute({ ...state, verzonden });
      const invoer = state.invoer.filter((other) => other.sleutel !== sleutel);
      return next(stale({ ...state, invoer, verzonden, fouten: [] }));
    }
    case 'verzonden_geweigerd':
      return failed({ ...state, verzonden: undefined }, action.fouten);
    case 'bereken':
      return compute(state);
    case 'rekent':
      return [state.bezig ? { ...state, deel: action.deel } : state];
    case 'stop_rekenen':
      return [state, { e: 'stop_rekenen' }];
    case 'rekenen_gestopt':
      if (!state.bezig) return [state];
      // Files, settings and an earlier outcome are what they were.
      return [{ ...state, bezig: false, gemeld: 'rekenen_gestopt' }, { e: 'focus', id: 'v-kop' }];
    case 'berekend':
      return [
        ...toScreen(
          {
            ...stale(state),
            bezig: false,
            uitkomst: action.uitkomst,
            kijk: kijkNaar(action.uitkomst.inzage),
            tab: state.stap === 'uitkomst' ? state.tab : 'meldingen',
          },
          'uitkomst',
        ),
        { e: 'keur', uitkomst: action.uitkomst },
      ];
    case 'fout':
      return failed(state, action.fouten);
    case 'filter':
      return [{ ...state, filter: { ...state.filter, ...action.filter }, ...topOfList }];
    case 'schuif': {
      const venster = schuif(state.venster, action.meting, gefilterd(state).length);
      return [venster === state.venster ? state : { ...state, venster }];
    }
    case 'rij':
      return [{ ...state, rij: action.sleutel }];
    case 'naar_rij': {
      const melding = gefilterd(state)[action.place];
      if (!melding) return [state];
      const venster = rondom(state.venster, action.place);
      return [
        { ...state, venster, rij: meldingSleutel(melding) },
        { e: 'focus', id: action.id },
      ];
    }
    case 'waarom': {
      const open = new Set(state.open);
      if (!open.delete(action.sleutel)) open.add(action.sleutel);
      return [{ ...state, open }];
    }
    case 'bewaren':
      return state.uitkomst
        ? [state, { e: 'bewaar', bestanden: state.uitkomst.bestanden, werkmappen: action.werkmappen }]
        : [state];
    case 'bewaar_publicatie':
      return [state, { e: 'bewaar', bestanden: publicatieBestanden(state), werkmappen: false }];
    case 'bewaar_vergelijking':
      return [state, { e: 'bewaar', bestanden: vergelijkingBestanden(state), werkmappen: false }];
    case 'kijk':
      return [{ ...state, kijk: { ...state.kijk, ...action.kijk } }];
    case 'gekeurd': {
      if (action.uitkomst !== state.uitkomst) return [state];
      const keuringen = [...state.kijk.keuringen];
      keuringen[action.plaats] = action.keuring;
      return [{ ...state, kijk: { ...state.kijk, keuringen } }];
    }
    case 'bewaard':
      return [{ ...state, bewaard: [...state.bewaard, action.naam] }];
    case 'afdrukken':
      return [{ ...state, afdruk: true }, { e: 'druk_af' }];
    case 'afgedrukt':
      return [{ ...state, afdruk: false }];
    case 'proef':
      return [state, { e: 'proef' }];
    case 'proef_klaar':
      return [{ ...state, proef: action.geweigerd ? 'geweigerd' : 'doorgelaten' }];
    case 'pagina_tonen':
      return [state, { e: 'vingerafdruk', bestand: action.bestand }];
    case 'pagina_gelezen':
      return [{ ...state, pagina: { naam: action.naam, sha256: action.sha256 } }];
    case 'naar':
      return [state, { e: 'focus', id: action.id }];
  }
}
