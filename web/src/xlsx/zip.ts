// Zip: the directory of a zip file, and its entries as streams. Only the directory at the end is believed; sizes and
// checksums are held to it while an entry is read, and limits stop archives that were made to do harm.
import { Inflate } from '../fflate.mjs';
import { crc32 } from './crc32.js';
import { damaged, tooLarge, unsupported } from './damage.js';

/** Bytes that can be read at any place. */
export interface RandomAccess {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** How far the reading of an entry is: bytes of the packed entry. */
export type PackedProgress = (packed: number) => void;

const MAX_ENTRIES = 4096;
const MAX_DIRECTORY = 4 * 1024 * 1024;
// Real sheets shrink to a tenth or a twentieth; deflate itself ends at a thousandth.
const MAX_RATIO = 250;
const RATIO_FROM = 4 * 1024 * 1024;
const READ_BYTES = 256 * 1024;
// The inflater gives all that a piece holds at once: small pieces keep that small.
const INFLATE_BYTES = 8 * 1024;

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const NONE = 0xffffffff;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function readExactly(file: RandomAccess, from: number, to: number): Promise<Uint8Array> {
  if (from < 0 || from > to || to > file.size) throw damaged('een deel ligt buiten het bestand');
  const bytes = await file.read(from, to);
  if (bytes.byteLength !== to - from) throw damaged('het bestand houdt te vroeg op');
  return bytes;
}

function large(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('een grootte klopt niet');
  return Number(value);
}

interface Directory {
  entries: number;
  from: number;
  size: number;
}

async function findDirectory(file: RandomAccess): Promise<Directory> {
  const from = Math.max(0, file.size - END_BYTES - 0xffff);
  const tail = await readExactly(file, from, file.size);
  const view = viewOf(tail);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END || at + END_BYTES + view.getUint16(at + 20, true) !== tail.byteLength) continue;
    const found = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      from: view.getUint32(at + 16, true),
    };
    const zip64 = found.entries === 0xffff || found.size === NONE || found.from === NONE;
    return zip64 ? findDirectory64(file, from + at) : found;
  }
  throw damaged('de inhoudsopgave ontbreekt');
}

// Zip64: the same record, wider, somewhere before the end.
async function findDirectory64(file: RandomAccess, end: number): Promise<Directory> {
  const locator = viewOf(await readExactly(file, end - 20, end));
  if (locator.getUint32(0, true) !== END64_LOCATOR) throw damaged('de inhoudsopgave ontbreekt');
  const at = large(locator, 8);
  const record = viewOf(await readExactly(file, at, at + 56));
  if (record.getUint32(0, true) !== END64) throw damaged('de inhoudsopgave ontbreekt');
  return { entries: large(record, 32), size: large(record, 40), from: large(record, 48) };
}

// Sizes and offset that do not fit in 32 bits stand in an extra field, in this order, and only those.
function widen(view: DataView, from: number, to: number, values: number[]): number[] {
  if (!values.includes(NONE)) return values;
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > to) break;
    if (view.getUint16(at, true) !== 1) {
      at += 4 + size;
      continue;
    }
    let next = at + 4;
    return values.map((value) => {
      if (value !== NONE) return value;
      if (next + 8 > at + 4 + size) throw damaged('een grootte ontbreekt');
      next += 8;
      return large(view, next - 8);
    });
  }
  throw damaged('een grootte ontbreekt');
}

/** The entries by name; names are compared without regard to case and kind of slash, as OPC wants. */
export async function readDirectory(file: RandomAccess): Promise<Map<string, ZipEntry>> {
  const { entries, from, size } = await findDirectory(file);
  if (entries > MAX_ENTRIES || size > MAX_DIRECTORY) throw tooLarge(`${entries} onderdelen`);
  const bytes = await readExactly(file, from, from + size);
  const view = viewOf(bytes);
  const names = new TextDecoder();
  const found = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < entries; i += 1) {
    if (at + 46 > size || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('de inhoudsopgave klopt niet');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > size) throw damaged('de inhoudsopgave klopt niet');
    if (view.getUint16(at + 8, true) & 1) {
      throw unsupported('zip-bestand met een wachtwoord', 'Haal het wachtwoord eraf en kies het opnieuw.');
    }
    const [unpacked, packed, offset] = widen(
      view,
      nameEnd,
      extraEnd,
      [24, 20, 42].map((place) => view.getUint32(at + place, true)),
    ) as [number, number, number];
    const name = names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    const key = keyOf(name);
    if (found.has(key)) throw damaged(`${name} komt twee keer voor`);
    found.set(key, {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size: unpacked,
      offset,
    });
    at = end;
  }
  return found;
}

export const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/**
 * The bytes of an entry, in pieces. Rejects when they are more than `limit` or than the directory says, when they
 * were packed suspiciously tight, or when the checksum is another.
 */
export async function* readEntry(
  file: RandomAccess,
  entry: ZipEntry,
  limit: number,
  progress: PackedProgress = () => {},
): AsyncGenerator<Uint8Array> {
  if (entry.size > limit) throw tooLarge(`${entry.name} is ${entry.size} bytes`);
  const head = viewOf(await readExactly(file, entry.offset, entry.offset + 30));
  if (head.getUint32(0, true) !== LOCAL_ENTRY) throw damaged(`${entry.name} is er niet`);
  const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const unpack = unpackerFor(entry);
  let size = 0;
  let crc = 0;
  for (let at = 0; at < entry.packed || at === 0; ) {
    const piece = await readExactly(file, start + at, start + Math.min(at + READ_BYTES, entry.packed));
    at += piece.byteLength;
    for (let from = 0; from < piece.byteLength || from === 0; from += INFLATE_BYTES) {
      const part = piece.subarray(from, from + INFLATE_BYTES);
      const read = at - piece.byteLength + from + part.byteLength;
      for (const bytes of unpack(part, read === entry.packed)) {
        size += bytes.byteLength;
        if (size > entry.size) throw damaged(`${entry.name} is groter dan het zegt`);
        if (size > RATIO_FROM && size > MAX_RATIO * read) throw tooLarge(`${entry.name} is ${MAX_RATIO} keer samengeperst`);
        crc = crc32(bytes, crc);
        if (bytes.byteLength > 0) yield bytes;
      }
    }
    progress(at);
    if (piece.byteLength === 0) break;
  }
  if (size !== entry.size) throw damaged(`${entry.name} is niet compleet`);
  if (crc !== entry.crc) throw damaged(`de controlesom van ${entry.name} klopt niet`);
}

type Unpack = (bytes: Uint8Array, last: boolean) => Uint8Array[];

function unpackerFor({ method, name }: ZipEntry): Unpack {
  if (method === 0) return (bytes) => [bytes];
  if (method !== 8) throw damaged(`${name} is op een onbekende manier samengeperst`);
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => ready.push(bytes));
  return (bytes, last) => {
    ready = [];
    try {
      inflate.push(bytes, last);
    } catch {
      throw damaged(`${name} kan niet worden uitgepakt`);
    }
    return ready;
  };
}
