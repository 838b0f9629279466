// @ts-check
/**
 * What goes wrong in real exports, in known numbers. Every kind below is added to the clean register exactly
 * `aantal` times; `code` is the problem the import must then report (tests count them), or empty when the row must be
 * read as if nothing were wrong. None of it changes the answer for any pupil with a role.
 */
import { makePrng } from './prng.mjs';
import { dayOf, isoOf } from './schooljaar.mjs';

/** @typedef {import('./verzuim.mjs').Verzuim} Verzuim */

/**
 * @typedef {object} Vuil
 * @property {string} soort
 * @property {string} code      wire name of the problem, empty when the row is fine
 * @property {'lessen'|'leerlingen'} bestand
 * @property {number} aantal    rows
 * @property {boolean} gebruikt the row is used (true) or rejected (false)
 * @property {string} uitleg
 *
 * @typedef {object} Plan
 * @property {Map<string, string[]>} na       lines that follow the lessons of "pupil index:day"
 * @property {Set<string>} staart             "pupil index:day" whose lessons get two empty columns at the end
 * @property {string[]} slot                  lines at the end of the file
 * @property {Vuil[]} vuil
 */

export const KOP = 'leerling;datum;lesuur;minuten;status;reden;gemist';

/** Kinds of bad rows in the register. `regel` gets a due, attended lesson: pupil number, ISO date, lesuur. */
/** @type {Array<{soort: string, code: string, aantal: number, gebruikt?: boolean, uitleg: string,
 *   regel: (l: string, d: string, u: number, m: number) => string}>} */
const SOORTEN = [
  { soort: 'datum_bestaat_niet', code: 'datum_ongeldig', aantal: 7, uitleg: '30 februari',
    regel: (l, d, u, m) => `${l};2026-02-30;${u};${m};afwezig;Z;` },
  { soort: 'negatieve_minuten', code: 'negatieve_minuten', aantal: 5, uitleg: 'een les van -50 minuten',
    regel: (l, d, u, m) => `${l};${d};${u + 15};-${m};afwezig;Z;` },
  { soort: 'minuten_geen_getal', code: 'getal_ongeldig', aantal: 3, uitleg: 'minuten in letters',
    regel: (l, d, u) => `${l};${d};${u + 15};vijftig;afwezig;Z;` },
  { soort: 'in_vakantie', code: 'geen_lesdag', aantal: 12, uitleg: 'maandag van de herfstvakantie',
    regel: (l, d, u, m) => `${l};2025-10-20;${u};${m};afwezig;Z;` },
  { soort: 'in_weekend', code: 'geen_lesdag', aantal: 4, uitleg: 'een zaterdag',
    regel: (l, d, u, m) => `${l};2025-09-13;${u};${m};afwezig;Z;` },
  { soort: 'meer_gemist_dan_les', code: 'gemist_meer_dan_les', aantal: 3, uitleg: 'meer minuten gemist dan de les duurt',
    regel: (l, d, u, m) => `${l};${d};${u + 15};${m};te_laat;TL;${m + 10}` },
  { soort: 'status_onbekend', code: 'status_ongeldig', aantal: 2, uitleg: 'een status die niet bestaat',
    regel: (l, d, u, m) => `${l};${d};${u + 15};${m};misschien;;` },
  { soort: 'lesuur_onmogelijk', code: 'lesuur_ongeldig', aantal: 2, uitleg: 'lesuur 42',
    regel: (l, d, u, m) => `${l};${d};42;${m};afwezig;Z;` },
  { soort: 'aanwezig_met_gemist', code: 'aanwezig_met_gemist', aantal: 2, uitleg: 'aanwezig, en toch tijd gemist',
    regel: (l, d, u, m) => `${l};${d};${u + 15};${m};aanwezig;;10` },
  { soort: 'zonder_leerling', code: 'leerling_ongeldig', aantal: 2, uitleg: 'geen leerlingnummer',
    regel: (l, d, u, m) => `;${d};${u};${m};afwezig;Z;` },
  { soort: 'halve_regel', code: 'te_weinig_velden', aantal: 4, uitleg: 'afgebroken midden in de datum',
    regel: (l, d) => `${l};${d.slice(0, 8)}` },
  { soort: 'lege_regel', code: 'lege_regel', aantal: 6, uitleg: 'een lege regel', regel: () => '' },
  { soort: 'herhaalde_kop', code: 'herhaalde_kopregel', aantal: 3, uitleg: 'de kopregel nog eens', regel: () => KOP },
  { soort: 'dubbel', code: 'dubbele_regel', aantal: 9, uitleg: 'dezelfde regel twee keer',
    regel: (l, d, u, m) => `${l};${d};${u};${m};aanwezig;;` },
  { soort: 'tegenstrijdig', code: 'tegenstrijdige_regel', aantal: 3, uitleg: 'aanwezig en ziek in hetzelfde lesuur',
    regel: (l, d, u, m) => `${l};${d};${u};${m};afwezig;Z;` },
];

/**
 * @param {Verzuim} verzuim @param {number} seed
 * @returns {Plan}
 */
