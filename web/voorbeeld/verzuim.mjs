// @ts-check
/**
 * Who missed which lesson: sickness in waves, leave, lateness, truancy.
 *
 * Three groups of pupils:
 *  - those with a part to play (rollen.mjs): exactly what is written there;
 *  - a few dozen "vrije" truants (vo only): random, and more than enough for meldingen;
 *  - all others: random, with at most MAX_SPIJBELUREN missed lessons and MAX_TE_LAAT late arrivals of at most
 *    MAX_MINUTEN_TE_LAAT minutes in the whole year. That is 6 * 60 + 20 * 18 = 720 credit minutes in lesson hours and
 *    less in clock hours: always below the 960 of a melding.
 */
import { isIngeschreven, lessenOp } from './bevolking.mjs';
import { makePrng } from './prng.mjs';
import { dayOf, isoOf } from './schooljaar.mjs';

/** @typedef {import('./bevolking.mjs').Leerling} Leerling */
/** @typedef {import('./prng.mjs').Prng} Prng */

/**
 * @typedef {object} Cel  what the register says about one due lesson, when it is not plain presence
 * @property {'aanwezig'|'afwezig'|'te_laat'} status
 * @property {string} reden
 * @property {string} gemist  empty: all of it
 */

const MAX_SPIJBELUREN = 6;
const MAX_TE_LAAT = 20;
const MAX_MINUTEN_TE_LAAT = 15;
const VRIJE_SPIJBELAARS = 28;

/** New sick reports per thousand pupils and day, by month: low in summer, two waves in winter. */
const ZIEK_PER_MAAND = { '09': 9, 10: 12, 11: 17, 12: 25, '01': 18, '02': 27, '03': 17, '04': 12, '05': 9, '06': 7, '07': 6 };
const ZIEKTEDUUR = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 8];

/**
 * The codes of one school. What they mean stands in its school.json (voorbeeldschool.mjs).
 * @typedef {object} Gebruik
 * @property {string} ziek @property {string} naarHuis @property {string} arts @property {string} verlof
 * @property {string} vakantieverlof @property {string} feest @property {string} geschorst @property {string} teLaat
 * @property {string} spijbelt @property {string} opSchool
 */

/** Absence of one school: for each pupil and day, by lesuur. */
export class Verzuim {
  /** @param {Leerling[]} leerlingen @param {number[]} days */
  constructor(leerlingen, days) {
    this.leerlingen = leerlingen;
    this.days = days;
    /** @type {Array<Map<number, Map<number, Cel>>>} */
    this.cellen = leerlingen.map(() => new Map());
  }

  /** The lessons this pupil was due on this day. @param {number} pupil @param {number} day */
  lessen(pupil, day) {
    const leerling = this.leerlingen[pupil];
    return isIngeschreven(leerling, day) ? lessenOp(leerling.klas, day) : [];
  }

  /** The first reason written for a lesson stands. @param {number} pupil @param {number} day @param {number} lesuur @param {Cel} cel */
  zet(pupil, day, lesuur, cel) {
    let cells = this.cellen[pupil].get(day);
    if (!cells) this.cellen[pupil].set(day, (cells = new Map()));
    if (!cells.has(lesuur)) cells.set(lesuur, cel);
  }

  /**
   * Absent from lesson number `from` (counted from 0) up to but not including `to`.
   * @param {number} pupil @param {number} day @param {string} reden @param {number} [from] @param {number} [to]
   * @returns {number} lessons missed
   */
  weg(pupil, day, reden, from = 0, to = Infinity) {
    const lessen = this.lessen(pupil, day).slice(from, to);
    for (const { lesuur } of lessen) this.zet(pupil, day, lesuur, { status: 'afwezig', reden, gemist: '' });
    return lessen.length;
  }

  /** Late for the n-th lesson of the day. @param {number} pupil @param {number} day @param {string} reden @param {string} gemist @param {number} [n] */
  teLaat(pupil, day, reden, gemist, n = 0) {
    const les = this.lessen(pupil, day)[n];
    if (les) this.zet(pupil, day, les.lesuur, { status: 'te_laat', reden, gemist });
  }
}

/**
 * Writes the events of one role.
 * @param {Verzuim} verzuim @param {number} pupil @param {import('./rollen.mjs').Rol} rol
 */
export function speelRol(verzuim, pupil, rol) {
  for (const { van, tot, code, eerste, behalve, te_laat, deel } of rol.verzuim) {
    for (const day of verzuim.days) {
      if (day < dayOf(van) || day > dayOf(tot ?? van)) continue;
      if (te_laat !== undefined) verzuim.teLaat(pupil, day, code, String(te_laat));
      else if (deel) verzuim.zet(pupil, day, deel.lesuur, { status: 'afwezig', reden: code, gemist: String(deel.minuten) });
      else verzuim.weg(pupil, day, code, behalve ?? 0, eerste);
    }
  }
}

/**
 * Random absence for every pupil without a role.
 * @param {Verzuim} verzuim @param {number} seed @param {Gebruik} code @param {boolean} lesuren  false: dagdelen
 */
