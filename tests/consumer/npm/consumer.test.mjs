// An outside vendor's way in: pack, install into an empty folder, import, check the types, bundle, run in a browser.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { packageDir, require, root, smallCsv } from '../../web/support.mjs';

const { build } = require('esbuild');
let dir;
let installed;

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verzuimkit-consumer-'));
  const npm = (...args) => execFileSync('npm', args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ filename, files }] = JSON.parse(npm('pack', packageDir, '--json', '--pack-destination', dir));
  await writeFile(join(dir, 'package.json'), '{"private":true,"type":"module"}\n');
  await writeFile(join(dir, 'lessen.csv'), smallCsv);
  npm('install', '--offline', '--no-audit', '--no-fund', join(dir, filename));
  installed = { files: files.map(({ path }) => path), dir: join(dir, 'node_modules', 'verzuimkit') };
});
after(() => rm(dir, { recursive: true, force: true }));

test('the tarball holds what is needed and nothing else', async () => {
  for (const path of ['dist/index.js', 'dist/index.d.ts', 'dist/verzuimkit.wasm', 'bin/verzuimkit.mjs', 'LICENSE', 'README.md']) {
    assert.ok(installed.files.includes(path), path);
  }
  for (const path of installed.files) assert.match(path, /^(bin|dist|schema)\/|^(LICENSE|README\.md|package\.json)$/);
  const manifest = JSON.parse(await readFile(join(installed.dir, 'package.json'), 'utf8'));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.scripts, undefined);
  assert.deepEqual(await readdir(join(dir, 'node_modules')), ['.bin', '.package-lock.json', 'verzuimkit']);
});

test('it is imported in Node, with its wasm and schemas as subpaths, and nothing else can be reached', async () => {
  await writeFile(
    join(dir, 'app.mjs'),
    `import assert from 'node:assert/strict';
     import { readFile } from 'node:fs/promises';
     import { createVerzuimkit } from 'verzuimkit';
     import { createVerzuimkit as bare } from 'verzuimkit/bare';
     const wasm = await readFile(new URL(import.meta.resolve('verzuimkit/verzuimkit.wasm')));
     assert.ok(JSON.parse(await readFile(new URL(import.meta.resolve('verzuimkit/schema/meldingen.schema.json')))).title);
     await assert.rejects(import('verzuimkit/dist/engine.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
     for (const kit of [await createVerzuimkit(), await bare({ wasm })]) {
       const session = kit.session({ codes: { S: 'spijbelen', Z: 'ziekte', L: 'luxe' } });
       await session.add(await readFile('lessen.csv'), { naam: 'lessen.csv' });
       console.log((await session.bereken()).meldingen.length);
     }`,
  );
  assert.equal(execFileSync(process.execPath, ['app.mjs'], { cwd: dir, encoding: 'utf8' }), '2\n2\n');
});

test('its command line is installed', () => {
  const answer = execFileSync(join(dir, 'node_modules', '.bin', 'verzuimkit'), ['inspecteer', 'lessen.csv'], { cwd: dir, encoding: 'utf8' });
  assert.equal(JSON.parse(answer).bestanden[0].profiel, 'lessen');
});

