// Every example of docs/module.md runs as it stands, and prints what the page says it prints.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { build, packageDir, root, scratch } from './support.mjs';

const page = await readFile(join(root, 'docs', 'module.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(([, taal, file, text], i) => ({ i, taal, file, text }));

/** A vendor's folder: the page's own files, and the package as installed. */
async function vendorFolder(t) {
  const dir = await scratch(t);
  await writeFile(join(dir, 'package.json'), '{"type":"module"}');
  for (const { file, text } of blocks) if (file) await writeFile(join(dir, file), text);
  await mkdir(join(dir, 'node_modules'));
  await symlink(packageDir, join(dir, 'node_modules', 'verzuimkit'));
  return dir;
}

test('the page has examples of each kind', () => {
  for (const taal of ['js', 'sh', 'text', 'csv', 'json']) assert.ok(blocks.some((block) => block.taal === taal), taal);
});

for (const { i, taal, text } of blocks) {
  if (taal === 'js') {
    test(`example ${i}: ${text.split('\n').find((line) => line.includes('await'))?.trim()}`, async (t) => {
      const dir = await vendorFolder(t);
      await writeFile(join(dir, 'example.mjs'), text);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], { cwd: dir, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      const next = blocks[i + 1];
      assert.equal(stdout, next?.taal === 'text' ? next.text : '');
    });
  }
  if (taal === 'sh') {
    test(`example ${i}: ${text.split('\n')[0]}`, async (t) => {
      const dir = await vendorFolder(t);
      const PATH = [build, join(root, 'web', 'node_modules', '.bin'), process.env.PATH].join(delimiter);
      const { status, stderr } = spawnSync('sh', ['-eu', '-c', text], { cwd: dir, encoding: 'utf8', env: { ...process.env, PATH } });
      assert.equal(status, 0, stderr);
    });
  }
}
