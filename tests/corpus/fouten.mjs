// The corpus of faults: for each of the 27 things that go wrong in real exports, files that have it, written out here
// by hand with the outcome beside them. maak.mjs writes them to a folder.
//
// Most files hold the same four rows: pupil 1001 skips four lessons of 240 minutes, sixteen hours together. So a row
// that is lost, read twice or read wrongly changes the melding, whatever else the file is about.
//
// A case: { fout: 1..27, naam, school?, bestanden: [{ naam, bytes, verwacht }], problemen, meldingen, uitvoer? }
//   verwacht   what the file is found to be, or { fout: code } when it is refused. `rijen` is [gelezen, gebruikt, afgewezen].
//   problemen  all that `bereken` says: "bestand:regel kolom code", but not that birth dates are unknown
//   meldingen  "leerling soort begindatum einddatum minuten"
//   uitvoer    [file, text that must be in it]
//   pakket     the package opens the file (a workbook); the core alone refuses it with this code
import { workbook, workbookParts, zip } from '../web/werkmap.mjs';

const utf8 = (text) => Buffer.from(text, 'utf8');
const utf16 = (text, { big = false, mark = true } = {}) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/** Windows-1252, for text of ASCII and Latin-1 letters. */
const ansi = (text) => Buffer.from(text, 'latin1');

export const DAGEN = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04'];
const KOP = ['leerling', 'datum', 'lesuur', 'minuten', 'status', 'reden', 'opmerking'];
const rij = (datum, { leerling = '1001', minuten = '240', opmerking = '' } = {}) => [leerling, datum, '1', minuten, 'afwezig', 'S', opmerking];
const GOED = DAGEN.map((datum) => rij(datum));
const tekst = (rows, { scheiding = ';', eol = '\r\n' } = {}) => rows.map((row) => row.join(scheiding) + eol).join('');
const lessen = (rows = GOED, options = {}) => tekst([options.kop ?? KOP, ...rows], options);
/** The four rows with something after the second. */
const tussen = (...rows) => [GOED[0], GOED[1], ...rows, GOED[2], GOED[3]];

const ALS_LESSEN = { codering: 'UTF-8', scheidingsteken: ';', kopregel: 1, profiel: 'lessen', rijen: [4, 4, 0] };
const MELDING = ['1001 16u 2025-09-01 2025-09-04 960'];

export const SCHOOL = {
  school: { brin: '99XX', vestiging: '00', naam: 'Testschool', profiel: 'vo' },
  kalender: { regio: 'midden' },
  codes: { S: 'spijbelen', Z: 'ziekte' },
};
/** The same with a timetable, for exports of absence alone: four lessons a day of an hour, from nine. */
const LESUREN = [1, 2, 3, 4];
const MET_ROOSTER = {
  ...SCHOOL,
  rooster: {
    lesuren: LESUREN.map((lesuur) => ({ lesuur, begin: `${String(8 + lesuur).padStart(2, '0')}:00`, eind: `${String(9 + lesuur).padStart(2, '0')}:00` })),
    weken: [{ ma: LESUREN, di: LESUREN, wo: LESUREN, do: LESUREN, vr: LESUREN }],
  },
};

/** A case of one file that is read as lessen. */
const een = (fout, naam, bytes, verwacht = {}, problemen = []) => ({
  fout,
  naam,
  bestanden: [{ naam: 'lessen.csv', bytes, verwacht: { ...ALS_LESSEN, ...verwacht } }],
  problemen: problemen.map((problem) => `lessen.csv:${problem}`),
  meldingen: MELDING,
});
/** The same, of absence that is laid on the timetable. */
const verzuim = (fout, naam, profiel, bytes, verwacht = {}, problemen = []) => ({
  fout,
  naam,
  school: MET_ROOSTER,
  bestanden: [{ naam: 'verzuim.csv', bytes, verwacht: { ...ALS_LESSEN, profiel, ...verwacht } }],
  problemen: problemen.map((problem) => `verzuim.csv:${problem}`),
  meldingen: MELDING,
});
const geweigerd = (fout, naam, bestand, bytes, code, pakket = undefined) => ({
  fout,
  naam,
  bestanden: [{ naam: bestand, bytes, verwacht: { fout: code } }],
  problemen: [],
  meldingen: [],
  ...(pakket && { pakket }),
});
/** A workbook: the package reads a sheet of it as text. */
const werkmap = (fout, naam, bytes, verwacht = {}, problemen = []) => ({
  ...een(fout, naam, bytes, verwacht, problemen),
  pakket: 'niet_ondersteund_bestand',
});