test('its types are strict and complete, and refuse what is wrong', async () => {
  await writeFile(
    join(dir, 'app.ts'),
    `import { createVerzuimkitWorker, type Melding, type School, VerzuimkitError } from 'verzuimkit';
     export async function main(file: File): Promise<Melding[]> {
       const kit = await createVerzuimkitWorker();
       const school: School = { school: { profiel: 'vo' }, kalender: { regio: 'noord' }, opties: { uur: 'klokuur' } };
       const session = kit.session(school);
       try {
         await session.add(file, { onProgress: ({ bytes, rijen }) => void (bytes + rijen) });
       } catch (error) {
         if (error instanceof VerzuimkitError) error.fouten.map(({ plaats }) => plaats.regel);
       }
       // @ts-expect-error no such profile
       kit.session({ school: { profiel: 'gymnasium' } });
       // @ts-expect-error no such option
       kit.session({ opties: { drempel: 1 } });
       // @ts-expect-error no such choice
       await session.bereken({ onbekend: 'misschien' });
       const { meldingen } = await session.bereken({ peildatum: '2026-03-31' });
       const minutes: number = meldingen[0]!.minuten;
       return minutes > 0 ? meldingen : [];
     }`,
  );
  const compilerOptions = { strict: true, noEmit: true, module: 'NodeNext', target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'], types: [] };
  await writeFile(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', dir], { stdio: 'pipe' });
});

test('bundled as one classic script without modules it still works', async () => {
  const { outputFiles, warnings } = await build({
    stdin: { contents: "export { createVerzuimkit } from 'verzuimkit/bare';", resolveDir: dir },
    ...{ bundle: true, write: false, minify: true, format: 'iife', globalName: 'kit', platform: 'browser', logLevel: 'silent' },
  });
  assert.deepEqual(warnings, []);
  // A worker's globals without anything of Node's, and without a way to the network.
  const globals = { WebAssembly, TextDecoder, Blob, ReadableStream, AbortSignal, FinalizationRegistry, Uint8Array, ArrayBuffer };
  const context = { ...globals, importScripts() {}, location: { href: 'blob:null/worker' }, console };
  context.self = context;
  runInNewContext(`${outputFiles[0].text};globalThis.kit = kit`, context);
  const wasm = new Uint8Array(await readFile(join(installed.dir, 'dist', 'verzuimkit.wasm')));
  const kit = await context.kit.createVerzuimkit({ wasm });
  const session = kit.session();
  await session.add(new Blob([smallCsv]), { naam: 'lessen.csv' });
  assert.equal((await session.bereken({ onbekend: 'ongeoorloofd' })).samenvatting.rijen.afgewezen, 0);
});

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves `folder` under a policy without eval, opens it in Chromium and answers what the page posts to /klaar. */
async function inBrowser(folder) {
  const requests = [];
  let finish;
  const posted = new Promise((done) => {
    finish = done;
  });
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    if (request.method === 'POST') {
      let body = '';
      for await (const piece of request) body += piece;
      response.end();
      return finish(JSON.parse(body));
    }
    const path = join(folder, request.url === '/' ? 'index.html' : request.url);
    if (!existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)],
      'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
    });
    return response.end(await readFile(path));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const profile = await mkdtemp(join(tmpdir(), 'verzuimkit-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  const browser = spawn(CHROMIUM, [...flags, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
  const gone = new Promise((_, failed) => browser.on('exit', () => failed(new Error('the browser ended'))));
  try {
    return { answer: await Promise.race([posted, gone]), requests };
  } finally {
    gone.catch(() => {});
    browser.kill();
    server.close();
    await new Promise((done) => (browser.exitCode === null && browser.signalCode === null ? browser.once('exit', done) : done()));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

test('bundled for a browser it runs there, in the page and in its worker, and asks for nothing but its own files', { timeout: 120_000 }, async () => {
  assert.ok(CHROMIUM, 'no Chromium; ./test installs it');
  const site = join(dir, 'site');
  await mkdir(site);
  await writeFile(join(site, 'index.html'), '<!doctype html><script type="module" src="app.js"></script>');
  await writeFile(
    join(dir, 'app.js'),
    `import { createVerzuimkit, createVerzuimkitWorker } from 'verzuimkit';
     const answers = [];
     try {
       for (const create of [createVerzuimkit, createVerzuimkitWorker]) {
         const kit = await create();
         const session = kit.session({ codes: { S: 'spijbelen', Z: 'ziekte', L: 'luxe' } });
         await session.add(new File([${JSON.stringify(smallCsv)}], 'lessen.csv'));
         answers.push((await session.bereken()).meldingen.map(({ leerling, soort }) => leerling + ' ' + soort));
       }
     } catch (error) {
       answers.push(String(error));
     }
     await fetch('/klaar', { method: 'POST', body: JSON.stringify(answers) });`,
  );
  await build({
    entryPoints: { app: join(dir, 'app.js'), worker: 'verzuimkit/worker' },
    ...{ bundle: true, outdir: site, format: 'esm', platform: 'browser', logLevel: 'silent', absWorkingDir: dir },
  });
  await cp(join(installed.dir, 'dist', 'verzuimkit.wasm'), join(site, 'verzuimkit.wasm'));
  const { answer, requests } = await inBrowser(site);
  assert.deepEqual(answer, [['1001 16u', '1003 luxe'], ['1001 16u', '1003 luxe']]);
  const allowed = new Set(['/', '/app.js', '/worker.js', '/verzuimkit.wasm', '/favicon.ico', '/klaar']);
  assert.deepEqual(requests.filter((url) => !allowed.has(url)), []);
});

test('the C++ core is used from outside by add_subdirectory, without its tests', { timeout: 900_000 }, async () => {
  const binary = join(dir, 'cmake');
  const cmake = (...args) => execFileSync('cmake', args, { stdio: 'pipe', encoding: 'utf8' });
  cmake('-S', join(root, 'tests', 'consumer', 'cmake'), '-B', binary, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-Werror=dev');
  assert.doesNotMatch(await readFile(join(binary, 'build.ninja'), 'utf8'), /gtest|_test\.cc/);
  cmake('--build', binary);
  const answer = JSON.parse(execFileSync(join(binary, 'consumer'), [], { encoding: 'utf8' }));
  assert.equal(answer.ok, true);
  assert.equal(answer.waarde.samenvatting.meldingen['16u'], 1);
});
