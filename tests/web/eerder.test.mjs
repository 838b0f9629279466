// What readers already have: periods inside one another stay safe together, in one run and in runs that know what was
// published before, and a school that knows its own counts can be put in the place of the reader.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { verify } from '../../web/verify/verify.mjs';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';
import { cli, createVerzuimkit, createVerzuimkitWorker, filesOf, scratch, VerzuimkitError } from './support.mjs';

const kit = await createVerzuimkit();
const { school, bestanden } = generateVoorbeeldschool({ soort: 'po' });
const PERIODEN = [
  { naam: 'herfst', van: '2025-08-01', tot: '2025-10-26' },
  { naam: 'kerst', van: '2025-08-01', tot: '2026-01-04' },
  { naam: 'jaar', van: '2025-08-01', tot: '2026-07-31' },
];
const schoolFor = (perioden, publicatie = {}) => ({ ...school, perioden, publicatie });

async function sessionOf(owner, json) {
  const session = owner.session(json);
  for (const { naam, chunks } of bestanden) await session.add(ReadableStream.from(chunks()), { naam });
  return session;
}

const named = (publicatie) => ({ naam: `publicatie-${publicatie.periode.naam}.json`, publicatie });
let together;
let session;
before(async () => {
  session = await sessionOf(kit, schoolFor(PERIODEN));
  together = (await session.bereken()).publicaties;
});

test('the periods of one run are safe for a reader who has them all', async () => {
  assert.deepEqual(together.map(({ ingehouden }) => ingehouden), [undefined, undefined, undefined]);
  const [herfst, kerst, jaar] = together;
  for (const [publicatie, eerder] of [
    [kerst, [herfst]],
    [jaar, [herfst, kerst]],
    [herfst, [jaar, kerst]],
  ]) {
    const controle = await kit.controleer(publicatie, { eerder: eerder.map(named) });
    assert.equal(controle.veilig, true);
    assert.equal(verify(controle.certificaat), null);
    assert.ok(controle.cellen.some(({ cel }) => cel.startsWith('eerder (')), 'what the others hide is looked at too');
  }
});

test('a period that was not over says to which day it counts', () => {
  assert.equal(together[0].geteld_tot, undefined);
  assert.match(together[2].geteld_tot, /^2026-07-\d\d$/);
});

test('with what was published before, a run makes the same, in this thread and in a worker', async (t) => {
  const [herfst, kerst] = together;
  await session.setSchool(schoolFor([PERIODEN[1]]));
  const alone = await session.bereken();
  const with_ = await session.bereken({ eerder: [named(herfst)] });
  assert.deepEqual(with_.publicaties[0], kerst);
  const hidden = ({ publicaties: [{ cellen }] }) => cellen.filter(({ aantal }) => aantal === null).length;
  assert.ok(hidden(with_) >= hidden(alone));
  const again = await session.bereken({ eerder: [named(herfst), named(kerst)] });
  assert.deepEqual(again.publicaties[0], kerst, 'what was published once can be published again');
  const worker = await createVerzuimkitWorker();
  t.after(() => worker.close());
  const far = await sessionOf(worker, schoolFor([PERIODEN[1]]));
  assert.deepEqual((await far.bereken({ eerder: [named(herfst)] })).publicaties[0], kerst);
  assert.equal((await worker.controleer(kerst, { eerder: [named(herfst)] })).veilig, true);
});

test('together unsafe, alone safe: controleer finds out, bereken withholds and says why', async () => {
  // Zeros were shown; the next publicatie of the same period would hide them.
  await session.setSchool(schoolFor([PERIODEN[0]], { nul: 'tonen' }));
  const shown = (await session.bereken()).publicaties[0];
  const controle = await kit.controleer(together[0], { eerder: [named(shown)] });
  assert.equal(controle.veilig, false);
  assert.ok(controle.cellen.some(({ prijsgegeven, recept }) => prijsgegeven && recept));
  await session.setSchool(schoolFor([PERIODEN[0]]));
  const made = await session.bereken({ eerder: [named(shown)] });
  const { publicaties } = made;
  assert.match(publicaties[0].ingehouden, /Samen met wat eerder is gepubliceerd/);
  assert.ok(publicaties[0].cellen.every(({ aantal }) => aantal === null));
  assert.match(filesOf(made)['problemen.csv'], /Samen met wat eerder is gepubliceerd/);
  // It shows nothing, so it tells a next one nothing.
  await session.setSchool(schoolFor([PERIODEN[1]]));
  const after = await session.bereken({ eerder: [named(publicaties[0])] });
  assert.deepEqual(after.publicaties, (await session.bereken()).publicaties);
});

