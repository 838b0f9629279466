// Workbooks in: the same answers as the CSV of the same rows, whatever program wrote them; nothing worse than a clear
// refusal for a broken or hostile one. tests/web/werkmap.mjs writes the files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { berekenOf, bytesOf, cli, createVerzuimkitWorker, csv, filesOf, kit, lessenRows, packageDir, school, scratch, smallCsv, textOf, VerzuimkitError } from './support.mjs';
import { cellsOf, workbook, workbookParts, zip } from './werkmap.mjs';

const inPackage = (name) => import(pathToFileURL(join(packageDir, 'dist', 'xlsx', name)));
const { openSpreadsheet } = await inPackage('spreadsheet.js');
const { kindOfFormat, builtInKind, numberText } = await inPackage('number_format.js');
const { crc32 } = await inPackage('crc32.js');
const { XmlReader, attributesOf } = await inPackage('xml.js');

const access = (bytes) => ({ size: bytes.length, read: async (from, to) => bytes.subarray(from, to) });

/** What the core is given to read: the text of one sheet. */
async function textOfSheet(bytes, werkblad) {
  const pieces = [];
  for await (const piece of (await openSpreadsheet(access(bytes), werkblad)).text()) pieces.push(piece);
  return textOf(Buffer.concat(pieces));
}

const small = cellsOf(smallCsv);
const numbers = small.map((row, i) => (i === 0 ? row : row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))));

async function refusal(bytes, options = {}) {
  const session = (await kit()).session(school);
  try {
    await session.add(bytes, { naam: 'werkmap.xlsx', ...options });
  } catch (error) {
    assert.ok(error instanceof VerzuimkitError, String(error.stack));
    assert.equal(error.fouten.length, 1);
    assert.equal(error.fouten[0].ernst, 'fataal');
    assert.equal(error.fouten[0].plaats.bestand, 'werkmap.xlsx');
    assert.deepEqual((await session.inspect()).bestanden, [], 'nothing of the file stays');
    return error.fouten[0];
  }
  return assert.fail('was read');
}

const WAYS = {
  'shared strings': [small],
  'inline strings': [small, { inline: true }],
  'numbers as numbers': [numbers],
  'strict namespaces': [small, { strict: true }],
  'a prefix for every element': [small, { prefix: 'x' }],
  'no places written': [small.map((row) => row.map((cell) => cell || ' ')), { places: false }],
  'stored, not packed': [small, { method: 0 }],
  zip64: [small, { wide: true }],
  'a comment behind the directory': [small, { comment: 'PK gemaakt door iets' }],
};
for (const [way, [rows, options]] of Object.entries(WAYS)) {
  test(`the same files come out as of the CSV: ${way}`, async () => {
    const bytes = workbook({ Blad1: rows }, options);
    const expected = filesOf(await berekenOf({ register: smallCsv }));
    const { 'verslag.json': verslag, ...rest } = filesOf(await berekenOf({ register: bytes }));
    const { 'verslag.json': verslagCsv, ...restCsv } = expected;
    assert.deepEqual(rest, restCsv);
    assert.ok(JSON.parse(rest['meldingen.json']).meldingen.length > 0);
    const [invoer] = JSON.parse(verslag).invoer;
    assert.equal(invoer.bytes, bytes.length);
    assert.equal(invoer.sha256, createHash('sha256').update(bytes).digest('hex'));
    assert.equal(invoer.werkblad, 'Blad1');
    assert.deepEqual(invoer.rijen, JSON.parse(verslagCsv).invoer[0].rijen);
  });
}

test('it comes as Blob, as a stream of any pieces, through a worker, and with a fingerprint of the module', async () => {
  const bytes = workbook({ Blad1: small });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { createVerzuimkit } = await import(pathToFileURL(join(packageDir, 'dist', 'bare.js')));
  const bare = await createVerzuimkit({ wasm: await readFile(join(packageDir, 'dist', 'verzuimkit.wasm')) });
  const worker = await createVerzuimkitWorker();
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  };
  const sources = { blob: () => new Blob([bytes]), bytes: () => new Uint8Array(bytes), stream: () => ReadableStream.from(pieces()) };
  for (const owner of [await kit(), bare, worker]) {
    for (const [name, source] of Object.entries(sources)) {
      const session = owner.session(school);
      const seen = [];
      const bestand = await session.add(source(), { naam: 'a.xlsx', onProgress: (voortgang) => seen.push(voortgang) });
      assert.equal(bestand.sha256, sha256, name);
      assert.equal(bestand.bytes, bytes.length, name);
      assert.equal(bestand.rijen.gelezen, small.length - 1, name);
      assert.deepEqual(seen.at(-1), { bytes: bytes.length, rijen: seen.at(-1).rijen, totaal: bytes.length });
    }
  }
  await worker.close();
});

