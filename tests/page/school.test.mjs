// Step 3 and the English switch: calendar, options and verzuimbeleid, by mouse, with axe, in both languages.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { smallCsv } from '../web/support.mjs';
import { axeSource, equalSoon, launch, open, scratch } from './support.mjs';

const folder = await scratch();
const browser = await launch();
const upload = { name: 'lessen.csv', mimeType: 'text/csv', buffer: Buffer.from(smallCsv) };
const CODES = { S: 'spijbelen', L: 'luxe', Z: 'ziekte' };

async function toSchool(kernel) {
  await kernel.locator('#v-kies').setInputFiles(upload);
  await kernel.getByRole('button', { name: 'Verder' }).click();
  for (const [code, klasse] of Object.entries(CODES)) await kernel.getByLabel(`Betekenis ${code}`, { exact: true }).selectOption(klasse);
  await kernel.getByRole('button', { name: 'Verder' }).click();
  await kernel.getByRole('heading', { level: 1, name: 'School en kalender' }).waitFor();
}

async function settings(page, kernel) {
  await kernel.getByRole('button', { name: 'Bewaar school.json' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bewaar school.json' }).click()]);
  const path = join(folder, 'school.json');
  await download.saveAs(path);
  await page.getByRole('button', { name: 'Sluit' }).click();
  return { path, text: await readFile(path, 'utf8') };
}

async function noFindings(page, kernel, where) {
  for (const frame of [page.mainFrame(), kernel]) {
    await frame.evaluate(axeSource);
    const { violations } = await frame.evaluate(() =>
      globalThis.axe.run(document, {
        iframes: false,
        rules: document.getElementById('kernel') ? { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false } } : {},
      }),
    );
    assert.deepEqual(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].html.slice(0, 160)}`), []);
  }
  const wide = await kernel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${where} scrolls sideways`);
}

const NARROW = { viewport: { width: 320, height: 640 } };

test('own vacations take the place of the region\'s, and a mistake stands beside its field', async () => {
  const { context, page, kernel } = await open(browser, undefined, NARROW);
  await toSchool(kernel);
  await kernel.getByLabel('Vakanties', { exact: true }).selectOption('eigen');
  await kernel.getByRole('textbox', { name: 'Naam van vakantie 1' }).fill('herfst');
  await kernel.getByLabel('Eerste dag').fill('2025-10-26');
  await kernel.getByLabel('Laatste dag').fill('2025-10-18');
  await kernel.locator('.utrecht-form-field--invalid').first().waitFor();
  await noFindings(page, kernel, 'eigen vakanties');
  await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
  const summary = kernel.getByRole('alert').filter({ hasText: 'eerst moet oplossen' });
  await summary.getByRole('button').first().click();
  await kernel.locator('input:focus').waitFor();
  await kernel.getByLabel('Eerste dag').fill('2025-10-18');
  await kernel.getByLabel('Laatste dag').fill('2025-10-26');
  await equalSoon(() => kernel.locator('.utrecht-form-field--invalid').count(), 0);
  await kernel.getByRole('button', { name: 'Nog een vakantie' }).click();
  await kernel.locator('#v-kalender-vakanties-1-naam:focus').waitFor();
  await kernel.getByRole('button', { name: 'Verwijder Naam van vakantie 2' }).click();
  const { text } = await settings(page, kernel);
  assert.deepEqual(JSON.parse(text).kalender, { regio: 'midden', vakanties: [{ van: '2025-10-18', tot: '2025-10-26', naam: 'herfst' }] });
  await kernel.getByRole('button', { name: 'Verwijder Naam van vakantie 1' }).click();
  await kernel.waitForFunction(() => [...document.querySelectorAll('select')].some(({ value }) => value === 'regio'));
  await context.close();
});

