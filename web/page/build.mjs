// Builds build/page/verzuimkit.html: the whole page in one file, the same bytes for the same sources.
//
//   node web/page/build.mjs [--build DIR]
//
// The page is made of the npm package as an outside vendor gets it (DIR/package; default build), so build that first.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { policyFor } from './policy.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const MAX_BYTES = 2 * 1024 * 1024;
// Browsers look for the character set in the first kilobyte only.
const CHARSET_WITHIN = 1024;

const text = async (...path) => readFile(join(here, ...path), 'utf8');

// The worker as one classic script: module workers from a blob: address do not start on file://.
async function bundleWorker(kit) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'worker', 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // A text of one-byte signs takes half the memory on its way into the worker.
    charset: 'ascii',
    minify: true,
    // The licence of what others wrote stays with it.
    legalComments: 'eof',
    tsconfig: join(here, 'tsconfig.json'),
    alias: { 'verzuimkit/bare': kit, 'verzuimkit/schema': join(dirname(kit), '..', 'schema') },
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

// The part of the text table that kernel and shell say, per language; see worker/text/nl.ts.
async function frameTexts() {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'worker', 'text', 'index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { TEKSTEN } = await import(`data:text/javascript;base64,${source}`);
  return Object.fromEntries(Object.entries(TEKSTEN).map(([language, { kader }]) => [language, kader]));
}

async function bundleStyle() {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'style', 'index.css')],
    bundle: true,
    write: false,
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

// Puts each value in the place of its %NAME%; every place must be there once.
function fill(template, values) {
  for (const name of Object.keys(values)) {
    if (template.split(`%${name}%`).length !== 2) throw new Error(`%${name}% must occur exactly once`);
  }
  return template.replace(/%([A-Z]+)%/g, (_, name) => values[name]);
}

// Inside <script> and <style> nothing can be escaped, so nothing may end the element early.
function raw(name, content) {
  if (/<\/(script|style)|<!--/i.test(content)) throw new Error(`${name} would end its own element`);
  return content;
}

// What would end or change the element stands in the worker only within literals (readers and writers of XML), where
// \x3c is the same sign. Minified code never has it: esbuild puts a space after such a "<".
const insideScript = (code) => code.replace(/<(?=!--|\/(?:script|style))/gi, '\\x3c');

const attribute = (content) => content.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

// `kit` is the entry of the package to bundle, `wasm` the bytes of the module.
export async function buildPage({ kit, wasm }) {
  const kernelScript = raw('kernel.js', `\n${await text('kernel', 'kernel.js')}`);
  const kernelStyle = raw('style', await bundleStyle());
  const shellScript = raw('shell.js', `\n${await text('shell', 'shell.js')}`);
  const shellStyle = raw('shell.css', `\n${await text('shell', 'shell.css')}`);
  const texts = await frameTexts();
  const json = raw('the text table', JSON.stringify(texts));
  const kernel = fill(await text('kernel', 'kernel.html'), {
    POLICY: policyFor({ scripts: [kernelScript], styles: [kernelStyle], trustedTypes: 'wk' }),
    TEKST: json,
    STYLE: kernelStyle,
    SCRIPT: kernelScript,
  });
  const page = fill(await text('shell', 'shell.html'), {
    // The frame inherits this policy, so it names the kernel's script and style as well.
    POLICY: policyFor({ scripts: [shellScript, kernelScript], styles: [shellStyle, kernelStyle] }),
    TITEL: texts.nl.titel,
    ZONDER: `${texts.nl.zonderScript} ${texts.en.zonderScript}`,
    TEKST: json,
    STYLE: shellStyle,
    SCRIPT: shellScript,
    KERNEL: attribute(kernel),
    WORKER: raw('worker', insideScript(await bundleWorker(kit))),
    MODULE: gzipSync(wasm, { level: 9 }).toString('base64'),
  });
  const bytes = Buffer.from(page, 'utf8');
  if (page.indexOf('<meta charset') > CHARSET_WITHIN) throw new Error('the character set comes too late');
  if (bytes.length >= MAX_BYTES)
    throw new Error(`the page has ${bytes.length} bytes, at most ${MAX_BYTES} are allowed`);
  return bytes;
}

// The bytes of the page for the package in `build`/package.
export async function buildShippedPage(build) {
  const dist = join(build, 'package', 'dist');
  return buildPage({ kit: join(dist, 'bare.js'), wasm: await readFile(join(dist, 'verzuimkit.wasm')) });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { build: { type: 'string' } } });
  const folder = resolve(values.build ?? join(here, '..', '..', 'build'));
  const bytes = await buildShippedPage(folder);
  const page = join(folder, 'page', 'verzuimkit.html');
  await mkdir(dirname(page), { recursive: true });
  await writeFile(page, bytes);
  console.log(`${page} (${bytes.length} bytes)`);
}
