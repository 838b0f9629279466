// The package as an importer sees it: how it starts, what it leaves alone, how it fails.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bytesOf, createVerzuimkit, createVerzuimkitWorker, packageDir, require, root, school, smallCsv } from './support.mjs';

const wasmPath = join(packageDir, 'dist', 'verzuimkit.wasm');

test('versie names the module by its SHA-256 and the project by its one version number', async () => {
  const { versie } = await createVerzuimkit();
  const wasm = await readFile(wasmPath);
  assert.equal(versie.sha256, createHash('sha256').update(wasm).digest('hex'));
  const cmake = await readFile(join(root, 'CMakeLists.txt'), 'utf8');
  const [, number] = /project\(verzuimkit VERSION (\S+)/.exec(cmake);
  assert.equal(versie.versie, number);
  assert.equal(require('./package.json').version, number);
});

test('the wasm may be given as bytes, as a buffer or as an address', async () => {
  const wasm = await readFile(wasmPath);
  const forms = [new Uint8Array(wasm), new Uint8Array(wasm).buffer, pathToFileURL(wasmPath)];
  for (const form of forms) {
    const { versie } = await createVerzuimkit({ wasm: form });
    assert.match(versie.sha256, /^[0-9a-f]{64}$/);
  }
  await assert.rejects(createVerzuimkit({ wasm: 'verzuimkit.wasm' }), TypeError);
  await assert.rejects(createVerzuimkit({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
  await assert.rejects(createVerzuimkitWorker({ wasm: new Uint8Array([1, 2, 3]) }));
});

test('importing and using it leaves no global, no listener and no network call', async () => {
  const globals = Object.getOwnPropertyNames(globalThis).sort();
  const events = ['uncaughtException', 'unhandledRejection', 'exit', 'beforeExit'];
  const listeners = events.map((event) => process.listenerCount(event));
  const { fetch } = globalThis;
  globalThis.fetch = () => assert.fail('a network call');
  try {
    const kit = await createVerzuimkit();
    const session = kit.session(school);
    await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
    await session.bereken();
  } finally {
    globalThis.fetch = fetch;
  }
  assert.deepEqual(Object.getOwnPropertyNames(globalThis).sort(), globals);
  assert.deepEqual(
    events.map((event) => process.listenerCount(event)),
    listeners,
  );
});

test('the bare entry refers to no file, no network and no worker', async () => {
  const seen = new Set();
  const queue = [join(packageDir, 'dist', 'bare.js')];
  for (const path of queue) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await readFile(path, 'utf8');
    for (const [, to] of text.matchAll(/from '([^']+)'/g)) queue.push(join(path, '..', to));
    assert.doesNotMatch(text, /import\.meta|new Function|\beval\(|new Worker/, path);
    // The compiler's glue can fetch, but never does: the loader always hands it an instance.
    if (!path.endsWith('glue.mjs')) assert.doesNotMatch(text, /\bfetch\(/, path);
  }
  assert.ok(seen.size >= 5);
});

test('what a worker answers is what this thread answers', async () => {
  const answers = [];
  for (const create of [createVerzuimkit, createVerzuimkitWorker]) {
    const kit = await create();
    const session = kit.session(school);
    const bestand = await session.add(new Blob([smallCsv]), { naam: 'lessen.csv' });
    answers.push({
      versie: kit.versie,
      school: await session.school(),
      bestand,
      inspectie: await session.inspect(),
      uitkomst: await session.bereken(),
      regels: await kit.regels('2026-01-07'),
    });
    await kit.close();
  }
  assert.deepEqual(answers[1], answers[0]);
});

test('a worker that is closed rejects what was asked of it, and its errors keep their codes', async () => {
  const kit = await createVerzuimkitWorker();
  const session = kit.session({ school: { profiel: 'vo' }, onzin: 1 });
  await assert.rejects(session.inspect(), (error) => error.name === 'VerzuimkitError' && error.fouten[0].plaats.pad === '/onzin');
  const waiting = kit.regels();
  await kit.close();
  await assert.rejects(waiting, TypeError);
  await assert.rejects(kit.regels(), TypeError);
});
