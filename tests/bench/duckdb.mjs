// The same question in SQL, for DuckDB-wasm (blocking build for Node).
//
// Per pupil the first day on which the unauthorised credit minutes of four consecutive lesweken reach 960: the first
// melding of sixteen hours. Only the first, because starting again after each melding is no window function. Lesson
// days and lesweken come from a table, as SQL has no school calendar.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isoOf, lesdagen, weekdayOf } from '../../web/voorbeeld/schooljaar.mjs';

const require = createRequire(import.meta.url);
const entry = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const TELT = ['spijbelen', 'te_laat', 'wacht_op_plek', 'onverklaard'];

export const version = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')).version;

// "(date, rank)" per lesson day; ranks of the same weekday in consecutive lesweken are seven apart.
function calendarRows() {
  const mondays = [...new Set(lesdagen().map((day) => day - weekdayOf(day)))];
  return lesdagen()
    .map((day) => `(DATE '${isoOf(day)}', ${7 * mondays.indexOf(day - weekdayOf(day)) + weekdayOf(day)})`)
    .join(', ');
}

// `codes` as in school.json. A code is text, so quotes are doubled; ours have none. `form`: how the file is written,
// see bestand.mjs.
export function sixteenHours(file, codes, form = 'kaal') {
  const quote = form === 'aanhalingstekens' ? '"' : '';
  const encoding = form === 'windows-1252' ? ", encoding = 'latin-1'" : '';
  const last = form === 'windows-1252' ? ", 'docent': 'VARCHAR'" : '';
  const counting = Object.keys(codes).filter((code) => TELT.includes(codes[code]));
  const list = counting.map((code) => `'${code.replaceAll("'", "''")}'`).join(', ');
  return `
    WITH kalender(datum, rang) AS (VALUES ${calendarRows()}),
    rijen AS (
      SELECT leerling, datum, minuten,
             CASE WHEN gemist IS NOT NULL THEN gemist WHEN status = 'afwezig' THEN minuten ELSE 0 END AS weg
      FROM read_csv('${file}', delim = ';', header = true, ignore_errors = true, null_padding = false,
                    auto_detect = false, quote = '${quote}', escape = '${quote}'${encoding}, new_line = '\\r\\n', dateformat = '%Y-%m-%d',
                    columns = {'leerling': 'VARCHAR', 'datum': 'DATE', 'lesuur': 'SMALLINT', 'minuten': 'SMALLINT',
                               'status': 'VARCHAR', 'reden': 'VARCHAR', 'gemist': 'SMALLINT'${last}})
      WHERE status IN ('afwezig', 'te_laat') AND (reden IS NULL OR reden IN (${list})) AND minuten > 0
    ),
    dagen AS (
      SELECT leerling, datum, rang,
             SUM(CASE WHEN minuten <= 60 THEN (60 * weg) // minuten ELSE weg END) AS telminuten
      FROM rijen JOIN kalender USING (datum) GROUP BY leerling, datum, rang
    ),
    vensters AS (
      SELECT leerling, datum,
             SUM(telminuten) OVER (PARTITION BY leerling ORDER BY rang RANGE BETWEEN 27 PRECEDING AND CURRENT ROW) AS som
      FROM dagen
    )
    SELECT leerling, CAST(MIN(datum) AS VARCHAR) AS einddatum
    FROM vensters WHERE som >= 960 GROUP BY leerling ORDER BY leerling`;
}

export async function openDuckDB() {
  const duckdb = require(entry);
  const wasm = (name) => ({ mainModule: join(dirname(entry), name), mainWorker: '' });
  const bundles = { mvp: wasm('duckdb-mvp.wasm'), eh: wasm('duckdb-eh.wasm') };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => {});
  return db;
}

// Bytes in, answer out; `db`: one that is open already. Answers ["pupil einddatum", …].
export async function runDuckDB(bytes, codes, { form, db: open } = {}) {
  const db = open ?? (await openDuckDB());
  const connection = db.connect();
  const start = performance.now();
  db.registerFileBuffer('lessen.csv', bytes);
  const table = connection.query(sixteenHours('lessen.csv', codes, form));
  const answer = table.toArray().map((row) => `${row.leerling} ${row.einddatum}`);
  const milliseconds = performance.now() - start;
  connection.close();
  if (open) db.dropFile('lessen.csv');
  else db.reset();
  return { milliseconds, answer };
}
