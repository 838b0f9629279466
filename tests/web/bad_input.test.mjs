// Bad input on the command line: a clear Dutch message with its place, the right exit code, nothing lost, no crash.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cli, csv, school, scratch, smallCsv, smallRows } from './support.mjs';

async function run(t, content, { extra = [], input } = {}) {
  const dir = await scratch(t);
  await writeFile(join(dir, 'school.json'), JSON.stringify(school));
  const lessen = input === undefined ? join(dir, 'lessen.csv') : '-';
  if (input === undefined) await writeFile(lessen, content);
  const uit = join(dir, 'uit');
  const result = await cli(['bereken', '--uit', uit, '--school', join(dir, 'school.json'), ...extra, lessen], { input });
  assert.doesNotMatch(result.stderr, /meld hem|at .*\.js:/);
  const read = (name) => readFile(join(uit, name), 'utf8');
  return { ...result, read };
}

/** The run succeeded, all rows are accounted for, and `problemen.csv` has this code at this row of the file. */
async function rejects(result, code, row, { afgewezen = 1, gelezen } = {}) {
  assert.equal(result.code, 0, result.stderr);
  const { rijen } = JSON.parse(await result.read('verslag.json')).samenvatting;
  assert.equal(rijen.gelezen, rijen.gebruikt + rijen.afgewezen);
  assert.equal(rijen.afgewezen, afgewezen);
  if (gelezen !== undefined) assert.equal(rijen.gelezen, gelezen);
  const problemen = await result.read('problemen.csv');
  const line = problemen.split('\r\n').find((text) => text.startsWith(`"lessen.csv";${row};`));
  assert.ok(line?.includes(`"${code}"`), problemen);
}

const FILES = [
  ['an empty file', '', /lessen\.csv: .*leeg/],
  ['a binary file', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)), /lessen\.csv: .*tekstbestand/],
  ['a zip (xlsx)', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)]), /lessen\.csv: .*CSV/],
  ['a file of another kind', 'naam,telefoon\nJan,0612345678\n', /lessen\.csv: .*(indeling|kolom)/i],
  ['a delimiter nobody uses', smallCsv.replaceAll(';', '~'), /lessen\.csv: .*(indeling|kolom)/i],
];
for (const [what, content, pattern] of FILES) {
  test(`${what} is refused with its name and a remedy`, async (t) => {
    const { code, stderr } = await run(t, content);
    assert.equal(code, 2, stderr);
    assert.match(stderr, pattern);
  });
}

test('comma, tab and bar are delimiters too', async (t) => {
  for (const delimiter of [',', '\t', '|']) {
    const { code, stderr } = await run(t, smallCsv.replaceAll(';', delimiter));
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Meldingen: 2/);
  }
});

const last = smallRows.length + 2;
const ROWS = [
  ['half a row', '1005;2025-09-29;1', 'te_weinig_velden'],
  ['a date that does not exist', '1005;2025-02-30;1;50;aanwezig;;', 'datum_ongeldig'],
  ['negative minutes', '1005;2025-09-29;1;-50;aanwezig;;', 'negatieve_minuten'],
  ['more minutes missed than the lesson has', '1005;2025-09-29;1;50;afwezig;S;80', 'gemist_meer_dan_les'],
  ['an unknown status', '1005;2025-09-29;1;50;misschien;;', 'status_ongeldig'],
  ['no pupil', ';2025-09-29;1;50;aanwezig;;', 'leerling_ongeldig'],
];
for (const [what, row, code] of ROWS) {
  test(`${what} rejects that row and no other`, async (t) => {
    await rejects(await run(t, csv([...smallRows, row])), code, last, { gelezen: smallRows.length + 1 });
  });
}

test('a pupil twice with different birth dates is said', async (t) => {
  const dir = await scratch(t);
  const leerlingen = join(dir, 'leerlingen.csv');
  await writeFile(leerlingen, csv(['1001;2011-01-01', '1001;2012-01-01'], 'leerling;geboortedatum'));
  const result = await run(t, smallCsv, { extra: ['--leerlingen', leerlingen] });
  assert.equal(result.code, 0, result.stderr);
  const problemen = await result.read('problemen.csv');
  assert.match(problemen, /^"leerlingen\.csv";3;.*"leerling_tegenstrijdig".*geboortedatum/m);
});

test('an option that does not exist is refused with its place', async (t) => {
  const dir = await scratch(t);
  await writeFile(join(dir, 'lessen.csv'), smallCsv);
  await writeFile(join(dir, 'school.json'), JSON.stringify({ ...school, opties: { drempel_minuut: 960 } }));
  const args = ['bereken', '--uit', join(dir, 'uit'), '--school', join(dir, 'school.json'), join(dir, 'lessen.csv')];
  const { code, stderr } = await cli(args);
  assert.equal(code, 2);
  assert.match(stderr, /school\.json, bij \/opties\/drempel_minuut: .*bestaat niet/);
});

test('two hundred megabytes of one line are refused or rejected, in bounded memory and time', async (t) => {
  const piece = Buffer.alloc(1024 * 1024, 'a');
  async function* endless(head) {
    yield head;
    for (let i = 0; i < 200; i += 1) yield piece;
  }
  const headless = await run(t, '', { input: endless('') });
  assert.equal(headless.code, 2, headless.stderr);
  assert.match(headless.stderr, /^fout: standaardinvoer: /);

  const inside = await run(t, '', { input: endless(smallCsv) });
  assert.equal(inside.code, 0, inside.stderr);
  const { rijen } = JSON.parse(await inside.read('verslag.json')).samenvatting;
  assert.deepEqual(rijen, { gelezen: smallRows.length + 1, gebruikt: smallRows.length, afgewezen: 1 });
  assert.match(await inside.read('problemen.csv'), /regel_te_lang/);
});
