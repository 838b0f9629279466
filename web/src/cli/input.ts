// Reading files and standard input in pieces. A file that changes while it is read is an error, not a result.
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, VerzuimkitError } from '../errors.js';
import { CHUNK_BYTES } from '../source.js';
import type { Kolomprofiel, Publicatie } from '../types.js';

export const STDIN = '-';

export interface InputFile {
  /** As given on the command line. */
  pad: string;
  /** As reports show it: without folders, unless two files share that name. */
  naam: string;
}

export function nameFiles(paden: readonly string[]): InputFile[] {
  const bare = (pad: string) => (pad === STDIN ? 'standaardinvoer' : basename(pad));
  return paden.map((pad) => {
    const shared = paden.some((other) => other !== pad && bare(other) === bare(pad));
    return { pad, naam: shared ? pad : bare(pad) };
  });
}

export interface OpenedFile {
  /** Bytes in all; undefined for standard input and pipes. */
  totaal: number | undefined;
  bytes: AsyncIterable<Uint8Array>;
}

export async function openInput({ pad, naam }: InputFile): Promise<OpenedFile> {
  if (pad === STDIN) return { totaal: undefined, bytes: process.stdin };
  const handle = await opened(pad, naam);
  const before = await handle.stat();
  if (before.isDirectory()) {
    await handle.close();
    throw failure('leesfout', { bestand: naam }, 'Dit is een map. Geef het bestand zelf.');
  }
  const regular = before.isFile();
  return { totaal: regular ? before.size : undefined, bytes: regular ? readFile(handle, pad, naam) : pipe(handle) };
}

/** The whole of a small file (school.json). */
export async function readText(pad: string): Promise<string> {
  const naam = basename(pad);
  const { bytes } = await openInput({ pad, naam });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece.slice());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (error) {
    throw failure('leesfout', { bestand: naam }, 'Dit bestand is geen UTF-8. Bewaar het als UTF-8 en probeer het opnieuw.', error);
  }
}

/** A JSON file that the kit made, with its name for messages. What it says is for the core to check. */
export async function readJson<T>(pad: string): Promise<{ naam: string; json: T }> {
  const text = await readText(pad);
  try {
    return { naam: basename(pad), json: JSON.parse(text) as T };
  } catch (error) {
    const bericht = 'Dit is geen geldige JSON. Kies een bestand dat verzuimkit heeft gemaakt.';
    throw failure('json_ongeldig', { bestand: pad }, bericht, error);
  }
}

/** --profiel: the name of a profile, or a profiel.json. What it says is for the core to check. */
export async function readProfiel(value: string | undefined): Promise<string | Kolomprofiel | undefined> {
  if (value === undefined || !value.endsWith('.json')) return value;
  return (await readJson<Kolomprofiel>(value)).json;
}

/** The files of --eerder: what readers already have. */
export async function readEerder(paden: readonly string[]): Promise<{ naam: string; publicatie: Publicatie }[]> {
  const read = await Promise.all(paden.map((pad) => readJson<Publicatie>(pad)));
  return read.map(({ naam, json }) => ({ naam, publicatie: json }));
}

async function opened(pad: string, naam: string): Promise<FileHandle> {
  try {
    return await open(pad, constants.O_RDONLY);
  } catch (error) {
    throw failure('leesfout', { bestand: naam }, whyNot(error), error);
  }
}

function whyNot(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'Dit bestand bestaat niet. Controleer de naam en de map.';
    case 'EACCES':
    case 'EPERM':
      return 'Dit bestand mag niet worden gelezen. Controleer de rechten.';
    default:
      return `Dit bestand kan niet worden gelezen (${(error as Error).message}).`;
  }
}

async function* readFile(handle: FileHandle, pad: string, naam: string): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  try {
    const before = await handle.stat();
    let read = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) break;
      read += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
    const after = await handle.stat();
    const now = await stat(pad);
    const same = after.size === before.size && after.mtimeMs === before.mtimeMs && now.ino === before.ino && now.dev === before.dev;
    if (!same || read !== before.size) throw changed(naam);
  } catch (error) {
    throw error instanceof VerzuimkitError ? error : changed(naam, error);
  } finally {
    await handle.close();
  }
}

async function* pipe(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for await (const piece of handle.createReadStream({ highWaterMark: CHUNK_BYTES })) yield piece as Uint8Array;
}

function changed(naam: string, cause?: unknown): VerzuimkitError {
  const bericht = 'Dit bestand veranderde of verdween tijdens het lezen. Wacht tot de export klaar is en begin opnieuw.';
  return failure('leesfout', { bestand: naam }, bericht, cause);
}
