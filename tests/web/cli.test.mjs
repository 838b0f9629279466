// The command line: flags, exit codes, messages, files.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, cli, csv, packageDir, readAll, school, scratch, smallCsv, smallRows } from './support.mjs';

/** A folder with the small register, a school.json and a leerlingen file. */
async function fixture(t) {
  const dir = await scratch(t);
  const paths = {
    dir,
    lessen: join(dir, 'lessen.csv'),
    school: join(dir, 'school.json'),
    leerlingen: join(dir, 'leerlingen.csv'),
    uit: join(dir, 'uit'),
  };
  await writeFile(paths.lessen, smallCsv);
  await writeFile(paths.school, JSON.stringify(school));
  const rows = Array.from({ length: 12 }, (_, i) => `${1001 + i};2011-03-04;havo;3`);
  await writeFile(paths.leerlingen, csv(rows, 'leerling;geboortedatum;onderwijssoort;leerjaar'));
  return paths;
}

test('bereken writes every file, accounts for every row, and says so', async (t) => {
  const paths = await fixture(t);
  const { code, stdout, stderr } = await cli([
    ...['bereken', '--uit', paths.uit, '--school', paths.school],
    ...['--leerlingen', paths.leerlingen, '--peildatum', '2025-10-31', paths.lessen],
  ]);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, '');
  assert.match(stderr, /Meldingen: 2/);
  assert.doesNotMatch(stderr, /\r/, 'progress although standard error is no terminal');

  const files = await readAll(paths.uit);
  for (const naam of ['meldingen.json', 'levering.json', 'publicatie.json', 'verslag.json', 'problemen.csv', 'meldingen.csv']) {
    assert.ok(files.has(naam), naam);
  }
  for (const [naam, bytes] of files) {
    if (!naam.endsWith('.csv')) continue;
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], `${naam} starts with a byte order mark`);
    assert.doesNotMatch(bytes.toString('utf8'), /[^\r]\n/, `${naam} has CRLF only`);
  }
  const verslag = files.get('verslag.json').toString('utf8');
  const wasm = await readFile(join(packageDir, 'dist', 'verzuimkit.wasm'));
  const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
  assert.ok(verslag.includes(sha256(wasm)), 'the module');
  assert.ok(verslag.includes(sha256(smallCsv)), 'the register');
  assert.ok(verslag.includes(sha256(files.get('meldingen.json'))), 'the result');
  assert.doesNotMatch(verslag, /\b10(0[1-9]|1[0-2])\b/, 'the number of a pupil');
  const { rijen } = JSON.parse(verslag).samenvatting;
  assert.equal(rijen.gelezen, rijen.gebruikt + rijen.afgewezen);
  assert.equal(rijen.gelezen, smallRows.length + 12);
});

test('a second run gives the same bytes, from a file, from standard input in pieces, and over an older result', async (t) => {
  const paths = await fixture(t);
  const args = ['bereken', '--uit', paths.uit, '--school', paths.school];
  assert.equal((await cli([...args, paths.lessen])).code, 0);
  const first = await readAll(paths.uit);
  assert.equal((await cli([...args, paths.lessen])).code, 0);
  assert.deepEqual(await readAll(paths.uit), first);

  const pieces = async function* pieces() {
    for (let at = 0; at < smallCsv.length; at += 997) yield smallCsv.slice(at, at + 997);
  };
  assert.equal((await cli([...args, '-'], { input: pieces() })).code, 0);
  const piped = await readAll(paths.uit);
  assert.equal(
    piped.get('meldingen.json').toString('utf8').replaceAll('standaardinvoer', 'lessen.csv'),
    first.get('meldingen.json').toString('utf8'),
  );
});

