// Numbers, dates and durations as a Dutch reader writes them.

const LOCALE = 'nl-NL';
const numbers = new Intl.NumberFormat(LOCALE);
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

// 12345 is "12.345".
export const getal = (value: number): string => numbers.format(value);

const asDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

// "2026-01-07" is "7 januari 2026".
export const datum = (iso: string): string => dates.format(asDate(iso));

// "2026-01-07" is "wo 7 jan 2026".
export const dag = (iso: string): string => days.format(asDate(iso));

// 1000 minutes are "16 uur en 40 minuten", 960 are "16 uur", 1 is "1 minuut".
export function uren(minutes: number): string {
  const whole = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  const restText = `${rest} ${rest === 1 ? 'minuut' : 'minuten'}`;
  if (whole === 0) return restText;
  return rest === 0 ? `${getal(whole)} uur` : `${getal(whole)} uur en ${restText}`;
}

// 1536 bytes are "1,5 kB".
export function omvang(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1000 * 1000) return `${oneDecimal.format(bytes / 1000)} kB`;
  return `${oneDecimal.format(bytes / 1000 / 1000)} MB`;
}