const naamkolom = (naam) => lessen([rij(DAGEN[0], { opmerking: naam }), ...GOED.slice(1)]);
const metDatums = (datums) => lessen(GOED.map((row, i) => [row[0], datums[i], ...row.slice(2)]));
const nlDatum = (datum) => datum.split('-').reverse().join('-');
const VERZUIM_KOP = ['leerling', 'datum', 'begintijd', 'eindtijd', 'soort', 'reden'];
const metTijden = (begin, eind) => tekst([VERZUIM_KOP, ...DAGEN.map((datum) => ['1001', datum, begin, eind, 'absent', 'S'])]);
const metInvoer = (rijen) => tekst([['leerling', 'datum', 'soort', 'reden', 'ingevoerd'], ...rijen.map((row) => ['1001', ...row])]);
const krd = (datum, { nummer = '1001', begin = '0900', eind = '1300', reden = 'S', opmerking = '' } = {}) => {
  const dagen = datum.replaceAll('-', '');
  return [nummer, dagen, begin, dagen, eind, '1', '4', reden, opmerking];
};

const afspraak = (start, eind, over = {}) => ({
  id: 1, start, end: eind, startTimeSlot: 1, endTimeSlot: 1, subjects: ['ne'], type: 'lesson', students: ['1001', '1002'], valid: true, cancelled: false, ...over,
});
const seconden = (utc) => Date.parse(utc) / 1000;
const somtoday = (begin, eind, over = {}) => ({
  leerling: { leerlingnummer: '1001' },
  absentieReden: { absentieSoort: 'Absent', afkorting: 'S', omschrijving: 'Spijbelen', geoorloofd: false },
  datumTijdInvoer: begin, beginDatumTijd: begin, eindDatumTijd: eind, ...over,
});

