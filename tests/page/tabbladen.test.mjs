// The tabs of the outcome beside the meldingen: what they say is what the files say; nothing needs colour, a mouse, a
// wide window or Dutch. And a workbook in, and workbooks out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { berekenOf, filesOf, kit, smallCsv, verzuimkit } from '../web/support.mjs';
import { cellsOf, workbook } from '../web/werkmap.mjs';
import { equalSoon, findings, launch, open, saved, scratch } from './support.mjs';

const folder = await scratch();
const browser = await launch();

const SCHOOL = {
  school: { profiel: 'vo' },
  kalender: { regio: 'midden' },
  codes: { L: 'luxe', S: 'spijbelen', V: 'vakantieverlof', Z: 'ziekte' },
  beleid: {
    versie: '1',
    schoolgids: 'Schoolgids, hoofdstuk 6',
    vanaf: '2025-08-01',
    instemming_mr: '2025-06-20',
    inwerkingtreding: '2025-08-01',
    regels: [{ nummer: '1', zin: 'Bij 6 uur of meer ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar.' }],
  },
};
// One day of leave for one pupil, so that there is something to book.
const LESSEN = smallCsv.replace(/^(1005;2025-09-18;\d;50;)aanwezig;;$/gm, '$1afwezig;V;');
const csvFile = { name: 'lessen.csv', mimeType: 'text/csv', buffer: Buffer.from(LESSEN) };
const schoolFile = { name: 'school.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(SCHOOL)) };
const expected = await berekenOf({ 'lessen.csv': LESSEN }, { with: SCHOOL });
const files = filesOf(expected);

const TABS = {
  nl: ['Vergelijk', 'Keuzehulp', 'Signalen', 'Monitor', 'Levering', 'Publicatie', 'Verlof', 'Zelfcontrole'],
  en: ['Compare', 'Decision aid', 'Signals', 'Monitor', 'Levering', 'Publicatie', 'Leave', 'Self-check'],
};

async function toOutcome(kernel, file = csvFile) {
  await kernel.locator('#v-kies').setInputFiles(file);
  await kernel.getByRole('button', { name: 'Verder' }).click();
  for (const [code, klasse] of Object.entries(SCHOOL.codes)) await kernel.getByLabel(`Betekenis ${code}`, { exact: true }).selectOption(klasse);
  await kernel.getByRole('button', { name: 'Verder' }).click();
  await kernel.locator('#v-school-json').setInputFiles(schoolFile);
  await kernel.getByText('De instellingen zijn gelezen.').first().waitFor();
  await kernel.getByRole('button', { name: 'Bereken de meldingen' }).click();
  await kernel.getByRole('heading', { level: 1, name: /melding/ }).waitFor();
}

const toTab = async (kernel, name) => {
  const tab = kernel.locator('.vk-tabs').getByRole('button', { name, exact: true });
  await tab.click();
  await kernel.locator('.vk-tabs [aria-current]', { hasText: name }).waitFor();
};

// The cells of a table, row by row, without what is only for a screen reader.
const cells = (kernel, id) =>
  kernel.locator(`.vk-tabel[aria-labelledby="${id}"] tbody tr`).evaluateAll((rows) =>
    rows.map((row) =>
      [...row.cells].map((cell) => {
        const copy = cell.cloneNode(true);
        for (const hidden of copy.querySelectorAll('.vk-verborgen')) hidden.remove();
        return copy.textContent;
      }),
    ),
  );

test('a workbook gives the meldingen of its CSV; what is saved for Excel is the command line\'s, byte for byte', async () => {
  const { complaints, context, kernel, page } = await open(browser);
  const bytes = workbook({ Lessen: cellsOf(LESSEN), Uitleg: [['tekst']] });
  await toOutcome(kernel, { name: 'lessen.xlsx', mimeType: '', buffer: bytes });
  const ofWorkbook = await berekenOf({ 'lessen.xlsx': bytes }, { with: SCHOOL });
  await equalSoon(() => kernel.locator('.vk-melding').count(), expected.meldingen.length);
  await kernel.getByRole('button', { name: 'Kolommen en codes' }).click();
  await kernel.getByText('Lessen (niet gelezen: Uitleg)').waitFor();
  await kernel.getByRole('button', { name: 'Uitkomst' }).click();
  await toTab(kernel, 'Bewaren');
  const made = await saved(page, folder, () => kernel.getByRole('button', { name: /ook voor Excel/ }).click());
  const workbooks = ofWorkbook.bestanden.filter(({ naam }) => naam.endsWith('.csv')).map(verzuimkit.toXlsx);
  assert.ok(workbooks.length >= 5);
  const all = [...ofWorkbook.bestanden, ...workbooks];
  assert.deepEqual([...made.keys()].sort(), all.map(({ naam }) => naam).sort());
  for (const { naam, inhoud } of all) assert.deepEqual(made.get(naam), Buffer.from(inhoud), naam);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('levering and publicatie: the counts, what is hidden, why, and what a reader knows', async () => {
  const { complaints, context, kernel, page } = await open(browser);
  await toOutcome(kernel);
  const levering = expected.leveringen.at(-1);
  const publicatie = expected.publicaties.at(-1);
  const intervals = [...new Set(levering.cellen.map(({ interval }) => interval))];
  const numbers = (cellen, show) => {
    const rows = [];
    for (let i = 0; i < cellen.length; i += intervals.length) rows.push(cellen.slice(i, i + intervals.length).map(show));
    return rows;
  };
  const shown = async (id) => (await cells(kernel, id)).map((row) => row.slice(2, 2 + intervals.length));

  await toTab(kernel, 'Levering');
  await kernel.getByText('Wetsvoorstel, nog niet in werking.').waitFor();
  assert.deepEqual(await shown('v-levering'), numbers(levering.cellen, ({ aantal }) => String(aantal)));

  await toTab(kernel, 'Publicatie');
  await kernel.getByText('Nagerekend als lezer').waitFor();
  await kernel.getByText('Het bewijs klopt').waitFor();
  assert.deepEqual(await shown('v-publicatie'), numbers(publicatie.cellen, ({ aantal, markering }) => (aantal === null ? markering : String(aantal))));
  assert.deepEqual(await shown('v-echt'), numbers(levering.cellen, ({ aantal }) => String(aantal)));
  const hidden = publicatie.cellen.filter(({ aantal }) => aantal === null);
  assert.ok(hidden.length > 0);
  for (const id of ['v-publicatie', 'v-echt']) {
    const marked = kernel.locator(`.vk-tabel[aria-labelledby="${id}"] .vk-verborgencel`);
    assert.ok((await marked.count()) >= hidden.length);
    assert.match(await marked.first().textContent(), /verborgen/, 'said, not only drawn');
  }
  const controle = await (await kit()).controleer(publicatie);
  const explained = await cells(kernel, 'v-verborgen');
  assert.equal(explained.length, hidden.length);
  hidden.forEach((cel, i) => {
    const name = `${cel.onderverdeling}, ${cel.categorie}, ${cel.interval}`;
    const { aantal } = levering.cellen.find((other) => `${other.onderverdeling}, ${other.categorie}, ${other.interval}` === name);
    const { hoogste, laagste } = controle.cellen.find((other) => other.cel === name);
    assert.equal(explained[i][1], String(aantal), name);
    assert.match(explained[i][2], aantal < publicatie.drempel ? /^kleiner dan 5$/ : /^beschermt/, name);
    assert.ok(explained[i][3].startsWith(`${laagste} tot en met ${hoogste}`), `${name}: ${explained[i][3]}`);
  });

  const made = await saved(page, folder, () => kernel.getByRole('button', { name: 'Bewaar alleen deze publicatie' }).click());
  const mine = expected.bestanden.filter(({ naam }) => naam.startsWith('publicatie-')).slice(-2);
  assert.deepEqual([...made.keys()].sort(), mine.map(({ naam }) => naam).sort());
  for (const { naam, inhoud } of mine) assert.deepEqual(made.get(naam), Buffer.from(inhoud), naam);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('signalen: per recipient, what may be shared and why not', async () => {
  const { context, kernel } = await open(browser);
  await toOutcome(kernel);
  const { signalen } = JSON.parse(files['signalen.json']);
  assert.ok(signalen.length > 0);
  await toTab(kernel, 'Signalen');
  const names = { leerplicht: 'Leerplichtambtenaar', jeugdarts: 'Jeugdarts', intern: 'Binnen de school' };
  assert.deepEqual(
    await cells(kernel, 'v-per-ontvanger'),
    Object.entries(names).map(([ontvanger, name]) => {
      const theirs = signalen.filter((signaal) => signaal.ontvanger === ontvanger);
      return [name, String(theirs.length), String(theirs.filter(({ deelbaar }) => deelbaar).length)];
    }),
  );
  const cards = kernel.locator('.vk-melding');
  await equalSoon(() => cards.count(), signalen.length);
  for (const [i, signaal] of signalen.entries()) {
    const text = await cards.nth(i).innerText();
    for (const part of [signaal.leerling, signaal.zin, signaal.schoolgids, names[signaal.ontvanger]]) assert.ok(text.includes(part), part);
    assert.ok(text.includes(signaal.deelbaar ? 'Mag worden gedeeld' : 'Mag niet worden gedeeld'));
    for (const { bericht } of signaal.reden_niet_deelbaar) assert.ok(text.includes(bericht), bericht);
  }
  await cards.first().getByRole('button', { name: /^De lessen/ }).click();
  await cards.first().locator('table').waitFor();
  await equalSoon(() => cards.first().locator('tbody tr').count(), signalen[0].regels.length);
  assert.deepEqual(await findings(kernel), []);
  await kernel.getByLabel('Ontvanger', { exact: true }).selectOption('jeugdarts');
  const doctors = signalen.filter(({ ontvanger }) => ontvanger === 'jeugdarts').length;
  await kernel.getByText(`${doctors} van ${doctors} getoond`).waitFor();
  await equalSoon(() => cards.count(), doctors);
  await context.close();
});

test('keuzehulp: every episode with its questions, answers and why nothing else', async () => {
  const { context, kernel } = await open(browser);
  await toOutcome(kernel);
  const keuzehulp = JSON.parse(files['keuzehulp.json']);
  await toTab(kernel, 'Keuzehulp');
  const cards = kernel.locator('.vk-melding');
  await equalSoon(() => cards.count(), Math.min(25, keuzehulp.episodes.length));
  await kernel.getByLabel('Uitkomst', { exact: true }).selectOption('luxe');
  const luxe = keuzehulp.episodes.filter(({ paden }) => paden.some(({ pad }) => keuzehulp.paden[pad].uitkomst === 'luxe'));
  assert.ok(luxe.length > 0);
  await kernel.getByText(`${luxe.length} van ${luxe.length} getoond`).waitFor();
  await cards.first().getByRole('button', { name: /^Vragen en antwoorden/ }).click();
  await cards.first().locator('.vk-waarom').waitFor();
  const text = await cards.first().innerText();
  for (const { pad } of luxe[0].paden) {
    const { stappen, waarom_niet: others } = keuzehulp.paden[pad];
    for (const { antwoord, vraag } of stappen) {
      const question = keuzehulp.vragen.find((other) => other.vraag === vraag);
      assert.ok(text.includes(question.tekst) && text.includes(question[antwoord]), vraag);
    }
    for (const { bericht } of others) assert.ok(text.includes(bericht), bericht);
  }
  assert.deepEqual(await findings(kernel), []);
  await context.close();
});

test('all absence of one pupil, excused as well: a drawing with its table, in the keuzehulp and behind a melding, not on paper', async () => {
  const { context, kernel, page } = await open(browser);
  await toOutcome(kernel);
  const { episodes } = JSON.parse(files['keuzehulp.json']);
  const names = { onverklaard: 'Nog niet verklaard', ziekte: 'Ziekte', geoorloofd: 'Geoorloofd', vakantie: 'Vakantie', ongeoorloofd: 'Ongeoorloofd' };
  const check = async (leerling, id, where) => {
    const theirs = episodes.filter((episode) => episode.leerling === leerling);
    assert.ok(theirs.length > 0);
    const figure = where.locator('figure', { hasText: `Al het verzuim van leerling ${leerling}` });
    await figure.locator('summary').click();
    await figure.locator('table').waitFor();
    assert.deepEqual((await cells(kernel, id)).map((row) => row[1]), theirs.map(({ aard }) => names[aard]));
    await equalSoon(() => figure.locator('svg rect').count(), theirs.length);
    for (const aard of new Set(theirs.map((episode) => episode.aard))) await figure.locator('svg text', { hasText: names[aard] }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await equalSoon(() => figure.isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    return theirs;
  };
  await toTab(kernel, 'Keuzehulp');
  assert.equal(await kernel.getByText('Al het verzuim van leerling').count(), 0);
  await kernel.getByLabel('Leerlingnummer').fill('1005');
  await kernel.getByText('Al het verzuim van leerling 1005').first().waitFor();
  const excused = await check('1005', 'v-keuze-verzuimlijn', kernel);
  assert.ok(excused.some(({ aard }) => aard === 'geoorloofd' || aard === 'vakantie'));
  assert.deepEqual(await findings(kernel), []);
  await toTab(kernel, 'Meldingen');
  const [first] = expected.meldingen;
  await kernel.getByRole('button', { name: /^Waarom/ }).first().click();
  await kernel.locator('.vk-waarom').waitFor();
  await check(first.leerling, 'v-waarom-0-verzuimlijn', kernel.locator('.vk-waarom'));
  assert.deepEqual(await findings(kernel), []);
  await context.close();
});

test('verlof and zelfcontrole: every card, every point of the checklist', async () => {
  const { context, kernel } = await open(browser);
  await toOutcome(kernel);
  const { kaarten } = JSON.parse(files['verlof.json']);
  assert.ok(kaarten.length > 0);
  await toTab(kernel, 'Verlof');
  const rows = await cells(kernel, 'v-kaarten');
  assert.deepEqual(rows.map((row) => [row[0], row[4], row[5]]), kaarten.map(({ dagen, leerling, over }) => [leerling, String(dagen), over === null ? 'geen grens' : String(over)]));
  await toTab(kernel, 'Zelfcontrole');
  const { bevindingen } = JSON.parse(files['zelfcontrole.json']);
  assert.deepEqual(
    await cells(kernel, 'v-lijst'),
    bevindingen.map(({ aantal, bericht, in_orde: good }) => [good ? '✓ in orde' : '! aandacht nodig', bericht, String(aantal)]),
  );
  await context.close();
});

test('monitor: four drawings, each with words and a table that says the same', async () => {
  const { complaints, context, kernel } = await open(browser);
  await toOutcome(kernel);
  const monitor = JSON.parse(files['monitor.json']);
  await toTab(kernel, 'Monitor');
  const drawings = kernel.locator('.vk-beeldvak svg[role=img]');
  await equalSoon(() => drawings.count(), 4);
  for (const drawing of await drawings.all()) assert.match(await drawing.getAttribute('aria-label'), /De cijfers staan in de tabel/);
  await equalSoon(() => kernel.locator('#weigering').isHidden(), true, 'the kernel drew every shape');

  await kernel.getByLabel('Soort verzuim').selectOption('ongeoorloofd');
  await kernel.getByText('De cijfers als tabel').nth(1).click();
  const rows = await cells(kernel, 'v-weken-tabel');
  const weeks = monitor.weken.filter(({ categorie }) => categorie === 'ongeoorloofd');
  assert.equal(rows.length, weeks.length);
  const percent = new Intl.NumberFormat('nl-NL');
  weeks.forEach(({ promille, leerlingen }, i) => {
    assert.equal(rows[i][1], promille === null ? 'geen lestijd' : `${percent.format(promille / 10)} %`);
    assert.equal(rows[i][3], String(leerlingen));
  });
  const bands = monitor.cellen.filter(({ categorie, dimensie }) => dimensie === 'school' && categorie === 'ongeoorloofd');
  await kernel.getByText('De cijfers als tabel').first().click();
  assert.deepEqual((await cells(kernel, 'v-banden-tabel'))[0].slice(1, 1 + bands.length), bands.map(({ leerlingen }) => String(leerlingen)));
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [taal, tabs] of Object.entries(TABS)) {
  test(`every tab is free of axe findings, at 320 pixels too (${taal})`, async () => {
    const { context, kernel, page } = await open(browser);
    await toOutcome(kernel);
    if (taal === 'en') {
      await kernel.getByRole('button', { name: 'English' }).click();
      await kernel.locator('.vk-tabs').getByRole('button', { name: 'Signals' }).waitFor();
    }
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const tab of tabs) {
        await toTab(kernel, tab);
        if (tab === 'Publicatie') await kernel.getByText(taal === 'nl' ? 'Het bewijs klopt' : 'The certificate holds').waitFor();
        assert.deepEqual(await findings(kernel), [], `${tab}, ${width} pixels`);
      }
    }
    await context.close();
  });
}

test('forced colours: shapes keep an outline, numbers their contrast, hidden counts their box', async () => {
  const { context, kernel } = await open(browser, undefined, { forcedColors: 'active' });
  await toOutcome(kernel);
  await toTab(kernel, 'Monitor');
  const shape = await kernel.locator('.vk-beeldvak .vk-vlak').first().evaluate((node) => {
    const { fill, stroke } = getComputedStyle(node);
    const number = getComputedStyle(document.querySelector('.vk-beeldvak .vk-getal')).fill;
    return { fill, stroke, number };
  });
  assert.notEqual(shape.fill, shape.stroke);
  assert.equal(shape.number, shape.stroke);
  assert.deepEqual(await findings(kernel), []);
  await toTab(kernel, 'Publicatie');
  assert.match(await kernel.locator('.vk-verborgencel').first().evaluate((node) => getComputedStyle(node).borderTopStyle), /dashed/);
  await context.close();
});

test('by keyboard: tabs, choices, drawings and tables that scroll, and the table behind a drawing', async () => {
  const { context, kernel, page } = await open(browser);
  await toOutcome(kernel);
  const focused = () => kernel.evaluate(() => `${document.activeElement.localName} ${(document.activeElement.labels?.[0] ?? document.activeElement).innerText ?? ''} ${document.activeElement.getAttribute('role') ?? ''}`.replace(/\s+/g, ' '));
  const tabTo = async (pattern) => {
    const seen = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
      if (pattern.test(seen.at(-1))) return;
    }
    assert.fail(`${pattern} not reached: ${seen.join(' | ')}`);
  };
  await kernel.locator('#v-kop').focus();
  await tabTo(/^button Monitor/);
  await page.keyboard.press('Enter');
  await kernel.getByRole('heading', { name: 'Leerlingen naar deel van de lestijd gemist' }).waitFor();
  assert.match(await focused(), /^button Monitor/, 'the focus stays on the tab');
  await tabTo(/^select Soort verzuim/);
  await page.keyboard.type('waarvan ziekte');
  assert.match(await focused(), /^select Soort verzuim/, 'choosing keeps the focus');
  await tabTo(/^div .*region/);
  await tabTo(/^summary/);
  await page.keyboard.press('Enter');
  await kernel.locator('.vk-tabel[aria-labelledby="v-banden-tabel"]').waitFor();
  await tabTo(/^div .*region/);
  assert.equal(await kernel.evaluate(() => document.activeElement.getAttribute('aria-labelledby')), 'v-banden-tabel');
  await context.close();
});
