// onderdruk and controleer: from a table to a publicatie that gives nothing away, and back, with a proof that the
// plain JavaScript verifier accepts.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { verify } from '../../web/verify/verify.mjs';
import { cli, createVerzuimkit, root, scratch } from './support.mjs';

const table = (name) => readFile(join(root, 'tests', 'disclosure', 'tables', name), 'utf8');
// The example of the papers: school A has 3, school B has 4, the region 7.
const PAPERS = 'school,aantal\nA,3\nB,4\n';
const cellOf = (publicatie, code) => publicatie.cellen.find(({ plaats }) => plaats.at(-1) === code);
const kit = await createVerzuimkit();

test('the example of the papers: with one marker the 7 may stand, with two it goes', async () => {
  const one = (await kit.onderdruk({ tabel: PAPERS })).publicatie;
  assert.equal(cellOf(one, 'Total').aantal, 7);
  assert.equal(cellOf(one, 'A').aantal, null);
  assert.equal(cellOf(one, 'A').markering, 'x');
  const two = (await kit.onderdruk({ tabel: PAPERS, markering: 'tweevoudig', nul: 'tonen' })).publicatie;
  assert.equal(cellOf(two, 'A').markering, '<5');
  assert.equal(cellOf(two, 'Total').aantal, null);
});

test('what onderdruk makes is safe for its reader, and both certificates are proofs', async () => {
  const made = await kit.onderdruk({
    tabel: await table('f2_4x6_s2.csv'),
    nul: 'tonen',
    iteraties: 20,
  });
  assert.equal(verify(made.certificaat), null);
  const controle = await kit.controleer(made.publicatie);
  assert.equal(controle.veilig, true);
  assert.equal(verify(controle.certificaat), null);
  assert.equal(controle.cellen.length, made.samenvatting.verborgen);
});

test('the same request gives the same bytes', async () => {
  const request = { tabel: await table('f3_6x6x5_s1.csv'), nul: 'tonen', iteraties: 5 };
  assert.deepEqual(await kit.onderdruk(request), await kit.onderdruk(request));
});

test('a publicatie that only hides the small counts is found out, with the recipe', async (t) => {
  const { publicatie } = await kit.onderdruk({ tabel: 'geo,cat,n\nA,k1,3\nA,k2,20\nB,k1,30\nB,k2,40\n' });
  for (const cel of publicatie.cellen) {
    const [geo, cat] = cel.plaats;
    const inner = { 'A,k1': 3, 'A,k2': 20, 'B,k1': 30, 'B,k2': 40 };
    const sum = Object.entries(inner)
      .filter(([key]) => (geo === 'Total' || key.startsWith(geo)) && (cat === 'Total' || key.endsWith(cat)))
      .reduce((total, [, n]) => total + n, 0);
    delete cel.minstens;
    delete cel.markering;
    cel.aantal = sum < 5 ? null : sum;
    if (sum < 5) cel.markering = 'x';
  }
  const dir = await scratch(t);
  const pad = join(dir, 'publicatie.json');
  await writeFile(pad, JSON.stringify(publicatie));
  const { code, stdout, stderr } = await cli(['controleer', pad]);
  assert.equal(code, 1, stderr);
  const leak = JSON.parse(stdout).cellen[0];
  assert.deepEqual([leak.laagste, leak.hoogste, leak.prijsgegeven], [3, 3, true]);
  assert.match(leak.recept, /=/);
  assert.match(stderr, /prijsgegeven: .*A/);
});

test('the command line writes pattern, publicatie and proof, and leaves an older run alone', async (t) => {
  const dir = await scratch(t);
  const pad = join(dir, 'tabel.csv');
  await writeFile(pad, PAPERS);
  const uit = join(dir, 'uit');
  const first = await cli(['onderdruk', '--uit', uit, pad]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stderr, /2 klein, 0 daarnaast verborgen/);
  const patroon = await readFile(join(uit, 'patroon.csv'), 'utf8');
  assert.match(patroon, /^school,aantal,markering\n/);
  assert.match(patroon, /\nTotal,7,\n/);
  const check = await cli(['controleer', '--certificaat', uit, join(uit, 'publicatie.json')]);
  assert.equal(check.code, 0, check.stderr);
  assert.equal(verify(JSON.parse(await readFile(join(uit, 'certificaat.json'), 'utf8'))), null);
});

test('bad input is refused with its place', async (t) => {
  const dir = await scratch(t);
  const bad = {
    'negatief.csv': 'geo,n\nA,-1\n',
    'breuk.csv': 'geo,n\nA,1.5\n',
    'dubbel.csv': 'geo,n\nA,1\nA,2\n',
    'leeg.csv': '',
  };
  for (const [naam, text] of Object.entries(bad)) {
    await writeFile(join(dir, naam), text);
    const { code, stderr } = await cli(['onderdruk', '--uit', join(dir, 'uit'), join(dir, naam)]);
    assert.equal(code, 2, `${naam}: ${stderr}`);
    assert.match(stderr, new RegExp(naam.replace('.', '\\.')));
  }
  const unknownKey = { soort: 'tabel', drempel: 5, nul: 'tonen', markering: 'enkel', dimensies: [], cellen: [], extra: 1 };
  await assert.rejects(kit.controleer(unknownKey), (error) => error.fouten.some(({ plaats }) => plaats.pad === '/extra'));
  await assert.rejects(kit.onderdruk({ tabel: PAPERS, drempel: 1 }), (error) => error.fouten[0].plaats.pad === '/drempel');
  await assert.rejects(kit.controleer('{'), (error) => error.fouten[0].code === 'json_ongeldig');
});

test('a changed publicatie is refused or unsafe, never proven by the old certificate', async () => {
  const { publicatie, certificaat } = await kit.onderdruk({ tabel: await table('f2_4x6_s1.csv'), nul: 'tonen', iteraties: 20 });
  let changed = 0;
  for (const [i, cel] of publicatie.cellen.entries()) {
    if (cel.aantal === null || changed >= 8) continue;
    const copy = structuredClone(publicatie);
    copy.cellen[i].aantal += 1;
    const controle = await kit.controleer(copy).catch(() => null);
    assert.ok(controle === null || !controle.veilig || verify({ ...certificaat, cells: controle.certificaat.cells }) !== null);
    changed += 1;
  }
  assert.ok(changed > 0);
});
