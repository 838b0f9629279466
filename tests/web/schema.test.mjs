// The schemas, the generated types and what the module really writes cannot part.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, csv, filesOf, kit, readVectors, require, root, school, smallCsv, smallRows, VerzuimkitError } from './support.mjs';

const { Ajv2020 } = require('ajv/dist/2020.js');
const folder = join(root, 'web', 'schema');
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const schemas = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
ajv.addSchema(schemas);

function valid(name, value) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate, `no schema ${name}`);
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors, { separator: '\n' })}`);
}

const PUPILS = csv(['1001;2011-03-04;havo;3', '1002;2011-03-04;vwo;3'], 'leerling;geboortedatum;onderwijssoort;leerjaar');

test('every file name is the id of its schema', () => {
  assert.deepEqual(schemas.map(({ $id }) => $id), readdirSync(folder));
});

test('what the module answers fits its schema', async () => {
  const own = await kit();
  const session = own.session(school);
  valid('versie', own.versie);
  valid('school', await session.school());
  valid('bestand', await session.add(bytesOf(PUPILS), { naam: 'leerlingen.csv' }));
  valid('bestand', await session.add(bytesOf(csv([...smallRows, '1001;2025-02-30;1;50;aanwezig;;'])), { naam: 'lessen.csv' }));
  valid('inspectie', await session.inspect());
  for (const options of [{}, { peildatum: '2025-09-20' }, { milliseconden: { lezen: 3 } }]) {
    const made = await session.bereken(options);
    valid('samenvatting', made.samenvatting);
    const files = filesOf(made);
    const reports = Object.keys(files).filter((name) => name.endsWith('.json'));
    for (const name of ['keuzehulp', 'levering', 'meldingen', 'monitor', 'publicatie', 'verlof', 'verslag', 'zelfcontrole']) assert.ok(reports.includes(`${name}.json`), name);
    for (const name of reports) valid(/^[a-z]+/.exec(name)[0], JSON.parse(files[name]));
  }
  valid('regels', await own.regels());
  valid('regels', await own.regels('2026-01-07'));
});

test('the schools and the outcomes of all vectors fit, and a school that the schema refuses is refused', async () => {
  const vectors = (await readVectors()).flatMap(([, list]) => list);
  const validate = ajv.getSchema('school.schema.json');
  for (const vector of vectors) {
    const session = (await kit()).session(vector.school);
    const fits = validate(vector.school);
    const [accepted, understood] = await session.school().then(
      (value) => [true, value],
      () => [false],
    );
    assert.equal(fits, accepted, `${vector.id}: ${ajv.errorsText(validate.errors)}`);
    if (!accepted) continue;
    valid('school', understood);
    valid('schoolgids', await (await kit()).beleid(vector.school));
    for (const { naam, regels } of vector.bestanden) await session.add(bytesOf(regels.join('\n')), { naam });
    const made = await session.bereken({ onbekend: vector.onbekend ?? 'negeer' });
    for (const [name, text] of Object.entries(filesOf(made))) {
      if (name.endsWith('.json')) valid(/^[a-z]+/.exec(name)[0], JSON.parse(text));
    }
  }
});

test('a problem is data that fits its schema', async () => {
  const session = (await kit()).session({ school: { profiel: 'onzin' }, kalender: { regoi: 1 } });
  await assert.rejects(session.school(), (error) => {
    assert.ok(error instanceof VerzuimkitError);
    assert.ok(error.fouten.length >= 2);
    for (const fout of error.fouten) valid('fout', fout);
    return true;
  });
});

test('codes given on this side of the boundary stand in the one list', () => {
  const list = readFileSync(join(root, 'core', 'base', 'problem.h'), 'utf8');
  const sources = readdirSync(join(root, 'web', 'src'), { recursive: true }).filter((file) => file.endsWith('.ts'));
  const text = sources.map((file) => readFileSync(join(root, 'web', 'src', file), 'utf8')).join('\n');
  const codes = [...text.matchAll(/(?:failure|new Damage)\(\s*'([a-z_]+)'/g)].map(([, code]) => code);
  assert.deepEqual([...new Set(codes)].sort(), [
    'formule_zonder_uitkomst',
    'json_ongeldig',
    'leeg_bestand',
    'leesfout',
    'module_gestopt',
    'niet_ondersteund_bestand',
    'schrijffout',
    'werkblad_onbekend',
    'werkmap_beschadigd',
    'werkmap_beveiligd',
    'werkmap_te_groot',
  ]);
  for (const code of codes) assert.match(list, new RegExp(`X\\(\\w+, "${code}", kFatal`), code);
});

test('the schema of the options is what the module says of them, and the types are made from the schemas', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'web', 'scripts', 'generate.mjs'), '--check'], {
    encoding: 'utf8',
    env: process.env,
  });
  assert.equal(status, 0, stderr);
});

test('the schemas refuse what is missing, misspelt or of the wrong kind', async () => {
  const session = (await kit()).session(school);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  const { meldingen } = await session.bereken();
  const validate = ajv.getSchema('meldingen.schema.json');
  const [melding] = meldingen;
  assert.ok(validate({ meldingen: [melding] }));
  for (const key of Object.keys(melding)) {
    const { [key]: _, ...without } = melding;
    assert.equal(validate({ meldingen: [without] }), false, `without ${key}`);
    assert.equal(validate({ meldingen: [{ ...melding, [key]: true }] }), false, `${key} as a flag`);
  }
  assert.equal(validate({ meldingen: [{ ...melding, extra: 1 }] }), false);
});