test('a workbook and a CSV in one session; reading can be stopped, and again', async () => {
  const session = (await kit()).session(school);
  const controller = new AbortController();
  const rows = cellsOf(csv(lessenRows(200, 30, () => 'aanwezig;;')));
  const stopped = session.add(workbook({ A: rows }), { naam: 'a.xlsx', signal: controller.signal, onProgress: () => controller.abort() });
  await assert.rejects(stopped, { name: 'AbortError' });
  await session.add(workbook({ A: small }), { naam: 'a.xlsx' });
  await session.add(bytesOf('leerling;geboortedatum\n1001;2010-01-01\n'), { naam: 'leerlingen.csv' });
  assert.deepEqual((await session.inspect()).bestanden.map(({ naam }) => naam), ['a.xlsx', 'leerlingen.csv']);
});

test('rows keep their numbers, empty rows and all', async () => {
  const rows = [...small.slice(0, 3), null, null, ['1001', '2025-02-30', '1', '50', 'aanwezig'], ...small.slice(3), null, null];
  const text = (await textOfSheet(workbook({ A: rows }))).split('\n');
  assert.equal(text[4], '');
  const { bestanden } = await berekenOf({ 'a.xlsx': workbook({ A: rows }) });
  const problemen = textOf(bestanden.find(({ naam }) => naam === 'problemen.csv').inhoud);
  assert.match(problemen, /"a\.xlsx";6;1;"datum";"afgewezen";"datum_ongeldig"/);
  const asCsv = rows.slice(0, -2).map((row) => (row === null ? '' : [...row, '', '', ''].slice(0, 7).join(';'))).join('\n');
  const ofCsv = filesOf(await berekenOf({ 'a.xlsx': asCsv }));
  assert.equal(problemen, ofCsv['problemen.csv']);
});

test('a line end inside a cell does not move the rows after it; quotes and delimiters stay in their cell', async () => {
  const text = await textOfSheet(workbook({ A: [['a', 'b'], ['een\r\ntwee\nregels', 'x;"y"'], ['na', ' spatie ']] }));
  assert.equal(text, 'a;b\neen twee regels;"x;""y"""\nna;" spatie "\n');
});

// code or built-in number, value, text in the calendar of 1900, and of 1904 where it differs
const FORMATS = [
  ['0', '12', '12'],
  ['General', '0.1', '0.1'],
  ['General', '1.0E+3', '1000'],
  ['General', '1234567890123', '1234567890123'],
  ['#,##0.00', '1234.5', '1234.5'],
  ['000000', '1234', '001234'],
  ['0', '007', '007'],
  ['0%', '0.25', '0.25'],
  ['0.00E+00', '5', '5'],
  ['[Red]0;[Blue]-0', '-4', '-4'],
  ['"dag" 0', '3', '3'],
  ['\\d0', '3', '3'],
  ['14', '46023', '2026-01-01', '2030-01-02'],
  ['dd\\-mm\\-yyyy;@', '46023', '2026-01-01', '2030-01-02'],
  ['[$-413]d mmmm yyyy', '46023.0', '2026-01-01', '2030-01-02'],
  ['dd/mm/jjjj', '46023', '2026-01-01', '2030-01-02'],
  ['mmm', '46023', '2026-01-01', '2030-01-02'],
  ['14', '1', '1900-01-01', '1904-01-02'],
  ['14', '59', '1900-02-28', '1904-02-29'],
  ['14', '60', '1900-02-29', '1904-03-01'],
  ['14', '61', '1900-03-01', '1904-03-02'],
  ['14', '2958465', '9999-12-31'],
  ['14', '2958466', '2958466', '2958466'],
  ['14', '-1', '-1'],
  ['22', '46023.354166666664', '2026-01-01 08:30', '2030-01-02 08:30'],
  ['yyyy-mm-dd hh:mm:ss', '46023.99999999', '2026-01-02', '2030-01-03'],
  ['20', '0.35416666666666669', '08:30'],
  ['hh:mm', '46023.354166666664', '08:30'],
  ['h:mm AM/PM', '0.75', '18:00'],
  ['21', '0.35424768518518518', '08:30:07'],
  ['mm:ss', '0.00347222222222222', '00:05'],
  ['uu:mm', '0.5', '12:00'],
  ['[h]:mm', '1.5', '36:00'],
  ['46', '0.0416666666666667', '01:00'],
  ['14', 'n.v.t.', 'n.v.t.'],
];
test('numbers, dates and times are written as the sheet shows them', () => {
  for (const [code, value, in1900, in1904 = in1900] of FORMATS) {
    const kind = /^\d\d$/.test(code) && code !== '00' ? builtInKind(Number(code)) : kindOfFormat(code);
    assert.equal(numberText(value, kind, false), in1900, `${code} ${value}`);
    if (value !== '2958465') assert.equal(numberText(value, kind, true), in1904, `${code} ${value} (1904)`);
  }
});

