// Writes what is made from something else: node scripts/generate.mjs [--check]
//
//   schema/opties.schema.json  from the options table of the built module (build/package, or VERZUIM_BUILD)
//   src/types.ts               from schema/
//
// With --check nothing is written; it fails when a committed file differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const web = fileURLToPath(new URL('..', import.meta.url));
const schemas = join(web, 'schema');
const build = resolve(process.env.VERZUIM_BUILD ?? join(web, '..', 'build'));

const KINDS = {
  getal: ({ minimum, maximum }) => ({ type: 'integer', minimum, maximum }),
  ja_nee: () => ({ type: 'boolean' }),
  keuze: ({ waarden }) => ({ enum: waarden }),
};

async function optionsSchema() {
  const { createVerzuimkit } = await import(pathToFileURL(join(build, 'package', 'dist', 'index.js')));
  const { opties } = await (await createVerzuimkit()).regels();
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'opties.schema.json',
    $comment: '@generated from core/options/options.def by `npm run generate`; do not edit.',
    title: 'Opties',
    description: 'Every parameter of the rules that a school may set.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      opties.map((optie) => [optie.naam, { ...KINDS[optie.soort](optie), description: optie.tekst }]),
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

async function types() {
  const names = readdirSync(schemas).sort();
  // One schema that refers to all others, so that a type they share is declared once.
  const everything = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: name }])),
  };
  const made = await compile(everything, 'Everything', {
    bannerComment: '// @generated from web/schema by `npm run generate`; do not edit.',
    cwd: schemas,
    style: { printWidth: 118, singleQuote: true },
  });
  return made.replace(/export interface Everything \{[^}]*\}\n/, '');
}

function settle(path, text) {
  if (!process.argv.includes('--check')) return writeFileSync(path, text);
  if (readFileSync(path, 'utf8') === text) return undefined;
  console.error(`${path} is not what its source makes: run \`npm run generate\` in web/.`);
  process.exitCode = 1;
  return undefined;
}

settle(join(schemas, 'opties.schema.json'), await optionsSchema());
settle(join(web, 'src', 'types.ts'), await types());
