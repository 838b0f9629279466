// Makes workbooks for tests: zip and OOXML written out by hand, so that every corner of them can be bent.
import { crc32, deflateRawSync } from 'node:zlib';

const bytes = (text) => (typeof text === 'string' ? Buffer.from(text) : Buffer.from(text));

/**
 * A zip file of `parts` (name → text or bytes). `method` 0 stores, 8 deflates. `bend(record, name)` may change what
 * the directory says of a part before it is written: { crc, packed, size, flags, method, data }.
 */
export function zip(parts, { method = 8, bend = () => {}, comment = '', wide = false } = {}) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = bytes(content);
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const record = { crc: crc32(plain), packed: data.length, size: plain.length, flags: 0, method, data };
    bend(record, name);
    const file = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(record.flags, 6);
    head.writeUInt16LE(record.method, 8);
    head.writeUInt32LE(record.crc, 14);
    head.writeUInt32LE(record.packed, 18);
    head.writeUInt32LE(record.size, 22);
    head.writeUInt16LE(file.length, 26);
    locals.push(head, file, record.data);
    const extra = wide ? Buffer.alloc(28) : Buffer.alloc(0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(record.flags, 8);
    central.writeUInt16LE(record.method, 10);
    central.writeUInt32LE(record.crc, 16);
    central.writeUInt32LE(wide ? 0xffffffff : record.packed, 20);
    central.writeUInt32LE(wide ? 0xffffffff : record.size, 24);
    central.writeUInt16LE(file.length, 28);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(wide ? 0xffffffff : offset, 42);
    if (wide) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      [record.size, record.packed, offset].forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
    }
    directory.push(central, file, extra);
    offset += head.length + file.length + record.data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = Object.keys(parts).length;
  const tail = [];
  if (wide) {
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(44n, 4);
    [count, count, size, offset].forEach((value, i) => record.writeBigUInt64LE(BigInt(value), 24 + 8 * i));
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(offset + size), 8);
    tail.push(record, locator);
  }
  end.writeUInt16LE(wide ? 0xffff : count, 8);
  end.writeUInt16LE(wide ? 0xffff : count, 10);
  end.writeUInt32LE(wide ? 0xffffffff : size, 12);
  end.writeUInt32LE(wide ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, ...directory, ...tail, end, Buffer.from(comment)]);
}

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  rel: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  rel: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const escape = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

export function letters(column) {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A cell: text as a shared or inline string, a number, or the XML of a cell as { xml: (place) => string }. */
function cellXml(value, place, shared, inline) {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'object') return value.xml(place);
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (inline) return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  if (!shared.has(value)) shared.set(value, shared.size);
  return `<c r="${place}" t="s"><v>${shared.get(value)}</v></c>`;
}

/**
 * The parts of a workbook. `sheets`: name → rows, each row a list of cells or null for an empty row; or name → the
 * XML of the sheet as text. `hidden`: names. `formats`: number format codes, style i + 1 has format i; style 0 none.
 */
export function workbookParts(sheets, options = {}) {
  const { strict = false, prefix = '', inline = false, date1904 = false, hidden = [], formats = [], places = true } = options;
  const ns = strict ? STRICT : TRANSITIONAL;
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const shared = new Map();
  const names = Object.keys(sheets);
  const parts = {};
  names.forEach((name, i) => {
    const rows = sheets[name];
    const body =
      typeof rows === 'string'
        ? rows
        : rows
            .map((row, r) => {
              if (row === null) return '';
              const cells = row.map((value, c) => cellXml(value, `${letters(c)}${r + 1}`, shared, inline)).join('');
              return `<row r="${r + 1}">${cells}</row>`;
            })
            .join('');
    let xml = typeof rows === 'string' ? rows : `<worksheet><sheetData>${body}</sheetData></worksheet>`;
    if (!places) xml = xml.replace(/ r="[^"]*"/g, '');
    if (p !== '') xml = xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${p}`);
    parts[`xl/worksheets/sheet${i + 1}.xml`] = declaration + xml.replace(`<${p}worksheet`, `<${p}worksheet ${xmlns}="${ns.main}"`);
  });
  const sheetList = names
    .map((name, i) => `<${p}sheet name="${escape(name)}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} rel:id="rId${i + 1}"/>`)
    .join('');
  const pr = date1904 ? `<${p}workbookPr date1904="1"/>` : `<${p}workbookPr/>`;
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${ns.rel}/${type}" Target="${target}"/>`;
  const relations = (text) => `${declaration}<Relationships xmlns="${PACKAGE}">${text}</Relationships>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${declaration}<${p}workbook ${xmlns}="${ns.main}" xmlns:rel="${ns.rel}">${pr}<${p}sheets>${sheetList}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        relation('rId9001', 'sharedStrings', 'sharedStrings.xml') +
        relation('rId9002', 'styles', '/xl/styles.xml'),
    ),
    'xl/sharedStrings.xml': `${declaration}<${p}sst ${xmlns}="${ns.main}">${[...shared.keys()]
      .map((text) => `<${p}si><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}si>`)
      .join('')}</${p}sst>`,
    'xl/styles.xml': `${declaration}<${p}styleSheet ${xmlns}="${ns.main}"><${p}numFmts>${formats
      .map((code, i) => `<${p}numFmt numFmtId="${164 + i}" formatCode="${escape(code)}"/>`)
      .join('')}</${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs><${p}xf numFmtId="0"/>${formats
      .map((code, i) => `<${p}xf numFmtId="${/^\d+$/.test(code) && !/^0+$/.test(code) ? code : 164 + i}"/>`)
      .join('')}</${p}cellXfs></${p}styleSheet>`,
    ...parts,
  };
}

export const workbook = (sheets, options = {}) => zip(workbookParts(sheets, options), options);

/** The rows of a CSV text (without quotes) as cells; blank lines are empty rows. */
export const cellsOf = (csv) =>
  csv
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? null : line.split(';')));
