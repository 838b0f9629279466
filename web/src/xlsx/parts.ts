// The parts of a workbook beside its sheets: relationships, the list of sheets, number formats, shared texts.
import { damaged, tooLarge } from './damage.js';
import { type NumberKind, builtInKind, kindOfFormat } from './number_format.js';
import { attributesOf, type XmlHandler, XmlReader } from './xml.js';
import { keyOf, type RandomAccess, readEntry, type ZipEntry } from './zip.js';

/** The workbook as a set of named parts. */
export interface Package {
  readonly file: RandomAccess;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const SMALL_PART = 32 * 1024 * 1024;
const SHARED_PART = 256 * 1024 * 1024;
const MAX_SHARED = 4_000_000; // texts
const MAX_SHARED_CHARACTERS = 100_000_000;
const MAX_SHEETS = 1024;
const MAX_FORMATS = 65_536;

export async function readPart(parts: Package, name: string, limit: number, handler: XmlHandler): Promise<void> {
  const entry = parts.entries.get(keyOf(name));
  if (!entry) throw damaged(`${name} ontbreekt`);
  const reader = new XmlReader(handler);
  for await (const bytes of readEntry(parts.file, entry, limit)) reader.push(bytes);
  reader.end();
}

/** A handler that looks at opening tags only. */
export const tags = (open: XmlHandler['open']): XmlHandler => ({ open, close() {}, text() {}, wantsText: false });

export interface Relationship {
  /** The last word of the type: "worksheet", "styles", … the same in strict and transitional files. */
  type: string;
  target: string;
}

/** The relationships of a part by id; what lies outside the workbook is left out. */
export async function readRelationships(parts: Package, source: string): Promise<Map<string, Relationship>> {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const found = new Map<string, Relationship>();
  const name = `${folder}_rels/${source.slice(slash)}.rels`;
  await readPart(parts, name, SMALL_PART, tags((element, tag) => {
    if (element !== 'Relationship') return;
    const attributes = attributesOf(tag);
    if (attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    found.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, attributes.get('Target') ?? ''),
    });
  }));
  return found;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = (path.startsWith('/') ? path : `${folder}${path}`).split('/');
  const out: string[] = [];
  for (const step of steps) {
    if (step === '..') out.pop();
    else if (step !== '' && step !== '.') out.push(step);
  }
  return out.join('/');
}

export interface Sheet {
  name: string;
  hidden: boolean;
  relationship: string;
}

export interface Workbook {
  sheets: Sheet[];
  date1904: boolean;
}

export async function readWorkbook(parts: Package, name: string): Promise<Workbook> {
  const workbook: Workbook = { sheets: [], date1904: false };
  await readPart(parts, name, SMALL_PART, tags((element, tag) => {
    if (element === 'workbookPr') {
      workbook.date1904 = ['1', 'true', 'on'].includes(attributesOf(tag).get('date1904') ?? '');
    }
    if (element !== 'sheet') return;
    const attributes = attributesOf(tag);
    // r:id, under whatever prefix; the attribute "sheetId" has none.
    const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1];
    workbook.sheets.push({
      name: attributes.get('name') ?? '',
      hidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''),
      relationship: id ?? '',
    });
    if (workbook.sheets.length > MAX_SHEETS) throw tooLarge('te veel werkbladen');
  }));
  return workbook;
}

/** What the numbers of each style mean; the place in the list is the style of a cell. */
export async function readStyles(parts: Package, name: string): Promise<NumberKind[]> {
  const written = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await readPart(parts, name, SMALL_PART, {
    ...tags((element, tag) => {
      if (element === 'numFmt') {
        const attributes = attributesOf(tag);
        written.set(Number(attributes.get('numFmtId')), kindOfFormat(attributes.get('formatCode') ?? ''));
      } else if (element === 'cellXfs') {
        inCells = true;
      } else if (element === 'xf' && inCells) {
        const id = Number(attributesOf(tag).get('numFmtId') ?? 0);
        kinds.push(written.get(id) ?? builtInKind(id));
      }
      if (written.size + kinds.length > MAX_FORMATS) throw tooLarge('te veel opmaak');
    }),
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

/** Gathers the text of <si> and <is>: runs are joined, phonetic hints left out. */
export class RichText {
  #text = '';
  #phonetic = 0;
  #inText = false;

  get wantsText(): boolean {
    return this.#inText;
  }
  clear(): void {
    this.#text = '';
    this.#phonetic = 0;
    this.#inText = false;
  }
  open(element: string): void {
    if (element === 'rPh') this.#phonetic += 1;
    if (element === 't' && this.#phonetic === 0) this.#inText = true;
  }
  close(element: string): void {
    if (element === 'rPh') this.#phonetic -= 1;
    if (element === 't') this.#inText = false;
  }
  text(text: string): void {
    this.#text += text;
  }
  take(): string {
    const text = unescapeOoxml(this.#text);
    this.clear();
    return text;
  }
}

// _x000D_ is how OOXML writes a character that XML cannot hold (ST_Xstring).
export const unescapeOoxml = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export async function readSharedStrings(parts: Package, name: string): Promise<string[]> {
  const shared: string[] = [];
  let characters = 0;
  const item = new RichText();
  await readPart(parts, name, SHARED_PART, {
    get wantsText() {
      return item.wantsText;
    },
    open(element) {
      if (element === 'si') item.clear();
      else item.open(element);
    },
    close(element) {
      if (element !== 'si') return item.close(element);
      const text = item.take();
      characters += text.length;
      shared.push(text);
      if (shared.length > MAX_SHARED || characters > MAX_SHARED_CHARACTERS) throw tooLarge('te veel tekst');
    },
    text(text) {
      item.text(text);
    },
  });
  return shared;
}