test('--tijden adds milliseconds to verslag.json and changes nothing else', async (t) => {
  const paths = await fixture(t);
  const args = ['bereken', '--school', paths.school, paths.lessen, '--uit'];
  assert.equal((await cli([...args, paths.uit])).code, 0);
  const timed = join(paths.dir, 'tijden');
  assert.equal((await cli([...args, timed, '--tijden'])).code, 0);
  const [plain, other] = [await readAll(paths.uit), await readAll(timed)];
  const { milliseconden } = JSON.parse(other.get('verslag.json'));
  assert.deepEqual(Object.keys(milliseconden), ['laden', 'lezen', 'berekenen']);
  for (const value of Object.values(milliseconden)) assert.ok(Number.isInteger(value) && value >= 0);
  assert.equal(JSON.parse(plain.get('verslag.json')).milliseconden, undefined);
  plain.delete('verslag.json');
  other.delete('verslag.json');
  assert.deepEqual(other, plain);
});

test('unknown codes: exit 3, each code with its count, nothing written; otherwise as asked', async (t) => {
  const paths = await fixture(t);
  await writeFile(paths.lessen, csv([...smallRows, '1005;2025-09-29;1;50;afwezig;QQ;', '1005;2025-09-29;2;50;afwezig;QQ;', '1005;2025-09-29;3;50;afwezig;RR;']));
  const args = ['bereken', '--uit', paths.uit, '--school', paths.school, paths.lessen];
  const refused = await cli(args);
  assert.equal(refused.code, 3);
  assert.match(refused.stderr, /QQ.*\b2\b/);
  assert.match(refused.stderr, /RR.*\b1\b/);
  await assert.rejects(readdir(paths.uit), { code: 'ENOENT' });
  assert.equal((await cli([...args, '--onbekend', 'weiger'])).code, 3);
  assert.equal((await cli([...args, '--onbekend', 'ongeoorloofd'])).code, 0);
  assert.equal((await cli([...args, '--onbekend=negeer'])).code, 0);
  const problemen = await readFile(join(paths.uit, 'problemen.csv'), 'utf8');
  assert.equal(problemen.split('code_genegeerd').length - 1, 3);
});

test('wrong calls: exit 2 and a sentence that says what is allowed', async (t) => {
  const paths = await fixture(t);
  const uit = ['--uit', paths.uit];
  const cases = [
    [[], /opdracht/],
    [['berken'], /Bedoelde u bereken/],
    [['bereken', paths.lessen], /--uit MAP ontbreekt/],
    [['bereken', ...uit], /register/],
    [['bereken', ...uit, '--schol', 'x', paths.lessen], /Bedoelde u --school/],
    [['bereken', ...uit, '--school'], /Achter --school ontbreekt de waarde/],
    [['bereken', '--uit', '--school', paths.school, paths.lessen], /Achter --uit ontbreekt de waarde/],
    [['bereken', ...uit, ...uit, paths.lessen], /twee keer/],
    [['bereken', ...uit, '--onbekend', 'misschien', paths.lessen], /weiger, ongeoorloofd, negeer/],
    [['bereken', ...uit, '--peildatum', '2025-02-30', paths.lessen], /--peildatum/],
    [['bereken', ...uit, '--tijden=1', paths.lessen], /geen waarde/],
    [['bereken', ...uit, '--profiel', 'onzin', paths.lessen], /onzin/],
    [['bereken', ...uit, '-', '-'], /maar één keer/],
    [['bereken', ...uit, join(paths.dir, 'weg.csv')], /weg\.csv: Dit bestand bestaat niet/],
    [['bereken', ...uit, paths.dir], /map/],
    [['bereken', '--uit', paths.lessen, '--school', paths.school, paths.lessen], /map/],
    [['inspecteer'], /één bestand/],
    [['inspecteer', paths.lessen, paths.school], /één bestand/],
    [['regels', '--datum', '2025-13-01'], /--datum/],
    [['regels', 'iets'], /geen bestanden/],
  ];
  for (const [args, pattern] of cases) {
    const { code, stdout, stderr } = await cli(args);
    assert.equal(code, 2, `${args.join(' ')}\n${stderr}`);
    assert.match(stderr, pattern, args.join(' '));
    assert.match(stderr, /^fout: /, args.join(' '));
    assert.doesNotMatch(stderr, /meld hem|at .*\.js:/, args.join(' '));
    assert.equal(stdout, '');
  }
  await assert.rejects(readdir(paths.uit), { code: 'ENOENT' });
});