const cellen = [KOP, ...GOED];
const bladXml = (rijen) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rijen}</sheetData></worksheet>`;

export const FOUTEN = [
  // 1: delimiters.
  een(1, 'puntkomma', utf8(lessen())),
  een(1, 'komma', utf8(lessen(GOED, { scheiding: ',' })), { scheidingsteken: ',' }),
  een(1, 'tab', utf8(lessen(GOED, { scheiding: '\t' })), { scheidingsteken: '\t' }),
  een(1, 'streep', utf8(lessen(GOED, { scheiding: '|' })), { scheidingsteken: '|' }),
  een(1, 'decimale-komma-in-elke-regel', utf8(lessen(GOED.map((row) => [...row.slice(0, 6), '7,5'])))),
  // 2: the first line of Excel.
  een(2, 'sep-puntkomma', utf8(`sep=;\r\n${lessen()}`), { kopregel: 2 }),
  een(2, 'sep-komma-tussen-aanhalingstekens', utf8(`"sep=,"\r\n${lessen(GOED, { scheiding: ',' })}`), { kopregel: 2, scheidingsteken: ',' }),
  een(2, 'sep-na-bom-met-ansi', Buffer.concat([utf8('\ufeffsep=;\r\n'), ansi(naamkolom('Zo\u00eb'))]), { kopregel: 2, codering: 'UTF-8 met BOM' }, ['0 codering_twijfel']),
  // 3: Windows-1252 without a mark.
  een(3, 'ansi', ansi(naamkolom('Zo\u00eb')), { codering: 'Windows-1252' }),
  een(3, 'ansi-met-teken-dat-niet-bestaat', ansi(naamkolom('Zo\u00eb\u0081')), { codering: 'Windows-1252' }, ['0 codering_twijfel']),
  // 4: UTF-16.
  een(4, 'utf16le-tab', utf16(lessen(GOED, { scheiding: '\t' })), { codering: 'UTF-16LE', scheidingsteken: '\t' }),
  een(4, 'utf16be', utf16(naamkolom('Zo\u00eb'), { big: true }), { codering: 'UTF-16BE' }),
  een(4, 'utf16le-zonder-bom', utf16(lessen(), { mark: false }), { codering: 'UTF-16LE' }, ['0 codering_twijfel']),
  // 5: old DOS programs: said, with the remedy.
  een(5, 'dos', ansi(naamkolom('Andr\u0082s')), { codering: 'Windows-1252' }, ['0 codering_twijfel']),
  // 6: encoded twice.
  een(6, 'dubbel-gecodeerd', utf8(naamkolom('Zo\u00c3\u00ab')), {}, ['0 codering_beschadigd']),
  // 7: dates, decided per column.
  een(7, 'dd-mm-jjjj', utf8(metDatums(['01-09-2025', '02-09-2025', '03-09-2025', '04-09-2025'])), {}, ['0 datum datumnotatie_aangenomen']),
  een(7, 'd-m-jj', utf8(metDatums(['1-9-25', '2-9-25', '3-9-25', '4-9-25']))),
  een(7, 'jjjjmmdd', utf8(metDatums(DAGEN.map((d) => d.replaceAll('-', ''))))),
  een(7, 'iso-met-tijd-en-verschil', utf8(metDatums(DAGEN.map((d) => `${d}T09:00:00+02:00`)))),
  een(7, 'dagnummer-van-excel', utf8(metDatums(['45901', '45902', '45903', '45904']))),
  {
    ...een(7, 'maand-voorop-alleen-als-het-moet', utf8(lessen([['1002', '09-13-2025', '1', '240', 'aanwezig', '', ''], ...GOED.map((row) => [row[0], `${row[1].slice(5)}-2025`, ...row.slice(2)])])), { rijen: [5, 4, 1] }),
    problemen: ['lessen.csv:2 datum geen_lesdag', ':0 leerling_zonder_regels'],
  },
  een(7, 'twee-notaties-in-een-kolom', utf8(lessen(tussen(['1001', '15/13/2025', '1', '240', 'afwezig', 'S', '']))), { rijen: [5, 4, 1] }, ['4 datum datum_ongeldig']),
  {
    ...verzuim(7, 'unix-seconden', 'zermelo_afspraken', utf8(''), {}),
    bestanden: [
      {
        naam: 'zermelo.json',
        bytes: utf8(JSON.stringify({ response: { data: DAGEN.map((d) => afspraak(seconden(`${d}T07:00:00Z`), seconden(`${d}T11:00:00Z`))) } })),
        verwacht: { codering: 'UTF-8', scheidingsteken: '', kopregel: 0, profiel: 'zermelo_afspraken', rijen: [8, 8, 0] },
      },
      { naam: 'verzuim.csv', bytes: utf8(tekst([['leerling', 'datum', 'soort', 'reden'], ...DAGEN.map((d) => ['1001', d, 'absent', 'S'])])), verwacht: { ...ALS_LESSEN, profiel: 'verzuim' } },
    ],
    school: SCHOOL,
  },
  // 8: times.
  verzuim(8, 'uummm', 'verzuim', utf8(metTijden('0900', '1300'))),
  verzuim(8, 'u-mm', 'verzuim', utf8(metTijden('9:00', '13:00:00'))),
  verzuim(8, 'deel-van-een-dag', 'verzuim', utf8(metTijden('0,375', '0,541666667'))),
  verzuim(8, 'vierentwintig-uur', 'verzuim', utf8(metTijden('0:00', '24:00'))),
  // 9: decimal comma, thousands.
  een(9, 'decimale-komma', utf8(lessen(GOED.map((row) => [...row.slice(0, 3), '240,0', ...row.slice(4)])))),
  een(9, 'halve-minuut-is-geen-minuut', utf8(lessen(tussen(rij('2025-09-05', { minuten: '240,5' })))), { rijen: [5, 4, 1] }, ['4 minuten getal_ongeldig']),
  verzuim(9, 'punt-voor-duizend', 'verzuim', utf8(tekst([['leerling', 'datum', 'minuten', 'soort', 'reden'], ...DAGEN.slice(0, 3).map((d) => ['1001', d, '240', 'absent', 'S']), ['1001', DAGEN[3], '1.440', 'absent', 'S']])), {}, ['5 minuten deels_zonder_les']),
  // 10: quotes.
  een(10, 'regeleinde-tussen-aanhalingstekens', utf8(lessen([rij(DAGEN[0], { opmerking: '"gebeld\r\nen ""gemaild""; later"' }), ...GOED.slice(1)]))),
  een(10, 'aanhalingsteken-in-gewone-tekst', utf8(lessen([rij(DAGEN[0], { opmerking: 'zei "ja" toen' }), ...GOED.slice(1)]))),
  een(10, 'los-aanhalingsteken-in-gebruikte-kolom', utf8(lessen(tussen(['1001', '2025-09-05', '1', '240', 'aanwezig', 'S"x', '']))), { rijen: [5, 5, 0] }, ['4 reden los_aanhalingsteken']),
  een(10, 'niet-gesloten-kost-een-regel', utf8(lessen(tussen(['1001', '"2025-09-05', '1', '240', 'afwezig', 'S', '']))), { rijen: [5, 4, 1] }, ['4 aanhalingsteken_niet_gesloten']),
  // 11: no quotes at all, the delimiter taken out of the values.
  verzuim(11, 'krd-scherm-zonder-aanhalingstekens', 'krd_open_absentiemeldingen', ansi(tekst([
    ['Nummer', 'Roepnaam', 'Voorvoegsel', 'Achternaam', 'Afgehandeld', 'Begindatum', 'Einddatum', 'Absentiereden', 'Groepen', 'Opleiding', 'Organisatie-eenheid', ''],
    ...DAGEN.map((d) => ['1001', 'Zo\u00eb', 'van', 'Berg "Bo", junior', 'Nee', nlDatum(d), nlDatum(d), 'S', 'a, b', 'Kok', 'Noord', '']),
  ])), { codering: 'Windows-1252' }, ['0 Begindatum datumnotatie_aangenomen', '0 Einddatum datumnotatie_aangenomen']),
  verzuim(11, 'krd-scherm-met-een-cel-te-veel', 'krd_open_absentiemeldingen', ansi(tekst([
    ['Nummer', 'Begindatum', 'Einddatum', 'Absentiereden', ''],
    ...DAGEN.map((d) => ['1001', nlDatum(d), nlDatum(d), 'S', '']),
    ['1001', '13-09-2025', '13-09-2025', 'S', 'rest', ''],
  ])), { rijen: [5, 4, 1] }, ['6 te_veel_velden']),
  // 12: a delimiter after the last cell.
  een(12, 'lege-laatste-kolom', utf8(tekst([[...KOP, ''], ...GOED.map((row) => [...row, ''])]))),
  een(12, 'lege-kolommen-zonder-kop', utf8(tekst([KOP, ...GOED.map((row) => [...row, '', ' '])]))),
  // 13: what stands above, between and below.
  een(13, 'titel-boven-en-totaal-onder', utf8(`Verzuimoverzicht 2025-2026;;;;;;\r\nAfgedrukt op;05-09-2025;;;;;\r\n\r\n${lessen(GOED)}Totaal;;;960;;;\r\n`), { kopregel: 4, rijen: [5, 4, 1] }, ['9 totaalregel']),
  een(13, 'groepsregels-en-lege-regels', utf8(lessen(tussen(['Klas 3A', '', '', '', '', '', ''], ['', '', '', '', '', '', '']))), { rijen: [6, 4, 2] }, ['4 groepsregel', '5 lege_regel']),
  verzuim(13, 'krd-scherm-met-groepen', 'krd_open_absentiemeldingen', ansi(tekst([
    ['Nummer', 'Roepnaam', 'Achternaam', 'Begindatum', 'Einddatum', 'Absentiereden', ''],
    ['Groep: 1 Kok', '', '', '', '', '', ''],
    ...DAGEN.slice(0, 2).map((d) => ['1001', 'Jo', 'Berg', nlDatum(d), nlDatum(d), 'S', '']),
    ['Groep: 2 Bakker'],
    ...DAGEN.slice(2).map((d) => ['1001', 'Jo', 'Berg', nlDatum(d), nlDatum(d), 'S', '']),
  ])), { rijen: [6, 4, 2] }, ['2 groepsregel', '5 groepsregel', '0 Begindatum datumnotatie_aangenomen', '0 Einddatum datumnotatie_aangenomen']),
  // 14: the header again.
  een(14, 'kopregel-herhaald', utf8(lessen(tussen(KOP.map((kop) => kop.toUpperCase())))), { rijen: [5, 4, 1] }, ['4 herhaalde_kopregel']),
  // 15: column names twice.
  een(15, 'kolomnaam-dubbel', utf8(tekst([[...KOP, 'datum'], ...GOED.map((row) => [...row, '2031-01-01'])])), {}, ['0 datum dubbele_kolomnaam']),
  een(15, 'gevaarlijke-kolomnamen', utf8(tekst([[...KOP, '__proto__', 'constructor', 'email', 'email'], ...GOED.map((row) => [...row, 'x', 'y', 'a@b', 'c@d'])])), {}, ['0 email dubbele_kolomnaam']),
  // 16: no header.
  verzuim(16, 'krd-absentiemeldingen', 'krd_absentiemeldingen', ansi(tekst(DAGEN.map((d) => krd(d, { opmerking: 'Gebeld door moeder' })))), { kopregel: 0 }),
  verzuim(16, 'krd-waarnemingen', 'krd_waarnemingen', ansi(tekst(DAGEN.map((d) => [...krd(d).slice(0, 7), 'NE', 'Afwezig', 'N']))), { kopregel: 0 }),
  // 17: invisible characters.
  een(17, 'onzichtbare-tekens', utf8(tekst([['\ufeffLeer\u00adling', '\u00a0Datum\u00a0', 'Les\u200buur', 'Minuten', 'Status', 'Rede\u0301n', 'Opmerking'], ...GOED.map((row) => [`\u200b${row[0]}\u00a0`, `\ufeff${row[1]}`, ...row.slice(2)])])), { codering: 'UTF-8 met BOM' }),
  // 18: pupil numbers that a spreadsheet has spoilt.
  {
    ...een(18, 'voorloopnullen-en-exponent', utf8(lessen([...GOED.map((row) => ['001001', ...row.slice(1)]), ['1,00123E+05', DAGEN[0], '1', '240', 'afwezig', 'S', '']])), { rijen: [5, 4, 1] }, ['6 leerling leerling_ongeldig']),
    meldingen: ['001001 16u 2025-09-01 2025-09-04 960'],
  },
  // 19: ragged rows.
  een(19, 'te-kort-en-te-lang', utf8(lessen(tussen(['1001', '2025-09-05', '1'], [...GOED[0], 'nog', 'wat'], [...GOED[2].map((cell, i) => (i === 1 ? '2025-09-06' : cell)), '', '']))), { rijen: [7, 4, 3] }, ['4 te_weinig_velden', '5 te_veel_velden', '6 datum geen_lesdag']),
  // 20: line ends and padding.
  een(20, 'alleen-cr', utf8(lessen(GOED, { eol: '\r' }))),
  een(20, 'gemengde-regeleinden', utf8(`${KOP.join(';')}\r\n${GOED[0].join(';')}\n${GOED[1].join(';')}\r${GOED[2].join(';')}\r\n${GOED[3].join(';')}`)),
  een(20, 'nul-en-ctrl-z-aan-het-eind', utf8(`${lessen()}\x1a\0\0\0`)),
  een(20, 'nul-in-een-opmerking', utf8(lessen([rij(DAGEN[0], { opmerking: 'a\0b' }), ...GOED.slice(1)]))),
  // 21: lists in a cell.
  een(21, 'lijst-in-een-cel', utf8(lessen([rij(DAGEN[0], { opmerking: '1001,1002,1003,1004,1005,1006' }), ...GOED.slice(1)]))),
  {
    fout: 21,
    naam: 'zermelo-lijst-van-leerlingen',
    bestanden: [
      {
        naam: 'zermelo.json',
        bytes: utf8(JSON.stringify({ response: { data: [...DAGEN.map((d) => afspraak(seconden(`${d}T07:00:00Z`), seconden(`${d}T11:00:00Z`), { groups: ['3a', '3b'] })), afspraak(seconden('2025-09-05T07:00:00Z'), seconden('2025-09-05T11:00:00Z'), { cancelled: true })] } })),
        verwacht: { codering: 'UTF-8', scheidingsteken: '', kopregel: 0, profiel: 'zermelo_afspraken', rijen: [10, 8, 2] },
      },
      { naam: 'verzuim.csv', bytes: utf8(tekst([['leerling', 'datum', 'soort', 'reden'], ...DAGEN.map((d) => ['1001', d, 'absent', 'S'])])), verwacht: { ...ALS_LESSEN, profiel: 'verzuim' } },
    ],
    problemen: ['zermelo.json:10 cancelled geen_les', 'zermelo.json:11 cancelled geen_les'],
    meldingen: MELDING,
  },
  // 22: what Excel makes.
  werkmap(22, 'verborgen-blad-en-uitleg', workbook({ Geheim: [['x']], Lessen: cellen, Uitleg: [['Zo leest u dit']] }, { hidden: ['Geheim'] })),
  werkmap(22, 'strict-ooxml', workbook({ Blad1: cellen }, { strict: true })),
  werkmap(22, 'samengevoegde-cellen', workbook({ Blad1: [['Overzicht van september'], [], ...cellen] }), { kopregel: 3 }),
  geweigerd(22, 'formule-zonder-uitkomst', 'a.xlsx', workbook({ A: bladXml('<row r="1"><c r="A1"><f>1+1</f></c></row>') }), 'formule_zonder_uitkomst', 'niet_ondersteund_bestand'),
  geweigerd(22, 'oud-xls-onder-andere-naam', 'a.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]), 'niet_ondersteund_bestand'),
  geweigerd(22, 'webpagina-als-xls', 'a.xls', utf8('<html><body><table><tr><td>leerling</td></tr></table></body></html>'), 'niet_ondersteund_bestand'),
  // 23: bombs.
  geweigerd(23, 'zipbom', 'a.xlsx', zip({ ...workbookParts({ A: cellen }), 'xl/worksheets/sheet1.xml': Buffer.concat([utf8('<worksheet><!--'), Buffer.alloc(60_000_000, ' '), utf8('--></worksheet>')]) }), 'werkmap_te_groot', 'niet_ondersteund_bestand'),
  geweigerd(23, 'entiteit-in-werkmap', 'a.xlsx', zip({ ...workbookParts({ A: cellen }), 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' }), 'werkmap_beschadigd', 'niet_ondersteund_bestand'),
  geweigerd(23, 'entiteiten-in-edexml', 'leerlingen.xml', utf8(`<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><EDEX><leerlingen><leerling key="1001"><achternaam>&b;</achternaam></leerling></leerlingen></EDEX>`), 'bestand_beschadigd'),
  // 24: an export that misses pupils: no rows is not the same as no hours.
  {
    ...een(24, 'leerling-zonder-regels', utf8(lessen())),
    bestanden: [
      { naam: 'lessen.csv', bytes: utf8(lessen()), verwacht: ALS_LESSEN },
      { naam: 'leerlingen.csv', bytes: utf8(tekst([['leerling', 'geboortedatum'], ['1001', '2011-05-06'], ['1002', '2011-07-08']])), verwacht: { ...ALS_LESSEN, profiel: 'leerlingen', rijen: [2, 2, 0] } },
    ],
    problemen: [':0 leerling_zonder_regels'],
  },
  // 25: the same rows from two exports.
  een(25, 'dubbele-en-tegenstrijdige-regel', utf8(lessen([...GOED, GOED[0], ['1001', DAGEN[1], '1', '240', 'aanwezig', '', '']])), { rijen: [6, 4, 2] }, ['6 lesuur dubbele_regel', '7 lesuur tegenstrijdige_regel']),
  {
    ...een(25, 'twee-exports-die-overlappen', utf8('')),
    bestanden: [
      { naam: 'a.csv', bytes: utf8(lessen(GOED.slice(0, 3))), verwacht: { ...ALS_LESSEN, rijen: [3, 3, 0] } },
      { naam: 'b.csv', bytes: utf8(lessen(GOED.slice(1))), verwacht: { ...ALS_LESSEN, rijen: [3, 1, 2] } },
    ],
    problemen: ['b.csv:2 lesuur dubbele_regel', 'b.csv:3 lesuur dubbele_regel'],
  },
  ...[
    ['ziek', 'absent', 'Z'],
    ['toch-aanwezig', 'present', ''],
  ].map(([naam, soort, reden]) => ({
    ...een(25, `later-ingevoerd-${naam}`, utf8('')),
    school: MET_ROOSTER,
    bestanden: [
      { naam: 'a.csv', bytes: utf8(metInvoer([...DAGEN, '2025-09-05'].map((d) => [d, 'absent', 'S', '05-09-2025 16:00']))), verwacht: { ...ALS_LESSEN, profiel: 'verzuim', rijen: [5, 4, 1] } },
      // The second day was changed a minute later; of the third this file still says what was entered first.
      { naam: 'b.csv', bytes: utf8(metInvoer([[DAGEN[1], soort, reden, '05-09-2025 16:01'], [DAGEN[2], 'absent', 'Z', '13-08-2025']])), verwacht: { ...ALS_LESSEN, profiel: 'verzuim', rijen: [2, 1, 1] } },
    ],
    problemen: ['a.csv:0 ingevoerd datumnotatie_aangenomen', 'a.csv:3 lesuur later_ingevoerd', 'b.csv:3 lesuur later_ingevoerd'],
    meldingen: ['1001 16u 2025-09-01 2025-09-05 960'],
  })),
  // The second row was entered a minute after the first; of the third nobody can say when.
  {
    ...een(25, 'later-ingevoerd-met-tijdzone', utf8('')),
    school: MET_ROOSTER,
    bestanden: [
      { naam: 'a.csv', bytes: utf8(metInvoer([
        [DAGEN[0], 'absent', 'S', '2025-09-05 16:00:00+02:00'],
        [DAGEN[0], 'absent', 'Z', '2025-09-05 15:01:00+01:00'],
        [DAGEN[1], 'absent', 'S', '2025-09-05 25:10'],
      ])), verwacht: { ...ALS_LESSEN, profiel: 'verzuim', rijen: [3, 1, 2] } },
    ],
    problemen: ['a.csv:2 lesuur later_ingevoerd', 'a.csv:4 ingevoerd tijd_ongeldig'],
    meldingen: [],
  },
  // 26: the clocks change in the night of 25 to 26 October 2025: nine o'clock is 07:00 UTC before and 08:00 UTC after.
  {
    ...verzuim(26, 'zomertijd-en-wintertijd', 'somtoday_absentiemeldingen', utf8(JSON.stringify({ items: [
      somtoday('2025-10-15T09:00:00.000+02:00', '2025-10-15T13:00:00.000+02:00'),
      somtoday('2025-10-16T07:00:00Z', '2025-10-16T11:00:00Z'),
      somtoday('2025-10-27T08:00:00Z', '2025-10-27T12:00:00Z'),
      somtoday('2025-10-28T09:00:00.000+01:00', '2025-10-28T13:00:00.000+01:00'),
      // Half past one to half past two took two hours that night, but half past two came twice.
      somtoday('2025-10-25T23:30:00Z', '2025-10-26T01:30:00Z'),
      somtoday('2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z'),
    ] })), { scheidingsteken: '', kopregel: 0, rijen: [6, 4, 2] }, []),
    problemen: ['verzuim.csv:6 datum geen_lesdag', 'verzuim.csv:7 eindDatumTijd.tijd tijdvak_ongeldig'],
    meldingen: ['1001 16u 2025-10-15 2025-10-28 960'],
  },
  // 27: what a spreadsheet would run is text again in what we write.
  ...['=1+1', '+1', '-1', '@som', '\uff1d1'].map((leerling, i) => ({
    ...een(27, `formule-${i + 1}`, utf8(lessen(GOED.map((row) => [leerling, ...row.slice(1)])))),
    meldingen: [`${leerling} 16u 2025-09-01 2025-09-04 960`],
    uitvoer: [['meldingen.csv', `"'${leerling}"`]],
  })),
];
