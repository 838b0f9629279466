// Step 2: a file whose columns no profile knows is read once a person has said which column is what.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { axeSource, equalSoon, launch, open, scratch } from './support.mjs';

const folder = await scratch();
const browser = await launch();
const FREMD = 'Wie;Dag;Uur;Duur;Toestand;Waarom\n1001;2025-09-15;1;50;afwezig;Z\n1001;2025-09-15;2;50;aanwezig;\n';
const COLUMNS = { Wie: 'leerling', Dag: 'datum', Uur: 'lesuur', Duur: 'minuten', Toestand: 'status', Waarom: 'reden' };
const asFile = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function noFindings(kernel) {
  await kernel.evaluate(axeSource);
  const { violations } = await kernel.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), []);
}

async function saved(page, kernel, name) {
  await kernel.getByRole('button', { name: `Bewaar ${name}` }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Bewaar ${name}` }).click()]);
  const path = join(folder, name);
  await download.saveAs(path);
  await page.getByRole('button', { name: 'Sluit' }).click();
  return path;
}

test('columns that no profile knows are pointed out, kept in profiel.json and used again', async () => {
  const { context, page, kernel, complaints } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles(asFile('vreemd.csv', FREMD));
  await kernel.getByText('Dit bestand is niet gelezen').waitFor();
  await kernel.getByRole('button', { name: 'Wijs de kolommen aan' }).click();
  await kernel.getByRole('heading', { level: 1, name: 'Kolommen en codes' }).waitFor();
  await kernel.getByText('Niet herkend', { exact: true }).waitFor();
  await equalSoon(() => kernel.getByRole('button', { name: 'Verder' }).isDisabled(), true);
  await noFindings(kernel);

  await kernel.getByLabel('Soort bestand').selectOption('lessen');
  await kernel.getByText('Nog aan te wijzen: Leerlingnummer, Datum, Lesuur, Minuten, Aanwezig of afwezig.').waitFor();
  for (const [name, field] of Object.entries(COLUMNS)) await kernel.getByLabel(`Kolom ${name} lezen als`).selectOption(field);
  await equalSoon(() => kernel.getByText('Nog aan te wijzen').count(), 0);
  await noFindings(kernel);
  const path = await saved(page, kernel, 'profiel.json');
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), { basis: 'lessen', kolommen: COLUMNS });

  await kernel.getByRole('button', { name: 'Lees opnieuw: vreemd.csv' }).click();
  await kernel.getByText('2 van 2 rijen te gebruiken.').waitFor();
  await kernel.getByLabel('Betekenis Z').waitFor();
  await equalSoon(() => kernel.getByText('door u gekozen').count(), Object.keys(COLUMNS).length);
  assert.deepEqual(complaints, []);
  await context.close();

  const again = await open(browser);
  await again.kernel.locator('#v-kies').setInputFiles(asFile('vreemd.csv', FREMD));
  await again.kernel.getByRole('button', { name: 'Wijs de kolommen aan' }).click();
  await again.kernel.locator('input[id^="v-profiel-json"]').setInputFiles(path);
  await again.kernel.getByRole('button', { name: 'Lees opnieuw: vreemd.csv' }).click();
  await again.kernel.getByText('2 van 2 rijen te gebruiken.').waitFor();
  await again.kernel.locator('input[id^="v-profiel-json"]').setInputFiles(asFile('profiel.json', '[1]'));
  await again.kernel.getByText('Dit is geen profiel.json').waitFor();
  await again.context.close();
});

test('a column about health is not shown, whether its file is known or not', async () => {
  for (const [naam, text] of [
    ['bekend.csv', 'leerling;datum;lesuur;minuten;status;reden;Diagnose\n1001;2025-09-15;1;50;afwezig;Z;migraine\n'],
    ['vreemd.csv', 'Wie;Dag;huisarts\n1001;2025-09-15;migraine\n'],
  ]) {
    const { context, kernel } = await open(browser);
    await kernel.locator('#v-kies').setInputFiles(asFile(naam, text));
    const ahead = naam === 'bekend.csv' ? 'Verder' : 'Wijs de kolommen aan';
    await kernel.getByRole('button', { name: ahead }).click();
    await kernel.getByRole('region', { name: naam }).getByText(/^Toon|voorbeeld|eerste/i).first().waitFor();
    assert.ok((await kernel.content()).includes('1001'), 'the preview is there');
    assert.ok(!(await kernel.content()).includes('migraine'), naam);
    if (naam === 'vreemd.csv') {
      await kernel.getByLabel('Soort bestand').selectOption('lessen');
      assert.ok(!(await kernel.content()).includes('migraine'), 'nor when a profile is chosen');
    }
    await context.close();
  }
});

test('the meaning of a known column can be changed; the other files are read again with it', async () => {
  const { context, kernel } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles([
    asFile('lessen.csv', 'leerling;datum;lesuur;minuten;status;reden;eigen\n1001;2025-09-15;1;50;afwezig;Z;A\n'),
    asFile('leerlingen.csv', 'leerling;geboortedatum\n1001;2011-05-01\n'),
  ]);
  await kernel.getByRole('button', { name: 'Verder' }).click();
  const lessen = kernel.getByRole('region', { name: 'lessen.csv' });
  await lessen.getByText('zeker: de naam is die van het veld').first().waitFor();
  await lessen.getByText('niet herkend', { exact: true }).waitFor();
  await kernel.getByLabel('Betekenis Z').waitFor();
  await lessen.getByLabel('Kolom reden lezen als').selectOption('');
  await lessen.getByLabel('Kolom eigen lezen als').selectOption('reden');
  await lessen.getByRole('button', { name: 'Lees opnieuw: lessen.csv' }).click();
  await kernel.getByLabel('Betekenis A').waitFor();
  await equalSoon(() => kernel.getByLabel('Betekenis Z').count(), 0);
  await kernel.getByRole('region', { name: 'leerlingen.csv' }).getByText('1 van 1 rij te gebruiken.').waitFor();
  await context.close();
});

test('a mistake in the choice is told, and nothing of the file counts', async () => {
  const { context, kernel } = await open(browser);
  await kernel.locator('#v-kies').setInputFiles(asFile('vreemd.csv', FREMD));
  await kernel.getByRole('button', { name: 'Wijs de kolommen aan' }).click();
  await kernel.getByLabel('Soort bestand').selectOption('lessen');
  await kernel.getByLabel('Kolom Wie lezen als').selectOption('datum');
  await kernel.getByLabel('Kolom Dag lezen als').selectOption('datum');
  await kernel.getByRole('button', { name: 'Lees opnieuw: vreemd.csv' }).click();
  await kernel.getByText('Een andere kolom staat al voor datum').waitFor();
  await equalSoon(() => kernel.getByRole('button', { name: 'School en kalender' }).isDisabled(), true);
  await noFindings(kernel);
  await context.close();
});
