// What was sent beside what the registers say now; the keuzehulp; what a profile switches off. Through package and command line.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { berekenOf, bytesOf, cli, csv, filesOf, kit, require, root, school, scratch, smallCsv, smallRows, textOf, VerzuimkitError } from './support.mjs';

const { Ajv2020 } = require('ajv/dist/2020.js');
const folder = join(root, 'web', 'schema');
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(await Promise.all((await readdir(folder)).map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')))));
function valid(name, value) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors, { separator: '\n' })}`);
}

const PEILDATUM = '2025-10-31';
const lists = ['nieuw', 'ongewijzigd', 'te_corrigeren', 'in_te_trekken'];
const sizes = (vergelijking) => Object.fromEntries(lists.map((lijst) => [lijst, vergelijking[lijst].length]));
/** The small register after a correction: pupil 1001 turns out to have been ill. */
const corrected = csv(smallRows.map((row) => (row.startsWith('1001;') ? row.replace('afwezig;S', 'afwezig;Z') : row)));

async function sentOf(text) {
  const made = await berekenOf({ 'lessen.csv': text }, { options: { peildatum: PEILDATUM } });
  return { meldingen: made.meldingen };
}

test('a run beside its own meldingen.json is unchanged; beside nothing all is new; a correction is withdrawn with its reason', async () => {
  const sent = await sentOf(smallCsv);
  assert.ok(sent.meldingen.length >= 2);
  const session = (await kit()).session(school);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  const same = await session.vergelijk(sent, { peildatum: PEILDATUM });
  valid('vergelijking', same);
  valid('verzonden', sent);
  assert.deepEqual(sizes(same), { nieuw: 0, ongewijzigd: sent.meldingen.length, te_corrigeren: 0, in_te_trekken: 0 });
  const none = await session.vergelijk('{"meldingen":[]}', { peildatum: PEILDATUM });
  assert.deepEqual(sizes(none), { nieuw: sent.meldingen.length, ongewijzigd: 0, te_corrigeren: 0, in_te_trekken: 0 });
  assert.equal(none.te_laat.length + none.open_termijnen.length, none.nieuw.length);

  const after = await berekenOf({ 'lessen.csv': corrected }, { options: { peildatum: PEILDATUM, verzonden: sent } });
  valid('vergelijking', after.vergelijking);
  const [withdrawn] = after.vergelijking.in_te_trekken;
  assert.equal(withdrawn.leerling, '1001');
  assert.equal(withdrawn.melding, null);
  assert.deepEqual(withdrawn.redenen.map(({ code }) => code), ['reden_gecorrigeerd', 'niet_meer_gegrond']);
  assert.ok(filesOf(after)['vergelijking.csv'].includes('"in_te_trekken"'));
  assert.equal((await berekenOf({ 'lessen.csv': smallCsv })).vergelijking, undefined);
});

test('mistakes in the sent file are refused with their path', async () => {
  const session = (await kit()).session(school);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  await assert.rejects(session.vergelijk({ meldingen: [{ soort: '17u' }] }), (error) => {
    assert.ok(error instanceof VerzuimkitError);
    assert.ok(error.fouten.some(({ plaats }) => plaats.bestand === 'verzonden' && plaats.pad === '/meldingen/0/soort'));
    return true;
  });
});

test('verzuimkit vergelijk prints the four lists, and writes them with all else when asked', async (t) => {
  const dir = await scratch(t);
  const paths = Object.fromEntries(['verzonden.json', 'lessen.csv', 'school.json', 'uit'].map((name) => [name, join(dir, name)]));
  const sent = await sentOf(smallCsv);
  await writeFile(paths['verzonden.json'], JSON.stringify(sent));
  await writeFile(paths['lessen.csv'], corrected);
  await writeFile(paths['school.json'], JSON.stringify(school));
  const args = ['vergelijk', '--verzonden', paths['verzonden.json'], '--school', paths['school.json'], '--peildatum', PEILDATUM];
  const { code, stdout, stderr } = await cli([...args, paths['lessen.csv']]);
  assert.equal(code, 0, stderr);
  for (const titel of ['Nieuw', 'Te corrigeren', 'In te trekken', 'Ongewijzigd', 'Te laat', 'Open termijnen']) {
    assert.match(stdout, new RegExp(`^${titel}[^\\n]*\\(\\d+\\)$`, 'm'));
  }
  assert.match(stdout, /1001 {2}16u .*niet meer gegrond/);
  assert.match(stdout, /ziekte/);
  const json = await cli([...args, '--json', '--uit', paths.uit, paths['lessen.csv']]);
  assert.equal(json.code, 0, json.stderr);
  assert.deepEqual(JSON.parse(json.stdout), JSON.parse(await readFile(join(paths.uit, 'vergelijking.json'), 'utf8')));

  await writeFile(paths['verzonden.json'], JSON.stringify({ meldingen: [{ ...sent.meldingen[0], begindatum: '2025-02-30' }] }));
  const wrong = await cli([...args, paths['lessen.csv']]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /verzonden\.json.*\/meldingen\/0\/begindatum/);
  assert.equal((await cli(['vergelijk', paths['lessen.csv']])).code, 2);
});

test('every melding is where the keuzehulp of its episode ends, and each path says why not the others', async () => {
  const { keuzehulp, meldingen } = await berekenOf({ 'lessen.csv': smallCsv }, { options: { peildatum: PEILDATUM } });
  valid('keuzehulp', keuzehulp);
  const asked = new Set(keuzehulp.vragen.map(({ vraag }) => vraag));
  for (const { stappen, uitkomst, waarom_niet } of keuzehulp.paden) {
    for (const { vraag } of stappen) assert.ok(asked.has(vraag), vraag);
    assert.deepEqual(
      [uitkomst, ...waarom_niet.map((other) => other.uitkomst)].sort(),
      keuzehulp.uitkomsten.map((other) => other.uitkomst).sort(),
    );
  }
  const ends = keuzehulp.episodes.flatMap(({ leerling, paden }) =>
    paden.filter(({ volgnummer }) => volgnummer !== null).map(({ pad, volgnummer }) => `${leerling} ${keuzehulp.paden[pad].uitkomst} ${volgnummer}`),
  );
  assert.deepEqual(ends.sort(), meldingen.map(({ leerling, soort, volgnummer }) => `${leerling} ${soort} ${volgnummer}`).sort());
});

for (const [profiel, verwacht] of [
  ['vo', []],
  ['niet_bekostigd', ['levering', 'publicatie', 'beleid', 'schorsing', 'onderwijstijd']],
  ['bes', ['levering', 'publicatie', 'duo', 'lrv', 'luxe', '16u_18plus', 'rmc', 'verlof', 'vrijstelling', 'schorsing', 'onderwijstijd']],
]) {
  test(`profile ${profiel}: what is switched off is said in verslag, problemen.csv and where the file would have been`, async () => {
    const made = await berekenOf({ 'lessen.csv': smallCsv }, { with: { ...school, school: { ...school.school, profiel } } });
    const off = made.verslag.uitgeschakeld;
    assert.deepEqual(off.map(({ onderdeel }) => onderdeel).sort(), verwacht.toSorted());
    const files = filesOf(made);
    for (const { onderdeel, reden, artikel, bestanden } of off) {
      assert.ok(reden.endsWith('.') && artikel !== '', onderdeel);
      assert.ok(files['problemen.csv'].includes(reden), onderdeel);
      for (const naam of bestanden) assert.equal(files[naam], undefined, naam);
      if (bestanden.length > 0) assert.ok(files[`${onderdeel}.uitgeschakeld.txt`].includes(reden), onderdeel);
    }
    assert.equal(Object.keys(files).some((naam) => naam.startsWith('levering')), true);
    assert.equal(files['levering.json'] === undefined, verwacht.includes('levering'));
    for (const melding of made.meldingen) assert.equal(melding.duo === null, verwacht.includes('duo'));
    assert.ok(textOf(made.bestanden.find(({ naam }) => naam === 'verslag.json').inhoud).length > 0);
  });
}
