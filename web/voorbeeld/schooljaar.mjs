// @ts-check
/**
 * The school year 2025-2026 of the sample schools, region midden: which days have lessons. Days are whole numbers
 * since 1 January 1970; nothing here reads the clock.
 */

/** @param {string} iso  "JJJJ-MM-DD" @returns {number} */
export function dayOf(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** @type {Map<number, string>} The same few hundred days are asked for a million times. */
const known = new Map();

/** @param {number} day @returns {string} "JJJJ-MM-DD" */
export function isoOf(day) {
  let iso = known.get(day);
  if (iso === undefined) {
    iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
    known.set(day, iso);
  }
  return iso;
}

/** @param {number} day @returns {string} "DD-MM-JJJJ" */
export function dutchOf(day) {
  const [year, month, date] = isoOf(day).split('-');
  return `${date}-${month}-${year}`;
}

/** Monday is 1. @param {number} day @returns {number} */
export function weekdayOf(day) {
  return ((day + 3) % 7) + 1;
}

/** First and last lesson day: what the summer vacations of region midden leave. */
export const EERSTE_DAG = dayOf('2025-09-01');
export const LAATSTE_DAG = dayOf('2026-07-17');

/** Vacations of region midden inside the school year, both ends included. */
const VAKANTIES = [
  ['2025-10-18', '2025-10-26'],
  ['2025-12-20', '2026-01-04'],
  ['2026-02-14', '2026-02-22'],
  ['2026-04-25', '2026-05-03'],
].map(([van, tot]) => ({ van: dayOf(van), tot: dayOf(tot) }));

/** Public holidays on which no school in the country is open; those inside vacations are left out. */
const FEESTDAGEN = ['2026-04-06', '2026-05-14', '2026-05-25'].map(dayOf);

/** Free days this school gives itself: they go into school.json as `lesvrij`. */
export const LESVRIJ = ['2025-10-06', '2025-11-28', '2026-04-03', '2026-05-05', '2026-05-15', '2026-06-24'];

/** @returns {number[]} the lesson days of the school year, ascending */
export function lesdagen() {
  const free = new Set([...FEESTDAGEN, ...LESVRIJ.map(dayOf)]);
  const days = [];
  for (let day = EERSTE_DAG; day <= LAATSTE_DAG; ++day) {
    const holiday = VAKANTIES.some(({ van, tot }) => van <= day && day <= tot);
    if (weekdayOf(day) <= 5 && !holiday && !free.has(day)) days.push(day);
  }
  return days;
}
