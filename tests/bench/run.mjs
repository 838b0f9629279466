// How fast, and how much memory: bytes to meldingen, beside others on the same bytes in the same run.
//
//   ./run && npm --prefix tests/bench ci && node tests/bench/run.mjs [--mb 80] [--keren 5] [--zonder-geheugen]
//
// Prints the tables of docs/performance.md. No test: what it says depends on the machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FORMS, register, school, written } from './bestand.mjs';
import * as native from './duckdb-native.mjs';
import { openDuckDB, runDuckDB, version } from './duckdb.mjs';
import { runBare } from './kaal.mjs';
import * as papa from './papaparse.mjs';
import { runVerzuimkit, startVerzuimkit } from './verzuimkit.mjs';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '80' },
    keren: { type: 'string', default: '5' },
    'zonder-geheugen': { type: 'boolean', default: false },
  },
});
const MB = 1e6;
const mb = Number(values.mb);
const keren = Number(values.keren);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, digits = 0) => number.toFixed(digits);

// Processor time of all threads of this process; it says more than the clock when the machine has other work.
async function measured(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpu: (user + system) / 1e6 };
}

// The pupils and dates of both, or the run fails.
function compare(what, ours, theirs) {
  const inOurs = new Set(ours);
  const inTheirs = new Set(theirs);
  const onlyOurs = ours.filter((line) => !inTheirs.has(line));
  const onlyTheirs = theirs.filter((line) => !inOurs.has(line));
  if (onlyOurs.length + onlyTheirs.length === 0) return;
  console.error(`${what}: the answers differ. Only verzuimkit:`, onlyOurs, 'Only theirs:', onlyTheirs);
  process.exitCode = 1;
}

async function table(form, folder) {
  const chunks = [...written(register(mb * MB), form)];
  const bytes = Buffer.concat(chunks);
  const path = join(folder, `${form}.csv`);
  writeFileSync(path, bytes);
  const peers = [
    ['verzuimkit: everything', () => runVerzuimkit(chunks, school, { kit })],
    [`DuckDB-wasm ${version}, one thread: the query`, () => runDuckDB(bytes, school.codes, { form, db })],
    [`DuckDB ${native.version} native, two threads: the query`, () => native.runNative(path, school.codes, form)],
    [`PapaParse ${papa.version}: cells only`, () => papa.runPapa(bytes, form === 'windows-1252' ? form : 'utf-8')],
    ['bare simd128 loop: delimiters only', () => runBare(bytes)],
    ['SHA-256 of the bytes (node:crypto), part of ours', () => ({ answer: createHash('sha256').update(bytes).digest('hex') })],
  ].map(([name, run]) => ({ name, run, runs: [] }));
  // Once unmeasured: the engine of JavaScript compiles a module anew while it runs for the first time.
  for (const { run } of peers) await run();
  // In turns, so that a slow moment of the machine hits all.
  for (let i = 0; i < keren; ++i) {
    for (const peer of peers) peer.runs.push(await measured(peer.run));
  }
  rmSync(path);
  const [ours, wasm, server] = peers.map(({ runs }) => runs[0].answer);
  const { rijen } = peers[0].runs[0];
  compare('DuckDB-wasm', ours, wasm);
  compare('DuckDB native', ours, server);
  if (rijen.gelezen !== rijen.gebruikt + rijen.afgewezen) process.exitCode = 1;
  console.log(`\n${form}: ${round(bytes.length / MB, 1)} MB, ${rijen.gelezen} rows, ${ours.length} pupils with a first melding\n`);
  console.log('| | CPU s | MB per CPU s | times ours |\n| --- | ---: | ---: | ---: |');
  const own = median(peers[0].runs.map(({ cpu }) => cpu));
  const row = (name, cpu) => console.log(`| ${name} | ${round(cpu, 3)} | ${round(bytes.length / MB / cpu)} | ${round(cpu / own, 2)} |`);
  for (const { name, runs } of peers) row(name, median(runs.map(({ cpu }) => cpu)));
  row('verzuimkit: reading, without computing', median(peers[0].runs.map((run) => run.readingCpu)));
}

console.log(`${cpus()[0].model}, Node ${process.version}, median of ${keren}`);
// What the first run costs more than later ones: starting the module, and compiling it while it runs.
const plain = [...register(mb * MB)];
const whole = Buffer.concat(plain);
const first = [await measured(() => runVerzuimkit(plain, school)), await measured(() => runDuckDB(whole, school.codes))];
console.log(`First run, with starting the module: verzuimkit ${round(first[0].cpu, 2)}, DuckDB-wasm ${round(first[1].cpu, 2)} CPU s.`);
const kit = await startVerzuimkit();
const db = await openDuckDB();
const folder = mkdtempSync(join(tmpdir(), 'verzuim-bench-'));
for (const form of FORMS) await table(form, folder);
rmSync(folder, { recursive: true });
await kit.close();
if (values['zonder-geheugen']) process.exit();

console.log('\n| file | verzuimkit: module | verzuimkit: process | DuckDB-wasm: process |\n| --- | ---: | ---: | ---: |');
const script = fileURLToPath(new URL('geheugen.mjs', import.meta.url));
const memory = (...args) => {
  try {
    return JSON.parse(execFileSync(process.execPath, [script, ...args.map(String)], { encoding: 'utf8' }));
  } catch {
    return undefined;
  }
};
for (const [what, n, width] of [['', mb, 0], [', ten times the bytes per row', mb, 315], [', ten times the pupils', 10 * mb, 0]]) {
  const own = memory('verzuimkit', n, width);
  const other = memory('duckdb', n, width);
  const show = (run, field) => (run ? `${round(run[field])} MB` : 'fails');
  console.log(`| ${show(own, 'bytes')}${what} | ${show(own, 'wasm')} | ${show(own, 'process')} | ${show(other, 'process')} |`);
}
