// Every format that can be read, from drop to saved files, as a person does it: half of them by mouse, half by keyboard
// alone, and so both sample schools. What is saved is what the command line writes, byte for byte.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';
import { DAGEN } from '../corpus/fouten.mjs';
import { cli, kit, readAll } from '../web/support.mjs';
import { launch, open, saved, scratch } from './support.mjs';

const folder = await scratch();
const browser = await launch();

// Four lessons a day of an hour, from nine; pupil 1001 skips them on four days: sixteen hours.
const LESUREN = [1, 2, 3, 4];
const uur = (n) => `${String(n).padStart(2, '0')}:00`;
const SCHOOL = {
  school: { profiel: 'vo' },
  kalender: { regio: 'midden' },
  codes: { S: 'spijbelen' },
  rooster: {
    lesuren: LESUREN.map((lesuur) => ({ lesuur, begin: uur(8 + lesuur), eind: uur(9 + lesuur) })),
    weken: [{ ma: LESUREN, di: LESUREN, wo: LESUREN, do: LESUREN, vr: LESUREN }],
  },
};
const nl = (datum) => datum.split('-').reverse().join('-');
const kort = (datum) => datum.replaceAll('-', '');
const elkUur = (make) => DAGEN.flatMap((datum) => LESUREN.map((lesuur) => make(datum, lesuur)));
const regels = (...lines) => `${lines.flat().join('\r\n')}\r\n`;
const json = (value) => JSON.stringify(value);

const LESSEN = regels('leerling;datum;lesuur;minuten;status;reden', elkUur((datum, lesuur) => `1001;${datum};${lesuur};60;afwezig;S`));
const VERZUIM = regels('leerling;datum;soort;reden', DAGEN.map((datum) => `1001;${datum};absent;S`));
const lessen = { 'lessen.csv': LESSEN };

// Observations say that a pupil was away; why comes from the other export of the same system.
const KRD = regels(DAGEN.map((datum) => `1001;${kort(datum)};0900;${kort(datum)};1300;1;4;S;`));
const SOMTODAY = json({
  items: DAGEN.map((datum) => ({
    leerling: { leerlingnummer: 1001 },
    absentieReden: { absentieSoort: 'Absent', afkorting: 'S', geoorloofd: false },
    beginDatumTijd: `${datum}T09:00:00.000+02:00`, eindDatumTijd: `${datum}T13:00:00.000+02:00`, beginLesuur: 1, eindLesuur: 4,
  })),
});

