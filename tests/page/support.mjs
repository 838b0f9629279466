// What the tests of the page share: a browser, the built page, and pages made hostile on purpose.
//
// VERZUIM_BUILD names the build folder (default build/), VERZUIM_CHROMIUM the browser.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const build = resolve(process.env.VERZUIM_BUILD ?? join(root, 'build'));
export const pagePath = join(build, 'page', 'verzuimkit.html');
const require = createRequire(join(root, 'web', 'package.json'));
const { chromium } = require('playwright-core');
export const { build: bundle } = require('esbuild');
export const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

// Debian's /usr/bin/chromium is a script that adds preferences which hide leaks; the binary behind it does not.
export function browserPath() {
  const candidates = [process.env.VERZUIM_CHROMIUM, '/usr/lib/chromium/chromium', chromium.executablePath()];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('no Chromium found; set VERZUIM_CHROMIUM');
  return found;
}

// A browser for the tests of one file, closed when they are done.
export async function launch(options = {}) {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'], ...options });
  after(() => browser.close());
  return browser;
}

// Chromium knows no `webrtc` directive and says so; browsers that do know it block peer connections there.
const EXPECTED = "Unrecognized Content-Security-Policy directive 'webrtc'.";

// Opens a page, a file or an address, in a fresh context.
export async function open(browser, path = pagePath, { ready = true, ...options } = {}) {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL', ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.text() !== EXPECTED) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.goto(path.startsWith('http:') ? path : pathToFileURL(path).href);
  const kernel = await (await page.locator('#kernel').elementHandle()).contentFrame();
  if (ready) await kernel.getByRole('heading', { level: 1, name: 'Bestand' }).waitFor();
  return { context, page, kernel, complaints };
}

// The shipped page with another worker: shell, kernel and policy stay as they are, byte for byte.
export function withWorker(html, source) {
  if (/<\/script|<!--/i.test(source)) throw new Error('this source would end its own element');
  const start = html.indexOf('<script type="text/plain" id="werker">');
  const from = html.indexOf('>', start) + 1;
  return html.slice(0, from) + source + html.slice(html.indexOf('</script>', from));
}

// The same page without any policy: what a way out can do when nothing holds it back.
export function withoutPolicy(html) {
  const bare = html.replace(/(<meta http-equiv=["'])Content-Security-Policy(["'] content=)("[^"]*"|&quot;.*?&quot;)>/g, "$1x-none$2''>");
  if (bare.includes('Content-Security-Policy')) throw new Error('a policy is left');
  return bare;
}

// A folder that goes away with the tests of this file.
export async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), 'verzuimkit-page-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function writePage(folder, name, html) {
  const path = join(folder, name);
  await writeFile(path, html);
  return path;
}

export const shippedPage = () => readFile(pagePath, 'utf8');

// The page answers a click a moment later: what `read` gives has to become `expected`, within ten seconds
// unless more is given.
export async function equalSoon(read, expected, message, within = 10_000) {
  const end = Date.now() + within;
  while ((await read()) !== expected && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
  assert.equal(await read(), expected, message);
}

// What axe finds in the kernel's frame, by how much it scrolls sideways, and whether the kernel refused anything.
export async function findings(frame) {
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await globalThis.axe.run(document, { runOnly });
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const refused = document.querySelector('#weigering:not([hidden], .vk-bericht)')?.textContent;
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    return [...found, ...(wide > 0 ? [`${wide} pixels too wide`] : []), ...(refused ? [refused] : [])];
  });
}

// Puts files ready by `click`, saves them all by the shell's button, and answers their bytes by name.
export async function saved(page, folder, click) {
  const downloads = new Map();
  const seen = (download) => downloads.set(download.suggestedFilename(), download);
  page.on('download', seen);
  await click();
  const items = page.locator('#bestanden button');
  await items.first().waitFor({ state: 'attached' });
  const count = await items.count();
  await page.locator('#alles').click();
  // The shell hands them over one by one, a moment apart.
  await equalSoon(() => downloads.size, count, 'files saved', 60_000);
  page.off('download', seen);
  const contents = new Map();
  for (const [naam, download] of downloads) {
    const path = join(folder, `${contents.size}-${naam}`);
    await download.saveAs(path);
    contents.set(naam, await readFile(path));
  }
  return contents;
}