test('counts that were corrected since do not fit, and that is said', async () => {
  const wrong = structuredClone(together[0]);
  wrong.leerlingen.totaal += 1;
  const cel = wrong.cellen.find(({ onderverdeling, aantal }) => onderverdeling === 'totaal' && aantal > 5);
  cel.aantal += 1;
  await session.setSchool(schoolFor([PERIODEN[0]]));
  const { publicaties } = await session.bereken({ eerder: [named(wrong)] });
  assert.match(publicaties[0].ingehouden, /passen niet bij een eerdere publicatie/);
});

test('what is no earlier publicatie of this school is refused, by name', async () => {
  await session.setSchool(schoolFor([PERIODEN[0]]));
  const cases = [
    [{ ...together[0], school: { ...together[0].school, brin: '77ZZ' } }, '/school', /andere school/],
    [{ ...together[0], geteld_tot: '2024-01-01' }, '/geteld_tot', /periode/],
    [{ ...together[0], extra: 1 }, '/extra', /./],
    [(await kit.onderdruk({ tabel: 'a,n\nx,3\ny,30\n' })).publicatie, '/soort', /school zelf/],
  ];
  for (const [publicatie, pad, bericht] of cases) {
    await assert.rejects(session.bereken({ eerder: [{ naam: 'oud.json', publicatie }] }), (error) => {
      assert.ok(error instanceof VerzuimkitError);
      const fout = error.fouten.find(({ plaats }) => plaats.pad === pad);
      assert.equal(fout?.plaats.bestand, 'oud.json', JSON.stringify(error.fouten));
      assert.match(fout.bericht, bericht);
      return true;
    });
  }
  await assert.rejects(session.bereken({ eerder: [{ naam: 'leeg.json' }] }), /publicatie/);
});

test('the command line: --eerder, more than once, in bereken and controleer', async (t) => {
  const dir = await scratch(t);
  const paden = [];
  for (const { naam, chunks } of bestanden) {
    paden.push(join(dir, naam));
    await writeFile(paden.at(-1), [...chunks()]);
  }
  const run = async (perioden, uit, ...eerder) => {
    await writeFile(join(dir, 'school.json'), JSON.stringify(schoolFor(perioden)));
    const flags = eerder.flatMap((pad) => ['--eerder', pad]);
    const { code, stderr } = await cli(['bereken', '--uit', uit, '--school', join(dir, 'school.json'), ...flags, ...paden]);
    assert.equal(code, 0, stderr);
    return join(uit, 'publicatie.json');
  };
  const herfst = await run([PERIODEN[0]], join(dir, 'herfst'));
  const kerst = await run([PERIODEN[1]], join(dir, 'kerst'), herfst);
  const jaar = await run([PERIODEN[2]], join(dir, 'jaar'), herfst, kerst);
  assert.deepEqual(JSON.parse(await readFile(jaar, 'utf8')), together[2]);
  const check = await cli(['controleer', '--eerder', herfst, '--eerder', kerst, jaar]);
  assert.equal(check.code, 0, check.stderr);
  const missing = await cli(['controleer', '--eerder', join(dir, 'weg.json'), jaar]);
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /weg\.json/);
  const flags = ['--school', join(dir, 'school.json'), '--eerder', herfst];
  const overwrite = await cli(['bereken', '--uit', join(dir, 'herfst'), ...flags, ...paden]);
  assert.equal(overwrite.code, 2, 'the publicatie that readers have is not written over');
});

