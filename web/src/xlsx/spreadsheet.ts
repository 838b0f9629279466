// Spreadsheet: an .xlsx file as the bytes of a CSV file. One sheet is read; which one is said.
import { Damage, damaged, unsupported } from './damage.js';
import { type Package, readRelationships, readSharedStrings, readStyles, readWorkbook } from './parts.js';
import { type SheetContext, SheetReader } from './sheet.js';
import { XmlReader } from './xml.js';
import { keyOf, type PackedProgress, type RandomAccess, readDirectory, readEntry, type ZipEntry } from './zip.js';

const SHEET_PART = 2 * 1024 * 1024 * 1024;
const TEXT_PIECE = 256 * 1024;

export interface Spreadsheet {
  /** Name of the sheet that is read. */
  readonly werkblad: string;
  /** Names of the other sheets that could have been read, in the order of the workbook. */
  readonly andere: readonly string[];
  /** The sheet as CSV: UTF-8, ";", line n is row n. `progress`: share of the sheet read, 0 to 1. */
  text(progress?: (share: number) => void): AsyncGenerator<Uint8Array>;
}

/**
 * Opens a workbook. Without `werkblad` the first visible sheet that holds anything is taken.
 *
 * @throws Damage when this is no workbook, when it is broken, or when no such sheet is in it
 */
export async function openSpreadsheet(file: RandomAccess, werkblad?: string): Promise<Spreadsheet> {
  const entries = await readDirectory(file);
  const parts: Package = { file, entries };
  const main = await findWorkbook(parts);
  const workbook = await readWorkbook(parts, main);
  const related = await readRelationships(parts, main);
  const sheets = workbook.sheets.flatMap(({ name, hidden, relationship }) => {
    const target = related.get(relationship);
    if (target?.type !== 'worksheet') return [];
    const entry = entries.get(keyOf(target.target));
    if (!entry) throw damaged(`werkblad ${name} ontbreekt`);
    return [{ name, hidden, entry }];
  });
  const partOf = (type: string): string | undefined =>
    [...related.values()].find((relation) => relation.type === type && entries.has(keyOf(relation.target)))?.target;
  const sharedStrings = partOf('sharedStrings');
  const styles = partOf('styles');
  const context: SheetContext = {
    shared: sharedStrings === undefined ? [] : await readSharedStrings(parts, sharedStrings),
    kinds: styles === undefined ? [] : await readStyles(parts, styles),
    date1904: workbook.date1904,
  };
  const chosen = await choose(file, sheets, context, werkblad);
  return {
    werkblad: chosen.name,
    andere: sheets.filter((sheet) => sheet !== chosen).map(({ name }) => name),
    text: (progress) => sheetText(file, chosen.entry, context, progress),
  };
}

interface FoundSheet {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

async function findWorkbook(parts: Package): Promise<string> {
  const names = [...parts.entries.keys()];
  if (!names.includes('[content_types].xml') || !names.includes('_rels/.rels')) {
    if (names.includes('mimetype') && names.includes('content.xml')) {
      throw unsupported('OpenDocument-werkblad (.ods)', 'Bewaar het als .xlsx of als CSV (UTF-8), en kies dat bestand.');
    }
    throw unsupported('zip-bestand', 'Pak het uit en kies het bestand dat erin zit.');
  }
  const main = [...(await readRelationships(parts, '')).values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw damaged('de werkmap zelf ontbreekt');
  if (main.toLowerCase().endsWith('.bin')) {
    throw unsupported('binaire Excel-werkmap (.xlsb)', 'Bewaar het als .xlsx of als CSV (UTF-8), en kies dat bestand.');
  }
  if (!main.toLowerCase().startsWith('xl/') && names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) {
    throw unsupported('Office-document, geen werkmap', 'Kies de export van uw leerlingadministratie.');
  }
  return main;
}

const quotedNames = (sheets: readonly FoundSheet[]): string => sheets.map(({ name }) => `«${name}»`).join(', ');

async function choose(
  file: RandomAccess,
  sheets: readonly FoundSheet[],
  context: SheetContext,
  werkblad: string | undefined,
): Promise<FoundSheet> {
  if (werkblad !== undefined) {
    const named = sheets.find(({ name }) => name.toLowerCase() === werkblad.toLowerCase());
    if (named) return named;
    throw new Damage('werkblad_onbekend', `Er is geen werkblad «${werkblad}». Kies uit: ${quotedNames(sheets)}.`);
  }
  const inOrder = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  for (const sheet of inOrder) if (await holdsData(file, sheet.entry, context)) return sheet;
  throw new Damage('leeg_bestand', 'Alle werkbladen zijn leeg. Maak de export opnieuw en kijk of er regels in staan.');
}

async function holdsData(file: RandomAccess, entry: ZipEntry, context: SheetContext): Promise<boolean> {
  const reader = new SheetReader(context);
  const xml = new XmlReader(reader);
  for await (const bytes of readEntry(file, entry, SHEET_PART)) {
    xml.push(bytes);
    if (reader.hasData) return true;
  }
  return false;
}

async function* sheetText(
  file: RandomAccess,
  entry: ZipEntry,
  context: SheetContext,
  progress: (share: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const reader = new SheetReader(context);
  const xml = new XmlReader(reader);
  const encoder = new TextEncoder();
  const packed: PackedProgress = (bytes) => progress(entry.packed === 0 ? 1 : bytes / entry.packed);
  for await (const bytes of readEntry(file, entry, SHEET_PART, packed)) {
    xml.push(bytes);
    if (reader.size >= TEXT_PIECE) yield encoder.encode(reader.take());
  }
  xml.end();
  if (reader.size > 0) yield encoder.encode(reader.take());
}
