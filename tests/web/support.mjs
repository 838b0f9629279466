// What the tests of the package share: where it is, small registers, and a way to run the command line.
//
// VERZUIM_BUILD names the build folder; default: build/ in the checkout.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const build = resolve(process.env.VERZUIM_BUILD ?? join(root, 'build'));
export const packageDir = join(build, 'package');
/** Development packages are installed in web/. */
export const require = createRequire(join(root, 'web', 'package.json'));

export const verzuimkit = await import(pathToFileURL(join(packageDir, 'dist', 'index.js')));
export const { createVerzuimkit, createVerzuimkitWorker, VerzuimkitError } = verzuimkit;

export const bytesOf = (text) => new TextEncoder().encode(text);
export const textOf = (bytes) => new TextDecoder().decode(bytes);

/** The files of tests/vectors: [name, vectors]. */
export async function readVectors() {
  const folder = join(root, 'tests', 'vectors');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  return Promise.all(names.sort().map(async (name) => [name, JSON.parse(await readFile(join(folder, name), 'utf8'))]));
}

/** A school year without vacations in the way: what a test counts is what it wrote. */
export const school = {
  school: { brin: '99XX', vestiging: '00', naam: 'Testschool', profiel: 'vo' },
  kalender: { vakanties: [{ van: '2025-12-20', tot: '2026-01-04' }] },
  codes: { Z: 'ziekte', S: 'spijbelen', L: 'luxe' },
};

const HEADER = 'leerling;datum;lesuur;minuten;status;reden;gemist';

/** `days` school days from Monday 8 September 2025. */
export function schoolDays(days) {
  const made = [];
  for (let t = Date.UTC(2025, 8, 8); made.length < days; t += 86_400_000) {
    const date = new Date(t);
    if (date.getUTCDay() % 6 !== 0) made.push(date.toISOString().slice(0, 10));
  }
  return made;
}

/** Rows of a lessen file: every pupil six lessons a day; `cell(pupil, day, lesuur)` gives "status;reden;gemist". */
export function lessenRows(pupils, days, cell) {
  const rows = [];
  for (const datum of schoolDays(days)) {
    for (let pupil = 1; pupil <= pupils; pupil += 1) {
      for (let lesuur = 1; lesuur <= 6; lesuur += 1) {
        rows.push(`${1000 + pupil};${datum};${lesuur};50;${cell(pupil, datum, lesuur)}`);
      }
    }
  }
  return rows;
}

export const csv = (rows, header = HEADER) => `${[header, ...rows].join('\n')}\n`;

/**
 * Twelve pupils over three weeks. 1001 skips every third lesson, 1002 is ill, 1003 is away on a luxury holiday for
 * two days, 1004 comes late now and then; the others are there.
 */
export const smallRows = lessenRows(12, 15, (pupil, datum, lesuur) => {
  if (pupil === 1 && lesuur > 4) return 'afwezig;S;';
  if (pupil === 2 && datum < '2025-09-12') return 'afwezig;Z;';
  if (pupil === 3 && datum >= '2025-09-18' && datum <= '2025-09-19') return 'afwezig;L;';
  if (pupil === 4 && lesuur === 1) return 'te_laat;;10';
  return 'aanwezig;;';
});
export const smallCsv = csv(smallRows);

let shared;
/** One kit for the tests that do not need their own. */
export function kit() {
  shared ??= createVerzuimkit();
  return shared;
}

/** Runs `bereken` on parts (name → text or bytes) in a session of its own. */
export async function berekenOf(parts, { with: withSchool = school, options = {} } = {}) {
  const session = (await kit()).session(withSchool);
  for (const [naam, content] of Object.entries(parts)) {
    await session.add(typeof content === 'string' ? bytesOf(content) : content, { naam });
  }
  return session.bereken(options);
}

/** Every file of an outcome as text, by name. */
export function filesOf({ bestanden }) {
  return Object.fromEntries(bestanden.map(({ naam, inhoud }) => [naam, textOf(inhoud)]));
}

/** A folder for the length of one test. */
export async function scratch(t) {
  const dir = await mkdtemp(join(tmpdir(), 'verzuimkit-test-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Runs build/verzuimkit. `input` is written to standard input: text, or an async iterable of pieces. */
export async function cli(args, { input = '', cwd } = {}) {
  const child = spawn(join(build, 'verzuimkit'), args, { cwd });
  const ended = new Promise((done, failed) => child.on('error', failed).on('close', done));
  const outputs = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      outputs[name] += text;
    });
  }
  // A program that has seen enough may close its input early.
  child.stdin.on('error', () => {});
  for await (const piece of typeof input === 'string' ? [input] : input) {
    if (!child.stdin.write(piece)) await Promise.race([new Promise((done) => child.stdin.once('drain', done)), ended]);
    if (child.exitCode !== null) break;
  }
  child.stdin.end();
  return { code: await ended, ...outputs };
}

/** Name → bytes of every file in a folder. */
export async function readAll(dir) {
  const names = (await readdir(dir)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(dir, name))])));
}