// profile -> the files; the first is the one of that profile
const FORMATEN = {
  lessen,
  verzuim: { 'verzuim.csv': VERZUIM },
  magister_verantwoording: {
    'verantwoording.csv': regels(
      'verantwoording_id;absentiereden_code;stamnummer;verantwoording_datum;verantwoording_lesuur;opmerking',
      elkUur((datum, lesuur) => `1;S;1001;${nl(datum)};${lesuur};`),
    ),
  },
  magister_redenen: {
    'redenen.csv': regels('idabty;code;omschr;barcode;idverantwoordingtypen;geoorloofd;bluxeverzuim', '12;S;Gespijbeld;;1;0;0'),
    'verantwoording.csv': regels(
      'idverantwoording;stamnr;daanwezigheid;lesuur;moment;idagendaitem;idabty;opmerking',
      elkUur((datum, lesuur) => `1;1001;${datum} 00:00:00;${lesuur};${datum} 10:20:00;77;12;`),
    ),
  },
  pars_platte_data: {
    'pars.csv': regels(
      'ovnr,deelnemernaam,groepnaam,typeomschrijving,datumvan,lesuurbegin,lesuureind,tijdvan2,tijdtot2,tijd,reden,opmerking,naam',
      DAGEN.map((datum) => `1001,A,G,Absent,${nl(datum)},1,8,,,,S,,`),
    ),
  },
  krd_waarnemingen: {
    'waarnemingen.csv': regels(DAGEN.map((datum) => `1001;${kort(datum)};0900;${kort(datum)};1300;1;4;NE;Afwezig;N`)),
    'absenties.csv': KRD,
  },
  krd_absentiemeldingen: {
    'absenties.csv': KRD,
  },
  krd_open_absentiemeldingen: {
    'scherm.csv': regels(
      'Nummer;Roepnaam;Voorvoegsel;Achternaam;Afgehandeld;Begindatum;Einddatum;Absentiereden;Groepen;Opleiding;Organisatie-eenheid;',
      `1001;Jo;;Boer;Nee;${nl(DAGEN[0])};${nl(DAGEN.at(-1))};S;1A;Kok;Horeca;`,
    ),
  },
  po_dagdelen: {
    'dagdelen.csv': regels('leerlingnummer;groep;datum;dagdeel;reden;geoorloofd', DAGEN.map((datum) => `1001;4;${nl(datum)};hele dag;S;N`)),
  },
  magister_absenties: {
    'absenties.json': json([
      {
        stamnummer: 1001,
        Items: elkUur((datum, lesuur) => ({
          Id: lesuur, Start: `${datum}T${uur(6 + lesuur)}:00Z`, Eind: `${datum}T${uur(7 + lesuur)}:00Z`, Lesuur: lesuur, Code: 'S', Geoorloofd: false, Verantwoordingtype: 1,
        })),
      },
    ]),
  },
  verzuimsignalering: {
    'signalering.json': json({
      period: { begin: '2025-08-18', einde: '2025-09-12' },
      scope: 'x',
      students: [{ id: 1001, roepnaam: 'A' }],
      entries: { 1001: elkUur((date, period) => ({ date, time: uur(8 + period), code: 'S', period })) },
    }),
  },
  somtoday_absentiemeldingen: {
    'absenties.json': SOMTODAY,
  },
  somtoday_waarnemingen: {
    'waarnemingen.json': json(
      elkUur((datum, lesuur) => ({
        leerling: { leerlingnummer: '1001' }, waarnemingSoort: 'Afwezig',
        beginDatumTijd: `${datum}T${uur(8 + lesuur)}:00+02:00`, eindDatumTijd: `${datum}T${uur(9 + lesuur)}:00+02:00`, beginLesuur: lesuur, eindLesuur: lesuur,
      })),
    ),
    'absenties.json': SOMTODAY,
  },
  zermelo_afspraken: {
    'zermelo.json': json({
      response: {
        status: 200,
        data: elkUur((datum, lesuur) => {
          const start = Date.parse(`${datum}T${uur(6 + lesuur)}:00Z`) / 1000;
          return { id: lesuur, start, end: start + 3600, startTimeSlot: lesuur, endTimeSlot: lesuur, students: ['1001', '1002'], type: 'lesson', cancelled: false, valid: true, groups: ['3a'] };
        }),
      },
    }),
    'verzuim.csv': VERZUIM,
  },
  edexml: {
    'leerlingen.xml':
      '<?xml version="1.0" encoding="UTF-8"?><EDEX><school><schooljaar>2025-2026</schooljaar></school><leerlingen><leerling key="1001">' +
      '<achternaam>A</achternaam><geboortedatum>2011-05-03</geboortedatum><jaargroep>8</jaargroep></leerling></leerlingen></EDEX>\n',
    ...lessen,
  },
  leerlingen: { 'leerlingen.csv': regels('leerling;geboortedatum', '1001;2011-05-03'), ...lessen },
  notities: { 'notities.csv': regels('leerling;datum;label;regel;door;reden', '1001;2025-09-03;werken;;mentor;'), ...lessen },
};

// What the command line makes of these files.
async function byCommandLine(name, files, school) {
  const dir = join(folder, name);
  await mkdir(dir);
  await writeFile(join(dir, 'school.json'), json(school));
  for (const [naam, content] of Object.entries(files)) await writeFile(join(dir, naam), content);
  const { code, stderr } = await cli(['bereken', '--uit', 'uit', '--school', 'school.json', ...Object.keys(files)], { cwd: dir });
  assert.equal(code, 0, stderr);
  return readAll(join(dir, 'uit'));
}

function same(made, expected) {
  assert.deepEqual([...made.keys()].sort(), [...expected.keys()].sort());
  for (const [naam, bytes] of expected) assert.ok(made.get(naam).equals(bytes), `${naam} differs`);
}

const asFiles = (files) => Object.entries(files).map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content) }));
const schoolFile = { name: 'school.json', mimeType: '', buffer: Buffer.from(json(SCHOOL)) };

// The same steps twice: what a mouse does, and what the keyboard does.
const byMouse = (page, kernel) => {
  const click = (name) => kernel.getByRole('button', { name }).click();
  return {
    async drop(files) {
      const data = await kernel.evaluateHandle((list) => {
        const transfer = new DataTransfer();
        for (const [name, content] of Object.entries(list)) transfer.items.add(new File([content], name));
        return transfer;
      }, files);
      await kernel.locator('.vk-sleepvlak').dispatchEvent('drop', { dataTransfer: data });
    },
    press: click,
    async decide(select) {
      await select.selectOption('spijbelen');
    },
    async settings() {
      await kernel.locator('#v-school-json').setInputFiles(schoolFile);
    },
    async save() {
      await click('Bewaren');
      return saved(page, folder, () => click(/^Zet de bestanden klaar/));
    },
  };
};

