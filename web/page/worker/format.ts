// Numbers, dates and durations as a reader of one language writes them. The text tables (text/) carry one set each.

export interface Eenheden {
  readonly uur: readonly [een: string, meer: string];
  readonly minuut: readonly [een: string, meer: string];
  readonly en: string;
}

export interface Formats {
  // 12345 is "12.345".
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

const asDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

// The formats of one language: `locale` is its BCP 47 tag.
export function formatsOf(locale: string, { uur, minuut, en }: Eenheden): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const getal = (value: number): string => numbers.format(value);
  const meervoud = (n: number, een: string, meer: string): string => `${getal(n)} ${n === 1 ? een : meer}`;
  return {
    getal,
    meervoud,
    datum: (iso) => dates.format(asDate(iso)),
    dag: (iso) => days.format(asDate(iso)),
    uren(minutes) {
      const whole = Math.trunc(minutes / 60);
      const rest = meervoud(minutes % 60, ...minuut);
      if (whole === 0) return rest;
      return minutes % 60 === 0 ? meervoud(whole, ...uur) : `${meervoud(whole, ...uur)} ${en} ${rest}`;
    },
    omvang(bytes) {
      if (bytes < 1000) return `${bytes} bytes`;
      if (bytes < 1000 * 1000) return `${oneDecimal.format(bytes / 1000)} kB`;
      return `${oneDecimal.format(bytes / 1000 / 1000)} MB`;
    },
  };
}
