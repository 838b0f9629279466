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

/** levering.json files of schools with 100 pupils each, of whom `above` have more than twenty percent. */
async function leveringen(dir, aboves) {
  const parts = { totaal: 100 };
  const paden = [];
  for (const [i, above] of aboves.entries()) {
    const cellen = [];
    const uren = [];
    for (const categorie of ['totaal', 'geoorloofd', 'ziekte', 'ongeoorloofd']) {
      const counts = categorie === 'totaal' || categorie === 'ongeoorloofd' ? [100 - above, 0, 0, 0, above] : [100, 0, 0, 0, 0];
      ['0', '(0,5]', '(5,10]', '(10,20]', '(20,100]'].forEach((interval, k) => {
        cellen.push({ onderverdeling: 'totaal', categorie, interval, aantal: counts[k] });
      });
      const absent = counts[4];
      uren.push({ onderverdeling: 'totaal', categorie, minuten: absent * 600, leerlingen: absent });
    }
    const levering = {
      status: 'wetsvoorstel',
      bron: 'test',
      school: { brin: `0${i}AA`, vestiging: '00', naam: '' },
      periode: { naam: 'p', van: '2025-08-01', tot: '2025-10-26' },
      intervallen: [0, 5, 10, 20],
      leerlingen: parts,
      zonder_lestijd: { totaal: 0 },
      cellen,
      uren,
    };
    paden.push(join(dir, `levering-${i}.json`));
    await writeFile(paden[i], JSON.stringify(levering));
  }
  return paden;
}

test('tel-op: exact totals, one safe publicatie of schools and totals, readable by controleer', async (t) => {
  const dir = await scratch(t);
  const paden = await leveringen(dir, [3, 4, 30]);
  const indeling = join(dir, 'indeling.csv');
  await writeFile(indeling, 'vestiging;gemeente;samenwerkingsverband\n00AA00;Dorp;SWV1\n01AA00;Dorp;SWV1\n02AA00;Stad;SWV1\n');
  const uit = join(dir, 'uit');
  const { code, stderr } = await cli(['tel-op', '--uit', uit, '--indeling', indeling, '--iteraties', '20', ...paden]);
  assert.equal(code, 0, stderr);
  const telling = JSON.parse(await readFile(join(uit, 'telling.json'), 'utf8'));
  const high = (niveau, naam) =>
    telling.cellen.find((c) => c.niveau === niveau && c.naam === naam && c.categorie === 'totaal' && c.interval === '(20,100]').aantal;
  assert.equal(high('gemeente', 'Dorp'), 7);
  assert.equal(high('samenwerkingsverband', 'SWV1'), 37);
  assert.equal(high('land', 'Nederland'), 37);
  assert.equal(verify(JSON.parse(await readFile(join(uit, 'certificaat.json'), 'utf8'))), null);
  const check = await cli(['controleer', join(uit, 'publicatie.json')]);
  assert.equal(check.code, 0, check.stderr);
  const shown = JSON.parse(await readFile(join(uit, 'publicatie.json'), 'utf8')).cellen;
  assert.ok(shown.every(({ aantal }) => aantal === null || aantal >= 5), 'no small count is shown');
});

test('tel-op names the file that is wrong', async (t) => {
  const dir = await scratch(t);
  const [first, second] = await leveringen(dir, [3, 4]);
  const broken = JSON.parse(await readFile(second, 'utf8'));
  broken.cellen.pop();
  await writeFile(second, JSON.stringify(broken));
  const { code, stderr } = await cli(['tel-op', '--uit', join(dir, 'uit'), first, second]);
  assert.equal(code, 2);
  assert.match(stderr, /levering-1\.json/);
  await writeFile(second, '{');
  assert.equal((await cli(['tel-op', '--uit', join(dir, 'uit'), second])).code, 2);
  const twice = await cli(['tel-op', '--uit', join(dir, 'uit'), first, first]);
  assert.equal(twice.code, 2, twice.stderr);
});

test('patroon vast: a pattern known beforehand, said in the publicatie, with its limits', async (t) => {
  const made = await kit.onderdruk({ tabel: 'r,k,n\na,x,3\na,y,12\nb,x,14\nb,y,20\n', patroon: 'vast' });
  assert.equal(made.publicatie.patroon, 'vast');
  assert.equal(verify(made.certificaat), null);
  assert.equal((await kit.controleer(made.publicatie)).veilig, true);
  // The same cells are hidden for other counts with the same small ones somewhere in that level.
  const other = await kit.onderdruk({ tabel: 'r,k,n\na,x,30\na,y,2\nb,x,14\nb,y,20\n', patroon: 'vast' });
  const hidden = ({ publicatie }) => publicatie.cellen.map(({ aantal }) => aantal === null);
  assert.deepEqual(hidden(other), hidden(made));
  for (const [wish, pattern] of [
    [{ tabel: PAPERS, patroon: 'altijd' }, /zoeken, vast/],
    [{ tabel: PAPERS, patroon: 'vast', nul: 'waar_mogelijk' }, /waar_mogelijk/],
    [{ tabel: PAPERS, patroon: 'vast', verbergen: [['Total']] }, /op verzoek/],
  ]) {
    await assert.rejects(kit.onderdruk(wish), pattern);
  }
  const dir = await scratch(t);
  const [pad] = await leveringen(dir, [3]);
  const telOp = await cli(['tel-op', '--uit', join(dir, 'uit'), '--patroon', 'vast', pad]);
  assert.equal(telOp.code, 2);
  assert.match(telOp.stderr, /vast/);
});

