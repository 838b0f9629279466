// A large file read by several workers gives what one reader gives, byte for byte.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { cli, createVerzuimkit, createVerzuimkitWorker, packageDir, readAll, school, schoolDays, scratch } from './support.mjs';

const { Blocks, BLOCK_BYTES, cutOf } = await import(pathToFileURL(join(packageDir, 'dist', 'blocks.js')));
const { LocalEngine } = await import(pathToFileURL(join(packageDir, 'dist', 'engine.js')));
const { WorkerEngine } = await import(pathToFileURL(join(packageDir, 'dist', 'worker-client.js')));

// What became of the parts that workers read: true for each that was taken.
const parts = [];
const { addPart } = LocalEngine.prototype;
LocalEngine.prototype.addPart = function (...args) {
  const answer = addPart.apply(this, args);
  parts.push(answer.taken);
  return answer;
};

const HEADER = 'leerling;datum;lesuur;minuten;status;reden;gemist;opmerking\r\n';
const DAYS = schoolDays(150);

/** Somewhat more than `megabytes` of lessons, sorted by pupil; `remark(row)` is the last cell. */
function register(megabytes, remark) {
  const pieces = [HEADER];
  let size = 0;
  for (let row = 0; size < megabytes * 1e6; ++row) {
    const status = row % 41 === 0 ? 'afwezig;Z;' : row % 97 === 0 ? 'te_laat;;5' : 'aanwezig;;';
    const line = `${100000 + Math.floor(row / 900)};${DAYS[Math.floor(row / 6) % 150]};${1 + (row % 6)};50;${status};${remark(row)}\r\n`;
    pieces.push(line);
    size += line.length;
  }
  return Buffer.from(pieces.join(''));
}

/** All that can be known of one file, as text. */
async function everything(kit, bytes) {
  const session = kit.session(school);
  const bestand = await session.add(bytes, { naam: 'lessen.csv' });
  const { bestanden } = await session.bereken();
  const seen = JSON.stringify([bestand, await session.inspect(), bestanden.map(({ naam, sha256 }) => [naam, sha256])]);
  await session.close();
  return seen;
}

const alone = await createVerzuimkit();
const FILES = {
  'without quotes': () => register(29, () => ''),
  'with lines and quotes within quotes': () => register(29, (row) => (row % 3 === 0 ? '"zei ""ja""\r\nen ging; naar huis"' : '')),
  'with a stray quote half way': () => register(48, (row) => (row === 520_000 ? '5" scherm' : row % 5 === 0 ? '"a\r\nb"' : '')),
  'with pupils that come back': () => Buffer.concat([register(24, () => ''), register(24, () => '').subarray(HEADER.length)]),
  'in Windows-1252, which shows late': () => Buffer.from(register(29, (row) => (row > 500_000 ? 'co\u00f6rdinator' : '')).toString(), 'latin1'),
};

for (const [kind, make] of Object.entries(FILES)) {
  test(`a large file ${kind}: two workers make what one reader makes`, async () => {
    const bytes = make();
    const together = await createVerzuimkit({ werkers: 2 });
    parts.length = 0;
    assert.equal(await everything(together, bytes), await everything(alone, bytes));
    // Only lessons that are there already, and a quote that is out of place, have to be read again.
    const taken = parts.filter(Boolean).length;
    if (kind.includes('come back')) assert.equal(taken, 0);
    else if (kind.includes('stray')) assert.ok(taken > 0 && taken < parts.length, `${taken} of ${parts.length}`);
    else assert.ok(taken >= 2 && taken === parts.length, `${taken} of ${parts.length}`);
    await together.close();
  });
}

test('a kit in a worker reads with workers too', async () => {
  const bytes = FILES['without quotes']();
  const together = await createVerzuimkitWorker({ werkers: 3 });
  assert.equal(await everything(together, bytes), await everything(alone, bytes));
  await together.close();
});

test('where no worker can start, the kit reads alone', async () => {
  const bytes = FILES['without quotes']();
  const kit = await createVerzuimkit({ werkers: 2, worker: new URL('data:text/javascript,throw new Error()') });
  assert.equal(await everything(kit, bytes), await everything(alone, bytes));
  await kit.close();
  await assert.rejects(createVerzuimkit({ werkers: 0 }), TypeError);
});