export function vuilInLessen(verzuim, seed) {
  const prng = makePrng(seed, 'vuil');
  /** @type {Plan} */
  const plan = { na: new Map(), staart: new Set(), slot: [], vuil: [] };
  const gezien = new Set();

  /** A pupil without a role and a day on which all went well; never the same pair twice. */
  const gewoneDag = () => {
    for (;;) {
      const pupil = prng.between(0, verzuim.leerlingen.length - 1);
      const day = prng.pick(verzuim.days);
      const key = `${pupil}:${day}`;
      const leerling = verzuim.leerlingen[pupil];
      // Someone who is enrolled all year, so that a row about any day is about an enrolled pupil.
      if (leerling.rol || leerling.van !== undefined || leerling.tot !== undefined || gezien.has(key)) continue;
      const lessen = verzuim.lessen(pupil, day);
      if (lessen.length === 0 || verzuim.cellen[pupil].has(day)) continue;
      gezien.add(key);
      return { key, nummer: leerling.nummer, iso: isoOf(day), les: lessen[0] };
    }
  };

  const gebruikteLeerlingen = new Set();
  for (const { soort, code, aantal, gebruikt = false, uitleg, regel } of SOORTEN) {
    for (let i = 0; i < aantal; ++i) {
      let dag = gewoneDag();
      // Rows on one fixed date must be about different pupils, or they would also be each other's duplicates.
      while (gebruikteLeerlingen.has(dag.nummer)) dag = gewoneDag();
      gebruikteLeerlingen.add(dag.nummer);
      plan.na.set(dag.key, [regel(dag.nummer, dag.iso, dag.les.lesuur, dag.les.minuten)]);
    }
    plan.vuil.push({ soort, code, bestand: 'lessen', aantal, gebruikt, uitleg });
  }

  for (let i = 0; i < 10; ++i) {
    const { key, nummer, iso, les } = gewoneDag();
    plan.na.set(key, [`${nummer};${iso};${les.lesuur + 15};${les.minuten};te_laat;TL;`]);
  }
  plan.vuil.push({ soort: 'te_laat_zonder_minuten', code: 'te_laat_zonder_minuten', bestand: 'lessen', aantal: 10,
    gebruikt: true, uitleg: 'een extra lesuur te laat, zonder minuten' });

  let metStaart = 0;
  for (let i = 0; i < 5; ++i) {
    const { key } = gewoneDag();
    const [pupil, day] = key.split(':').map(Number);
    plan.staart.add(key);
    metStaart += verzuim.lessen(pupil, day).length;
  }
  plan.vuil.push({ soort: 'lege_kolommen_achteraan', code: '', bestand: 'lessen', aantal: metStaart, gebruikt: true,
    uitleg: 'twee lege kolommen te veel' });

  const weg = verzuim.leerlingen.find((leerling) => leerling.tot !== undefined && !leerling.rol);
  if (weg) {
    const after = verzuim.days.filter((day) => day > /** @type {number} */ (weg.tot)).slice(0, 4);
    plan.slot.push(...after.map((day) => `${weg.nummer};${isoOf(day)};1;50;afwezig;Z;`));
    plan.vuil.push({ soort: 'na_uitschrijving', code: 'buiten_inschrijving', bestand: 'lessen', aantal: after.length,
      gebruikt: false, uitleg: 'de leerling was al vertrokken' });
  }
  plan.slot.push('Totaal;;;;;;');
  plan.vuil.push({ soort: 'totaal', code: 'totaalregel', bestand: 'lessen', aantal: 1, gebruikt: false,
    uitleg: 'een totaal onderaan' });
  return plan;
}

/**
 * A number of nine digits that passes the test on burgerservicenummers (the "elfproef") and is plainly made up: all
 * begin with 999. They are here so that the import can be seen to throw such a column away.
 * @param {number} n  0, 1, 2, …
 */
export function verzonnenBsn(n) {
  for (let first = 99900000 + n * 10; ; ++first) {
    const digits = String(first);
    let sum = 0;
    for (let i = 0; i < 8; ++i) sum += Number(digits[i]) * (9 - i);
    if (sum % 11 !== 10) return `${digits}${sum % 11}`;
  }
}

/**
 * Bad rows of leerlingen.csv, for pupils that exist only here.
 * @param {(nummer: string, geboren: string) => string} regel  a complete row
 * @param {string} bekend  a complete row that is in the file already
 * @param {(geboren: string) => string} anders  the row of the same pupil, born on another day
 * @returns {{regels: string[], vuil: Vuil[]}}
 */
export function vuilInLeerlingen(regel, bekend, anders) {
  /** @type {Vuil[]} */
  const vuil = [
    { soort: 'geboortedatum_bestaat_niet', code: 'datum_ongeldig', bestand: 'leerlingen', aantal: 1, gebruikt: false,
      uitleg: 'geboren op 31 februari' },
    { soort: 'leerling_dubbel', code: 'dubbele_regel', bestand: 'leerlingen', aantal: 1, gebruikt: false,
      uitleg: 'dezelfde leerling nog eens' },
    { soort: 'leerling_anders', code: 'leerling_tegenstrijdig', bestand: 'leerlingen', aantal: 1, gebruikt: false,
      uitleg: 'dezelfde leerling met een andere geboortedatum' },
  ];
  return { regels: [regel('199999', '31-02-2012'), bekend, anders('01-01-2001')], vuil };
}

/** The closing day: one wing of the building had no heating. */
export const GESLOTEN = { dag: dayOf('2026-01-16'), onderwijssoort: 'vmbo', leerjaar: 1, code: 'SG' };
