// Makes the pictures in docs/schermen from the built page and the sample school. Look at them before they are committed.
//
//   ./run && node tools/schermafdrukken.mjs [--build DIR]
//
// VERZUIM_CHROMIUM names another browser than Debian's Chromium.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateVoorbeeldschool } from '../web/voorbeeld/voorbeeldschool.mjs';
import { fewerColours } from './png.mjs';

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('playwright-core');
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { build: { type: 'string', default: join(root, 'build') } } });
const folder = join(root, 'docs', 'schermen');
const MAX_BYTES = 60_000;
// The day on which the sample school sent its meldingen, as far as the picture of Vergelijk goes.
const VERZONDEN_OP = '2026-04-10';
const VIEWPORT = { width: 880, height: 860 };
const TABS = {
  meldingen: 'Meldingen',
  vergelijk: 'Vergelijk',
  keuzehulp: 'Keuzehulp',
  signalen: 'Signalen',
  monitor: 'Monitor',
  levering: 'Levering',
  publicatie: 'Publicatie',
  verlof: 'Verlof',
  zelfcontrole: 'Zelfcontrole',
  regels: 'Gelezen rijen',
  bewaren: 'Bewaren',
  privacybewijs: 'Privacybewijs',
};

// meldingen.json as the sample school had it on that day.
async function sentBefore() {
  const { createVerzuimkit } = await import(pathToFileURL(join(resolve(values.build), 'package', 'dist', 'index.js')));
  const { bestanden, school } = generateVoorbeeldschool({ soort: 'vo' });
  const session = (await createVerzuimkit()).session(school);
  for (const { naam, chunks } of bestanden) await session.add(Buffer.concat([...chunks()]), { naam });
  const { meldingen } = await session.bereken({ peildatum: VERZONDEN_OP });
  return { name: 'verzonden.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ meldingen })) };
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.VERZUIM_CHROMIUM ?? '/usr/lib/chromium/chromium',
  // Grey edges of letters instead of coloured ones: much smaller files.
  args: ['--no-sandbox', '--disable-lcd-text'],
});
const page = await browser.newPage({ viewport: VIEWPORT, locale: 'nl-NL', reducedMotion: 'reduce' });
await page.goto(pathToFileURL(join(resolve(values.build), 'page', 'verzuimkit.html')).href);
const kernel = await (await page.locator('#kernel').elementHandle()).contentFrame();
const heading = (name) => kernel.getByRole('heading', { level: 1, name }).waitFor();
const press = (name) => kernel.getByRole('button', { name, exact: true }).click();

let tooLarge = 0;
async function picture(name, top = 'body') {
  await kernel.evaluate((selector) => document.querySelector(selector).scrollIntoView({ block: 'start', behavior: 'instant' }), top);
  const png = fewerColours(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png ${png.length} bytes`);
  if (png.length > MAX_BYTES) tooLarge += 1;
}

await heading('Bestand');
await picture('bestand');
await press('Voorbeeldschool vo');
await press('Verder');
await heading('Kolommen en codes');
await picture('kolommen');
await press('Verder');
await heading('School en kalender');
await picture('school');
await press('Bereken de meldingen');
await heading(/melding/);
for (const [name, tab] of Object.entries(TABS)) {
  await press(tab);
  await kernel.locator('button[aria-current="true"]', { hasText: tab }).waitFor();
  if (name === 'vergelijk') {
    await kernel.locator('#v-verzonden').setInputFiles(await sentBefore());
    await kernel.getByText('Vergeleken met verzonden.json').waitFor();
  }
  if (name === 'publicatie') await kernel.getByText('Het bewijs klopt').waitFor();
  await picture(name, '.vk-tabs');
  if (name === 'meldingen') {
    await kernel.getByRole('button', { name: /^Waarom/ }).first().click();
    await kernel.locator('.vk-waarom').waitFor();
    await picture('waarom', '.vk-waarom');
    await picture('tijdlijn', '.vk-waarom .vk-figuur');
  }
}
await browser.close();
if (tooLarge > 0) throw new Error(`${tooLarge} pictures have more than ${MAX_BYTES} bytes`);