test('mistakes in school.json are named with file, place and remedy, all at once', async (t) => {
  const paths = await fixture(t);
  const bad = { ...school, kalender: { regoi: 'noord' }, opties: { drempel_minuten: 0, onzin: 1 } };
  await writeFile(paths.school, JSON.stringify(bad));
  const args = ['bereken', '--uit', paths.uit, '--school', paths.school, paths.lessen];
  const { code, stderr } = await cli(args);
  assert.equal(code, 2);
  for (const pad of ['/kalender/regoi', '/opties/drempel_minuten', '/opties/onzin']) {
    assert.ok(stderr.includes(`school.json, bij ${pad}: `), `${pad}\n${stderr}`);
  }
  await writeFile(paths.school, '{"school": ');
  const broken = await cli(args);
  assert.equal(broken.code, 2);
  assert.match(broken.stderr, /school\.json/);
  await writeFile(paths.school, Buffer.from('{"school":{"naam":"Caf\xe9"}}', 'latin1'));
  const latin = await cli(args);
  assert.equal(latin.code, 2);
  assert.match(latin.stderr, /UTF-8/);
});

test('a result never overwrites its own input', async (t) => {
  const paths = await fixture(t);
  const input = join(paths.dir, 'meldingen.csv');
  await writeFile(input, smallCsv);
  const before = await readAll(paths.dir);
  const { code, stderr } = await cli(['bereken', '--uit', paths.dir, '--school', paths.school, input]);
  assert.equal(code, 2);
  assert.match(stderr, /overschrijven/);
  assert.deepEqual(await readAll(paths.dir), before);
  await symlink(input, join(paths.dir, 'anders.csv'));
  assert.equal((await cli(['bereken', '--uit', paths.dir, '--school', paths.school, join(paths.dir, 'anders.csv')])).code, 2);
});

test('a result that cannot be written leaves the older one as it was', async (t) => {
  const { writeResult } = await import(pathToFileURL(join(packageDir, 'dist', 'cli', 'output.js')));
  const dir = await scratch(t);
  const made = (text) => ['a.json', 'verslag.json'].map((naam) => ({ naam, sha256: '', inhoud: Buffer.from(text) }));
  await writeResult(join(dir, 'uit'), made('een'));
  await writeFile(join(dir, 'uit', 'eigen.txt'), 'van de school');
  const before = await readAll(join(dir, 'uit'));
  const bad = [...made('twee'), { naam: join('bestaat', 'niet.json'), sha256: '', inhoud: Buffer.from('') }];
  await assert.rejects(writeResult(join(dir, 'uit'), bad), { name: 'VerzuimkitError' });
  assert.deepEqual(await readAll(join(dir, 'uit')), before);
  await assert.rejects(writeResult(join(dir, 'nieuw', 'diep'), bad), { name: 'VerzuimkitError' });
  assert.deepEqual(await readdir(dir), ['uit']);
  await writeResult(join(dir, 'nieuw', 'diep'), made('drie'));
  assert.deepEqual(await readdir(join(dir, 'nieuw', 'diep')), ['a.json', 'verslag.json']);
});

test('a file that grows, shrinks or vanishes while it is read is an error', async (t) => {
  const { openInput } = await import(pathToFileURL(join(packageDir, 'dist', 'cli', 'input.js')));
  const dir = await scratch(t);
  const pad = join(dir, 'lessen.csv');
  const changes = [() => appendFileSync(pad, 'x'), () => rmSync(pad), () => { rmSync(pad); appendFileSync(pad, 'ander'); }];
  for (const change of changes) {
    await writeFile(pad, Buffer.alloc(3 * 1024 * 1024, 'a'));
    const { bytes } = await openInput({ pad, naam: 'lessen.csv' });
    const reading = async () => {
      let seen = 0;
      for await (const piece of bytes) {
        if (seen === 0) change();
        seen += piece.length;
      }
    };
    await assert.rejects(reading(), (error) => error.fouten[0].code === 'leesfout' && /veranderde/.test(error.message));
  }
});