test('the proof that came with a publicatie is added up again, and has to be about just that one', async (t) => {
  const dir = await scratch(t);
  const made = await kit.onderdruk({ tabel: PAPERS });
  assert.equal((await kit.controleer(made.publicatie, { bewijs: made.certificaat })).veilig, true);
  await writeFile(join(dir, 'publicatie.json'), JSON.stringify(made.publicatie));
  await writeFile(join(dir, 'certificaat.json'), JSON.stringify(made.certificaat));
  const good = await cli(['controleer', '--bewijs', join(dir, 'certificaat.json'), join(dir, 'publicatie.json')]);
  assert.equal(good.code, 0, good.stderr);
  assert.match(good.stderr, /Het bewijs klopt/);
  made.certificaat.base[0] += 1;
  await writeFile(join(dir, 'certificaat.json'), JSON.stringify(made.certificaat));
  const bad = await cli(['controleer', '--bewijs', join(dir, 'certificaat.json'), join(dir, 'publicatie.json')]);
  assert.equal(bad.code, 2);
  assert.match(bad.stderr, /bewijs/);
});

test('a publicatie that cannot be one is refused with what is wrong', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => `c${i}`);
  const head = { soort: 'tabel', drempel: 5, nul: 'tonen', markering: 'enkel' };
  const dimensie = (codes, koppelingen = []) => ({ naam: 'd', codes, koppelingen });
  const cel = (code, aantal) => ({ plaats: [code], aantal });
  const cases = [
    [{ ...head, dimensies: [dimensie(many), dimensie(many), dimensie(many)], cellen: [] }, /te veel cellen/],
    [{ ...head, dimensies: [dimensie(['a'], [['P', 'Q'], ['Q', 'P']])], cellen: [] }, /kring/],
    [{ ...head, dimensies: [dimensie(['a'], [['b', 'P']])], cellen: [] }, /b/],
    [{ ...head, dimensies: [dimensie(['a'])], cellen: [cel('a', -1), cel('Total', -1)] }, /aantal/],
    [{ ...head, dimensies: [dimensie(['a'])], cellen: [cel('a', 6), cel('Total', 7)] }, /spreekt zichzelf/],
    [{ ...head, dimensies: [dimensie(['a'])], cellen: [cel('a', 6)] }, /Niet elke cel/],
    [{ ...head, dimensies: [dimensie(['a'])], cellen: [cel('a', 6), cel('a', 6)] }, /twee keer/],
    [{ ...head, soort: 'iets', dimensies: [dimensie(['a'])], cellen: [cel('a', 6), cel('Total', 6)] }, /soort/],
  ];
  for (const [publicatie, pattern] of cases) await assert.rejects(kit.controleer(publicatie), pattern);
});

test('tel-op: its publicatie and its proof with any one thing changed are refused', async (t) => {
  const dir = await scratch(t);
  const paden = await leveringen(dir, [3, 4, 30]);
  const lezen = async (pad, i) => ({ naam: `l${i}`, levering: JSON.parse(await readFile(pad, 'utf8')) });
  const made = await kit.telOp({
    leveringen: await Promise.all(paden.map(lezen)),
    indeling: 'vestiging;gemeente;samenwerkingsverband\n00AA00;Dorp;SWV1\n01AA00;Dorp;SWV2\n02AA00;Stad;SWV1\n',
  });
  const { publicatie, certificaat } = made;
  assert.equal((await kit.controleer(publicatie, { bewijs: certificaat })).veilig, true);
  /** Every number, word and flag in a JSON value, with a way to put another in its place and back. */
  function* leaves(node, path = []) {
    for (const [key, value] of Object.entries(node)) {
      if (value !== null && typeof value === 'object') yield* leaves(value, [...path, key]);
      else yield { path: [...path, key].join('/'), put: (other) => (node[key] = other), value };
    }
  }
  const other = (value) => (typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}!` : 3);
  const refused = async (pub, bewijs) => {
    try {
      return !(await kit.controleer(pub, { bewijs })).veilig;
    } catch {
      return true;
    }
  };
  const all = [...leaves(publicatie)];
  const proof = [...leaves(certificaat)];
  assert.ok(all.length > 500 && proof.length > 1000, `${all.length} and ${proof.length} values`);
  // Every kind of value several times, and every place of the small parts.
  const some = (list, most) => list.filter((_, i) => i % Math.ceil(list.length / most) === 0 || i < 40);
  for (const { path, put, value } of some(all, 120)) {
    put(other(value));
    assert.ok(await refused(publicatie, certificaat), `publicatie ${path}`);
    put(value);
  }
  for (const { path, put, value } of some(proof, 120)) {
    put(other(value));
    assert.ok(await refused(publicatie, certificaat), `certificaat ${path}`);
    put(value);
  }
  assert.equal(await refused(publicatie, certificaat), false, 'all was put back');
});
