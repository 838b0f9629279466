// Runs inside a network of its own, in which the name server and everything behind it are our collectors: one browser
// opens the page with hostile code in the worker's place, as it is shipped and without what holds it back.
//
//   node inside.mjs chromium|firefox      writes one JSON object: what arrived in each run
//
// Started by egress.test.mjs, which makes the network.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeServer } from '../../../tools/serveer.mjs';
import { launchStock, openStock } from '../stock.mjs';
import { shippedPage, withWorker, withoutPolicy, writePage } from '../support.mjs';
import { startCollectors } from './collectors.mjs';
import { DONE, START, tryingPatches, tryingWays, wayOf } from './hostile.mjs';
import { PATCHES, SILENT_PATCHES } from './patches.mjs';
import { SILENT_WAYS, WAYS } from './ways.mjs';

// An address that is not of this computer in the eyes of a browser (TEST-NET-3, RFC 5737).
const ADDRESS = '203.0.113.1';
const POLL_MS = 50;
// How long a page may take for the next thing, and how often it is opened again when it came to a standstill.
const PATIENCE_MS = 8000;
const TIMES = 4;
// Silence is proved by waiting for much longer than the slowest way took where nothing held it back.
const QUIET_MIN_MS = 2000;
const QUIET_TIMES = 2;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// The page without a policy, and with an origin: more ways work in a worker that has one.
function unguarded(html) {
  const free = withoutPolicy(html).replace(' sandbox="allow-scripts allow-modals"', '');
  if (free.includes('sandbox=')) throw new Error('the frame is still closed off');
  return free;
}

// The same, with a kernel that draws everything it is asked.
function drawsAll(html) {
  let page = unguarded(html);
  for (const [from, to] of [
    ["check(shape || ELEMENTS.has(tag), 'element niet toegestaan');", ''],
    ["const shape = tag.startsWith('svg:') && SHAPES.has(tag.slice(4));", "const shape = tag.startsWith('svg:');"],
    ["const harmless = typeof name === 'string' ? ATTRIBUTES.get(name) : undefined;", 'const harmless = () => true;'],
  ]) {
    const written = from.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    if (page.split(written).length !== 2) throw new Error(`the kernel has another line than: ${from}`);
    page = page.replace(written, to);
  }
  return page;
}

const [, , name] = process.argv;
const without = (ways, silent) => Object.keys(ways).filter((way) => !silent.includes(way));
const KINDS = [
  { kind: 'ways', hostile: tryingWays, control: unguarded, expected: without(WAYS, SILENT_WAYS[name]) },
  { kind: 'patches', hostile: tryingPatches, control: drawsAll, expected: without(PATCHES, SILENT_PATCHES[name]) },
];

const html = await shippedPage();
const folder = await mkdtemp(join(tmpdir(), 'verzuimkit-egress-'));
const browser = await launchStock(name);

// Where the page is opened: a file, or a server with the shipped headers (without policy: a server that has a script at
// every address). What is asked of that server after the page itself also counts as having left.
const PLACES = {
  'file://': async () => ({
    serve: async (page) => pathToFileURL(await writePage(folder, 'pagina.html', page)).href,
    close() {},
  }),
  'http://': async (note) => {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const own = `127.0.0.1:${server.address().port}`;
    return {
      own,
      serve: async (page, shipped) => {
        const behind = shipped ? makeServer(page) : scriptsBeside(page);
        let opened = false;
        const asked = (request) => {
          if (opened) note('own', request.url);
          opened = true;
        };
        server.on('request', (request, response) => {
          asked(request);
          behind.emit('request', request, response);
        });
        server.on('upgrade', (request, socket) => {
          asked(request);
          socket.destroy();
        });
        return `http://${own}/`;
      },
      close: () => server.close(),
    };
  },
};

const scriptsBeside = (page) => createServer((request, response) => {
  const type = request.url === '/' ? 'text/html' : 'text/javascript';
  response.writeHead(200, { 'Content-Type': type, 'Service-Worker-Allowed': '/' }).end(request.url === '/' ? page : '1;');
});

// What arrived since the click: each way with the time that its first sign took, and all collectors that saw something.
function summary(arrivals, start) {
  const first = new Map();
  for (const { what, at } of arrivals) {
    const way = wayOf(what);
    if (way && !first.has(way)) first.set(way, Math.round(at - start));
  }
  return {
    ways: [...first.keys()],
    by: [...new Set(arrivals.map(({ by }) => by))],
    arrivals: arrivals.length,
    slowest: Math.max(0, ...first.values()),
  };
}

const others = new Set();
let serial = 0;

// Opens a page with hostile code, clicks, waits as `finished` says, and answers what arrived and what became of the page.
async function attempt({ hostile, place, around = (page) => page, control = false }, finished) {
  serial += 1;
  const collectors = await startCollectors(`run${serial}`, ADDRESS);
  const { own, serve, close } = await PLACES[place](collectors.note);
  const address = await serve(around(withWorker(html, hostile({ ...collectors, own }))), !control);
  const { tab, kernel } = await openStock(browser, address);
  const button = await kernel.waitForSelector(`#${START}`);
  const pages = (await browser.pages()).length;
  const start = performance.now();
  await button.click();
  const done = await finished(kernel, () => summary(collectors.arrivals, start));
  const result = { done, ...summary(collectors.arrivals, start) };
  if (!control) {
    result.frames = tab.frames().length;
    result.opened = (await browser.pages()).length - pages;
    result.moved = tab.url() !== address;
    result.offered = await tab.$eval('#bewaren', (bar) => !bar.hidden);
  }
  await tab.close();
  close();
  await collectors.stop();
  for (const name of collectors.others) others.add(name);
  return result;
}

// Without policy: done when all that is expected has arrived; given up when nothing new comes.
const untilArrived = (expected) => async (kernel, arrived) => {
  let count = 0;
  for (let since = performance.now(); performance.now() - since < PATIENCE_MS; await pause(POLL_MS)) {
    const { ways } = arrived();
    if (expected.every((way) => ways.includes(way))) return true;
    if (ways.length > count) since = performance.now();
    count = ways.length;
  }
  return false;
};

// As shipped: done when everything was tried and nothing came for a long time after that.
const untilQuiet = (quiet) => async (kernel) => {
  const tried = await kernel.waitForSelector(`#${DONE}`, { timeout: PATIENCE_MS + quiet }).catch(() => null);
  await pause(quiet);
  return tried !== null;
};

// A browser may come to a standstill under this load; then the page is opened again, and all that arrived counts.
async function attempts(what, finished, times) {
  const results = [];
  do results.push(await attempt(what, finished));
  while (!results.at(-1).done && results.length < times);
  return results;
}

const runs = [];
for (const { kind, hostile, control, expected } of KINDS) {
  for (const place of Object.keys(PLACES)) {
    // Every way that works at all works over http://, so all are waited for only there.
    const everywhere = place === 'http://';
    const free = await attempts({ hostile, place, around: control, control: true }, untilArrived(expected), everywhere ? TIMES : 1);
    const quiet = Math.max(QUIET_MIN_MS, QUIET_TIMES * Math.max(...free.map(({ slowest }) => slowest)));
    const held = await attempts({ hostile, place }, untilQuiet(quiet), TIMES);
    runs.push({ kind, place, quiet, free, held });
  }
}

const version = await browser.version();
await browser.close();
await rm(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify({ version, runs, others: [...others] }));
