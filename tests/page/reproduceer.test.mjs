// The same sources give the same page wherever they stand and whenever they are built.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { build, root, scratch } from './support.mjs';

const modules = join(root, 'web', 'node_modules');
const run = promisify(execFile);

// Builds the page from a copy of its sources and of the package, in a folder of its own.
async function buildElsewhere(folder, env) {
  await cp(join(root, 'web'), join(folder, 'web'), { recursive: true, filter: (path) => path !== modules });
  await symlink(modules, join(folder, 'web', 'node_modules'));
  await cp(join(build, 'package'), join(folder, 'uit', 'package'), { recursive: true });
  await run(process.execPath, [join(folder, 'web', 'page', 'build.mjs'), '--build', join(folder, 'uit')], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  return readFile(join(folder, 'uit', 'page', 'verzuimkit.html'));
}

test('two folders, two time zones and two languages give the same bytes', async () => {
  const folder = await scratch();
  const here = await buildElsewhere(join(folder, 'een'), { TZ: 'Europe/Amsterdam', LANG: 'nl_NL.UTF-8' });
  const there = await buildElsewhere(join(folder, 'een langere naam'), { TZ: 'Pacific/Auckland', LANG: 'C' });
  assert.ok(here.length > 100_000);
  assert.ok(here.equals(there));
});
