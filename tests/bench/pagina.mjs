// How the page feels: its size, how soon it is ready, how soon the sample school is shown, how fast a tab opens, and what a
// large file takes.
//
//   ./run && node tests/bench/pagina.mjs [--keren 5] [--mb 800]
//
// Prints the table of docs/performance.md, for Chromium and Firefox ESR, headless, the page opened as a file. No test: what it
// says depends on the machine. That the page stays under two megabytes is one (tests/page/build.test.mjs).
import { createWriteStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchStock, openStock } from '../page/stock.mjs';
import { pagePath } from '../page/support.mjs';
import { register, widened } from './bestand.mjs';

const { values } = parseArgs({ options: { keren: { type: 'string', default: '5' }, mb: { type: 'string', default: '800' } } });
const keren = Number(values.keren);
const mb = Number(values.mb);
const LIMIT_MS = 600_000;
const POLL_MS = 200;
const WIDTH = 315;
const TABS = ['Signalen', 'Monitor', 'Levering', 'Publicatie', 'Meldingen'];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const address = pathToFileURL(pagePath).href;

// In the page: presses the button with this text and answers the milliseconds until the pattern is in its text, or until
// the button is the current one of its row, and that is drawn.
function pressAndWait(text, pattern) {
  const button = () => [...document.querySelectorAll('button')].find((node) => node.innerText.trim() === text);
  const there = () => pattern === null ? button()?.getAttribute('aria-current') === 'true' :
    new RegExp(pattern).test(document.getElementById('wortel').innerText);
  return new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    button().click();
  });
}

const press = (kernel, text, pattern = null) => kernel.evaluate(pressAndWait, text, pattern);

// The resident memory of each process of the browser that shows pages, in megabytes.
function resident(pid) {
  const found = [0];
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)[1]);
      const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
      const shows = /--type=renderer|-contentproc/.test(command);
      children.set(parent, [...(children.get(parent) ?? []), { at: Number(entry), rss: shows ? rss : 0 }]);
    } catch {
      // gone in the meantime
    }
  }
  const visit = (at) => {
    for (const child of children.get(at) ?? []) {
      found.push(child.rss);
      visit(child.at);
    }
  };
  visit(pid);
  return found;
}

// One visit: ready, sample school, outcome, tabs.
async function visit(name) {
  const browser = await launchStock(name);
  const { tab, kernel } = await openStock(browser, address);
  // The foot of the page comes when the module has answered. Looking for it begins when the frame is there: at most this long.
  const seen = await kernel.waitForFunction(() => document.querySelector('.vk-voet') && performance.timeOrigin + performance.now());
  const ready = (await seen.jsonValue()) - (await tab.evaluate(() => performance.timeOrigin));
  const shown = await press(kernel, 'Voorbeeldschool vo', 'Verder');
  await press(kernel, 'Verder', 'Kolommen en codes\\n');
  await press(kernel, 'Verder', 'Naam van de school');
  const computed = await press(kernel, 'Bereken de meldingen', '[0-9] meldingen');
  const tabs = [];
  for (const tabName of TABS) tabs.push(await press(kernel, tabName));
  await browser.close();
  return { ready, shown, computed, tab: Math.max(...tabs) };
}

// A large file: how long until it is read, the longest time without progress, and the memory of the largest process.
async function large(name, path) {
  const browser = await launchStock(name);
  const { kernel } = await openStock(browser, address);
  const input = await kernel.waitForSelector('#v-kies');
  const before = Math.max(...resident(browser.process().pid));
  await input.uploadFile(path);
  const start = performance.now();
  let peak = 0;
  let last = '';
  let moved = start;
  let stood = 0;
  while (performance.now() - start < LIMIT_MS) {
    const text = await kernel.$eval('#wortel', (root) => root.innerText);
    const now = performance.now();
    if (text !== last) {
      stood = Math.max(stood, now - moved);
      moved = now;
    }
    last = text;
    peak = Math.max(peak, ...resident(browser.process().pid));
    if (text.includes('Alle bestanden zijn gelezen')) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const seconds = (performance.now() - start) / 1000;
  await browser.close();
  return { seconds, stood, before, peak };
}

console.log(`page: ${(statSync(pagePath).size / 1e6).toFixed(2)} MB\n`);
console.log('| | module ready | sample school read | outcome shown | slowest tab |\n| --- | ---: | ---: | ---: | ---: |');
for (const name of ['chromium', 'firefox']) {
  const visits = [];
  for (let i = 0; i < keren; ++i) visits.push(await visit(name));
  const ms = (key) => `${median(visits.map((one) => one[key])).toFixed(0)} ms`;
  console.log(`| ${name} | ${ms('ready')} | ${ms('shown')} | ${ms('computed')} | ${ms('tab')} |`);
}

if (mb > 0) {
  const folder = await mkdtemp(join(tmpdir(), 'verzuimkit-bench-'));
  const path = join(folder, 'lessen.csv');
  // Ten times as wide as the sample's rows: as many bytes, with the pupils of a large school.
  await pipeline(widened(register(mb * 1e5), WIDTH), createWriteStream(path));
  console.log(`\n| ${(statSync(path).size / 1e6).toFixed(0)} MB of lessen.csv | read in | longest without progress | tab before | tab at most |\n| --- | ---: | ---: | ---: | ---: |`);
  for (const name of ['chromium', 'firefox']) {
    const { seconds, stood, before, peak } = await large(name, path);
    console.log(`| ${name} | ${seconds.toFixed(0)} s | ${(stood / 1000).toFixed(1)} s | ${before.toFixed(0)} MB | ${peak.toFixed(0)} MB |`);
  }
  await rm(folder, { recursive: true, force: true });
}
