// Disclosure control in the module, beside HiGHS on the same publicaties in the same run.
//
//   ./run && node tests/bench/disclosure.mjs [SCHOOL_COMPARISON]
//
// SCHOOL_COMPARISON is the native program of that name (tests/disclosure); with it the table of generated schools is
// printed as well. No part of ./test: what a clock says depends on the machine.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { verify } from '../../web/verify/verify.mjs';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

const here = new URL('.', import.meta.url);
const { createVerzuimkit } = await import(new URL('../../build/package/dist/index.js', here).href);
const kit = await createVerzuimkit();
const RUNS = 5;

/** Processor time in milliseconds, the median of RUNS runs, with what the last one answered. */
async function measure(work) {
  const times = [];
  let answer;
  for (let i = 0; i < RUNS; i += 1) {
    const start = process.cpuUsage();
    answer = await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return { ms: times.sort((a, b) => a - b)[RUNS >> 1], answer };
}

async function tableText(naam) {
  const folder = new URL('../disclosure/tables/', here);
  const hierarchie = await readFile(new URL(`${naam}.hier.csv`, folder), 'utf8').catch(() => '');
  return { tabel: await readFile(new URL(`${naam}.csv`, folder), 'utf8'), hierarchie };
}

/** What the publicatie of one period costs in a run: with it, less with a period in which nobody had lessons. */
async function school(soort) {
  const { school: json, bestanden } = generateVoorbeeldschool({ soort });
  const session = kit.session(json);
  for (const { naam, chunks } of bestanden) await session.add(ReadableStream.from(chunks()), { naam });
  const bereken = async (van, tot) => {
    await session.setSchool({ ...json, perioden: [{ naam: 'p', van, tot }] });
    return measure(() => session.bereken());
  };
  const empty = await bereken('2025-08-01', '2025-08-02');
  const full = await bereken('2025-08-01', '2025-10-26');
  const publicatie = full.answer.publicaties[0];
  const audit = await measure(() => kit.controleer(publicatie));
  const certificate = audit.answer.certificaat;
  const check = await measure(() => verify(certificate));
  const cells = publicatie.cellen.length;
  const hidden = publicatie.cellen.filter(({ aantal }) => aantal === null).length;
  return { naam: `school, ${soort}`, cells, hidden, make: full.ms - empty.ms, audit: audit.ms, check: check.ms, certificate };
}

async function table(naam) {
  const request = { ...(await tableText(naam)), nul: 'tonen', iteraties: 0 };
  const first = await measure(() => kit.onderdruk(request));
  const { publicatie, samenvatting } = first.answer;
  const audit = await measure(() => kit.controleer(publicatie));
  const certificate = audit.answer.certificaat;
  const check = await measure(() => verify(certificate));
  const { cellen, verborgen } = samenvatting;
  return { naam, cells: cellen, hidden: verborgen, make: first.ms, audit: audit.ms, check: check.ms, certificate };
}

const rows = [await school('vo'), await school('po')];
for (const naam of ['f2_4x6_s2', 'h2_24x6', 'f3_6x6x5_s1', 'ssb_example1', 'ssb_d3_county', 'h3_12x7x4', 'rta_A21_NUTS2']) {
  rows.push(await table(naam));
}
const oracle = fileURLToPath(new URL('disclosure_oracle.py', here));
const highs = JSON.parse(
  execFileSync('/usr/bin/python3', [oracle], {
    input: JSON.stringify(rows.map(({ certificate: { cells, sums } }) => ({ cells, sums }))),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }),
);
console.log('| | cells (hidden) | first publicatie, ms | audit, ms | verify.mjs, ms | HiGHS, ms | HiGHS / audit |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [i, { naam, cells, hidden, make, audit, check }] of rows.entries()) {
  const ms = 1000 * highs[i];
  const columns = [naam, `${cells} (${hidden})`, make.toFixed(0), audit.toFixed(1), check.toFixed(1), ms.toFixed(0), (ms / audit).toFixed(0)];
  console.log(`| ${columns.join(' | ')} |`);
}
const comparison = process.argv[2];
if (comparison) process.stdout.write(`\n${execFileSync(comparison, ['200', '200'], { encoding: 'utf8' })}`);
