// The verzuimbeleid through the package and the command line: its chapter, what is refused, and what reaches whom.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, cli, kit, readAll, scratch, VerzuimkitError } from './support.mjs';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

const { beleid: BELEID } = generateVoorbeeldschool({ soort: 'vo' }).school;
const KLASSEN = {
  Z: 'ziekte', SC: 'schorsing', RG: 'religie', VK: 'vakantieverlof', GW: 'gewichtig', VB: 'verboden', SG: 'gesloten',
  H5: 'vijfjarige', SP: 'spijbelen', TL: 'te_laat', LX: 'luxe', WP: 'wacht_op_plek', NX: 'onverklaard', UI: 'geen_verzuim',
};
const ONGEOORLOOFD = new Set(['SP', 'TL', 'LX', 'WP']);
const SCHOOL = {
  school: { profiel: 'vo', naam: 'Voorbeeld' },
  kalender: { regio: 'midden' },
  codes: KLASSEN,
  beleid: {
    ...BELEID,
    inwerkingtreding: '2025-08-01',
    regels: [
      { nummer: '1', zin: 'Bij 1 of meer dagen met ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar.' },
      { nummer: '2', zin: 'Bij 1 of meer dagen met geoorloofd of ongeoorloofd verzuim in 4 lesweken volgt een bericht aan de mentor.' },
    ],
  },
};
const AGAINST_LEERPLICHT = ['ziekte', 'geoorloofd', 'alles'].map((telt) => ({
  nummer: '1',
  stappen: [{ als: { soort: 'uren', telt, minstens: 1, lesweken: 4 }, dan: 'signaal' }],
}));

// Per code one pupil per week who misses the third lesson of three days; each is there the rest of the day.
const CODE_OF_ROW = new Map();
const LESSEN = (() => {
  const lines = ['leerling;datum;lesuur;minuten;status;reden;gemist'];
  Object.keys(KLASSEN).forEach((code, i) => {
    for (const datum of ['2025-09-01', '2025-09-02', '2025-09-04']) {
      for (let lesuur = 1; lesuur <= 4; lesuur += 1) {
        lines.push(`${1001 + i};${datum};${lesuur};50;${lesuur === 3 ? `afwezig;${code}` : 'aanwezig;'};`);
        if (lesuur === 3) CODE_OF_ROW.set(lines.length, code);
      }
    }
  });
  return `${lines.join('\n')}\n`;
})();

function checkReceivers(signalen) {
  const codes = { leerplicht: new Set(), intern: new Set() };
  for (const { ontvanger, deelbaar, regels } of signalen) {
    for (const { regel } of regels) codes[ontvanger].add(CODE_OF_ROW.get(regel));
    if (ontvanger !== 'leerplicht') assert.equal(deelbaar, false);
  }
  assert.deepEqual([...codes.leerplicht].sort(), [...ONGEOORLOOFD].sort(), 'leerplicht sees every ongeoorloofd class and no other');
  assert.ok(codes.intern.has('Z') && codes.intern.has('VK'), 'the school itself sees the rest');
}

test('through the package no geoorloofd lesson reaches a record for leerplicht', async () => {
  const session = (await kit()).session(SCHOOL);
  await session.add(bytesOf(LESSEN), { naam: 'lessen.csv' });
  const { signalen } = await session.bereken({ peildatum: '2025-09-30' });
  checkReceivers(signalen);
  for (const regel of AGAINST_LEERPLICHT) {
    await assert.rejects(session.setSchool({ ...SCHOOL, beleid: { regels: [regel] } }), (error) => {
      assert.ok(error instanceof VerzuimkitError);
      assert.equal(error.fouten[0].plaats.pad, '/beleid/regels/0/stappen/0');
      assert.match(error.fouten[0].bericht, /alleen rusten op ongeoorloofd verzuim/);
      return true;
    });
  }
});