test('every option of the module has a field; what it refuses is told there', async () => {
  const { context, page, kernel } = await open(browser, undefined, NARROW);
  await toSchool(kernel);
  await kernel.getByText('Toon de opties van de regels').click();
  const schema = JSON.parse(await readFile(new URL('../../web/schema/opties.schema.json', import.meta.url), 'utf8'));
  for (const name of Object.keys(schema.properties)) await equalSoon(() => kernel.locator(`#v-opties-${name.replaceAll('_', '-')}`).count(), 1, name);
  await noFindings(page, kernel, 'opties');
  const minutes = kernel.getByLabel('drempel minuten');
  await minutes.fill('0');
  await kernel.locator('#v-opties-drempel-minuten-fout').waitFor();
  await noFindings(page, kernel, 'een optie die niet kan');
  await minutes.fill('900'); // the list stays unfolded when its mistake is solved
  await kernel.locator('#v-opties-drempel-minuten-fout').waitFor({ state: 'detached' });
  await kernel.getByLabel('uur', { exact: true }).selectOption('klokuur');
  await kernel.getByText('2 ingesteld').waitFor();
  const { path, text } = await settings(page, kernel);
  assert.deepEqual(JSON.parse(text).opties, { drempel_minuten: 900, uur: 'klokuur' });
  // Nothing about pupils: neither their numbers nor the name of a file.
  for (const row of smallCsv.split('\n').slice(1)) if (row) assert.ok(!text.includes(row.split(';')[0]), row);
  assert.ok(!text.includes('lessen.csv'));
  await kernel.getByLabel('uur', { exact: true }).selectOption('');
  await minutes.fill('');
  await equalSoon(() => kernel.getByText('2 ingesteld').count(), 0);
  await kernel.locator('#v-school-json').setInputFiles(path);
  await kernel.getByText('2 ingesteld').waitFor();
  await context.close();
});

test('a rule of the verzuimbeleid is made in fields, with its sentence beside it', async () => {
  const { context, page, kernel } = await open(browser, undefined, NARROW);
  await toSchool(kernel);
  await kernel.getByRole('button', { name: 'Voeg een regel toe' }).click();
  await kernel.getByText(/^Bij 3 uur of meer .* in 4 lesweken/).waitFor();
  await noFindings(page, kernel, 'een regel');
  await kernel.getByLabel('Minstens').fill('7');
  await kernel.getByText(/^Bij 7 uur of meer/).waitFor();
  await kernel.getByLabel('Minstens').fill('nul');
  await kernel.locator('#v-beleid-regels-0-stappen-0-als-minstens-fout').waitFor();
  await kernel.getByText('Aan deze regel klopt nog iets niet').waitFor();
  await noFindings(page, kernel, 'een regel die niet kan');
  await kernel.getByLabel('Minstens').fill('5');
  await kernel.getByLabel('Binnen zoveel lesweken').fill('schooljaar');
  await kernel.getByText(/^Bij 5 uur of meer/).waitFor();
  // Every kind of condition makes a sentence of its own as it is offered, but for a note without a label.
  const kinds = await kernel.getByLabel('Soort voorwaarde').first().locator('option').evaluateAll((options) => options.map(({ value }) => value));
  assert.ok(kinds.length >= 10);
  const sentences = new Set();
  for (const kind of kinds.filter((value) => value !== 'notitie')) {
    await kernel.getByLabel('Soort voorwaarde').first().selectOption(kind);
    await kernel.locator('.vk-zin').waitFor();
    await kernel.waitForFunction((seen) => !seen.includes(document.querySelector('.vk-zin')?.textContent), [...sentences]);
    sentences.add(await kernel.locator('.vk-zin').textContent());
    if (kind === 'aantal' || kind === 'en') await noFindings(page, kernel, `voorwaarde ${kind}`);
  }
  await kernel.getByRole('button', { name: 'Voeg een stap toe: Regel 1' }).click();
  await kernel.locator('#v-beleid-regels-0-stappen-1-als-soort:focus').waitFor();
  await kernel.getByLabel('Dan volgt').nth(1).selectOption('signaal');
  await kernel.getByText(/signaal aan de leerplichtambtenaar/).first().waitFor();
  const { text } = await settings(page, kernel);
  const { regels } = JSON.parse(text).beleid;
  assert.equal(regels[0].stappen.length, 2);
  assert.equal(regels[0].stappen[1].dan, 'signaal');
  await kernel.getByRole('button', { name: 'Verwijder: Regel 1', exact: true }).click();
  await kernel.locator('#v-beleid-erbij:focus').waitFor();
  await context.close();
});

