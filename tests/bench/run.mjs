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

const chunks = [...register(mb * MB)];
const bytes = Buffer.concat(chunks);
const size = bytes.length / MB;

// In turns, so that a slow moment of the machine hits both.
const ours = [];
const theirs = [];
for (let i = 0; i < keren; ++i) {
  ours.push(await runVerzuimkit(chunks, school));
  theirs.push(await runDuckDB(bytes, school.codes));
}
const same = JSON.stringify(ours[0].answer) === JSON.stringify(theirs[0].answer);
if (!same) {
  const inOurs = new Set(ours[0].answer);
  const inTheirs = new Set(theirs[0].answer);
  console.error('Only verzuimkit:', ours[0].answer.filter((line) => !inTheirs.has(line)));
  console.error('Only DuckDB:', theirs[0].answer.filter((line) => !inOurs.has(line)));
  process.exitCode = 1;
}

const time = median(ours.map(({ milliseconds }) => milliseconds));
const other = median(theirs.map(({ milliseconds }) => milliseconds));
console.log(`${cpus()[0].model}, Node ${process.version}, ${round(size, 1)} MB, ${ours[0].rijen.gelezen} rows, median of ${keren}\n`);
console.log('| | seconds | MB/s | |\n| --- | ---: | ---: | --- |');
console.log(`| verzuimkit | ${round(time / 1000, 2)} | ${round(size / (time / 1000))} | ` +
  `reading ${round(median(ours.map((run) => run.reading)) / 1000, 2)} s, computing ${round(median(ours.map((run) => run.computing)) / 1000, 2)} s |`);
console.log(`| DuckDB-wasm ${version} | ${round(other / 1000, 2)} | ${round(size / (other / 1000))} | first melding of 16 hours only |`);
console.log(`| ratio | ${round(other / time, 1)} | | ${same ? `same ${ours[0].answer.length} pupils, same dates` : 'ANSWERS DIFFER'} |\n`);

console.log('| MB in the file | verzuimkit: module | process | DuckDB-wasm: module | process |\n| ---: | ---: | ---: | ---: | ---: |');
const script = fileURLToPath(new URL('geheugen.mjs', import.meta.url));
for (const n of [mb, 10 * mb]) {
  const cells = ['verzuimkit', 'duckdb'].flatMap((who) => {
    try {
      const { wasm, process: rss } = JSON.parse(execFileSync(process.execPath, [script, who, String(n)], { encoding: 'utf8' }));
      return [`${round(wasm)} MB`, `${round(rss)} MB`];
    } catch {
      return ['fails', ''];
    }
  });
  console.log(`| ${n} | ${cells.join(' | ')} |`);
}
