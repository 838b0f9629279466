// The sample schools: the same bytes at every call, invented pupils only, and the dirt in the numbers it claims.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

/** @param {Iterable<Uint8Array>} chunks */
const bytesOf = (chunks) => Buffer.concat([...chunks]);
const hash = (chunks) => createHash('sha256').update(bytesOf(chunks)).digest('hex');
const linesOf = (bestand, encoding) => bytesOf(bestand.chunks()).toString(encoding).split('\r\n');
const fileOf = (voorbeeld, naam) => voorbeeld.bestanden.find((bestand) => bestand.naam === naam);

for (const [soort, aantal] of [['vo', 1200], ['po', 220]]) {
  const voorbeeld = generateVoorbeeldschool({ soort });
  const lessen = linesOf(fileOf(voorbeeld, 'lessen.csv'), 'utf8');
  const leerlingen = linesOf(fileOf(voorbeeld, 'leerlingen.csv'), 'latin1').slice(1, -1);
  const cells = lessen.map((line) => line.split(';'));

  test(`${soort}: same seed, same bytes; other seed, other bytes`, () => {
    const again = generateVoorbeeldschool({ soort });
    const other = generateVoorbeeldschool({ soort, seed: 7 });
    for (const { naam, chunks } of voorbeeld.bestanden) {
      assert.equal(hash(chunks()), hash(chunks()), naam);
      assert.equal(hash(chunks()), hash(fileOf(again, naam).chunks()), naam);
      // Notes are about pupils with a part to play, and those stay the same.
      if (naam !== 'notities.csv') assert.notEqual(hash(chunks()), hash(fileOf(other, naam).chunks()), naam);
    }
    assert.deepEqual(again.school, voorbeeld.school);
  });

  test(`${soort}: ${aantal} pupils, each with a number and an invented bsn, none with a name`, () => {
    const numbers = new Set(leerlingen.map((line) => line.split(';')[0]));
    assert.equal(numbers.size, aantal + 1, 'one more: the pupil with the impossible date of birth');
    for (const line of leerlingen) {
      const [nummer, bsn, geboren] = line.split(';');
      assert.match(nummer, /^\d+$/);
      assert.match(geboren, /^\d\d-\d\d-\d{4}$/);
      assert.match(bsn, /^999\d{6}$/);
      const digits = [...bsn].map(Number);
      const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
      assert.equal(sum % 11, 0, bsn);
    }
  });

  test(`${soort}: every code in the register is in school.json`, () => {
    const used = new Set(cells.filter((row) => row.length >= 7).map((row) => row[5]));
    used.delete('');
    used.delete('reden');
    assert.deepEqual([...used].filter((code) => !(code in voorbeeld.school.codes)), []);
  });

  test(`${soort}: the dirt is there in the numbers it claims`, () => {
    const count = (predicate) => cells.filter(predicate).length;
    const found = {
      datum_bestaat_niet: count((row) => row[1] === '2026-02-30'),
      negatieve_minuten: count((row) => row[3]?.startsWith('-')),
      minuten_geen_getal: count((row) => row[3] === 'vijftig'),
      in_vakantie: count((row) => row[1] === '2025-10-20'),
      in_weekend: count((row) => row[1] === '2025-09-13'),
      status_onbekend: count((row) => row[4] === 'misschien'),
      lesuur_onmogelijk: count((row) => row[2] === '42'),
      zonder_leerling: count((row) => row.length > 1 && row[0] === ''),
      halve_regel: count((row) => row.length === 2),
      lege_regel: count((row) => row.length === 1) - 1,
      herhaalde_kop: count((row) => row[0] === 'leerling') - 1,
      lege_kolommen_achteraan: count((row) => row.length === 9),
      te_laat_zonder_minuten: count((row) => row[4] === 'te_laat' && row[6] === ''),
      totaal: count((row) => row[0] === 'Totaal'),
    };
    const claimed = Object.fromEntries(voorbeeld.vuil.map(({ soort: kind, aantal: n }) => [kind, n]));
    for (const [kind, n] of Object.entries(found)) assert.equal(n, claimed[kind], kind);
    const repeated = lessen.length - new Set(lessen).size;
    assert.equal(repeated, claimed.dubbel + claimed.lege_regel + claimed.herhaalde_kop, 'identical lines');
  });

  test(`${soort}: each note has a label of the beleid, or confirms one of its rules`, () => {
    const { labels, regels } = voorbeeld.school.beleid;
    const [kop, ...rows] = linesOf(fileOf(voorbeeld, 'notities.csv'), 'utf8').slice(0, -1);
    assert.equal(kop, 'leerling;datum;label;regel;door;reden');
    assert.ok(rows.length > 0);
    for (const row of rows) {
      const [, , label, regel, door, reden] = row.split(';');
      if (label === 'bevestigd') assert.ok(regels.some(({ nummer }) => nummer === regel) && door !== '' && reden !== '', row);
      else assert.ok(labels.includes(label) && regel === '', row);
    }
  });

  test(`${soort}: every role has one pupil, who is in both files`, () => {
    const inLessen = new Set(cells.map((row) => row[0]));
    const inLijst = new Set(leerlingen.map((line) => line.split(';')[0]));
    assert.equal(new Set(voorbeeld.rollen.map((rol) => rol.leerling)).size, voorbeeld.rollen.length);
    for (const { leerling, rol } of voorbeeld.rollen) {
      assert.ok(inLessen.has(leerling) && inLijst.has(leerling), rol);
    }
  });
}

test('an unknown kind of school is refused', () => {
  assert.throws(() => generateVoorbeeldschool({ soort: 'mbo' }), RangeError);
});
