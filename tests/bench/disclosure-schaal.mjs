// Builds disclosure_schaal.cc natively and for wasm, runs both and prints what they say.
//
//   node tests/bench/disclosure-schaal.mjs [SITES [ITERATIONS]]
//
// No test: what it says depends on the machine. Both count processor time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Plain tables need nothing of schools and their roll-ups.
const left = /^(earlier|hours|make_publicatie|rollup.*)\.cc$/;
const sources = ['base', 'disclosure'].flatMap((folder) =>
  readdirSync(join(root, 'core', folder))
    .filter((name) => name.endsWith('.cc') && !left.test(name))
    .map((name) => join(root, 'core', folder, name)),
);
const flags = ['-std=c++20', '-O2', '-fno-exceptions', '-ffp-contract=off', `-I${root}`];
const bench = join(root, 'tests/bench/disclosure_schaal.cc');
const folder = mkdtempSync(join(tmpdir(), 'schaal-'));
try {
  const native = join(folder, 'native');
  execFileSync('c++', [...flags, bench, ...sources, '-o', native], { stdio: 'inherit' });
  const wasm = join(folder, 'wasm.cjs');
  const settings = ['-sENVIRONMENT=node', '-sSINGLE_FILE=1', '-sALLOW_MEMORY_GROWTH=1', '-sEXIT_RUNTIME=1'];
  const objects = [bench, ...sources].map((source, i) => {
    const object = join(folder, `${i}.o`);
    execFileSync('em++', [...flags, '-c', source, '-o', object], { stdio: 'inherit' });
    return object;
  });
  execFileSync('em++', ['-O1', ...settings, ...objects, '-o', wasm], { stdio: 'inherit' });
  const clock = join(folder, 'clock.cjs');  // what clock() of the wasm build reads
  writeFileSync(
    clock,
    `Date.now = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };`,
  );
  for (const [name, program] of [['native', [native]], ['wasm', [process.execPath, '-r', clock, wasm]]]) {
    console.log(name);
    execFileSync(program[0], [...program.slice(1), ...process.argv.slice(2)], { stdio: 'inherit' });
  }
} finally {
  rmSync(folder, { recursive: true });
}