test('M@ZL is added with the numbers of the method, and takes those of the region', async () => {
  const { context, page, kernel } = await open(browser, undefined, NARROW);
  await toSchool(kernel);
  await kernel.getByRole('button', { name: 'Voeg M@ZL toe' }).click();
  await kernel.locator('#v-beleid-mazl-ziekmeldingen:focus').waitFor();
  const zin = kernel.getByRole('region', { name: 'Ziekteverzuim naar de jeugdarts (M@ZL)' }).locator('.vk-zin');
  await zin.filter({ hasText: /4 of meer ziekmeldingen in 12 lesweken .* 7 of meer lesdagen achter elkaar/ }).waitFor();
  await noFindings(page, kernel, 'M@ZL');
  await kernel.getByLabel('Of lesdagen ziek achter elkaar').fill('8');
  await zin.filter({ hasText: '8 of meer lesdagen' }).waitFor();
  await kernel.getByLabel('Lesweken waarin die vallen').fill('99');
  await kernel.locator('#v-beleid-mazl-lesweken-fout').waitFor();
  await noFindings(page, kernel, 'M@ZL met een fout');
  await kernel.getByLabel('Lesweken waarin die vallen').fill('');
  await kernel.locator('#v-beleid-mazl-lesweken-fout').waitFor({ state: 'detached' });
  const { text } = await settings(page, kernel);
  assert.deepEqual(JSON.parse(text).beleid, { mazl: { lesdagen: 8 } });
  await kernel.getByRole('button', { name: 'Verwijder M@ZL' }).click();
  await kernel.locator('#v-mazl-erbij:focus').waitFor();
  await context.close();
});

test('a rule given as a sentence is turned into fields that say the same', async () => {
  const { context, page, kernel } = await open(browser, undefined, NARROW);
  await toSchool(kernel);
  const zin = 'Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een gesprek met de ouders.';
  const school = { school: { profiel: 'vo' }, kalender: { regio: 'midden' }, codes: CODES, beleid: { regels: [{ nummer: '6.2', zin }] } };
  await kernel.locator('#v-school-json').setInputFiles({ name: 'school.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(school)) });
  await kernel.locator('.vk-zin', { hasText: zin }).waitFor();
  await noFindings(page, kernel, 'een regel als zin');
  await kernel.getByRole('button', { name: 'Zet om in velden: Regel 6.2' }).click();
  await equalSoon(() => kernel.getByLabel('Minstens').inputValue(), '6');
  await kernel.locator('.vk-zin', { hasText: zin }).waitFor();
  const { text } = await settings(page, kernel);
  assert.deepEqual(JSON.parse(text).beleid.regels, [
    { nummer: '6.2', stappen: [{ als: { soort: 'uren', telt: 'ongeoorloofd', minstens: 6, lesweken: 4 }, dan: 'gesprek_ouders' }] },
  ]);
  await context.close();
});

test('English, in forced colours: every step, the frame and the shell follow, and back', async () => {
  const { context, page, kernel, complaints } = await open(browser, undefined, { ...NARROW, forcedColors: 'active', reducedMotion: 'reduce' });
  await kernel.getByRole('button', { name: 'English' }).click();
  await kernel.getByRole('heading', { level: 1, name: 'Files' }).waitFor();
  assert.equal(await kernel.evaluate(() => document.documentElement.lang), 'en');
  await page.waitForFunction(() => document.documentElement.lang === 'en' && document.title.includes('calculate'));
  await noFindings(page, kernel, 'Files');
  await kernel.locator('#v-kies').setInputFiles(upload);
  await kernel.getByRole('button', { name: 'Continue' }).click();
  await kernel.getByRole('heading', { level: 1, name: 'Columns and codes' }).waitFor();
  await noFindings(page, kernel, 'Columns and codes');
  for (const [code, klasse] of Object.entries(CODES)) await kernel.getByLabel(`Meaning ${code}`, { exact: true }).selectOption(klasse);
  await kernel.getByRole('button', { name: 'Continue' }).click();
  await kernel.getByRole('button', { name: 'Add a rule' }).click();
  await kernel.getByText('Show the options of the rules').click();
  await noFindings(page, kernel, 'School and calendar');
  await kernel.getByRole('button', { name: 'Calculate the reports' }).click();
  await kernel.getByRole('heading', { level: 1, name: /report/ }).waitFor();
  await kernel.getByRole('button', { name: /^Why/ }).first().click();
  await kernel.getByText('Days and lessons behind this report').waitFor();
  await noFindings(page, kernel, 'Reports');
  await kernel.getByRole('button', { name: 'Save', exact: true }).click();
  await kernel.getByRole('button', { name: 'Put the files ready' }).click();
  await page.getByRole('button', { name: /^Save all \d+ files$/ }).waitFor();
  await noFindings(page, kernel, 'the bar');
  await kernel.getByRole('button', { name: 'Nederlands' }).click();
  await page.getByRole('button', { name: /^Bewaar alle \d+ bestanden$/ }).waitFor();
  await kernel.getByRole('heading', { level: 1, name: /melding/ }).waitFor();
  await kernel.getByRole('button', { name: 'English' }).click();
  await kernel.getByRole('button', { name: 'Forget everything' }).click();
  await kernel.getByRole('button', { name: 'Sure?' }).click();
  await kernel.getByText('Everything is forgotten').waitFor();
  await kernel.getByRole('heading', { level: 1, name: 'Files' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a file that vanished or changed before it was read is an error, not a result', async () => {
  const { context, kernel } = await open(browser);
  const gone = join(folder, 'weg.csv');
  const changed = join(folder, 'anders.csv');
  await writeFile(gone, smallCsv);
  await writeFile(changed, smallCsv);
  // A field outside the page's own part holds the files until they have changed on the disk; then they are dropped.
  await kernel.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'hand', multiple: true })));
  await kernel.locator('#hand').setInputFiles([gone, changed]);
  await rm(gone);
  await writeFile(changed, `${smallCsv}${smallCsv.split('\n').slice(1).join('\n')}`);
  const data = await kernel.evaluateHandle(() => {
    const transfer = new DataTransfer();
    for (const file of document.getElementById('hand').files) transfer.items.add(file);
    return transfer;
  });
  await kernel.locator('.vk-sleepvlak').dispatchEvent('drop', { dataTransfer: data });
  await kernel.getByText('anders.csv: Het bestand kon niet verder worden gelezen').waitFor();
  await kernel.getByText('weg.csv: ').waitFor();
  await equalSoon(() => kernel.getByText('Dit bestand is niet gelezen').count(), 2);
  await equalSoon(() => kernel.getByRole('button', { name: 'Verder' }).count(), 0);
  await context.close();
});