test('two files of one name are told apart by their folders', async (t) => {
  const paths = await fixture(t);
  const files = [];
  for (const [i, name] of ['een', 'twee'].entries()) {
    await mkdir(join(paths.dir, name));
    files.push(join(paths.dir, name, 'lessen.csv'));
    await writeFile(files[i], csv(i === 0 ? smallRows.slice(0, 300) : smallRows.slice(300)));
  }
  assert.equal((await cli(['bereken', '--uit', paths.uit, '--school', paths.school, ...files])).code, 0);
  const { meldingen } = JSON.parse((await readAll(paths.uit)).get('meldingen.json'));
  assert.deepEqual([...new Set(meldingen[0].regels.map(({ bestand }) => bestand))].sort(), files);
});

test('inspecteer, regels, --versie and --help answer on standard output', async (t) => {
  const paths = await fixture(t);
  const inspected = await cli(['inspecteer', paths.lessen]);
  assert.equal(inspected.code, 0, inspected.stderr);
  const { bestanden, codes } = JSON.parse(inspected.stdout);
  assert.equal(bestanden[0].profiel, 'lessen');
  assert.ok(codes.some(({ code, aantal }) => code === 'S' && aantal === 30));
  const { verklaring } = bestanden[0];
  assert.equal(verklaring.scheidingsteken.keuze, "';'");
  assert.equal(verklaring.profiel.tweede.keuze, 'verzuim');
  assert.deepEqual(verklaring.kandidaten.map(({ scheidingsteken }) => scheidingsteken), [';', '\t', ',', '|']);
  assert.match(inspected.stderr, /^lessen\.csv is zo gelezen \(profiel bevestigd door bron\):\n {2}codering: UTF-8, want er staan alleen tekens van ASCII in\. Daarna kwam Windows-1252: /);
  assert.match(inspected.stderr, /\n {2}kopregel: regel 1, want 7 bekende kolomnamen van de 7\.\n/);
  const regels = await cli(['regels', '--datum', '2026-01-07']);
  assert.equal(regels.code, 0);
  assert.ok(JSON.parse(regels.stdout).regels.length > 0);
  const versie = await cli(['--versie']);
  assert.match(versie.stdout, /^verzuimkit \d+\.\d+\.\d+ \(module [0-9a-f]{64}\)\n$/);
  const help = await cli(['--help']);
  for (const word of ['bereken', 'inspecteer', 'regels', '--onbekend', 'Uitgang']) assert.ok(help.stdout.includes(word));
});

test('the launcher starts from any folder and through a link', async (t) => {
  const dir = await scratch(t);
  await symlink(join(build, 'verzuimkit'), join(dir, 'vk'));
  const { spawnSync } = await import('node:child_process');
  const { status, stdout } = spawnSync(join(dir, 'vk'), ['--versie'], { cwd: dir, encoding: 'utf8' });
  assert.equal(status, 0);
  assert.match(stdout, /^verzuimkit /);
});

test('progress says bytes, rows and file in Dutch, ten times a second at most, on a terminal only', async () => {
  const { ProgressLine, progressText } = await import(pathToFileURL(join(packageDir, 'dist', 'cli', 'progress.js')));
  assert.equal(progressText('lessen.csv', { bytes: 12_300_000, totaal: 80_000_000, rijen: 1_234_567 }), 'lessen.csv: 12,3 van 80,0 MB, 1.234.567 rijen');
  assert.equal(progressText('-', { bytes: 0, rijen: 0 }), '-: 0,0 MB, 0 rijen');
  for (const isTTY of [true, false]) {
    const written = [];
    const line = new ProgressLine({ isTTY, columns: 20, write: (text) => written.push(text) });
    for (let i = 0; i < 50; i += 1) line.show('lessen.csv', { bytes: i, rijen: i });
    line.clear();
    assert.equal(written.length > 0, isTTY);
    assert.ok(written.length <= 4);
  }
});
