// A handful of the shared vectors, answered by the shipped page itself: dropped as files, read from the screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equalSoon, launch, open, root } from './support.mjs';

const HANDFUL = {
  'zestien_uur_voorbeelden.json': ['b11-01', 'b11-02', 'b11-03'],
  'langdurig.json': undefined,
  'luxe.json': undefined,
};
const PER_FILE = 2; // where no vectors are named: the first ones that have an outcome

const vectorsOf = (file, ids) => {
  const all = JSON.parse(readFileSync(join(root, 'tests', 'vectors', file), 'utf8'));
  const chosen = ids ? ids.map((id) => all.find((vector) => vector.id === id))
    : all.filter(({ verwacht, onbekend }) => !verwacht.exit && !onbekend).slice(0, PER_FILE);
  assert.ok(chosen.length > 0 && chosen.every(Boolean), `vectors of ${file}`);
  return chosen;
};
const asFile = (name, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const asDutch = (iso) => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
};
const asHours = (minutes) =>
  [minutes >= 60 && `${Math.floor(minutes / 60)} uur`, minutes % 60 > 0 && `${minutes % 60} ${minutes % 60 === 1 ? 'minuut' : 'minuten'}`]
    .filter(Boolean).join(' en ');

const browser = await launch();

for (const [file, ids] of Object.entries(HANDFUL)) {
  for (const vector of vectorsOf(file, ids)) {
    test(`${vector.id}: ${vector.waarom}`, async () => {
      const { context, kernel } = await open(browser);
      const { school, leerlingen, bestanden, peildatum, verwacht } = vector;
      const files = [...(leerlingen ? [asFile('leerlingen.csv', leerlingen)] : []), ...bestanden.map(({ naam, regels }) => asFile(naam, regels))];
      await kernel.locator('#v-kies').setInputFiles(files);
      await kernel.getByRole('button', { name: 'Verder' }).waitFor();
      await kernel.getByRole('button', { name: 'School en kalender' }).click();
      await kernel.locator('#v-school-json').setInputFiles({
        name: 'school.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(school)),
      });
      await kernel.getByText('De instellingen zijn gelezen.').first().waitFor();
      if (peildatum) await kernel.getByLabel('Peildatum').fill(peildatum);
      await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
      await kernel.getByRole('heading', { level: 1, name: /melding/i }).waitFor();
      const shown = kernel.locator('.vk-melding');
      await equalSoon(() => shown.count(), verwacht.meldingen.length);
      for (const { leerling, begindatum, einddatum, uiterste_datum, minuten } of verwacht.meldingen) {
        let row = shown;
        if (leerling) row = row.filter({ hasText: `Leerling ${leerling}` });
        if (begindatum) row = row.filter({ hasText: asDutch(begindatum) });
        if (einddatum) row = row.filter({ hasText: asDutch(einddatum) });
        if (uiterste_datum) row = row.filter({ hasText: asDutch(uiterste_datum) });
        if (minuten !== undefined) row = row.filter({ hasText: asHours(minuten) });
        assert.ok((await row.count()) >= 1, `not shown: ${JSON.stringify({ leerling, begindatum, einddatum, uiterste_datum, minuten })}`);
      }
      await context.close();
    });
  }
}
