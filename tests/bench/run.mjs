// How fast, and how much memory: bytes to meldingen, beside DuckDB-wasm on the same bytes in the same run.
//
//   ./run && npm --prefix tests/bench ci && node tests/bench/run.mjs [--mb 80] [--keren 5]
//
// Prints the tables of docs/performance.md. No test: what it says depends on the machine.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { register, school } from './bestand.mjs';
import { runDuckDB, version } from './duckdb.mjs';
import { runVerzuimkit } from './verzuimkit.mjs';

const { values } = parseArgs({
  options: { mb: { type: 'string', default: '80' }, keren: { type: 'string', default: '5' } },
});
const MB = 1e6;
const mb = Number(values.mb);
const keren = Number(values.keren);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, digits = 0) => number.toFixed(digits);

// Both run in this one thread; its processor time says more than the clock when the machine has other work.
async function measured(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpu: (user + system) / 1e6, wall: result.milliseconds / 1000 };
}

const chunks = [...register(mb * MB)];
const bytes = Buffer.concat(chunks);
const size = bytes.length / MB;

// In turns, so that a slow moment of the machine hits both.
const ours = [];
const theirs = [];
for (let i = 0; i < keren; ++i) {
  ours.push(await measured(() => runVerzuimkit(chunks, school)));
  theirs.push(await measured(() => runDuckDB(bytes, school.codes)));
}
const inOurs = new Set(ours[0].answer);
const inTheirs = new Set(theirs[0].answer);
const onlyOurs = ours[0].answer.filter((line) => !inTheirs.has(line));
const onlyTheirs = theirs[0].answer.filter((line) => !inOurs.has(line));
if (onlyOurs.length + onlyTheirs.length > 0) {
  console.error('The answers differ. Only verzuimkit:', onlyOurs, 'Only DuckDB:', onlyTheirs);
  process.exitCode = 1;
}

const cells = (runs) => {
  const cpu = median(runs.map((run) => run.cpu));
  return [round(cpu, 2), round(median(runs.map((run) => run.wall)), 2), round(size / cpu)].join(' | ');
};
const ratio = (field) => round(median(theirs.map((run) => run[field])) / median(ours.map((run) => run[field])), 1);
console.log(`${cpus()[0].model}, Node ${process.version}, ${round(size, 1)} MB, ${ours[0].rijen.gelezen} rows, median of ${keren}\n`);
console.log('| | CPU s | wall s | MB per CPU s |\n| --- | ---: | ---: | ---: |');
console.log(`| verzuimkit: everything | ${cells(ours)} |`);
console.log(`| DuckDB-wasm ${version}: first melding of 16 hours | ${cells(theirs)} |`);
console.log(`| ratio | ${ratio('cpu')} | ${ratio('wall')} | |\n`);
console.log(`First meldingen of sixteen hours: ${ours[0].answer.length} and ${theirs[0].answer.length} pupils, ` +
  `${onlyOurs.length + onlyTheirs.length} differences.\n`);

console.log('| file | verzuimkit: module | verzuimkit: process | DuckDB-wasm: process |\n| --- | ---: | ---: | ---: |');
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
