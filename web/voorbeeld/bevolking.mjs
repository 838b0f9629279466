// @ts-check
/**
 * The classes and pupils of both sample schools. Invented persons only: a pupil is a number, a date of birth and a
 * class. There are no names.
 */
import { makePrng } from './prng.mjs';
import { dayOf, isoOf, weekdayOf } from './schooljaar.mjs';

/** @typedef {import('./prng.mjs').Prng} Prng */

/**
 * @typedef {object} Les  one lesson of a day
 * @property {number} lesuur
 * @property {number} minuten
 *
 * @typedef {object} Klas
 * @property {string} naam
 * @property {string} onderwijssoort
 * @property {number} leerjaar
 * @property {Les[][]} week       lessons per weekday, Monday first
 * @property {number} laatste     last day with lessons (final-year classes stop before the exams)
 * @property {Map<number, number>} uitval  day -> the lesuur that was cancelled that day
 *
 * @typedef {object} Leerling
 * @property {string} nummer
 * @property {Klas} klas
 * @property {number} geboren     day
 * @property {string} gemeente
 * @property {number} [van]       first day of enrolment, when it lies inside the school year
 * @property {number} [tot]       last day of enrolment, idem
 * @property {number} [startkwalificatie]       day
 * @property {[number, number]} [vrijstelling]  first and last day
 * @property {string} [rol]       set for the pupils of rollen-*.mjs
 */

const GEMEENTEN = /** @type {const} */ (['Voorbeeldstad', 'Voorbeeldstad', 'Voorbeelddorp', 'Voorbeeldië']);

/** Lessons that one pupil of this class really has on this day. @param {Klas} klas @param {number} day */
export function lessenOp(klas, day) {
  if (day > klas.laatste) return [];
  const lessen = klas.week[weekdayOf(day) - 1];
  const cancelled = klas.uitval.get(day);
  return cancelled === undefined ? lessen : lessen.filter((les) => les.lesuur !== cancelled);
}

/** @param {Leerling} leerling @param {number} day */
export function isIngeschreven(leerling, day) {
  return (leerling.van === undefined || leerling.van <= day) && (leerling.tot === undefined || day <= leerling.tot);
}

// ---- voortgezet onderwijs -------------------------------------------------------------------------------------

/** Per kind of education: years, pupils per year, classes per year, lessons of 50 minutes per week. */
const VO_OPBOUW = [
  { soort: 'pro', letter: 'p', jaren: 5, perJaar: 12, klassen: 1, lessen: 30 },
  { soort: 'vmbo', letter: 'm', jaren: 4, perJaar: 110, klassen: 4, lessen: 31 },
  { soort: 'havo', letter: 'h', jaren: 5, perJaar: 80, klassen: 3, lessen: 32 },
  { soort: 'vwo', letter: 'v', jaren: 6, perJaar: 50, klassen: 2, lessen: 33 },
];

export const VO_MINUTEN = 50;
const LAATSTE_LES_EXAMENKLAS = dayOf('2026-05-07');

/**
 * A week of `total` lessons over five days that differ, none shorter than five; older years have free hours between.
 * @param {Prng} prng @param {number} total @param {number} jaar
 */
function voWeek(prng, total, jaar) {
  const perDay = [5, 5, 5, 5, 5];
  for (let left = total - 25; left > 0; --left) {
    const open = [0, 1, 2, 3, 4].filter((d) => perDay[d] < 8);
    perDay[prng.pick(open)] += 1;
  }
  return perDay.map((count) => {
    const first = count <= 6 && prng.chance(1, 3) ? 2 : 1;
    const gap = jaar >= 4 && count <= 6 && prng.chance(1, 2) ? first + prng.between(2, count - 2) : 0;
    const lessen = [];
    for (let lesuur = first; lessen.length < count; ++lesuur) {
      if (lesuur !== gap) lessen.push({ lesuur, minuten: VO_MINUTEN });
    }
    return lessen;
  });
}

/**
 * Now and then a teacher is ill: the last lesson of the day is cancelled.
 * @param {Prng} prng @param {Les[][]} week @param {number[]} days
 */
