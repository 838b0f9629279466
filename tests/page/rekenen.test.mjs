// A calculation that lasts: it shows how far it is and stops when a person says so, and what was there stays.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { findings, launch, open } from './support.mjs';

const PUPILS = 12_000;
const DAYS = ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12'];

// Each pupil misses enough for a melding, so that there is much to compute and to write.
function largeSchool() {
  const rows = ['leerling;datum;lesuur;minuten;status;reden'];
  for (let pupil = 0; pupil < PUPILS; pupil += 1) {
    for (const day of DAYS) for (let lesson = 1; lesson <= 4; lesson += 1) rows.push(`${10_000 + pupil};${day};${lesson};60;afwezig;S`);
  }
  return Buffer.from(`${rows.join('\n')}\n`);
}

const browser = await launch();
after(() => browser.close());
const { page, kernel, complaints } = await open(browser);
const button = (name) => kernel.getByRole('button', { name });
const bar = kernel.locator('main progress');
const stopped = kernel.locator('[role=status]', { hasText: 'Het rekenen is gestopt' });

await kernel.locator('#v-kies').setInputFiles({ name: 'lessen.csv', mimeType: 'text/csv', buffer: largeSchool() });
await button('Verder').click({ timeout: 120_000 });
await kernel.getByLabel('Betekenis S').selectOption('spijbelen');
await button('Verder').click();

// Until the bar says that part of the work is done.
const underWay = () => kernel.waitForFunction(() => document.querySelector('main progress')?.value > 0, undefined, { timeout: 60_000 });

test('a calculation shows how far it is, without accessibility findings, and stops', async () => {
  await button('Bereken de meldingen').click();
  await underWay();
  assert.equal(await bar.getAttribute('aria-label'), 'Bezig met rekenen…');
  assert.deepEqual(await findings(kernel), []);
  await button('Stop met rekenen').click();
  await stopped.waitFor();
  await bar.waitFor({ state: 'detached' });
  await kernel.locator('#v-kop:focus').waitFor();
});

test('what a calculation rests on changes: it is given up, and its outcome is not shown', async () => {
  await button('Bereken de meldingen').click();
  await underWay();
  await kernel.locator('#v-peildatum').fill('2025-09-30');
  await kernel.locator('#v-peildatum').press('Tab');
  await bar.waitFor({ state: 'detached' });
  assert.equal(await button('Bereken de meldingen').isEnabled(), true);
});

test('an earlier outcome stays when a later calculation is stopped', async () => {
  await button('Bereken de meldingen').click();
  const outcome = kernel.getByRole('heading', { level: 1, name: '12.000 meldingen' });
  await outcome.waitFor({ timeout: 240_000 });
  await kernel.locator('.vk-stappen').getByRole('button').nth(2).click();
  await button('Bereken de meldingen').click();
  await underWay();
  await button('Stop met rekenen').click();
  await stopped.waitFor();
  await kernel.locator('.vk-stappen').getByRole('button').nth(3).click();
  await outcome.waitFor();
  assert.deepEqual(complaints, []);
  await page.close();
});
