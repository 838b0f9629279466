// profiel.json: columns that no profile knows, through the package and the command line.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cli, createVerzuimkit, readAll, school, scratch, smallCsv } from './support.mjs';

// The small register under names of another program.
const NAMES = { leerling: 'Wie', datum: 'Dag', lesuur: 'Uur', minuten: 'Duur', status: 'Toestand', reden: 'Waarom', gemist: 'Weg' };
const [header, ...rows] = smallCsv.split('\n');
const fremd = [header.replace(/\w+/g, (name) => NAMES[name] ?? name), ...rows].join('\n');
const profiel = { basis: 'lessen', kolommen: Object.fromEntries(header.trim().split(';').map((name) => [NAMES[name] ?? name, name])) };
const bytes = (text) => new TextEncoder().encode(text);

test('a kolomprofiel reads a file as if its columns had the known names', async () => {
  const kit = await createVerzuimkit();
  const read = async (text, soort) => {
    const session = kit.session(school);
    const bestand = await session.add(bytes(text), { naam: 'lessen.csv', ...(soort && { soort }) });
    const { meldingen } = await session.bereken();
    return { meldingen, rijen: bestand.rijen };
  };
  const known = await read(smallCsv);
  assert.ok(known.meldingen.length > 0);
  assert.deepEqual(await read(fremd, profiel), known);
});

test('a refused file says what was found of it, and a mistake in the profile has its place', async () => {
  const session = (await createVerzuimkit()).session();
  await assert.rejects(session.add(bytes(fremd), { naam: 'a.csv' }), (error) => {
    assert.equal(error.fouten[0].code, 'onbekende_indeling');
    assert.deepEqual(error.bestand.voorbeeld[0].slice(0, 3), ['Wie', 'Dag', 'Uur']);
    return true;
  });
  const wrong = { basis: 'lessen', kolommen: { Dag: 'geboortedatum' } };
  await assert.rejects(session.add(bytes(fremd), { naam: 'a.csv', soort: wrong }), (error) => {
    assert.equal(error.fouten[0].plaats.pad, '/profiel/kolommen/Dag');
    assert.equal(error.bestand, undefined);
    return true;
  });
  assert.deepEqual((await session.inspect()).bestanden, []);
});

test('every profile that regels lists can be the basis, with every field it names', async () => {
  const kit = await createVerzuimkit();
  const { profielen } = await kit.regels();
  assert.ok(profielen.some(({ naam }) => naam === 'lessen'));
  for (const { naam, velden } of profielen) {
    const kolommen = Object.fromEntries(velden.map(({ veld }) => [`Kolom ${veld}`, veld]));
    const text = `${Object.keys(kolommen).join(';')}\n`;
    const session = kit.session();
    const bestand = await session.add(bytes(text), { naam: 'a.csv', soort: { basis: naam, kolommen } });
    assert.equal(bestand.profiel, naam);
    assert.deepEqual(bestand.kolommen.map(({ veld }) => veld), velden.map(({ veld }) => veld), naam);
  }
});

test('--profiel profiel.json: bereken and inspecteer', async (t) => {
  const dir = await scratch(t);
  const path = (name) => join(dir, name);
  await writeFile(path('lessen.csv'), fremd);
  await writeFile(path('profiel.json'), JSON.stringify(profiel));
  await writeFile(path('school.json'), JSON.stringify(school));
  await writeFile(path('stuk.json'), '{');
  await writeFile(path('onbekend.json'), JSON.stringify({ basis: 'magisch' }));
  const uit = path('uit');
  const made = await cli(['bereken', '--uit', uit, '--school', path('school.json'), '--profiel', path('profiel.json'), path('lessen.csv')]);
  assert.equal(made.code, 0, made.stderr);
  assert.ok((await readAll(uit)).has('meldingen.json'));
  const seen = await cli(['inspecteer', '--profiel', path('profiel.json'), path('lessen.csv')]);
  assert.equal(JSON.parse(seen.stdout).bestanden[0].kolommen[1].veld, 'datum');
  for (const [name, said] of [['stuk.json', /geen geldige JSON/], ['onbekend.json', /\/profiel\/basis/], ['weg.json', /bestaat niet/]]) {
    const { code, stderr } = await cli(['bereken', '--uit', uit, '--profiel', path(name), path('lessen.csv')]);
    assert.ok(code === 2 || code === 3, `${name}: ${code}`);
    assert.match(stderr, said, name);
  }
  assert.ok((await readFile(path('lessen.csv'), 'utf8')).startsWith('Wie'));
});