test('cells of every type; styles point to formats; 1904 is a property of the workbook', async () => {
  const cell = (xml) => ({ xml: (place) => xml.replace('<c', `<c r="${place}"`) });
  const sheet = [
    ['kop1', 'kop2', 'kop3', 'kop4', 'kop5', 'kop6', 'kop7', 'kop8', 'kop9'],
    [
      cell('<c s="1"><v>46023</v></c>'),
      cell('<c s="2"><v>0.5</v></c>'),
      cell('<c t="b"><v>1</v></c>'),
      cell('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
      cell('<c t="str"><f>A1&amp;"x"</f><v>kopx &lt;_x000D_</v></c>'),
      cell('<c t="d"><v>2026-01-07T00:00:00</v></c>'),
      cell('<c t="inlineStr"><is><r><t>Jan</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Piet</t></r><rPh sb="0" eb="1"><t>weg</t></rPh></is></c>'),
      cell('<c s="3"><f>B2*2</f><v>42</v></c>'),
      cell('<c t="str"><f>""</f></c>'),
    ],
  ];
  const formats = ['14', 'hh:mm', '0000'];
  const head = 'kop1;kop2;kop3;kop4;kop5;kop6;kop7;kop8;kop9\n';
  assert.equal(await textOfSheet(workbook({ A: sheet }, { formats })), `${head}2026-01-01;12:00;WAAR;#DIV/0!;"kopx < ";2026-01-07;Jan Piet;0042;\n`);
  assert.match(await textOfSheet(workbook({ A: sheet }, { formats, date1904: true })), /\n2030-01-02;12:00;/);
});

test('a formula without an outcome is refused with its place: an empty cell would mean something else', async () => {
  const xml = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>leerling</t></is></c></row><row r="2"><c r="C2"><f>1+1</f></c></row></sheetData></worksheet>';
  const fout = await refusal(workbook({ A: xml }));
  assert.equal(fout.code, 'formule_zonder_uitkomst');
  assert.deepEqual(fout.plaats, { bestand: 'werkmap.xlsx', regel: 2, kolom: 'C' });
});

test('of several sheets the first visible one with data is read, or the one that is named', async () => {
  const sheets = { Geheim: small.slice(0, 5), Leeg: [], Lessen: small, Uitleg: [['Zo leest u dit']] };
  const bytes = workbook(sheets, { hidden: ['Geheim'] });
  const add = async (options) => (await kit()).session(school).add(bytes, { naam: 'werkmap.xlsx', ...options });
  const { werkblad, andere_werkbladen, rijen } = await add({});
  assert.equal(werkblad, 'Lessen');
  assert.deepEqual(andere_werkbladen, ['Geheim', 'Leeg', 'Uitleg']);
  assert.equal(rijen.gelezen, small.length - 1);
  assert.equal((await add({ werkblad: 'geheim' })).rijen.gelezen, 4);
  const unknown = await refusal(bytes, { werkblad: 'Les' });
  assert.equal(unknown.code, 'werkblad_onbekend');
  assert.match(unknown.bericht, /«Geheim», «Leeg», «Lessen», «Uitleg»/);
  assert.equal((await refusal(workbook({ A: [], B: [] }))).code, 'leeg_bestand');
  assert.equal(await textOfSheet(workbook({ A: [], B: [['x']] }, { hidden: ['B'] })), 'x\n', 'a hidden one when nothing else holds data');
});

test('the command line reads workbooks, names the sheet, and takes --werkblad', async (t) => {
  const dir = await scratch(t);
  await writeFile(join(dir, 'lessen.xlsx'), workbook({ Lessen: small, Uitleg: [['tekst']] }));
  await writeFile(join(dir, 'lessen.csv'), smallCsv);
  await writeFile(join(dir, 'school.json'), JSON.stringify(school));
  const run = (...args) => cli(['bereken', '--school', 'school.json', ...args], { cwd: dir });
  const made = await run('--uit', 'x', 'lessen.xlsx');
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stderr, /lessen\.xlsx: werkblad «Lessen» gelezen, niet «Uitleg»/);
  assert.equal((await run('--uit', 'c', 'lessen.csv')).code, 0);
  assert.deepEqual(await readFile(join(dir, 'x', 'meldingen.csv')), await readFile(join(dir, 'c', 'meldingen.csv')));
  const wrong = await run('--uit', 'w', '--werkblad', 'Anders', 'lessen.xlsx');
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /lessen\.xlsx: Er is geen werkblad «Anders»\. Kies uit: «Lessen», «Uitleg»/);
  const piped = await cli(['inspecteer', '-'], { input: (async function* () { yield await readFile(join(dir, 'lessen.xlsx')); })() });
  assert.equal(JSON.parse(piped.stdout).bestanden[0].werkblad, 'Lessen');
});

