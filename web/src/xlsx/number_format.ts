// What a number in a cell means, by the number format of the cell (ECMA-376 part 1, 18.8.30 and 18.18).

export type NumberKind =
  | { kind: 'number' }
  // "00000": shown with this many digits at least.
  | { kind: 'padded'; digits: number }
  // A day, a time of day, or both.
  | { kind: 'moment'; date: boolean; time: boolean }
  // "[h]:mm": hours that go on past twenty-four.
  | { kind: 'duration' };

const NUMBER: NumberKind = { kind: 'number' };
const DATE: NumberKind = { kind: 'moment', date: true, time: false };
const TIME: NumberKind = { kind: 'moment', date: false, time: true };

// The formats that a workbook does not write out. 5 to 8, 37 to 44, 48 and 49 are amounts and text.
export function builtInKind(id: number): NumberKind {
  if (id >= 14 && id <= 17) return DATE;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return TIME;
  if (id === 22) return { kind: 'moment', date: true, time: true };
  if (id === 46) return { kind: 'duration' };
  return NUMBER;
}

/**
 * The kind of a format that is written out.
 *
 * @example
 * kindOfFormat('dd\\-mm\\-yyyy;@') // { kind: 'moment', date: true, time: false }
 * kindOfFormat('000000')           // { kind: 'padded', digits: 6 }
 * kindOfFormat('"dag" 0')          // { kind: 'number' }
 */
export function kindOfFormat(code: string): NumberKind {
  // Only the first section counts: the others are for negative numbers, zero and text.
  const bare = firstSection(code);
  if (/^0+$/.test(bare)) return bare.length > 1 ? { kind: 'padded', digits: bare.length } : NUMBER;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' };
  const letters = bare.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (letters.includes('general') || letters.includes('standaard')) return NUMBER;
  const clock = letters.replace(/am\/pm|a\/p/g, 'h');
  const time = /[hsu]/.test(clock);
  // "j" is what Dutch programs write for a year; "m" alone is a month.
  const date = /[ydj]/.test(clock) || (!time && clock.includes('m'));
  return date || time ? { kind: 'moment', date, time } : NUMBER;
}

// Without "text", \x, _x and *x: those are shown and mean nothing.
function firstSection(code: string): string {
  let out = '';
  for (let i = 0; i < code.length; i += 1) {
    const c = code[i] as string;
    if (c === ';') break;
    if (c === '"') {
      const end = code.indexOf('"', i + 1);
      if (end < 0) break;
      i = end;
    } else if (c === '\\' || c === '_' || c === '*') {
      i += 1;
    } else {
      out += c;
    }
  }
  return out;
}

const DAY_SECONDS = 86_400;
const two = (value: number): string => String(value).padStart(2, '0');

function clockText(seconds: number): string {
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/**
 * The day of a serial number. The calendar of 1900 has a day that never was, 29 February 1900: it is written as it
 * is, and the import refuses it.
 */
function dayText(day: number, date1904: boolean): string {
  if (!date1904 && day === 60) return '1900-02-29';
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

const LAST_DAY = 2_958_465; // 31 December 9999

/** A number as text: no thousands, a point for the fraction, no exponent where there need not be one. */
function plain(value: string): string {
  if (/^-?\d+$/.test(value)) return value;
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : String(number);
}

/**
 * A number as the CSV of the same sheet would have it, dates as JJJJ-MM-DD and times as UU:MM.
 *
 * @example
 * numberText('46023', kindOfFormat('dd-mm-yyyy'), false) // '2026-01-01'
 * numberText('0.354166666666667', builtInKind(20), false) // '08:30'
 */
export function numberText(value: string, kind: NumberKind, date1904: boolean): string {
  const text = plain(value);
  if (kind.kind === 'number') return text;
  if (kind.kind === 'padded') return /^\d+$/.test(text) ? text.padStart(kind.digits, '0') : text;
  const number = Number(value);
  if (!(number >= 0 && number < LAST_DAY + 1)) return text;
  const seconds = Math.round(number * DAY_SECONDS);
  if (kind.kind === 'duration') return clockText(seconds);
  const day = Math.floor(seconds / DAY_SECONDS);
  const clock = clockText(seconds % DAY_SECONDS);
  // Day 0 is no day in the calendar of 1900: a time alone.
  if (!kind.date || (day === 0 && !date1904)) return clock;
  return seconds % DAY_SECONDS === 0 ? dayText(day, date1904) : `${dayText(day, date1904)} ${clock}`;
}
