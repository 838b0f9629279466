// A person's way through the shipped page, opened as a file: by mouse, by keyboard, on a narrow screen, with axe.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { berekenOf, smallCsv } from '../web/support.mjs';
import { axeSource, equalSoon, launch, open, scratch } from './support.mjs';

const folder = await scratch();
const browser = await launch();

// One code that no profile knows, so that the page has to ask.
const LESSEN = smallCsv.replaceAll(';S;', ';QQ;');
const upload = { name: 'lessen.csv', mimeType: 'text/csv', buffer: Buffer.from(LESSEN) };
// What the page's own settings amount to once the person has answered: see BEGIN in web/page/worker/state.ts.
const SCHOOL = {
  school: { profiel: 'vo' },
  kalender: { regio: 'midden' },
  codes: { L: 'luxe', QQ: 'spijbelen', Z: 'ziekte' },
};

const next = (kernel) => kernel.getByRole('button', { name: 'Verder' }).click();
const heading = (kernel, name) => kernel.getByRole('heading', { level: 1, name }).waitFor();

async function decideCodes(kernel) {
  await kernel.getByLabel('Betekenis QQ').selectOption('spijbelen');
  await kernel.getByLabel('Betekenis L').selectOption('luxe');
  await kernel.getByLabel('Betekenis Z').selectOption('ziekte');
}

// From the first screen to the outcome, with one file.
async function toOutcome(kernel) {
  await kernel.locator('#v-kies').setInputFiles(upload);
  await next(kernel);
  await heading(kernel, 'Kolommen en codes');
  await decideCodes(kernel);
  await next(kernel);
  await heading(kernel, 'School en kalender');
  await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
  await heading(kernel, /melding/);
}