const compound = (names) => {
  const file = Buffer.alloc(3 * 1024 * 1024, 1);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  names.forEach((name, i) => Buffer.from(name, 'utf16le').copy(file, 1024 * 1024 - 9 + 400 * i));
  return file;
};
const parts = workbookParts({ A: small });
const without = (name) => Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name));
const withSheet = (xml) => zip({ ...parts, 'xl/worksheets/sheet1.xml': xml });
const sheetData = (rows) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const good = workbook({ A: small });

const REFUSED = [
  ['an old .xls', compound(['Workbook']), 'niet_ondersteund_bestand', /oud Excel-bestand \(\.xls\), dat als \.xlsx.*CSV/],
  ['a workbook with a password', compound(['EncryptionInfo', 'EncryptedPackage']), 'werkmap_beveiligd', /wachtwoord/],
  ['a web page called .xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'niet_ondersteund_bestand', /webpagina.*als \.xlsx/],
  ['OpenDocument', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'niet_ondersteund_bestand', /\.ods/],
  ['a zip of something else', zip({ 'lessen.csv': smallCsv }), 'niet_ondersteund_bestand', /Pak het uit/],
  ['a binary workbook', zip({ ...parts, '_rels/.rels': parts['_rels/.rels'].replace('workbook.xml', 'workbook.bin') }), 'niet_ondersteund_bestand', /\.xlsb/],
  ['a letter', zip({ ...parts, 'word/document.xml': '<x/>', '_rels/.rels': parts['_rels/.rels'].replace('xl/workbook.xml', 'word/document.xml') }), 'niet_ondersteund_bestand', /geen werkmap/],
  ['half a file', good.subarray(0, good.length / 2), 'werkmap_beschadigd', /inhoudsopgave ontbreekt/],
  ['only the first bytes', Buffer.from('PK\u0003\u0004'), 'werkmap_beschadigd', /./],
  ['no workbook in it', zip(without('xl/workbook.xml')), 'werkmap_beschadigd', /ontbreekt/],
  ['no sheet in it', zip(without('xl/worksheets/sheet1.xml')), 'werkmap_beschadigd', /werkblad A ontbreekt/],
  ['texts that are not there', zip(without('xl/sharedStrings.xml')), 'werkmap_beschadigd', /tekst van cel A1/],
  ['a wrong checksum', zip(parts, { bend: (r, name) => void (name.includes('sheet1') && (r.crc ^= 1)) }), 'werkmap_beschadigd', /controlesom/],
  ['more than it says', zip(parts, { bend: (r, name) => void (name.includes('sheet1') && (r.size -= 1)) }), 'werkmap_beschadigd', /groter dan het zegt/],
  ['less than it says', zip(parts, { bend: (r, name) => void (name.includes('sheet1') && (r.size += 1)) }), 'werkmap_beschadigd', /niet compleet/],
  ['a part with a password', zip(parts, { bend: (r) => void (r.flags |= 1) }), 'niet_ondersteund_bestand', /wachtwoord/],
  ['an unknown way of packing', zip(parts, { bend: (r) => void (r.method = 12) }), 'werkmap_beschadigd', /onbekende manier/],
  ['one name twice', zip({ ...parts, 'XL/workbook.xml': parts['xl/workbook.xml'] }), 'werkmap_beschadigd', /twee keer/],
  ['a document type', withSheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'), 'werkmap_beschadigd', /documenttype/],
  ['an entity of its own', withSheet(sheetData('<row r="1"><c t="str"><v>&a;</v></c></row>')), 'werkmap_beschadigd', /&a; bestaat niet/],
  ['endless depth', withSheet('<a>'.repeat(100)), 'werkmap_beschadigd', /te diep/],
  ['elements that cross', withSheet('<worksheet><sheetData></worksheet></sheetData>'), 'werkmap_beschadigd', /niet gesloten/],
  ['XML that ends early', withSheet('<worksheet><sheetData><row r="1"><c t="str"><v>x</v></c></row>'), 'werkmap_beschadigd', /houdt te vroeg op/],
  ['rows that go back', withSheet(sheetData('<row r="2"><c t="str"><v>x</v></c></row><row r="1"/>')), 'werkmap_beschadigd', /na rij 2 komt rij 1/],
  ['a row beyond the sheet', withSheet(sheetData('<row r="1048577"/>')), 'werkmap_beschadigd', /bestaat niet/],
  ['a cell without a place', withSheet(sheetData('<row r="1"><c r="7"><v>1</v></c></row>')), 'werkmap_beschadigd', /geen plaats/],
  ['another encoding', withSheet('<?xml version="1.0" encoding="windows-1252"?><worksheet/>'), 'werkmap_beschadigd', /windows-1252/],
  ['bytes that are no UTF-8', withSheet(Buffer.concat([Buffer.from('<worksheet><a b="'), Buffer.from([0xe9]), Buffer.from('"/></worksheet>')])), 'werkmap_beschadigd', /tekens/],
];
for (const [what, bytes, code, message] of REFUSED) {
  test(`refused with advice: ${what}`, async () => {
    const fout = await refusal(bytes);
    assert.equal(fout.code, code, fout.bericht);
    assert.match(fout.bericht, message);
  });
}

const packedRun = (text, times) => Buffer.alloc(text.length * times, text);
const BOMBS = {
  'a sheet packed a thousand times': () => zip({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet><!--'), packedRun(' ', 60_000_000), Buffer.from('--></worksheet>')]) }),
  'texts without end': () => zip({ ...parts, 'xl/sharedStrings.xml': Buffer.concat([Buffer.from('<sst>'), packedRun('<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>', 1_000_000), Buffer.from('</sst>')]) }),
  'a size that no export has': () => zip(parts, { bend: (r, name) => void (name.includes('sharedStrings') && (r.size = 0xfffffffe)) }),
  'cells at the far end of every row': () => workbook({ A: sheetData(Array.from({ length: 150_000 }, (_, i) => `<row r="${i * 5 + 1}"><c r="XFD${i * 5 + 1}" t="str"><v>${(i * 7919) % 1000003}</v></c></row>`).join('')) }),
};
for (const [what, make] of Object.entries(BOMBS)) {
  test(`a bomb is put out: ${what}`, async () => {
    const bytes = make();
    assert.ok(bytes.length < 5_000_000, `${bytes.length}`);
    await assert.rejects(textOfSheet(bytes), { code: 'werkmap_te_groot' });
  });
}

test('a tag or text of a million characters is refused, not gathered', async () => {
  const fout = await refusal(zip({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet a="'), Buffer.alloc(1_200_000, 'ab12cd34'), Buffer.from('"/>')]) }, { method: 0 }));
  assert.match(fout.bericht, /te lang/);
});

test('broken at random, a workbook is read or refused, and nothing else', { timeout: 120_000 }, async () => {
  let s = 20261122;
  const random = (n) => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  const sources = [workbook({ A: small.slice(0, 40) }), workbook({ A: small.slice(0, 40) }, { method: 0, inline: true, prefix: 'x', wide: true })];
  let read = 0;
  let refused = 0;
  for (let i = 0; i < Number(process.env.VERZUIM_FUZZ_XLSX ?? 3000); i += 1) {
    let bytes = Buffer.from(sources[i % 2]);
    for (let times = 1 + random(4); times > 0; times -= 1) {
      const at = random(bytes.length);
      switch (random(5)) {
        case 0: bytes[at] = random(256); break;
        case 1: bytes[at] ^= 1 << random(8); break;
        case 2: bytes = bytes.subarray(0, Math.max(4, at)); break;
        case 3: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(bytes.length))]); break;
        default: bytes.writeUInt32LE([0, 1, 0xffffffff, 0x7fffffff, 22, 0x04034b50][random(6)], Math.min(at, bytes.length - 4));
      }
    }
    bytes.set([0x50, 0x4b, 3, 4]);
    try {
      await textOfSheet(bytes);
      read += 1;
    } catch (error) {
      assert.equal(error.constructor.name, 'Damage', `case ${i}: ${error.stack}`);
      refused += 1;
    }
  }
  assert.ok(read > 20 && refused > 20, `${read} read, ${refused} refused`);
});

test('XML is read the same at any split of its bytes', () => {
  const xml = '\ufeff<?xml version="1.0"?>\r\n<a x="1>2" y=\'"\'><!-- <b> --><b:c d:e="&lt;&#65;&#x42;"/>t&amp;u\r\nv<![CDATA[<&amp;>]]></a>\n';
  const events = (bytes, split) => {
    const seen = [];
    const reader = new XmlReader({
      wantsText: true,
      open: (name, tag) => seen.push(['open', name, ...attributesOf(tag)]),
      close: (name) => seen.push(['close', name]),
      text: (text) => seen.push(['text', text]),
    });
    for (let at = 0; at < bytes.length; at += split) reader.push(bytes.subarray(at, at + split));
    reader.end();
    return seen;
  };
  const expected = [
    ['open', 'a', ['x', '1>2'], ['y', '"']],
    ['open', 'c', ['d:e', '<AB']],
    ['close', 'c'],
    ['text', 't&u\nv'],
    ['text', '<&amp;>'],
    ['close', 'a'],
  ];
  for (const bytes of [bytesOf(xml), new Uint8Array(Buffer.from(xml, 'utf16le')), new Uint8Array(Buffer.from(xml, 'utf16le').swap16())]) {
    for (let split = 1; split < 40; split += 1) assert.deepEqual(events(bytes, split), expected);
  }
});

test('the checksum is the one of zip', () => {
  assert.equal(crc32(bytesOf('123456789')), 0xcbf43926);
  assert.equal(crc32(bytesOf('6789'), crc32(bytesOf('12345'))), 0xcbf43926);
});

// Another program writes the file, and says beforehand what stands in it.
const OPENPYXL = `
import datetime, json, sys
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
wb = Workbook()
if sys.argv[2] == '1904': wb.epoch = CALENDAR_MAC_1904
ws = wb.active
ws.title = 'Verzuim & zo'
rows = [['leerling', 'datum', 'begintijd', 'moment', 'geoorloofd', 'minuten', 'reden']]
day = datetime.date(2025, 8, 18)
for i in range(300):
    rows.append([1000 + i if i % 2 else 'L%04d' % i, day + datetime.timedelta(days=i), datetime.time(8 + i % 9, i % 60),
                 datetime.datetime(2025, 9, 1 + i % 28, 7 + i % 12, i % 60, i % 60), i % 3 == 0, i * 5, ['ziek', 'te laat; "uitgestuurd"', None, 'é€𝄞'][i % 4]])
for row in rows: ws.append(row)
for row in ws.iter_rows(min_row=2):
    row[1].number_format = 'DD-MM-YYYY'
    row[2].number_format = 'HH:MM'
    row[3].number_format = 'DD-MM-YYYY HH:MM:SS'
wb.create_sheet('Leeg')
wb.save(sys.argv[1])
def text(v):
    if v is None: return ''
    if v is True: return 'WAAR'
    if v is False: return 'ONWAAR'
    if isinstance(v, datetime.datetime): return v.strftime('%Y-%m-%d %H:%M') + (v.strftime(':%S') if v.second else '')
    if isinstance(v, datetime.date): return v.isoformat()
    if isinstance(v, datetime.time): return v.strftime('%H:%M')
    return str(v)
json.dump([[text(v) for v in row] for row in rows], sys.stdout)
`;
for (const epoch of ['1900', '1904']) {
  test(`what openpyxl wrote is read as openpyxl meant it (${epoch})`, async (t) => {
    const path = join(await scratch(t), 'openpyxl.xlsx');
    const expected = JSON.parse(execFileSync('/usr/bin/python3', ['-c', OPENPYXL, path, epoch], { encoding: 'utf8' }));
    const text = await textOfSheet(await readFile(path));
    const quoted = (cell) => (/[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    assert.equal(text, expected.map((row) => `${row.map(quoted).join(';')}\n`).join(''));
  });
}
