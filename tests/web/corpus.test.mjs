// The corpus of faults (tests/corpus) through the package: every file is what it should be found to be, every row is
// accounted for, and the meldingen are those of the rows that are whole. tests/corpus/corpus_test.cc does the same
// with the core alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOUTEN, SCHOOL } from '../corpus/fouten.mjs';
import { bytesOf, kit, textOf, VerzuimkitError } from './support.mjs';

test('each of the 27 faults has its files', () => {
  const seen = [...new Set(FOUTEN.map(({ fout }) => fout))].sort((a, b) => a - b);
  assert.deepEqual(seen, Array.from({ length: 27 }, (_, i) => i + 1));
  const names = FOUTEN.map(({ fout, naam }) => `${fout} ${naam}`);
  assert.equal(new Set(names).size, names.length, 'a name twice');
});

/** What the file was found to be, with what became of its rows in the end. */
const found = ({ codering, scheidingsteken, kopregel, profiel }, { rijen: { gelezen, gebruikt, afgewezen } }) => ({
  codering, scheidingsteken, kopregel, profiel, rijen: [gelezen, gebruikt, afgewezen],
});

/** problemen.csv without the words: "bestand:regel kolom code", without that birth dates are unknown. */
function problemsOf(csv) {
  const lines = csv.replace(/^\ufeff/, '').split('\r\n').slice(1, -1);
  return lines
    .map((line) => line.split(';').slice(0, 6).map((cell) => cell.replace(/^"(.*)"$/, '$1')))
    .filter(([, , , , , code]) => code !== 'geboortedatum_onbekend')
    .map(([bestand, regel, , kolom, , code]) => `${bestand}:${[regel, kolom, code].filter(Boolean).join(' ')}`);
}

for (const { fout, naam, school = SCHOOL, bestanden, problemen, meldingen, uitvoer = [] } of FOUTEN) {
  test(`fault ${fout}: ${naam}`, async () => {
    const session = (await kit()).session(school);
    const added = [];
    for (const { naam: bestand, bytes, verwacht } of bestanden) {
      if (verwacht.fout) {
        await assert.rejects(session.add(bytes, { naam: bestand }), (error) => {
          assert.ok(error instanceof VerzuimkitError, error.stack);
          assert.deepEqual(error.fouten.map(({ code }) => code), [verwacht.fout]);
          assert.equal(error.fouten[0].plaats.bestand, bestand);
          return true;
        });
        continue;
      }
      added.push(await session.add(bytes, { naam: bestand }));
    }
    if (meldingen.length === 0) return;
    const outcome = await session.bereken({ peildatum: '2025-10-31' });
    const files = new Map(outcome.bestanden.map(({ naam: name, inhoud }) => [name, textOf(inhoud)]));
    const verslag = JSON.parse(files.get('verslag.json'));
    assert.deepEqual(added.map((file, i) => found(file, verslag.invoer[i])), bestanden.map(({ verwacht }) => verwacht));
    const { rijen } = verslag.samenvatting;
    assert.equal(rijen.gelezen, rijen.gebruikt + rijen.afgewezen);
    assert.deepEqual(problemsOf(files.get('problemen.csv')).sort(), [...problemen].sort());
    assert.deepEqual(
      JSON.parse(files.get('meldingen.json')).meldingen.map((m) => `${m.leerling} ${m.soort} ${m.begindatum} ${m.einddatum} ${m.minuten}`),
      meldingen,
    );
    // What was made, taken back: the same meldingen, and their rows are no register that could count twice.
    const again = await session.vergelijk(files.get('meldingen.json'), { peildatum: '2025-10-31' });
    assert.deepEqual([again.ongewijzigd.length, again.nieuw.length, again.in_te_trekken.length, again.te_corrigeren.length], [meldingen.length, 0, 0, 0]);
    const back = await session.add(bytesOf(files.get('melding_regels.csv')), { naam: 'melding_regels.csv' });
    assert.equal(back.rijen.gebruikt, 0);
    assert.ok(back.rijen.gelezen > 0 && back.rijen.afgewezen === back.rijen.gelezen);
    for (const [name, text] of uitvoer) assert.ok(files.get(name).includes(text), files.get(name));
  });
}
