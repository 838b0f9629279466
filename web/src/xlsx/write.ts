// A CSV file of ours as a workbook: the same cells, numbers and dates as such, the header row in sight. Text is never a
// formula: it is written as text. The same file gives the same bytes on every host.
import { failure } from '../errors.js';
import { deflateSync } from '../fflate.mjs';
import { crc32 } from './crc32.js';
import { lettersOf } from './sheet.js';

const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;
const MAX_WIDTH = 60;

/** Stands behind the directory of every workbook that we make, so that an older one can be told from somebody's own. */
export const WRITER_MARK = 'verzuimkit';

interface Cell {
  text: string;
  quoted: boolean;
}

// Our own CSV (core/report/csv.h): BOM, ";", CRLF, text quoted, numbers and dates bare.
function* rowsOf(csv: string): Generator<Cell[]> {
  const cell = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/y;
  cell.lastIndex = csv.startsWith('\ufeff') ? 1 : 0;
  let row: Cell[] = [];
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (!found) throw new TypeError('Dit is geen CSV van verzuimkit.');
    const [, quoted, bare = '', end] = found;
    row.push(quoted === undefined ? { text: bare, quoted: false } : { text: quoted.replaceAll('""', '"'), quoted: true });
    if (end === ';') continue;
    yield row;
    row = [];
  }
}

// What XML cannot hold is written as _xHHHH_ (ST_Xstring), and so is text that looks like that.
const escapeText = (text: string): string =>
  (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));

const DAY_MS = 86_400_000;
const STYLE = { date: 1, header: 2 };

function serialOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY_MS;
  // Before March 1900 the calendar of a workbook has a day too many.
  return Number.isInteger(serial) && serial > 60 ? serial : undefined;
}

function cellXml({ text, quoted }: Cell, place: string, header: boolean): string {
  if (text === '') return '';
  if (!quoted && !header) {
    if (/^-?(0|[1-9]\d{0,14})$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
    const serial = serialOf(text);
    if (serial !== undefined) return `<c r="${place}" s="${STYLE.date}"><v>${serial}</v></c>`;
  }
  const style = header ? ` s="${STYLE.header}"` : '';
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheetXml(csv: string, naam: string): string {
  const rows: string[] = [];
  const widths: number[] = [];
  for (const row of rowsOf(csv)) {
    if (rows.length === MAX_ROWS) {
      const bericht = 'Dit bestand heeft meer rijen dan een werkblad kan hebben. Gebruik het CSV-bestand.';
      throw failure('werkmap_te_groot', { bestand: naam }, bericht);
    }
    const n = rows.length + 1;
    const cells = row.map((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 8, Math.min(MAX_WIDTH, cell.text.length + 2));
      return cellXml(cell, `${lettersOf(column)}${n}`, n === 1);
    });
    rows.push(`<row r="${n}">${cells.join('')}</row>`);
  }
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
    `${cols && `<cols>${cols}</cols>`}<sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/>' +
  '<xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>';

function partsOf(csv: string, naam: string): [name: string, xml: string][] {
  const sheet = escapeText(naam.replace(/\.csv$/, '').replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)).replaceAll('"', '&quot;');
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const relations = (...list: [type: string, target: string][]) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}` +
        `${override('xl/worksheets/sheet1.xml', 'worksheet')}${override('xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheetXml(csv, naam)],
  ];
}

// 1 January 1980, the first moment a zip file can name: the time of making is no part of the result.
const DOS_DATE = 0x0021;

function record(signature: number, size: number, fields: readonly [at: number, bytes: 2 | 4, value: number][]): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [at, width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return bytes;
}

function zip(parts: readonly [name: string, xml: string][]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [part, xml] of parts) {
    const name = encoder.encode(part);
    const plain = encoder.encode(xml);
    const packed = deflateSync(plain, { level: 6 });
    const shared = (at: number): [number, 2 | 4, number][] => [
      [at, 2, 20],
      [at + 4, 2, 8],
      [at + 8, 2, DOS_DATE],
      [at + 10, 4, crc32(plain)],
      [at + 14, 4, packed.byteLength],
      [at + 18, 4, plain.byteLength],
      [at + 22, 2, name.byteLength],
    ];
    const head = record(0x04034b50, 30, shared(4));
    directory.push(record(0x02014b50, 46, [[4, 2, 20], ...shared(6), [42, 4, offset]]), name);
    pieces.push(head, name, packed);
    offset += head.byteLength + name.byteLength + packed.byteLength;
  }
  const size = directory.reduce((sum, piece) => sum + piece.byteLength, 0);
  const end = record(0x06054b50, 22, [
    [8, 2, parts.length],
    [10, 2, parts.length],
    [12, 4, size],
    [16, 4, offset],
    [20, 2, WRITER_MARK.length],
  ]);
  const all = new Uint8Array(offset + size + end.byteLength + WRITER_MARK.length);
  let at = 0;
  for (const piece of [...pieces, ...directory, end, encoder.encode(WRITER_MARK)]) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

/**
 * One of the CSV files of a run as a workbook (.xlsx) with one sheet.
 *
 * @example
 * const { bestanden } = await session.bereken();
 * const werkmappen = bestanden.filter(({ naam }) => naam.endsWith('.csv')).map(toXlsx);
 */
export function toXlsx({ naam, inhoud }: { naam: string; inhoud: Uint8Array }): { naam: string; inhoud: Uint8Array<ArrayBuffer> } {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(inhoud);
  return { naam: naam.replace(/\.csv$/, '.xlsx'), inhoud: zip(partsOf(csv, naam)) };
}
