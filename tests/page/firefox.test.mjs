// The whole way through the page in Firefox ESR: sample school, outcome, saved files, as a file and from a server.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { makeServer } from '../../tools/serveer.mjs';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';
import { berekenOf } from '../web/support.mjs';
import { pagePath, scratch, shippedPage } from './support.mjs';
import { launchStock, openStock } from './stock.mjs';

const LIMIT_MS = 60_000;

// The button with exactly this text, in the shell or the kernel, as soon as it can be pressed.
async function press(frame, text) {
  const button = await frame.waitForFunction(
    (wanted) => [...document.querySelectorAll('button')].find((node) => node.innerText.trim() === wanted && !node.disabled),
    { timeout: LIMIT_MS },
    text,
  );
  await button.click();
}

const heading = (frame, pattern) => frame.waitForFunction(
  (source) => new RegExp(source).test(document.querySelector('h1')?.innerText ?? ''), { timeout: LIMIT_MS }, pattern);

async function until(condition, what) {
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (await condition()) return;
  }
  assert.fail(what);
}

const { bestanden, school } = generateVoorbeeldschool({ soort: 'vo' });
const joined = (chunks) => Buffer.concat([...chunks()].map((chunk) => Buffer.from(chunk)));
const expected = await berekenOf(Object.fromEntries(bestanden.map(({ naam, chunks }) => [naam, joined(chunks)])), { with: school });
const server = makeServer(await shippedPage());
await once(server.listen(0, '127.0.0.1'), 'listening');
after(() => server.close());
const folder = await scratch();

for (const [where, address] of [
  ['file://', pathToFileURL(pagePath).href],
  ['http://', `http://127.0.0.1:${server.address().port}/`],
]) {
  test(`${where} from sample school to saved files, the package's byte for byte`, async () => {
    const downloads = join(folder, where.slice(0, 4));
    await mkdir(downloads);
    const firefox = await launchStock('firefox', { preferences: { 'browser.download.folderList': 2, 'browser.download.dir': downloads } });
    after(() => firefox.close());
    const { tab, kernel } = await openStock(firefox, address);
    await heading(kernel, '^Bestand$');
    await press(kernel, 'Voorbeeldschool vo');
    await press(kernel, 'Verder');
    await heading(kernel, '^Kolommen en codes$');
    await press(kernel, 'Verder');
    await heading(kernel, '^School en kalender$');
    await press(kernel, 'Bereken de meldingen');
    await heading(kernel, `^${expected.meldingen.length} meldingen$`);
    await press(kernel, 'Bewaren');
    await press(kernel, 'Zet de bestanden klaar');
    await press(tab, `Bewaar alle ${expected.bestanden.length} bestanden`);

    const names = expected.bestanden.map(({ naam }) => naam).sort();
    const done = async () => (await readdir(downloads)).sort();
    await until(async () => JSON.stringify(await done()) === JSON.stringify(names), 'not all files were saved');
    for (const { naam, inhoud } of expected.bestanden) {
      await until(async () => (await readFile(join(downloads, naam))).equals(Buffer.from(inhoud)), `${naam} differs`);
    }
    await firefox.close();
  });
}