test('through the command line neither; signalen.json and signalen.csv say who may see what', async (t) => {
  const dir = await scratch(t);
  const school = join(dir, 'school.json');
  const lessen = join(dir, 'lessen.csv');
  await writeFile(school, JSON.stringify(SCHOOL));
  await writeFile(lessen, LESSEN);
  const run = (...more) => cli(['bereken', '--uit', join(dir, 'uit'), '--school', school, '--peildatum', '2025-09-30', ...more, lessen]);
  const done = await run();
  assert.equal(done.code, 0, done.stderr);
  const files = await readAll(join(dir, 'uit'));
  const made = JSON.parse(files.get('signalen.json').toString('utf8'));
  assert.equal(made.status, 'wetsvoorstel');
  assert.match(made.bron, /36 663/);
  for (const { ontvanger, status } of made.signalen) {
    assert.equal(status, ontvanger === 'jeugdarts' ? 'voorlichting' : 'wetsvoorstel');
  }
  checkReceivers(made.signalen);
  const lines = files.get('signalen.csv').toString('utf8').trimEnd().split('\r\n');
  assert.equal(lines.length, made.signalen.length + 1);
  assert.match(lines[1], /^"10\d\d";/);

  assert.match(done.stderr, new RegExp(`Signalen uit het verzuimbeleid: ${made.signalen.length}\\.`));

  const notities = join(dir, 'notities.csv');
  await writeFile(notities, 'leerling;datum;label;regel;door;reden\n1009;2025-09-01;bevestigd;1;A. Verzonnen;gesprek hielp niet\n');
  const confirmed = await run('--notities', notities, '--profiel', 'lessen');
  assert.equal(confirmed.code, 0, confirmed.stderr);
  const again = JSON.parse((await readAll(join(dir, 'uit'))).get('signalen.json').toString('utf8'));
  const first = again.signalen.find(({ leerling, regel }) => leerling === '1009' && regel === '1');
  assert.deepEqual(first.reden_niet_deelbaar.map(({ code }) => code), ['plicht_onbekend'], 'confirmed; the birth date is not known');

  for (const regel of AGAINST_LEERPLICHT) {
    await writeFile(school, JSON.stringify({ ...SCHOOL, beleid: { regels: [regel] } }));
    const refused = await run();
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /school\.json, bij \/beleid\/regels\/0\/stappen\/0: .*alleen rusten op ongeoorloofd/);
  }
});

test('a note and a confirmation come in as a file of their own; the name in it goes nowhere', async () => {
  const session = (await kit()).session({
    ...SCHOOL,
    beleid: { ...SCHOOL.beleid, regels: [{ nummer: '1', zin: 'Bij een notitie "werken" van de mentor in 4 lesweken en 1 of meer lessen met ongeoorloofd verzuim in 4 lesweken volgt een signaal aan de leerplichtambtenaar.' }] },
  });
  await session.add(bytesOf('leerling;geboortedatum\n1009;2011-03-15\n'), { naam: 'leerlingen.csv' });
  await session.add(bytesOf(LESSEN), { naam: 'lessen.csv' });
  const notities = [
    'leerling;datum;label;regel;door;reden',
    '1009;2025-09-02;werken;;;',
    '1009;2025-09-03;bevestigd;1;Piet Verzonnen;werkt te veel naast school',
    '1009;2025-09-05;bevestigd;;Piet Verzonnen;zonder nummer',
    '1009;2025-09-05;bevestigd;1;;zonder naam',
    '1009;2025-09-05;bevestigd;1;Piet Verzonnen;',
    '1009;2025-09-05;;;;',
    '1009;2025-09-05;voetbal;;;',
    '1009;2025-09-05;voetbal;;;',
  ];
  const bestand = await session.add(bytesOf(notities.join('\n')), { naam: 'notities.csv' });
  assert.equal(bestand.profiel, 'notities');
  assert.deepEqual(bestand.rijen, { gelezen: 8, gebruikt: 3, afgewezen: 5 });
  const made = await session.bereken({ peildatum: '2025-09-30' });
  assert.deepEqual(
    made.signalen.map(({ leerling, tot, deelbaar }) => ({ leerling, tot, deelbaar })),
    [{ leerling: '1009', tot: '2025-09-02', deelbaar: true }],
  );
  for (const { naam, inhoud } of made.bestanden) {
    assert.doesNotMatch(Buffer.from(inhoud).toString('utf8'), /Piet|naast school/, naam);
  }
  const problemen = Buffer.from(made.bestanden.find(({ naam }) => naam === 'problemen.csv').inhoud).toString('utf8');
  assert.match(problemen, /label_onbekend.*voetbal/);
  assert.equal(problemen.match(/notitie_ongeldig/g).length, 4);
});

