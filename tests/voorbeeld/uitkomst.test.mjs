// The sample schools through the shipped module: the meldingen that were worked out by hand come out, nobody else gets
// one, and every row of dirt is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

const { createVerzuimkit } = await import(new URL('../../build/package/dist/index.js', import.meta.url).href);
const kit = await createVerzuimkit();

async function bereken(voorbeeld) {
  const session = kit.session(voorbeeld.school);
  const bestanden = [];
  for (const { naam, chunks } of voorbeeld.bestanden) {
    bestanden.push(await session.add(ReadableStream.from(chunks()), { naam }));
  }
  const inspectie = await session.inspect();
  const uitkomst = await session.bereken();
  await session.close();
  return { bestanden, inspectie, uitkomst };
}

// How often each of these codes stands in problemen.csv (bestand;regel;aantal_regels;kolom;ernst;code;bericht).
function problemen({ bestanden }, codes) {
  const { inhoud } = bestanden.find(({ naam }) => naam === 'problemen.csv');
  const lines = Buffer.from(inhoud).toString('utf8').split('\r\n');
  const found = lines.map((line) => /^(?:[^;]*;){5}"(\w+)";/.exec(line)?.[1]);
  return Object.fromEntries(codes.map((code) => [code, found.filter((other) => other === code).length]));
}

for (const soort of ['vo', 'po']) {
  const voorbeeld = generateVoorbeeldschool({ soort });
  const { bestanden, inspectie, uitkomst } = await bereken(voorbeeld);
  const { meldingen, samenvatting, signalen } = uitkomst;

  for (const { leerling, rol, uitleg, verwacht, signalen: wanted, volledig } of voorbeeld.rollen) {
    test(`${soort}, ${rol}: ${uitleg}`, () => {
      const own = meldingen.filter((melding) => melding.leerling === leerling);
      for (const one of verwacht) {
        const found = own.find((melding) => melding.soort === one.soort && melding.begindatum === one.begindatum);
        assert.ok(found, `${one.soort} from ${one.begindatum} is missing`);
        for (const [field, value] of Object.entries(one)) assert.equal(found[field], value, field);
      }
      if (volledig) assert.equal(own.length, verwacht.length, 'nothing else comes out');
      for (const { regel, tot, redenen } of wanted) {
        const found = signalen.find((signaal) => signaal.leerling === leerling && signaal.regel === regel && signaal.tot === tot);
        assert.deepEqual(found?.reden_niet_deelbaar.map(({ code }) => code), redenen, `rule ${regel}`);
      }
    });
  }

  test(`${soort}: nobody without a part to play gets a melding`, () => {
    const players = new Set([...voorbeeld.rollen.map(({ leerling }) => leerling), ...voorbeeld.vrijeSpijbelaars]);
    assert.deepEqual(meldingen.filter(({ leerling }) => !players.has(leerling)), []);
    for (const leerling of voorbeeld.vrijeSpijbelaars) {
      assert.ok(meldingen.some((melding) => melding.leerling === leerling), `${leerling} plays truant all year`);
    }
  });

  test(`${soort}: every row is used or rejected, and the dirt is what was put in`, () => {
    const { gelezen, gebruikt, afgewezen } = samenvatting.rijen;
    assert.equal(gelezen, gebruikt + afgewezen);
    const wanted = {};
    for (const { code, aantal } of voorbeeld.vuil) if (code) wanted[code] = (wanted[code] ?? 0) + aantal;
    assert.deepEqual(problemen(uitkomst, Object.keys(wanted)), wanted);
    const rejected = voorbeeld.vuil.filter((vuil) => !vuil.gebruikt).reduce((sum, { aantal }) => sum + aantal, 0);
    assert.equal(afgewezen, rejected);
    assert.equal(bestanden.length, voorbeeld.bestanden.length);
  });

  test(`${soort}: the column with burgerservicenummers is dropped and no file made holds one`, () => {
    assert.equal(inspectie.problemen.bsn_kolom_verwijderd, 1);
    for (const { naam, inhoud } of uitkomst.bestanden) {
      assert.doesNotMatch(Buffer.from(inhoud).toString('utf8'), /\b999\d{6}\b/, naam);
    }
  });

  test(`${soort}: a second run gives the same files, byte for byte`, async () => {
    const again = await bereken(voorbeeld);
    const hashes = ({ bestanden: files }) => files.map(({ naam, sha256 }) => `${naam} ${sha256}`);
    assert.deepEqual(hashes(again.uitkomst), hashes(uitkomst));
  });
}