test('one stop button serves all files, and keeps what was read', async () => {
  const { context, kernel } = await open(browser);
  const many = Array.from({ length: 30 }, (_, i) => ({ name: `deel-${i}.csv`, mimeType: 'text/csv', buffer: upload.buffer }));
  const rows = Array.from({ length: 600_000 }, (_, i) => `${i};2025-09-15;1;50;aanwezig;`);
  const big = join(folder, 'lang.csv');
  await writeFile(big, `leerling;datum;lesuur;minuten;status;reden\n${rows.join('\n')}\n`);
  const names = await Promise.all(many.map(async ({ name, buffer }) => (await writeFile(join(folder, name), buffer), join(folder, name))));
  // The button that is there at first is the one that is there while the last file is read.
  await kernel.evaluate(() => {
    globalThis.buttons = new Set();
    new MutationObserver(() => {
      const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Stop met lezen');
      if (stop) globalThis.buttons.add(stop);
    }).observe(document.getElementById('wortel'), { childList: true, subtree: true });
  });
  await kernel.locator('#v-kies').setInputFiles([...names, big]);
  await kernel.getByText('Lezen van lang.csv').or(kernel.getByRole('progressbar', { name: 'Lezen van lang.csv' })).first().waitFor({ state: 'attached' });
  await kernel.getByRole('button', { name: 'Stop met lezen' }).click();
  await kernel.getByRole('button', { name: 'Verder' }).waitFor();
  assert.equal(await kernel.evaluate(() => globalThis.buttons.size), 1);
  await equalSoon(() => kernel.getByRole('heading', { name: /^deel-/ }).count(), 30);
  await context.close();
});