test('kit.beleid: chapter, sentences and problems as data, a good rule beside a bad one', async () => {
  const own = await kit();
  const whole = await own.beleid({ ...SCHOOL, beleid: BELEID });
  assert.deepEqual(whole.ontbreekt, []);
  assert.deepEqual(whole.problemen, []);
  assert.equal(whole.onderdelen.length, 6);
  assert.deepEqual(whole.regels.map(({ nummer }) => nummer), [...BELEID.regels.map(({ nummer }) => nummer), 'mazl']);
  BELEID.regels.forEach(({ zin }, i) => {
    assert.equal(whole.regels[i].zin, zin);
    assert.ok(whole.hoofdstuk.includes(zin), 'the sentences in the chapter are those of the rules that run');
  });
  // The steps of a sentence are the same rule.
  const steps = { ...BELEID, regels: whole.regels.slice(0, -1).map(({ nummer, stappen }) => ({ nummer, stappen })) };
  assert.deepEqual((await own.beleid({ ...SCHOOL, beleid: steps })).regels, whole.regels);

  const mixed = await own.beleid({ ...SCHOOL, beleid: { regels: [AGAINST_LEERPLICHT[0], { ...BELEID.regels[0], nummer: '2' }] } });
  assert.deepEqual(mixed.regels.map(({ zin }) => zin), [null, BELEID.regels[0].zin]);
  assert.deepEqual(mixed.problemen.map(({ plaats }) => plaats.pad), ['/beleid/regels/0/stappen/0']);
  assert.equal(mixed.ontbreekt.length, 4 + 6, 'version, place, date, consent and six parts');

  const nothing = await own.beleid({});
  assert.equal(nothing.ontbreekt.length, 10);
  await assert.rejects(own.beleid('{'), VerzuimkitError);
});

test('verzuimkit beleid prints the chapter, names what is missing and refuses what is wrong', async (t) => {
  const dir = await scratch(t);
  const school = join(dir, 'school.json');
  const run = async (value, ...flags) => {
    await writeFile(school, JSON.stringify(value));
    return cli(['beleid', ...flags, school]);
  };
  const whole = await run({ ...SCHOOL, beleid: BELEID });
  assert.equal(whole.code, 0, whole.stderr);
  assert.equal(whole.stderr, '');
  assert.match(whole.stdout, /^Verzuimbeleid van Voorbeeld\n/);
  for (const titel of ['1. Wat wij doen', '2. Wie wat doet', '3. Hoe wij de oorzaken', '4. Hoe wij het beleid volgen', '5. Met wie wij samenwerken', '6. Wanneer wij een signaal geven']) {
    assert.ok(whole.stdout.includes(`\n${titel}`), titel);
  }
  for (const { zin } of BELEID.regels) assert.ok(whole.stdout.includes(zin), zin);

  const { oorzaken, ...rest } = BELEID.onderdelen;
  const gap = await run({ ...SCHOOL, beleid: { ...BELEID, onderdelen: rest, instemming_mr: undefined } });
  assert.equal(gap.code, 1);
  assert.match(gap.stderr, /ontbreekt: De instemming van de medezeggenschap/);
  assert.match(gap.stderr, /ontbreekt: Onderdeel 3 \(Hoe wij de oorzaken onderzoeken\)/);
  assert.match(gap.stdout, /\[Dit onderdeel ontbreekt\./);
  assert.ok(oorzaken.length > 0 && !gap.stdout.includes(oorzaken));

  const wrong = await run({ ...SCHOOL, beleid: { regels: AGAINST_LEERPLICHT.slice(0, 1) } });
  assert.equal(wrong.code, 2);
  assert.equal(wrong.stdout, '');
  assert.match(wrong.stderr, /\/beleid\/regels\/0\/stappen\/0/);

  const data = await run({ ...SCHOOL, beleid: BELEID }, '--json');
  assert.equal(JSON.parse(data.stdout).regels.length, BELEID.regels.length + 1);
  assert.equal((await cli(['beleid'])).code, 2);
  assert.ok((await readFile(school, 'utf8')).length > 0);
});