function voUitval(prng, week, days) {
  const uitval = new Map();
  for (const day of days) {
    const lessen = week[weekdayOf(day) - 1];
    if (prng.chance(1, 16)) uitval.set(day, lessen[lessen.length - 1].lesuur);
  }
  return uitval;
}

/**
 * 1,200 pupils: 60 pro, 440 vmbo, 400 havo, 300 vwo.
 * @param {number} seed @param {number[]} days lesson days @returns {Leerling[]}
 */
export function bevolkingVo(seed, days) {
  const roosters = makePrng(seed, 'vo rooster');
  const mensen = makePrng(seed, 'vo leerlingen');
  /** @type {Leerling[]} */
  const leerlingen = [];
  for (const { soort, letter, jaren, perJaar, klassen, lessen } of VO_OPBOUW) {
    for (let leerjaar = 1; leerjaar <= jaren; ++leerjaar) {
      const examen = leerjaar === jaren && soort !== 'pro';
      const week = Array.from({ length: klassen }, () => voWeek(roosters, lessen, leerjaar));
      /** @type {Klas[]} */
      const klasse = week.map((eigen, i) => ({
        naam: `${leerjaar}${letter}${'abcd'[i]}`,
        onderwijssoort: soort,
        leerjaar,
        week: eigen,
        laatste: examen ? LAATSTE_LES_EXAMENKLAS : days[days.length - 1],
        uitval: voUitval(roosters, eigen, days),
      }));
      for (let i = 0; i < perJaar; ++i) {
        // Year 1 turns twelve or thirteen; one in ten has done a year twice.
        const extra = mensen.chance(1, 10) ? 1 : 0;
        const geboren = dayOf(`${2013 - leerjaar - extra}-10-01`) + mensen.between(0, 364);
        leerlingen.push({
          nummer: String(100001 + leerlingen.length),
          klas: klasse[i % klassen],
          geboren,
          gemeente: mensen.pick(GEMEENTEN),
        });
      }
    }
  }
  // A few come later, a few leave.
  for (let i = 0; i < 12; ++i) {
    const leerling = leerlingen[mensen.between(0, leerlingen.length - 1)];
    if (i % 2 === 0) leerling.van = days[mensen.between(20, 90)];
    else leerling.tot = days[mensen.between(100, 170)];
  }
  return leerlingen;
}

// ---- primair onderwijs ----------------------------------------------------------------------------------------

/** Five equal days: mornings of 3½ hours, afternoons of 2 hours, Friday 1½. A dagdeel is written as a lesuur. */
const PO_WEEK = [120, 120, 120, 120, 90].map((middag) => [
  { lesuur: 1, minuten: 210 },
  { lesuur: 2, minuten: middag },
]);

/**
 * 220 pupils: 27 or 28 in each of the groups 1 to 8. Group 1 fills up through the year, as children turn four.
 * @param {number} seed @param {number[]} days @returns {Leerling[]}
 */
export function bevolkingPo(seed, days) {
  const mensen = makePrng(seed, 'po leerlingen');
  /** @type {Leerling[]} */
  const leerlingen = [];
  for (let groep = 1; groep <= 8; ++groep) {
    /** @type {Klas} */
    const klas = {
      naam: `groep ${groep}`,
      onderwijssoort: 'po',
      leerjaar: groep,
      week: PO_WEEK,
      laatste: days[days.length - 1],
      uitval: new Map(),
    };
    for (let i = 0; i < (groep <= 4 ? 28 : 27); ++i) {
      // Group 2 holds the children born from October 2019 to September 2020.
      const geboren = dayOf(`${2021 - groep}-10-01`) + mensen.between(0, groep === 1 ? 600 : 364);
      const vier = dayOf(isoOf(geboren).replace(/^\d+/, (year) => String(Number(year) + 4)).replace('02-29', '03-01'));
      leerlingen.push({
        nummer: String(2001 + leerlingen.length),
        klas,
        geboren,
        gemeente: mensen.pick(GEMEENTEN),
        ...(vier > days[0] ? { van: vier } : {}),
      });
    }
  }
  return leerlingen;
}
