// Workbooks out: the same cells as the CSV, numbers and dates as such, text never a formula, the same bytes everywhere.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { berekenOf, bytesOf, cli, packageDir, readAll, school, scratch, smallCsv, textOf, verzuimkit } from './support.mjs';

const { toXlsx } = verzuimkit;
const { openSpreadsheet } = await import(pathToFileURL(join(packageDir, 'dist', 'xlsx', 'spreadsheet.js')));

async function rowsOf(bytes) {
  const pieces = [];
  const file = { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
  for await (const piece of (await openSpreadsheet(file)).text()) pieces.push(piece);
  return textOf(Buffer.concat(pieces));
}

const RISKY = '\ufeffleerling;minuten;datum;tekst\r\n"0012";960;2026-01-07;"\'=1+1"\r\n"=A1";-5;;"a;""b"" <&> _x0041_ \u0001 é𝄞"\r\n';

// What another program makes of it: value, type, formula or not.
const READ = `
import datetime, json, sys
from openpyxl import load_workbook
wb = load_workbook(sys.argv[1])
ws = wb.active
out = [[(c.value.date().isoformat() if isinstance(c.value, datetime.datetime) else c.value, c.data_type) for c in row] for row in ws.iter_rows()]
json.dump({'naam': ws.title, 'frozen': ws.freeze_panes, 'bold': ws['A1'].font.b, 'rows': out}, sys.stdout)
`;
const openpyxl = (path) => JSON.parse(execFileSync('/usr/bin/python3', ['-c', READ, path], { encoding: 'utf8' }));

test('another program reads what we meant: numbers, dates, and text that is never a formula', async (t) => {
  const path = join(await scratch(t), 'proef.xlsx');
  const { naam, inhoud } = toXlsx({ naam: 'proef.csv', inhoud: bytesOf(RISKY) });
  assert.equal(naam, 'proef.xlsx');
  await writeFile(path, inhoud);
  const { rows, ...sheet } = openpyxl(path);
  assert.deepEqual(sheet, { naam: 'proef', frozen: 'A2', bold: true });
  assert.deepEqual(rows[0].map(([value]) => value), ['leerling', 'minuten', 'datum', 'tekst']);
  assert.deepEqual(rows[1], [['0012', 's'], [960, 'n'], ['2026-01-07', 'd'], ["'=1+1", 's']]);
  const formula = Buffer.from(rows[2][0][0]).toString();
  assert.equal(formula, '=A1');
  assert.deepEqual(rows[2].slice(1, 3), [[-5, 'n'], [null, 'n']]);
  assert.equal(await rowsOf(inhoud), `leerling;minuten;datum;tekst\n0012;960;2026-01-07;'=1+1\n=A1;-5;;"a;""b"" <&> _x0041_ \u0001 é𝄞"\n`);
});

test('the sheet holds no formula element and inline text only', async () => {
  const { inflateRawSync } = await import('node:zlib');
  const { inhoud } = toXlsx({ naam: 'proef.csv', inhoud: bytesOf(RISKY) });
  const bytes = Buffer.from(inhoud);
  const at = bytes.lastIndexOf(Buffer.from('PK\u0003\u0004'));
  const start = at + 30 + bytes.readUInt16LE(at + 26);
  const xml = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 18))).toString();
  assert.match(xml, /<c r="A3" t="inlineStr"><is><t xml:space="preserve">=A1<\/t>/);
  assert.doesNotMatch(xml, /<f>|t="str"/);
});

test('every CSV of a run comes back from its workbook as it was', async () => {
  const { bestanden } = await berekenOf({ 'lessen.csv': smallCsv });
  const tables = bestanden.filter(({ naam }) => naam.endsWith('.csv'));
  assert.ok(tables.length >= 5);
  for (const bestand of tables) {
    const again = await rowsOf(toXlsx(bestand).inhoud);
    const plain = textOf(bestand.inhoud).replace(/^\ufeff/, '').replace(/"((?:[^"]|"")*)"/g, (whole, text) => (/[;"]/.test(text) || /^\s|\s$/.test(text) ? whole : text));
    assert.equal(again.replace(/;*\n/g, '\n'), plain.replace(/;*\r\n/g, '\n'), bestand.naam);
  }
});

test('--xlsx writes one beside every CSV, the same bytes each time, and clears only its own', async (t) => {
  const dir = await scratch(t);
  await writeFile(join(dir, 'lessen.csv'), smallCsv);
  await writeFile(join(dir, 'school.json'), JSON.stringify(school));
  const run = (uit, ...more) => cli(['bereken', '--school', 'school.json', '--uit', uit, ...more, 'lessen.csv'], { cwd: dir });
  assert.equal((await run('a', '--xlsx')).code, 0);
  assert.equal((await run('b', '--xlsx')).code, 0);
  const a = await readAll(join(dir, 'a'));
  assert.deepEqual(a, await readAll(join(dir, 'b')));
  const names = [...a.keys()];
  for (const naam of names.filter((name) => name.endsWith('.csv'))) {
    const { naam: workbook, inhoud } = toXlsx({ naam, inhoud: a.get(naam) });
    assert.deepEqual(a.get(workbook), Buffer.from(inhoud), workbook);
  }
  await writeFile(join(dir, 'a', 'meldingen.xlsx'), 'eigen aantekeningen');
  assert.equal((await run('a')).code, 0);
  const after = await readAll(join(dir, 'a'));
  assert.deepEqual([...after.keys()].filter((name) => name.endsWith('.xlsx')), ['meldingen.xlsx']);
  assert.equal(after.get('meldingen.xlsx').toString(), 'eigen aantekeningen');
});
