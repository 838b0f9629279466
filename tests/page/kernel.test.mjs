// The kernel against a hostile worker: whatever it is sent, nothing but harmless elements comes to stand in the page.
//
// VERZUIM_HOSTILE (50000) is how many messages are sent for each seed; Firefox gets a fifth of them.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { attack, findings } from './attack.mjs';
import { launchStock, openStock } from './stock.mjs';
import { launch, open, scratch, shippedPage, withWorker, writePage } from './support.mjs';

const MESSAGES = Number(process.env.VERZUIM_HOSTILE ?? 50000);
const SEEDS = [1, 2];

const browser = await launch();
const html = await shippedPage();
const folder = await scratch();

for (const seed of SEEDS) {
  test(`${MESSAGES} hostile messages leave nothing harmful behind (seed ${seed})`, async () => {
    const source = `(${attack})(${MESSAGES}, ${seed});`;
    const path = await writePage(folder, `hostile-${seed}.html`, withWorker(html, source));
    const { context, page, kernel, complaints } = await open(browser, path, { ready: false });
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await kernel.getByRole('heading', { name: 'klaar met aanvallen' }).waitFor({ timeout: 300_000 });

    const found = await kernel.evaluate(findings);
    assert.deepEqual(found.wrong, []);
    assert.ok(found.elements > MESSAGES / 100, `only ${found.elements} elements: the good part of the attack did not arrive`);
    assert.deepEqual(found.outside, ['vk-kop', 'weigering', 'wortel', 'script']);
    assert.equal(found.location, 'about:srcdoc');
    assert.equal(page.url().endsWith(`hostile-${seed}.html`), true);
    assert.deepEqual(requests, []);
    assert.equal(page.frames().length, 2);
    assert.equal(context.pages().length, 1);
    assert.match(await kernel.locator('#weigering').innerText(), /weigerde een opdracht/);
    assert.equal(await page.locator('#bewaren').isHidden(), true, 'nothing unsafe was offered for saving');
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('hostile messages leave nothing harmful behind in Firefox either', async () => {
  const firefox = await launchStock('firefox');
  after(() => firefox.close());
  const count = MESSAGES / 5;
  // Without druk_af: each look of puppeteer counts as a click in Firefox, so the page may print, and that waits for a person.
  const source = `const post = self.postMessage.bind(self);
    self.postMessage = (message) => { if (message?.t !== 'druk_af') post(message); };
    (${attack})(${count}, 3);`;
  const path = await writePage(folder, 'hostile-firefox.html', withWorker(html, source));
  const { tab, kernel } = await openStock(firefox, pathToFileURL(path).href);
  await kernel.waitForSelector('#v-klaar', { timeout: 300_000 });
  const found = await kernel.evaluate(findings);
  assert.deepEqual(found.wrong, []);
  assert.ok(found.elements > count / 100, `only ${found.elements} elements: the good part of the attack did not arrive`);
  assert.deepEqual(found.outside, ['vk-kop', 'weigering', 'wortel', 'script']);
  assert.equal(found.location, 'about:srcdoc');
  assert.equal(tab.frames().length, 2);
  assert.equal(await tab.$eval('#bewaren', (bar) => bar.hidden), true);
});

test('a worker that says nothing but nonsense cannot stop «Vergeet alles»', async () => {
  const source = `setInterval(() => { for (let i = 0; i < 100; i += 1) self.postMessage({ t: 'onzin' }); }, 10);`;
  const path = await writePage(folder, 'noise.html', withWorker(html, source));
  const { context, kernel } = await open(browser, path, { ready: false });
  await kernel.getByText(/weigerde een opdracht/).waitFor();
  await kernel.getByRole('button', { name: 'Vergeet alles' }).click();
  await kernel.getByRole('button', { name: 'Zeker weten?' }).click();
  await kernel.getByRole('button', { name: 'Vergeet alles' }).waitFor();
  await context.close();
});

test('a file is saved by a real click on the shell only', async () => {
  const source = `onmessage = () => self.postMessage({ t: 'bewaar', bestanden: [{ naam: 'a.csv', bytes: new TextEncoder().encode('x').buffer }] });`;
  const path = await writePage(folder, 'save.html', withWorker(html, source));
  const { context, page } = await open(browser, path, { ready: false });
  const downloads = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const button = page.getByRole('button', { name: 'Bewaar a.csv' });
  await button.waitFor();
  await button.evaluate((element) => element.click());
  await page.waitForTimeout(300);
  assert.deepEqual(downloads, []);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  assert.equal(download.suggestedFilename(), 'a.csv');
  await context.close();
});

test('what the kernel took away stays away', async () => {
  const path = await writePage(folder, 'idle.html', withWorker(html, ''));
  const { context, kernel } = await open(browser, path, { ready: false });
  const left = await kernel.evaluate(() => {
    const globals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'open', 'Worker',
      'SharedWorker', 'BroadcastChannel', 'Image', 'localStorage', 'indexedDB'];
    return [...globals.filter((name) => window[name] !== undefined),
      ...['sendBeacon', 'serviceWorker', 'clipboard'].filter((name) => navigator[name] !== undefined)];
  });
  assert.deepEqual(left, []);
  await context.close();
});
