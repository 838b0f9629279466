// One large lessen file read by one reader and by several workers: wall time, processor time and the same outcome.
//
//   node tests/bench/werkers.mjs [--mb 800] [--werkers 1,2] [--keren 5]
//
// Wall time says something only on a machine that does nothing else; hence no part of ./test.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createVerzuimkit } from '../../build/package/dist/index.js';
import { register, school } from './bestand.mjs';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '800' },
    werkers: { type: 'string', default: '1,2' },
    keren: { type: 'string', default: '5' },
  },
});
const counts = values.werkers.split(',').map(Number);
const folder = await mkdtemp(join(tmpdir(), 'verzuimkit-bench-'));
const path = join(folder, 'lessen.csv');

async function* chunks() {
  const file = await open(path);
  const buffer = new Uint8Array(1 << 20);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    yield buffer.subarray(0, bytesRead);
  }
  await file.close();
}

// The whole job: from the bytes of the file to every output file.
async function job(werkers) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const kit = await createVerzuimkit({ werkers });
  const session = kit.session(school);
  await session.add(chunks(), { naam: 'lessen.csv' });
  const read = performance.now() - start;
  const { bestanden } = await session.bereken();
  const total = performance.now() - start;
  const { system, user } = process.cpuUsage(cpu);
  const outcome = createHash('sha256').update(bestanden.map(({ naam, sha256 }) => `${naam} ${sha256}\n`).join('')).digest('hex');
  await kit.close();
  return { read, total, cpu: (user + system) / 1000, outcome };
}

const median = (runs, field) => runs.map((run) => run[field]).sort((a, b) => a - b)[runs.length >> 1];

try {
  const file = await open(path, 'w');
  let bytes = 0;
  for (const chunk of register(Number(values.mb) * 1e6)) {
    await file.writeFile(chunk);
    bytes += chunk.length;
  }
  await file.close();
  for await (const _ of chunks()); // from now on the file is in memory for every run alike
  console.log(`${(bytes / 1e6).toFixed(1)} MB, median of ${values.keren}\n`);
  console.log('| werkers | read, s | whole job, s | processor, s | reading | whole job |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  const runs = new Map(counts.map((count) => [count, []]));
  for (let turn = 0; turn < Number(values.keren); ++turn) for (const count of counts) runs.get(count).push(await job(count));
  const first = runs.get(counts[0]);
  for (const [count, made] of runs) {
    for (const { outcome } of made) assert.equal(outcome, first[0].outcome, 'not the same bytes');
    const seconds = (field) => (median(made, field) / 1000).toFixed(2);
    const times = (field) => `${(median(first, field) / median(made, field)).toFixed(2)}×`;
    console.log(`| ${count} | ${seconds('read')} | ${seconds('total')} | ${seconds('cpu')} | ${times('read')} | ${times('total')} |`);
  }
} finally {
  await rm(folder, { recursive: true });
}