const byKeyboard = (page, kernel) => {
  page.on('filechooser', () => {});
  const focused = () =>
    kernel.evaluate(() => {
      const node = document.activeElement;
      return (node.labels?.[0] ?? node).innerText?.replace(/\s+/g, ' ').trim() || node.getAttribute('aria-label') || '';
    });
  // The browser's own way from one control to the next; the way round may not be endless.
  async function tabTo(name, key = 'Tab') {
    const there = typeof name === 'string' ? (text) => text === name : (text) => name.test(text);
    for (let i = 0; i < 150; i += 1) {
      await page.keyboard.press(key);
      if (there(await focused())) return;
    }
    assert.fail(`${name} not reached`);
  }
  async function press(name) {
    await kernel.getByRole('button', { name }).waitFor();
    await tabTo(name);
    await page.keyboard.press('Enter');
  }
  async function choose(name, files) {
    await tabTo(name);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(files);
  }
  return {
    drop: (files) => choose('Kies bestanden', asFiles(files)),
    press,
    async decide(select) {
      const label = await select.evaluate((node) => node.labels[0].innerText.replace(/\s+/g, ' ').trim());
      await tabTo(label);
      await page.keyboard.type('Spijbelen');
    },
    settings: () => choose('Open school.json', [schoolFile]),
    async save() {
      await press('Bewaren');
      return saved(page, folder, async () => {
        await press(/^Zet de bestanden klaar$/);
        await page.locator('#bewaren-kop:focus').waitFor();
      });
    },
  };
};

test('no format is left out', async () => {
  const { profielen } = await (await kit()).regels();
  assert.deepEqual(Object.keys(FORMATEN).sort(), profielen.map(({ naam }) => naam).sort());
});

for (const [i, [profiel, files]] of Object.entries(FORMATEN).entries()) {
  const by = i % 2 === 0 ? byMouse : byKeyboard;
  test(`${profiel}, ${by === byMouse ? 'by mouse' : 'by keyboard'}`, async () => {
    const expected = await byCommandLine(profiel, files, SCHOOL);
    const { meldingen } = JSON.parse(expected.get('meldingen.json'));
    assert.deepEqual(meldingen.map(({ leerling, minuten, soort }) => [leerling, soort, minuten]), [['1001', '16u', 960]]);
    const { complaints, context, kernel, page } = await open(browser);
    const person = by(page, kernel);
    await person.drop(files);
    await person.press('Verder');
    await kernel.getByRole('heading', { level: 1, name: 'Kolommen en codes' }).waitFor();
    await kernel.getByText(`Herkend als ${profiel}`, { exact: true }).waitFor();
    for (const select of await kernel.locator('select[aria-invalid]').all()) await person.decide(select);
    await person.press('Verder');
    await kernel.getByRole('heading', { level: 1, name: 'School en kalender' }).waitFor();
    await person.settings();
    await kernel.getByText('De instellingen zijn gelezen.').first().waitFor();
    await person.press('Bereken de meldingen');
    await kernel.getByRole('heading', { level: 1, name: '1 melding' }).waitFor();
    same(await person.save(), expected);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

for (const [soort, by] of [['vo', byMouse], ['po', byKeyboard]]) {
  test(`the sample school ${soort}, ${by === byMouse ? 'by mouse' : 'by keyboard'}`, async () => {
    const { bestanden, school } = generateVoorbeeldschool({ soort });
    const files = Object.fromEntries(bestanden.map(({ naam, chunks }) => [naam, Buffer.concat([...chunks()])]));
    const expected = await byCommandLine(`voorbeeld-${soort}`, files, school);
    const { complaints, context, kernel, page } = await open(browser);
    const person = by(page, kernel);
    await person.press(`Voorbeeldschool ${soort}`);
    await person.press('Verder');
    await kernel.getByRole('heading', { level: 1, name: 'Kolommen en codes' }).waitFor();
    await person.press('Verder');
    await person.press('Bereken de meldingen');
    await kernel.getByRole('heading', { level: 1, name: /^\d+ meldingen$/ }).waitFor();
    same(await person.save(), expected);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}