export function speelRest(verzuim, seed, code, lesuren) {
  const { leerlingen } = verzuim;
  const ziekte = makePrng(seed, 'ziekte');
  const verlof = makePrng(seed, 'verlof');
  const spijbelen = makePrng(seed, 'spijbelen');
  const free = leerlingen.flatMap((leerling, i) => (leerling.rol ? [] : [i]));
  for (const pupil of free) {
    zoZiek(verzuim, ziekte, pupil, code, lesuren);
    zoVrij(verzuim, verlof, pupil, code, lesuren);
    zoLaat(verzuim, spijbelen, pupil, code);
    zoSpijbelend(verzuim, spijbelen, pupil, code, lesuren);
  }
  if (!lesuren) return;
  for (let i = 0; i < VRIJE_SPIJBELAARS; ++i) {
    const pupil = free[Math.floor(((i + 0.5) * free.length) / VRIJE_SPIJBELAARS)];
    leerlingen[pupil].rol = 'vrije_spijbelaar';
    vrijeSpijbelaar(verzuim, spijbelen, pupil, code);
  }
}

/** @param {Verzuim} verzuim @param {Prng} prng @param {number} pupil @param {Gebruik} code @param {boolean} lesuren */
function zoZiek(verzuim, prng, pupil, code, lesuren) {
  const { days } = verzuim;
  const vatbaar = prng.pick([1, 2, 2, 2, 3, 4]);
  for (let i = 0; i < days.length; ++i) {
    const month = /** @type {keyof typeof ZIEK_PER_MAAND} */ (isoOf(days[i]).slice(5, 7));
    if (!prng.chance(ZIEK_PER_MAAND[month] * vatbaar, 2000)) continue;
    const length = prng.chance(1, 400) ? prng.between(30, 60) : prng.pick(ZIEKTEDUUR);
    // One in eight goes home during the day.
    if (lesuren && prng.chance(1, 8)) verzuim.weg(pupil, days[i], code.naarHuis, prng.between(1, 4));
    else verzuim.weg(pupil, days[i], code.ziek);
    for (let n = 1; n < length && i + n < days.length; ++n) verzuim.weg(pupil, days[i + n], code.ziek);
    i += length;
  }
}

/** Leave, feasts, suspension, doctor. @param {Verzuim} verzuim @param {Prng} prng @param {number} pupil @param {Gebruik} code @param {boolean} lesuren */
function zoVrij(verzuim, prng, pupil, code, lesuren) {
  const { days } = verzuim;
  const anyDay = () => prng.between(0, days.length - 8);
  for (let n = prng.between(0, 2); n > 0; --n) {
    const from = lesuren ? prng.between(0, 4) : prng.between(0, 1);
    verzuim.weg(pupil, days[anyDay()], code.arts, from, from + (lesuren ? 2 : 1));
  }
  if (prng.chance(8, 100)) verzuim.weg(pupil, days[anyDay()], code.verlof);
  if (prng.chance(6, 100)) verzuim.weg(pupil, dayOf('2026-03-20'), code.feest);
  if (prng.chance(1, 200)) {
    const start = prng.between(20, days.length - 10);
    for (let n = 0; n < 5; ++n) verzuim.weg(pupil, days[start + n], code.vakantieverlof);
  }
  if (lesuren && prng.chance(1, 100)) {
    const start = anyDay();
    for (let n = prng.between(1, 3); n > 0; --n) verzuim.weg(pupil, days[start + n], code.geschorst);
  }
  // Sent out of class or helping elsewhere: not in the lesson, yet no absence.
  if (lesuren && prng.chance(1, 3)) {
    const from = prng.between(0, 4);
    verzuim.weg(pupil, days[anyDay()], code.opSchool, from, from + 1);
  }
}

/** @param {Verzuim} verzuim @param {Prng} prng @param {number} pupil @param {Gebruik} code */
function zoLaat(verzuim, prng, pupil, code) {
  const often = prng.chance(1, 12);
  for (let n = prng.between(0, often ? MAX_TE_LAAT : 4); n > 0; --n) {
    const day = verzuim.days[prng.between(0, verzuim.days.length - 1)];
    verzuim.teLaat(pupil, day, prng.chance(1, 5) ? '' : code.teLaat, String(prng.between(3, MAX_MINUTEN_TE_LAAT)));
  }
}

/** @param {Verzuim} verzuim @param {Prng} prng @param {number} pupil @param {Gebruik} code @param {boolean} lesuren */
function zoSpijbelend(verzuim, prng, pupil, code, lesuren) {
  if (!prng.chance(lesuren ? 35 : 4, 100)) return;
  for (let left = lesuren ? prng.between(1, MAX_SPIJBELUREN) : 1; left > 0; ) {
    const day = verzuim.days[prng.between(0, verzuim.days.length - 1)];
    const lessons = Math.min(left, prng.between(1, 3));
    const from = prng.between(0, lesuren ? 5 : 1);
    verzuim.weg(pupil, day, prng.chance(1, 3) ? '' : code.spijbelt, from, from + lessons);
    left -= lessons;
  }
}

/** Weeks of playing truant and weeks without. @param {Verzuim} verzuim @param {Prng} prng @param {number} pupil @param {Gebruik} code */
function vrijeSpijbelaar(verzuim, prng, pupil, code) {
  const { days } = verzuim;
  let bad = false;
  for (let i = 0; i < days.length; ++i) {
    if (i % 5 === 0) bad = bad ? prng.chance(3, 5) : prng.chance(1, 6);
    if (!bad || !prng.chance(3, 5)) continue;
    const from = prng.between(0, 5);
    verzuim.weg(pupil, days[i], prng.chance(1, 4) ? '' : code.spijbelt, from, from + prng.between(1, 5));
  }
}
