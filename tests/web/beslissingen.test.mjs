// The pages on contested readings show what the program gives, and each shows readings that differ.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pages } from '../../tools/beslissingen.mjs';
import { root } from './support.mjs';

const made = await pages();

test('there is a page for each of the eighteen open questions, and the index names it', async () => {
  const index = await readFile(join(root, 'docs', 'beslissingen', 'README.md'), 'utf8');
  assert.deepEqual(made.map(({ name }) => Number(name.slice(0, 2))), Array.from({ length: 18 }, (_, i) => i + 1));
  for (const { name } of made) assert.ok(index.includes(`](${name})`), name);
});

for (const { name, text, now, uitkomsten } of made) {
  test(`${name} says what the program gives, in readings that differ`, () => {
    assert.equal(text, now, 'run: node tools/beslissingen.mjs --schrijf');
    assert.ok(uitkomsten.length >= 2, 'two readings');
    assert.ok(new Set(uitkomsten).size >= 2, 'outcomes that differ');
  });
}
