// What the tabs of the outcome show besides the meldingen, and how a person looks at it.
import type {
  Categorie,
  ControleCel,
  Keuzehulp,
  Levering,
  Monitor,
  Publicatie,
  Signalen,
  Uitkomst as KitUitkomst,
  Vergelijking,
  Verlof,
  Zelfcontrole,
} from 'verzuimkit/bare';

// The reports of a run as its files have them. A report that this version of the module does not make is absent.
export interface Inzage {
  readonly leveringen: readonly Levering[];
  readonly publicaties: readonly Publicatie[];
  readonly keuzehulp: Keuzehulp | undefined;
  readonly signalen: Signalen | undefined;
  readonly monitor: Monitor | undefined;
  readonly verlof: Verlof | undefined;
  readonly zelfcontrole: Zelfcontrole | undefined;
  readonly vergelijking: Vergelijking | undefined; // only beside meldingen that were sent
}

// What a reader of one publicatie can work out, and whether the certificate holds.
export interface Keuring {
  readonly veilig: boolean;
  readonly cellen: ReadonlyMap<string, ControleCel>;
  readonly bezwaar: string | undefined; // of the addition-only checker; undefined: accepted
  readonly tabellen: number; // in the certificate
}

export type Dimensie = Monitor['cellen'][number]['dimensie'];

export interface Kijk {
  readonly periode: number;
  readonly keuringen: readonly (Keuring | undefined)[]; // per publicatie, as they come
  readonly ontvanger: '' | 'leerplicht' | 'jeugdarts' | 'intern';
  readonly signalen: number; // how many are drawn
  readonly keuze: string; // an outcome of the keuzehulp; '' for all
  readonly leerling: string; // part of a pupil's number
  readonly episodes: number; // how many are drawn
  readonly kaarten: number; // of verlof: how many are drawn
  readonly vergeleken: number; // of each list of the vergelijking: how many are drawn
  readonly dimensie: Dimensie;
  readonly categorie: Categorie;
}

// Cards that are drawn at once; a button draws as many more.
export const PER_KEER = 25;
// Rows of a long table.
export const RIJEN_PER_KEER = 100;

export const BEGIN_KIJK: Kijk = {
  periode: 0,
  keuringen: [],
  ontvanger: '',
  signalen: PER_KEER,
  keuze: '',
  leerling: '',
  episodes: PER_KEER,
  kaarten: RIJEN_PER_KEER,
  vergeleken: RIJEN_PER_KEER,
  dimensie: 'school',
  categorie: 'totaal',
};

// At the last period that has begun: the one a person has just delivered.
export const kijkNaar = ({ leveringen }: Inzage): Kijk => ({ ...BEGIN_KIJK, periode: Math.max(0, leveringen.length - 1) });

// The name of a cell in the audit of a publicatie.
export const celNaam = (cel: { onderverdeling: string; categorie: string; interval: string }): string =>
  `${cel.onderverdeling}, ${cel.categorie}, ${cel.interval}`;

export function inzageVan({ bestanden, leveringen, publicaties, vergelijking }: KitUitkomst): Inzage {
  const text = new TextDecoder();
  const read = <T>(naam: string): T | undefined => {
    const bestand = bestanden.find((file) => file.naam === naam);
    return bestand && (JSON.parse(text.decode(bestand.inhoud)) as T);
  };
  return {
    leveringen,
    publicaties,
    keuzehulp: read<Keuzehulp>('keuzehulp.json'),
    signalen: read<Signalen>('signalen.json'),
    monitor: read<Monitor>('monitor.json'),
    verlof: read<Verlof>('verlof.json'),
    zelfcontrole: read<Zelfcontrole>('zelfcontrole.json'),
    vergelijking,
  };
}
