// Numbers, dates and durations as a reader of one language writes them. The text tables (text/) carry one set each.

export interface Eenheden {
  readonly uur: readonly [een: string, meer: string];
  readonly minuut: readonly [een: string, meer: string];
  readonly en: string;
}

export interface Formats {
  // 12345 is "12.345", 12.3456 is "12,346".
  getal(value: number): string;
  // "2026-01-07" is "7 januari 2026".
  datum(iso: string): string;
  // "2026-01-07" is "wo 7 jan 2026".
  dag(iso: string): string;
  // 1000 minutes are "16 uur en 40 minuten", 960 are "16 uur", 1 is "1 minuut".
  uren(minutes: number): string;
  // 1536 bytes are "1,5 kB".
  omvang(bytes: number): string;
  // 2 of "rij" and "rijen" is "2 rijen".
  meervoud(n: number, een: string, meer: string): string;
}

// What a language writes: its own words for months and days rather than the browser's, which differ from one browser to
// the next and take longer to look up than the whole first screen takes to draw.
export interface Taalvorm {
  readonly duizend: string; // between groups of three digits
  readonly komma: string;
  readonly maanden: readonly string[];
  readonly maandenKort: readonly string[];
  readonly dagenKort: readonly string[]; // from Sunday
  readonly eenheden: Eenheden;
}

interface Dag {
  readonly dag: number;
  readonly maand: number; // from 0
  readonly jaar: number;
  readonly weekdag: number; // 0 is Sunday
}

function dagVan(iso: string): Dag {
  const date = new Date(`${iso}T00:00:00Z`);
  return { dag: date.getUTCDate(), maand: date.getUTCMonth(), jaar: date.getUTCFullYear(), weekdag: date.getUTCDay() };
}

export function formatsOf({ duizend, komma, maanden, maandenKort, dagenKort, eenheden }: Taalvorm): Formats {
  const { uur, minuut, en } = eenheden;
  const getal = (value: number): string => {
    const [whole = '', rest] = String(Math.round(value * 1000) / 1000).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, duizend);
    return rest === undefined ? grouped : `${grouped}${komma}${rest}`;
  };
  const eenDecimaal = (value: number): string => getal(Math.round(value * 10) / 10);
  const meervoud = (n: number, een: string, meer: string): string => `${getal(n)} ${n === 1 ? een : meer}`;
  return {
    getal,
    meervoud,
    datum(iso) {
      const { dag, maand, jaar } = dagVan(iso);
      return `${dag} ${maanden[maand]} ${jaar}`;
    },
    dag(iso) {
      const { dag, maand, jaar, weekdag } = dagVan(iso);
      return `${dagenKort[weekdag]} ${dag} ${maandenKort[maand]} ${jaar}`;
    },
    uren(minutes) {
      const whole = Math.trunc(minutes / 60);
      const rest = meervoud(minutes % 60, ...minuut);
      if (whole === 0) return rest;
      return minutes % 60 === 0 ? meervoud(whole, ...uur) : `${meervoud(whole, ...uur)} ${en} ${rest}`;
    },
    omvang(bytes) {
      if (bytes < 1000) return `${bytes} bytes`;
      if (bytes < 1000 * 1000) return `${eenDecimaal(bytes / 1000)} kB`;
      return `${eenDecimaal(bytes / 1000 / 1000)} MB`;
    },
  };
}
