// @ts-check
/** From plans to bytes: the CSV files, in chunks, the same bytes at every call. */
import { isIngeschreven, lessenOp } from './bevolking.mjs';
import { dutchOf, isoOf } from './schooljaar.mjs';
import { KOP, verzonnenBsn, vuilInLeerlingen } from './vuil.mjs';

const CHUNK = 256 * 1024;
const EOL = '\r\n';
const UTF8 = new TextEncoder();

/** Collects bytes and hands them out in chunks of about CHUNK. */
class Chunker {
  constructor() {
    this.buffer = new Uint8Array(CHUNK + 64 * 1024);
    this.length = 0;
  }
  /** @param {string} text */
  addText(text) {
    this.length += UTF8.encodeInto(text, this.buffer.subarray(this.length)).written;
  }
  /** The rows of a block, with this number in each place for one. @param {Block} block @param {Uint8Array} number */
  addBlock({ rows, places }, number) {
    const { buffer, length } = this;
    buffer.set(rows, length);
    for (let row = 0; row < places.length; ++row) {
      const at = length + places[row];
      for (let i = 0; i < number.length; ++i) buffer[at + i] = number[i];
    }
    this.length += rows.length;
  }
  full() {
    return this.length >= CHUNK;
  }
  take() {
    const chunk = this.buffer.slice(0, this.length);
    this.length = 0;
    return chunk;
  }
}

/**
 * The rows of a day on which nothing happened, for a pupil of one class. Most rows are these: they are written once and
 * copied, with another number in them.
 * @typedef {{ rows: Uint8Array, places: number[], digits: number }} Block `digits`: the length of the number
 */

/** @param {object[]} lessen @param {string} iso @param {string} nummer @returns {Block} */
function blockOf(lessen, iso, nummer) {
  const lines = lessen.map(({ lesuur, minuten }) => UTF8.encode(`${nummer};${iso};${lesuur};${minuten};aanwezig;;${EOL}`));
  const places = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + line.length, 0));
  const rows = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
  lines.forEach((line, i) => rows.set(line, places[i]));
  return { rows, places, digits: nummer.length };
}

/**
 * lessen.csv: day by day, pupil by pupil, as a register fills up. UTF-8, `;`, CRLF.
 * @param {import('./verzuim.mjs').Verzuim} verzuim
 * @param {import('./vuil.mjs').Plan} plan
 * @returns {Generator<Uint8Array>}
 */
export function* lessenChunks(verzuim, plan) {
  const { leerlingen, days, cellen } = verzuim;
  const out = new Chunker();
  const numbers = leerlingen.map((leerling) => UTF8.encode(leerling.nummer));
  // Pupils with rows that are dirty on purpose; a key begins with the place of the pupil.
  const dirty = new Set([...plan.staart.keys(), ...plan.na.keys()].map((key) => Number.parseInt(key, 10)));
  out.addText(KOP + EOL);
  for (const day of days) {
    const iso = isoOf(day);
    /** @type {Map<object, Block>} per class */
    const blocks = new Map();
    for (let i = 0; i < leerlingen.length; ++i) {
      const leerling = leerlingen[i];
      if (!isIngeschreven(leerling, day)) continue;
      const key = dirty.has(i) ? `${i}:${day}` : '';
      const cells = cellen[i].get(day);
      if (!cells && !plan.staart.has(key)) {
        let block = blocks.get(leerling.klas);
        if (block?.digits !== numbers[i].length) {
          block = blockOf(lessenOp(leerling.klas, day), iso, leerling.nummer);
          blocks.set(leerling.klas, block);
        }
        out.addBlock(block, numbers[i]);
      } else {
        const more = plan.staart.has(key) ? ';;' : '';
        let text = '';
        for (const { lesuur, minuten } of lessenOp(leerling.klas, day)) {
          const { status, reden, gemist } = cells?.get(lesuur) ?? { status: 'aanwezig', reden: '', gemist: '' };
          text += `${leerling.nummer};${iso};${lesuur};${minuten};${status};${reden};${gemist}${more}${EOL}`;
        }
        out.addText(text);
      }
      for (const line of plan.na.get(key) ?? []) out.addText(line + EOL);
      if (out.full()) yield out.take();
    }
  }
  for (const line of plan.slot) out.addText(line + EOL);
  yield out.take();
}

const LEERLINGEN_KOP = [
  'leerling', 'bsn', 'geboortedatum', 'onderwijssoort', 'leerjaar', 'klas', 'gemeente', 'ingeschreven_van',
  'ingeschreven_tot', 'startkwalificatie_sinds', 'vrijstelling_van', 'vrijstelling_tot',
].join(';');

/**
 * leerlingen.csv as an office program writes it: Windows-1252, dates DD-MM-JJJJ, and a column that has no business
 * there (bsn; made-up numbers).
 * @param {import('./bevolking.mjs').Leerling[]} leerlingen
 * @returns {{chunks: () => Generator<Uint8Array>, vuil: import('./vuil.mjs').Vuil[]}}
 */
export function leerlingenBestand(leerlingen) {
  const date = (/** @type {number|undefined} */ day) => (day === undefined ? '' : dutchOf(day));
  const line = (/** @type {import('./bevolking.mjs').Leerling} */ l, /** @type {number} */ i, /** @type {string} */ geboren) =>
    [
      l.nummer, verzonnenBsn(i), geboren, l.klas.onderwijssoort, l.klas.leerjaar, l.klas.naam, l.gemeente,
      date(l.van), date(l.tot), date(l.startkwalificatie), date(l.vrijstelling?.[0]), date(l.vrijstelling?.[1]),
    ].join(';');
  const lines = leerlingen.map((leerling, i) => line(leerling, i, dutchOf(leerling.geboren)));
  // The last pupil without a role stands for "known already"; the made-up one exists in this file only.
  const last = leerlingen.length - 1;
  const { regels, vuil } = vuilInLeerlingen(
    (nummer, geboren) => line({ ...leerlingen[last], nummer, van: undefined, tot: undefined }, leerlingen.length, geboren),
    lines[last],
    (geboren) => line(leerlingen[last], last, geboren),
  );
  return {
    *chunks() {
      yield windows1252([LEERLINGEN_KOP, ...lines, ...regels, ''].join(EOL));
    },
    vuil,
  };
}

/**
 * notities.csv: what mentors noted and what a person confirmed.
 * @param {Array<{nummer: string, notities: import('./rollen.mjs').Notitie[]}>} lijst
 * @returns {Generator<Uint8Array>}
 */
export function* notitiesChunks(lijst) {
  const lines = lijst.flatMap(({ nummer, notities }) =>
    notities.map(({ datum, label, regel = '', door = '', reden = '' }) => [nummer, datum, label, regel, door, reden].join(';')),
  );
  yield UTF8.encode(['leerling;datum;label;regel;door;reden', ...lines, ''].join(EOL));
}

/** Latin letters only, which is all this file holds: there Windows-1252 is the code point. @param {string} text */
function windows1252(text) {
  return Uint8Array.from(text, (ch) => /** @type {number} */ (ch.codePointAt(0)));
}
