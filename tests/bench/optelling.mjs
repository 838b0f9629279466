// Builds optelling.cc and prints what it says of roll-ups of several sizes.
//
//   node tests/bench/optelling.mjs [SITES…]
//
// No test: what it says depends on the machine. It counts processor time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['20', '40'];
const sources = ['base', 'disclosure'].flatMap((folder) =>
  readdirSync(join(root, 'core', folder))
    .filter((name) => name.endsWith('.cc'))
    .map((name) => join(root, 'core', folder, name)),
);
sources.push(join(root, 'core/aggregate/telling.cc'));
const folder = mkdtempSync(join(tmpdir(), 'optelling-'));
try {
  const program = join(folder, 'optelling');
  const flags = ['-std=c++20', '-O1', '-fno-exceptions', '-ffp-contract=off', `-I${root}`];
  execFileSync('c++', [...flags, join(root, 'tests/bench/optelling.cc'), ...sources, '-o', program], { stdio: 'inherit' });
  for (const size of sizes) {
    for (const wish of [['enkel', 'verbergen'], ['enkel', 'tonen'], ['tweevoudig', 'verbergen'], ['tweevoudig', 'tonen']]) {
      console.log(`${size} sites, ${wish.join(', ')}`);
      execFileSync(program, [size, ...wish], { stdio: 'inherit' });
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
