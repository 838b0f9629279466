// Writing the results: all of them or none.
import { access, mkdir, mkdtemp, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failure } from '../errors.js';
import type { UitvoerBestand } from '../session.js';
import type { Verslag } from '../types.js';
import { WRITER_MARK } from '../xlsx/write.js';
import { STDIN } from './input.js';

type Bestand = Pick<UitvoerBestand, 'naam' | 'inhoud'>;

// Written last and removed first: a folder with a verslag holds one complete result.
const SEAL = 'verslag.json';

/**
 * Writes `bestanden` into `dir`, which is made when it does not exist. Everything is first written and flushed in
 * a hidden folder there; only then are the files moved to their names, so a full disk changes nothing. What an
 * older result made and this one does not (the counts of a period, say) goes: two runs must not be read as one.
 */
export async function writeResult(dir: string, bestanden: readonly Bestand[]): Promise<void> {
  let made: string | undefined;
  let temporary: string | undefined;
  let done = false;
  try {
    made = await mkdir(dir, { recursive: true });
    temporary = await mkdtemp(join(dir, '.verzuimkit-'));
    for (const { naam, inhoud } of bestanden) await writeFlushed(join(temporary, naam), inhoud);
    const names = new Set(bestanden.map(({ naam }) => naam));
    // Only a whole run replaces a whole run; a few files of another command stand beside it.
    const older = names.has(SEAL) ? await namesOfOlderResult(dir) : [];
    if (names.has(SEAL)) await rm(join(dir, SEAL), { force: true });
    const last = (naam: string) => Number(naam === SEAL);
    for (const { naam } of bestanden.toSorted((a, b) => last(a.naam) - last(b.naam))) {
      await rename(join(temporary, naam), join(dir, naam));
    }
    for (const naam of older) {
      if (!names.has(naam)) await rm(join(dir, naam), { force: true });
    }
    done = true;
  } catch (error) {
    const bericht = `De uitkomst kan niet in deze map worden geschreven (${(error as Error).message}).`;
    throw failure('schrijffout', { bestand: dir }, bericht, error);
  } finally {
    const litter = done ? temporary : (made ?? temporary);
    if (litter) await rm(litter, { recursive: true, force: true });
  }
}

/** The files that the verslag in `dir`, if there is one, says its run made. */
async function namesOfOlderResult(dir: string): Promise<string[]> {
  try {
    const { uitvoer } = JSON.parse(await readFile(join(dir, SEAL), 'utf8')) as Verslag;
    const names = uitvoer.map(({ naam }) => naam).filter((naam) => naam === basename(naam) && /^[a-z]/.test(naam));
    const workbooks = names.filter((naam) => naam.endsWith('.csv')).map((naam) => naam.replace(/csv$/, 'xlsx'));
    const ours = await Promise.all(workbooks.map(async (naam) => isOwnWorkbook(join(dir, naam))));
    return [...names, ...workbooks.filter((_, i) => ours[i])];
  } catch {
    return [];
  }
}

/** Whether this is a workbook of `--xlsx` as we wrote it, and not one that a person made or changed. */
async function isOwnWorkbook(pad: string): Promise<boolean> {
  const bytes = await readFile(pad).catch(() => Buffer.alloc(0));
  return bytes.subarray(-WRITER_MARK.length).toString('latin1') === WRITER_MARK;
}

/** The input that a result would overwrite, if any. */
export async function overwritten(
  dir: string,
  bestanden: readonly Bestand[],
  invoer: readonly string[],
): Promise<string | undefined> {
  const taken = new Set<string>();
  for (const { naam } of bestanden) {
    const pad = join(dir, naam);
    if (await exists(pad)) taken.add(await realpath(pad));
  }
  for (const pad of invoer) {
    if (pad !== STDIN && taken.has(await realpath(pad))) return pad;
  }
  return undefined;
}

async function exists(pad: string): Promise<boolean> {
  return access(pad).then(
    () => true,
    () => false,
  );
}

async function writeFlushed(pad: string, inhoud: Uint8Array): Promise<void> {
  const handle = await open(pad, 'wx');
  try {
    await handle.writeFile(inhoud);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