// Runs axe in the shell and in the kernel, and answers what it found.
async function axe(page, kernel) {
  const found = [];
  for (const [name, frame] of [['shell', page.mainFrame()], ['kernel', kernel]]) {
    await frame.evaluate(axeSource);
    const { violations, passes } = await frame.evaluate(() =>
      globalThis.axe.run(document, {
        iframes: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // The shell is a frame and a bar; headings and landmarks are the kernel's.
        rules: document.getElementById('kernel') ? { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false } } : {},
      }),
    );
    assert.ok(passes.length > 0);
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0].html.slice(0, 160)}`));
  }
  return found;
}

const sidewaysScroll = (frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the page opens from a file without complaints and asks nothing of the network', async () => {
  const context = await browser.newContext();
  const requests = [];
  context.on('request', (request) => requests.push(request.url().slice(0, 40)));
  const { complaints, context: own, page } = await open(browser);
  assert.equal(await page.title(), 'Verzuimkit: verzuim berekenen op uw eigen computer');
  await page.waitForTimeout(200);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
  await Promise.all([own.close(), context.close()]);
});

test('a lessen file becomes meldingen; the saved files are the package\'s, byte for byte', async () => {
  const { context, page, kernel, complaints } = await open(browser);
  await toOutcome(kernel);

  const expected = await berekenOf({ 'lessen.csv': LESSEN }, { with: SCHOOL });
  assert.ok(expected.meldingen.length > 0);
  await heading(kernel, expected.meldingen.length === 1 ? '1 melding' : `${expected.meldingen.length} meldingen`);
  await equalSoon(() => kernel.locator('.vk-melding').count(), expected.meldingen.length);

  const [first] = expected.meldingen;
  const row = kernel.locator('.vk-melding', { hasText: `Leerling ${first.leerling}` }).first();
  const why = row.getByRole('button', { name: /^Waarom/ });
  await equalSoon(() => why.getAttribute('aria-expanded'), 'false');
  await why.click();
  await row.getByText(first.grond.artikel).waitFor();
  await equalSoon(() => why.getAttribute('aria-expanded'), 'true');
  const days = new Set(first.regels.map(({ datum }) => datum));
  await equalSoon(() => row.locator('.vk-waarom > .vk-tabel tbody tr').count(), days.size);
  await row.getByRole('img', { name: /met geteld verzuim/ }).waitFor();
  for (const { bericht } of first.let_op) await row.getByText(bericht).waitFor();

  await kernel.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await kernel.getByRole('button', { name: 'Zet de bestanden klaar' }).click();
  const names = expected.bestanden.map(({ naam }) => naam);
  const downloads = new Map();
  page.on('download', (download) => downloads.set(download.suggestedFilename(), download));
  await page.getByRole('button', { name: `Bewaar alle ${names.length} bestanden` }).click();
  await assert.doesNotReject(page.waitForFunction(() => document.getElementById('bewaren-stand').textContent.includes('bewaren')));
  for (let i = 0; downloads.size < names.length && i < 100; i += 1) await page.waitForTimeout(50);
  assert.deepEqual([...downloads.keys()].sort(), [...names].sort());
  for (const { naam, inhoud } of expected.bestanden) {
    const path = join(folder, naam);
    await downloads.get(naam).saveAs(path);
    assert.deepEqual(await readFile(path), Buffer.from(inhoud), naam);
  }
  await kernel.getByRole('button', { name: 'Privacybewijs' }).click();
  await kernel.getByRole('listitem').filter({ hasText: 'verslag.json' }).waitFor();
  await kernel.getByText(expected.bestanden[0].sha256).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a file dropped on the page is read', async () => {
  const { context, kernel } = await open(browser);
  const data = await kernel.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'gesleept.csv'));
    return transfer;
  }, LESSEN);
  await kernel.locator('.vk-sleepvlak').dispatchEvent('drop', { dataTransfer: data });
  await kernel.getByRole('heading', { name: 'gesleept.csv' }).waitFor();
  await kernel.getByRole('button', { name: 'Verder' }).waitFor();
  await context.close();
});

test('undecided codes are named, and the summary leads to them', async () => {
  const { context, page, kernel } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles(upload);
  await next(kernel);
  await next(kernel);
  const summary = kernel.getByRole('alert').filter({ hasText: 'eerst moet oplossen' });
  await summary.waitFor();
  await kernel.locator('#v-fouten:focus').waitFor();
  assert.deepEqual(await axe(page, kernel), []);
  await summary.getByRole('button', { name: /code QQ/ }).click();
  await kernel.locator('select:focus').waitFor();
  await equalSoon(() => kernel.getByRole('button', { name: 'Uitkomst' }).isDisabled(), true);
  await context.close();
});

test('an unreadable file says why, and can be taken away', async () => {
  const { context, kernel } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles([upload, { name: 'leeg.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }]);
  await kernel.getByText('Dit bestand is niet gelezen').waitFor();
  await kernel.getByText('Het bestand is leeg.').waitFor();
  await kernel.getByRole('button', { name: 'Verwijder leeg.csv' }).click();
  await equalSoon(() => kernel.getByText('leeg.csv').count(), 0);
  await next(kernel);
  await heading(kernel, 'Kolommen en codes');
  await context.close();
});

test('the sample school can be stopped, and tried again', async () => {
  const { context, kernel } = await open(browser);
  // Reading takes about a second: the button is pressed for as long as it is there.
  const presses = kernel.locator('body').evaluate(
    (body) =>
      new Promise((resolve) => {
        let pressed = 0;
        let gone = 0;
        const timer = setInterval(() => {
          const button = [...body.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Stop met lezen'));
          gone = button ? 0 : gone + 1;
          if (button) button.click();
          if (button) pressed += 1;
          if (pressed === 0 || gone < 20) return;
          clearInterval(timer);
          resolve(pressed);
        }, 25);
      }),
  );
  await kernel.getByRole('button', { name: 'Voorbeeldschool vo' }).click();
  assert.ok((await presses) > 0);
  await equalSoon(() => kernel.getByRole('button', { name: 'Verwijder lessen.csv' }).count(), 0);
  for (const naam of ['leerlingen.csv', 'notities.csv']) {
    const left = kernel.getByRole('button', { name: `Verwijder ${naam}` });
    if (await left.count()) await left.click();
  }
  await kernel.getByRole('button', { name: 'Voorbeeldschool po' }).click();
  await next(kernel);
  await next(kernel);
  await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
  await heading(kernel, /meldingen/);
  await context.close();
});

test('school.json is saved and read back, and a mistake in it is told', async () => {
  const { context, page, kernel } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles(upload);
  await next(kernel);
  await decideCodes(kernel);
  await next(kernel);
  await kernel.getByLabel('Naam van de school').fill('De Proef');
  await kernel.getByLabel('Datum', { exact: true }).fill('2025-10-06');
  await kernel.getByRole('button', { name: 'Voeg toe' }).click();
  await kernel.getByText('6 okt 2025').waitFor();
  await kernel.getByRole('button', { name: 'Bewaar school.json' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar school.json' }).click(),
  ]);
  const path = join(folder, 'school.json');
  await download.saveAs(path);
  const saved = JSON.parse(await readFile(path, 'utf8'));
  assert.deepEqual(saved, {
    school: { profiel: 'vo', naam: 'De Proef' },
    kalender: { regio: 'midden', lesvrij: ['2025-10-06'] },
    codes: { QQ: 'spijbelen', L: 'luxe', Z: 'ziekte' },
  });
  await kernel.getByLabel('Naam van de school').fill('Anders');
  await kernel.locator('#v-school-json').setInputFiles(path);
  await kernel.getByText('De instellingen zijn gelezen.').first().waitFor();
  await equalSoon(() => kernel.getByLabel('Naam van de school').inputValue(), 'De Proef');
  await kernel.locator('#v-school-json').setInputFiles({ name: 'school.json', mimeType: 'application/json', buffer: Buffer.from('{"schol":{}}') });
  await kernel.getByRole('alert').filter({ hasText: 'schol' }).waitFor();
  await context.close();
});

test('«Vergeet alles» leaves nothing', async () => {
  const { context, page, kernel } = await open(browser);
  await toOutcome(kernel);
  await kernel.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await kernel.getByRole('button', { name: 'Zet de bestanden klaar' }).click();
  await page.locator('#bewaren').waitFor();
  await kernel.getByRole('button', { name: 'Vergeet alles' }).click();
  await kernel.getByRole('button', { name: 'Zeker weten?' }).click();
  await heading(kernel, 'Bestand');
  await equalSoon(() => page.locator('#bewaren').isHidden(), true);
  assert.equal((await kernel.locator('body').innerText()).includes('lessen.csv'), false);
  await context.close();
});

test('the browser refuses when the page itself tries to connect', async () => {
  const { context, kernel } = await open(browser);
  await toOutcome(kernel);
  await kernel.getByRole('button', { name: 'Privacybewijs' }).click();
  await kernel.getByRole('button', { name: 'Probeer iets te versturen' }).click();
  await kernel.getByText('De browser heeft de verbinding geweigerd').waitFor();
  await context.close();
});

for (const [name, options] of [
  ['wide', { viewport: { width: 1280, height: 900 } }],
  ['320 px', { viewport: { width: 320, height: 640 } }],
  ['forced colours', { viewport: { width: 1280, height: 900 }, forcedColors: 'active' }],
  ['reduced motion', { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }],
]) {
  test(`axe finds nothing and nothing scrolls sideways on any screen (${name})`, async () => {
    const { context, page, kernel } = await open(browser, undefined, options);
    const look = async (where) => {
      assert.deepEqual(await axe(page, kernel), [], where);
      assert.ok((await sidewaysScroll(kernel)) <= 0, `${where} scrolls sideways`);
      assert.ok((await sidewaysScroll(page.mainFrame())) <= 0, `the shell at ${where} scrolls sideways`);
    };
    await look('Bestand');
    await kernel.locator('#v-kies').setInputFiles(upload);
    await kernel.getByRole('button', { name: 'Verder' }).waitFor();
    await look('Bestand, gelezen');
    await next(kernel);
    await heading(kernel, 'Kolommen en codes');
    await look('Kolommen en codes');
    await decideCodes(kernel);
    await next(kernel);
    await heading(kernel, 'School en kalender');
    await look('School en kalender');
    await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
    await heading(kernel, /melding/);
    await kernel.getByRole('button', { name: /^Waarom/ }).first().click();
    await look('Meldingen');
    for (const tab of ['Gelezen rijen', 'Bewaren', 'Privacybewijs']) {
      await kernel.getByRole('button', { name: tab, exact: true }).click();
      await look(tab);
    }
    await kernel.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await kernel.getByRole('button', { name: 'Zet de bestanden klaar' }).click();
    await page.locator('#bewaren').waitFor();
    await look('de balk om te bewaren');
    await context.close();
  });
}

test('targets are at least 44 pixels high', async () => {
  const { context, kernel } = await open(browser);
  await toOutcome(kernel);
  const small = await kernel.evaluate(() =>
    [...document.querySelectorAll('button, input, select')]
      .filter((node) => node.getBoundingClientRect().height > 1)
      .filter((node) => node.getBoundingClientRect().height < 44)
      .map((node) => node.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(small, []);
  await context.close();
});

test('the whole way by keyboard alone, with the focus always somewhere', async () => {
  const { context, page, kernel } = await open(browser);
  // Held back from the start: the frame has a process of its own, which hears of it later than the key press.
  page.on('filechooser', () => {});
  const focused = () =>
    kernel.evaluate(() => {
      const node = document.activeElement;
      const label = node.labels?.[0]?.innerText ?? node.getAttribute('aria-label') ?? node.innerText ?? '';
      return node === document.body ? '' : `${node.localName} ${label.replace(/\s+/g, ' ').trim()}`;
    });
  // Presses Tab until the focus is on what the pattern names; the way there may not be endless.
  const tabTo = async (pattern) => {
    const seen = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
      if (pattern.test(seen.at(-1))) return;
    }
    assert.fail(`${pattern} not reached: ${seen.join(' | ')}`);
  };
  const onHeading = async (name) => {
    await heading(kernel, name);
    assert.match(await focused(), /^h1 /);
  };

  await tabTo(/Naar de inhoud/);
  await page.keyboard.press('Enter');
  await onHeading('Bestand');
  await tabTo(/Kies bestanden/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(upload);
  await tabTo(/button Verder/);
  await page.keyboard.press('Enter');
  await onHeading('Kolommen en codes');
  for (const [code, first] of [['L', 'Luxe'], ['QQ', 'Spijbelen'], ['Z', 'Ziekte']]) {
    await tabTo(new RegExp(`select Betekenis ${code}$`));
    await page.keyboard.type(first);
    assert.match(await focused(), new RegExp(`select Betekenis ${code}$`), 'choosing keeps the focus');
  }
  await tabTo(/button Verder/);
  await page.keyboard.press('Enter');
  await onHeading('School en kalender');
  await tabTo(/Bereken de meldingen/);
  await page.keyboard.press('Enter');
  await onHeading(/melding/);
  await tabTo(/button Waarom/);
  await page.keyboard.press('Space');
  await kernel.getByText('Dagen en lessen achter deze melding').waitFor();
  assert.match(await focused(), /button Waarom/);
  await page.keyboard.press('Shift+Tab');
  for (let i = 0; i < 10 && !/^button Bewaren$/.test(await focused()); i += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(/Zet de bestanden klaar/);
  await page.keyboard.press('Enter');
  await page.locator('#bewaren').waitFor();
  await page.locator('#bewaren-kop:focus').waitFor();
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.(csv|json)$/);
  await context.close();
});

test('printing shows the meldingen without the machinery', async () => {
  const { context, page, kernel } = await open(browser);
  await toOutcome(kernel);
  await page.emulateMedia({ media: 'print' });
  const display = (frame, selector) => frame.evaluate((s) => getComputedStyle(document.querySelector(s)).display, selector);
  for (const hidden of ['.vk-kop', '.vk-stappen', '.vk-tabs', '.nl-button']) assert.equal(await display(kernel, hidden), 'none');
  assert.equal(await display(kernel, '.vk-melding'), 'list-item');
  assert.equal(await display(page.mainFrame(), '#afdrukken'), 'block');
  await context.close();
});
