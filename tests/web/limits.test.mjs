// The limits of workbooks that docs/importing.md names are those of the code. What lies beyond them is tried in
// xlsx.test.mjs; the limits of the core are held against the same table by tests/import/limits_test.cc.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.mjs';

const MiB = 1024 * 1024;
const docs = readFileSync(join(root, 'docs', 'importing.md'), 'utf8');

/** The constant `name` of a source file; products of numbers are worked out. */
function constantOf(file, name) {
  const source = readFileSync(join(root, 'web', 'src', file), 'utf8');
  const [, value] = new RegExp(`^const ${name} = ([\\d_ *]+);`, 'm').exec(source) ?? assert.fail(`${file} has no ${name}`);
  return value.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1);
}

const LIMITS = [
  ['a workbook that comes as a stream', `${constantOf('container.ts', 'MAX_STREAM') / MiB} MB`],
  ['parts of a workbook', `${constantOf('xlsx/zip.ts', 'MAX_ENTRIES')}`],
  [`how far a part is packed, from ${constantOf('xlsx/zip.ts', 'RATIO_FROM') / MiB} MiB on`, `${constantOf('xlsx/zip.ts', 'MAX_RATIO')} times`],
  ['a tag or text in a workbook', `${constantOf('xlsx/xml.ts', 'MAX_TOKEN') / MiB} MiB`],
  ['texts and characters that cells share', `${constantOf('xlsx/parts.ts', 'MAX_SHARED')}, ${constantOf('xlsx/parts.ts', 'MAX_SHARED_CHARACTERS')}`],
  ['places for cells, empty ones too', `${constantOf('xlsx/sheet.ts', 'MAX_CELLS')}`],
];
for (const [what, limit] of LIMITS) {
  test(`docs/importing.md: ${what}`, () => assert.ok(docs.includes(`| ${what} | ${limit} | the file is refused |`), `${what}: ${limit}`));
}
