// The school's own figures for the sample school, through the shipped module: they agree with the meldingen and counts of
// the same run, and with what the pupils with a part to play did.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

const { createVerzuimkit } = await import(new URL('../../build/package/dist/index.js', import.meta.url).href);
const voorbeeld = generateVoorbeeldschool({ soort: 'vo' });
const session = (await createVerzuimkit()).session(voorbeeld.school);
for (const { naam, chunks } of voorbeeld.bestanden) await session.add(ReadableStream.from(chunks()), { naam });
const { meldingen, leveringen, monitor, verlof, zelfcontrole } = await session.bereken();
await session.close();

const sum = (list, key) => list.reduce((total, item) => total + item[key], 0);
const keyOf = (rol) => voorbeeld.rollen.find((pupil) => pupil.rol === rol).leerling;

test('each pupil stands in one band per category, in every dimension', () => {
  for (const { dimensie, groep, leerlingen } of monitor.groepen) {
    for (const categorie of ['totaal', 'geoorloofd', 'ziekte', 'ongeoorloofd']) {
      const cellen = monitor.cellen.filter((cel) => cel.dimensie === dimensie && cel.groep === groep && cel.categorie === categorie);
      assert.equal(sum(cellen, 'leerlingen'), leerlingen, `${dimensie} ${groep} ${categorie}`);
    }
  }
  const school = monitor.groepen.find(({ dimensie }) => dimensie === 'school');
  for (const dimensie of ['onderverdeling', 'leerjaar', 'klas']) {
    const groups = monitor.groepen.filter((groep) => groep.dimensie === dimensie);
    assert.equal(sum(groups, 'leerlingen'), school.leerlingen, dimensie);
    assert.equal(sum(groups, 'lestijd'), school.lestijd, dimensie);
  }
});

test('a period of the monitor has the minutes of its levering', () => {
  assert.equal(monitor.groepen.filter(({ dimensie }) => dimensie === 'periode').length, leveringen.length);
  for (const { periode, uren } of leveringen) {
    for (const { categorie, minuten } of uren.filter(({ onderverdeling }) => onderverdeling === 'totaal')) {
      const own = monitor.totalen.find((totaal) => totaal.dimensie === 'periode' && totaal.groep === periode.naam && totaal.categorie === categorie);
      assert.equal(own.minuten, minuten, `${periode.naam} ${categorie}`);
    }
  }
});

test('weeks and timetable add up to the year', () => {
  for (const { categorie, minuten } of monitor.totalen.filter(({ dimensie }) => dimensie === 'school')) {
    assert.equal(sum(monitor.weken.filter((week) => week.categorie === categorie), 'minuten'), minuten, categorie);
    assert.equal(sum(monitor.rooster.filter((cel) => cel.categorie === categorie), 'minuten'), minuten, categorie);
  }
});

test('three days suspended, and an exemption of three months', () => {
  const schorsing = verlof.kaarten.find(({ leerling, soort }) => leerling === keyOf('schorsing') && soort === 'schorsing');
  assert.equal(schorsing.dagen, 3);
  assert.deepEqual(schorsing.perioden.map(({ van, tot }) => [van, tot]), [['2026-03-09', '2026-03-11']]);
  assert.deepEqual(schorsing.waarschuwingen.map(({ code }) => code), ['melden_inspectie']);
  const [vrijstelling] = verlof.vrijstellingen;
  assert.equal(vrijstelling.leerling, keyOf('vrijstelling'));
  assert.deepEqual([vrijstelling.van, vrijstelling.tot, vrijstelling.stand], ['2025-11-01', '2026-01-31', 'voorbij']);
});

test('the figures of the year are those of the meldingen', () => {
  assert.equal(zelfcontrole.meldingen.length, meldingen.length);
  const [jaar] = zelfcontrole.jaarcijfers;
  for (const { soort, aantal, lopend, leerlingen } of jaar.meldingen) {
    const own = meldingen.filter((melding) => melding.soort === soort);
    assert.equal(aantal, own.length, soort);
    assert.equal(lopend, own.filter(({ einddatum }) => einddatum === null).length, soort);
    assert.equal(leerlingen, new Set(own.map(({ leerling }) => leerling)).size, soort);
  }
  const lrv = meldingen.filter(({ soort }) => soort === 'lrv');
  assert.equal(jaar.thuiszitters.langdurig, new Set(lrv.map(({ leerling }) => leerling)).size);
  assert.equal(jaar.afgesloten.aantal + jaar.lopend.aantal, lrv.length);
  assert.equal(zelfcontrole.verzuim.lessen, zelfcontrole.verzuim.verklaard + zelfcontrole.verzuim.onverklaard);
  assert.equal(sum(zelfcontrole.klassen, 'lessen'), zelfcontrole.verzuim.lessen);
});