/** The counts of one school of 100 pupils without subdivisions, of whom `above` miss more than twenty percent. */
function levering(brin, above) {
  const counts = (n) => [100 - n, 0, 0, 0, n];
  const intervallen = ['0', '(0,5]', '(5,10]', '(10,20]', '(20,100]'];
  const high = { totaal: above, geoorloofd: 0, ziekte: 0, ongeoorloofd: above };
  return {
    status: 'wetsvoorstel',
    bron: 'test',
    school: { brin, vestiging: '00', naam: '' },
    periode: { naam: 'p', van: '2025-08-01', tot: '2025-10-26' },
    intervallen: [0, 5, 10, 20],
    leerlingen: { totaal: 100 },
    zonder_lestijd: { totaal: 0 },
    cellen: Object.entries(high).flatMap(([categorie, n]) =>
      counts(n).map((aantal, k) => ({ onderverdeling: 'totaal', categorie, interval: intervallen[k], aantal })),
    ),
    uren: Object.entries(high).map(([categorie, n]) => ({
      onderverdeling: 'totaal', categorie, minuten: n * 600, leerlingen: n,
    })),
  };
}

test('a school in the place of the reader narrows what a stranger cannot', async (t) => {
  const dir = await scratch(t);
  const own = { '00AA': levering('00AA', 3), '01AA': levering('01AA', 4) };
  const leveringen = Object.values(own).map((json) => ({ naam: json.school.brin, levering: json }));
  const { publicatie } = await kit.telOp({ leveringen });
  assert.equal((await kit.controleer(publicatie)).veilig, true);
  const lezer = { levering: { naam: 'eigen.json', levering: own['00AA'] } };
  const seen = await kit.controleer(publicatie, lezer);
  assert.equal(seen.veilig, false);
  const leaks = seen.cellen.filter(({ prijsgegeven }) => prijsgegeven);
  assert.ok(leaks.length > 0 && leaks.every(({ recept }) => recept.includes('00AA00')), JSON.stringify(leaks));
  assert.ok(seen.cellen.every(({ cel }) => !cel.startsWith('00AA00')), 'what it knows is not a finding');

  const pad = join(dir, 'publicatie.json');
  const eigen = join(dir, 'levering.json');
  await writeFile(pad, JSON.stringify(publicatie));
  await writeFile(eigen, JSON.stringify(own['00AA']));
  const { code, stdout, stderr } = await cli(['controleer', '--lezer', 'school', '--levering', eigen, pad]);
  assert.equal(code, 1, stderr);
  assert.match(stderr, /niet om te delen/);
  assert.equal(JSON.parse(stdout).veilig, false);
  const calls = [['--lezer', 'school'], ['--levering', eigen], ['--lezer', 'buitenstaander', '--levering', eigen]];
  for (const flags of calls) {
    assert.equal((await cli(['controleer', ...flags, pad])).code, 2);
  }

  const refused = async (json, pattern) =>
    assert.rejects(kit.controleer(publicatie, { levering: { naam: 'eigen.json', levering: json } }), pattern);
  await refused(levering('09ZZ', 3), /komt niet voor/);
  await refused({ ...own['00AA'], leerlingen: { deel: 100 } }, /./);
  await assert.rejects(kit.controleer(together[0], lezer), /optelling/);
  await assert.rejects(kit.controleer(publicatie, { eerder: [] }), /één school/);
  await assert.rejects(kit.controleer(publicatie, { wie: 1 }), /wie/);
});

// The certificate without the needs of hidden counts that the sums themselves show to be large (docs/disclosure.md, Saying
// minstens, case 2): nothing is narrowed there, but adding cannot prove it.
function withoutLarge({ certificaat, cellen }) {
  const hidden = certificaat.cells.flatMap(([lo, hi], i) => (lo === hi ? [] : [i])).slice(0, cellen.length);
  const cells = certificaat.cells.map((cell) => [...cell]);
  cellen.forEach(({ laagste }, k) => {
    const cell = cells[hidden[k]];
    if (laagste > cell[3]) cell.splice(2, 2, 0, -1);
  });
  return { ...certificaat, cells };
}

test('for a school as reader too, safe is what the proof shows', async () => {
  const leveringen = [3, 4, 30, 12, 11].map((above, i) => ({ naam: `${i}`, levering: levering(`0${i}AA`, above) }));
  const { publicatie } = await kit.telOp({ leveringen, iteraties: 10 });
  const verdicts = [];
  for (const own of leveringen) {
    const controle = await kit.controleer(publicatie, { levering: own });
    if (verify(controle.certificaat) === null) assert.equal(controle.veilig, true, own.naam);
    if (controle.veilig) assert.equal(verify(withoutLarge(controle)), null, own.naam);
    verdicts.push(controle.veilig);
  }
  assert.ok(verdicts.includes(true) && verdicts.includes(false), 'both verdicts were tried');
});
