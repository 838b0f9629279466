// Writes web/src/types.ts from web/schema: node scripts/generate.mjs [--check]
//
// With --check nothing is written; it fails when the committed file differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const schemas = new URL('../schema/', import.meta.url);
const target = new URL('../src/types.ts', import.meta.url);

const names = readdirSync(schemas)
  .filter((file) => file.endsWith('.schema.json'))
  .sort();
// One schema that refers to all others, so that a type they share is declared once.
const everything = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(names.map((name) => [name, { $ref: name }])),
};
const made = await compile(everything, 'Everything', {
  bannerComment: '// @generated from web/schema by `npm run generate`; do not edit.',
  cwd: fileURLToPath(schemas),
  style: { printWidth: 118, singleQuote: true },
});
const text = made.replace(/export interface Everything \{[^}]*\}\n/, '');

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('web/src/types.ts differs from web/schema: run `npm run generate` in web/.');
  process.exit(1);
}
