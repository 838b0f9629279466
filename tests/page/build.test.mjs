// The page as a file: small, the same bytes every time, and with exactly the policy that its own text needs.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildShippedPage } from '../../web/page/build.mjs';
import { build, root, shippedPage } from './support.mjs';

const html = await shippedPage();
const kernelOf = (page) => /srcdoc="([^"]*)"/.exec(page)[1].replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const kernel = kernelOf(html);
const policyOf = (page) => /Content-Security-Policy['"] content="([^"]*)"/.exec(page)[1].split('; ');
const inline = (page, tag) => [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, text]) => text);
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('building again gives the same bytes', async () => {
  assert.ok((await buildShippedPage(build)).equals(Buffer.from(html)));
});

test('one file under two megabytes, without an address in shell and kernel', () => {
  assert.ok(Buffer.byteLength(html) < 2 * 1024 * 1024);
  const ours = html.slice(0, html.indexOf('id="werker"'));
  const addresses = [...ours.matchAll(/\bhttps?:\/\/[^\s'"<)]+/g)].map(([address]) => address);
  // Namespaces are names: nothing is fetched from them.
  assert.deepEqual([...new Set(addresses)], ['http://www.w3.org/2000/svg']);
});

test('the policy stands first, allows the hashed text and nothing else', () => {
  assert.match(html, /<head>\s*<meta http-equiv="Content-Security-Policy"/);
  assert.match(kernel, /<head>\s*<meta http-equiv='Content-Security-Policy'/);
  const [shellScript] = inline(html, 'script');
  const [kernelScript] = inline(kernel, 'script');
  const [shellStyle] = inline(html, 'style');
  const [kernelStyle] = inline(kernel, 'style');
  const rest = [`img-src data: blob:`, `worker-src blob:`, `connect-src 'none'`, `frame-src 'none'`, `child-src 'none'`,
    `object-src 'none'`, `media-src 'none'`, `font-src 'none'`, `manifest-src 'none'`, `form-action 'none'`, `base-uri 'none'`,
    `webrtc 'block'`];
  assert.deepEqual(policyOf(html), [`default-src 'none'`,
    `script-src ${hashOf(shellScript)} ${hashOf(kernelScript)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(shellStyle)} ${hashOf(kernelStyle)}`, ...rest]);
  assert.deepEqual(policyOf(kernel), [`default-src 'none'`, `script-src ${hashOf(kernelScript)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(kernelStyle)}`, ...rest, `require-trusted-types-for 'script'`, `trusted-types wk`]);
});

test('the kernel is small enough to read in an hour and depends on nothing', async () => {
  const source = await readFile(join(root, 'web', 'page', 'kernel', 'kernel.js'), 'utf8');
  assert.ok(source.split('\n').length <= 400);
  assert.doesNotMatch(source, /\bimport\b|\brequire\(|innerHTML|insertAdjacent|document\.write|eval\(/);
  assert.ok(inline(kernel, 'script')[0].includes(source), 'it is shipped as it is written');
});

test('every reason for which the kernel refuses has English words, and no other', async () => {
  const source = await readFile(join(root, 'web', 'page', 'kernel', 'kernel.js'), 'utf8');
  const refusals = [...source.matchAll(/(?:refuse\(|check\(.*, )'([^']+)'\)/g)].map(([, reason]) => reason);
  const { en } = JSON.parse(/id='tekst'>(.*?)<\/script>/.exec(kernel)[1]);
  assert.ok(refusals.length > 20);
  assert.deepEqual(Object.keys(en.redenen).sort(), [...new Set(refusals)].sort());
});

test('every class that a screen uses is in the shipped sheet', async () => {
  const sheet = inline(kernel, 'style')[0];
  const folder = join(root, 'web', 'page', 'worker', 'screens');
  for (const file of await readdir(folder)) {
    const source = await readFile(join(folder, file), 'utf8');
    for (const [, classes] of source.matchAll(/(?:class: |\? |: )'((?:vk|nl|utrecht)-[^']*)'/g)) {
      for (const name of classes.split(' ')) assert.ok(sheet.includes(`.${name}`), `${file}: ${name}`);
    }
  }
});