test('of a worker that is gone every call is an error, also one that is made afterwards', async () => {
  const port = {
    post: (message) => 'wasm' in message && port.answer({ versie: {} }),
    listen: (answer) => Object.assign(port, { answer }),
    onFailure: (failed) => Object.assign(port, { failed }),
    stop: () => {},
    hold: () => {},
  };
  const engine = await WorkerEngine.start(port, new Uint8Array(0));
  const before = engine.open();
  port.failed(new Error('De worker is gestopt.'));
  await assert.rejects(before, /gestopt/);
  await assert.rejects(engine.open(), /gestopt/);
  await engine.close(1);
  engine.stop();
  await assert.rejects(engine.open(), /gesloten/);
});

test('a worker that fails ends the file it was reading, and the next file gets new workers', async (t) => {
  const kit = await createVerzuimkit({ werkers: 2 });
  const session = kit.session(school);
  const bytes = FILES['without quotes']();
  t.mock.method(WorkerEngine.prototype, 'readPart', async () => Promise.reject(new Error('stuk')));
  await assert.rejects(session.add(bytes, { naam: 'lessen.csv' }), /stuk/);
  t.mock.restoreAll();
  parts.length = 0;
  await session.add(bytes, { naam: 'lessen.csv' });
  assert.ok(parts.length > 0 && parts.every(Boolean));
  await kit.close();
});

test('reading with workers stops at once, and nothing of the file stays', async () => {
  const kit = await createVerzuimkit({ werkers: 2 });
  const session = kit.session(school);
  const stop = new AbortController();
  const bytes = FILES['without quotes']();
  const seen = [];
  const onProgress = ({ bytes: read }) => {
    seen.push(read);
    if (read > 21e6) stop.abort();
  };
  await assert.rejects(session.add(bytes, { naam: 'lessen.csv', signal: stop.signal, onProgress }), { name: 'AbortError' });
  assert.ok(seen.every((read, i) => i === 0 || read > seen[i - 1]));
  assert.ok(seen.at(-1) < bytes.length);
  assert.deepEqual((await session.inspect()).bestanden, []);
  await session.add(bytes, { naam: 'lessen.csv' });
  assert.equal((await session.inspect()).bestanden.length, 1);
  await kit.close();
});

test('a source that breaks off while workers read is an error, and nothing stays', async () => {
  const kit = await createVerzuimkit({ werkers: 2 });
  const session = kit.session(school);
  const bytes = FILES['without quotes']();
  async function* broken() {
    for (let at = 0; at < 26e6; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
    throw new Error('weg');
  }
  await assert.rejects(session.add(broken(), { naam: 'lessen.csv' }), ({ fouten }) => fouten[0].code === 'leesfout');
  assert.deepEqual((await session.inspect()).bestanden, []);
  await kit.close();
});

test('the command line writes the same bytes with any number of workers', async (t) => {
  const dir = await scratch(t);
  const lessen = join(dir, 'lessen.csv');
  await writeFile(lessen, FILES['with lines and quotes within quotes']());
  await writeFile(join(dir, 'school.json'), JSON.stringify(school));
  const made = [];
  for (const werkers of ['1', '2']) {
    const uit = join(dir, `uit${werkers}`);
    const { code, stderr } = await cli(['bereken', '--school', join(dir, 'school.json'), '--uit', uit, '--werkers', werkers, lessen]);
    assert.equal(code, 0, stderr);
    made.push(await readAll(uit));
  }
  assert.deepEqual(made[1], made[0]);
  for (const werkers of ['0', '65', 'veel']) {
    const { code, stderr } = await cli(['bereken', '--uit', dir, '--werkers', werkers, lessen]);
    assert.equal(code, 2);
    assert.match(stderr, /--werkers moet een geheel getal/);
  }
});

test('blocks end behind a line outside quotes, and together are the file', async () => {
  const bytes = FILES['with lines and quotes within quotes']();
  let at = 0;
  const read = async () => (at < bytes.length ? bytes.subarray(at, (at += 1 << 20)) : undefined);
  const blocks = new Blocks({ read });
  const made = [];
  for (let block = await blocks.next(); block; block = await blocks.next()) made.push(Buffer.from(block.bytes));
  assert.ok(made.length >= 6);
  assert.ok(made.every(({ length }) => length <= BLOCK_BYTES + (1 << 20)));
  assert.ok(made.slice(1).every((block) => /^10\d{4};/.test(block.toString('latin1', 0, 7))));
  assert.ok(Buffer.concat(made).equals(bytes));
  const text = (line) => new TextEncoder().encode(line);
  assert.equal(cutOf(text('a\nb'), false), 2);
  assert.equal(cutOf(text('a\n"b\nc'), true), 2);
  assert.equal(cutOf(text('a\nb"'), true), 2);
  assert.equal(cutOf(text('ab'), false), -1);
});
