// Every shared vector, on the shipped module. The same files run natively and as wasm under GoogleTest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, kit, readVectors, textOf, VerzuimkitError } from './support.mjs';

const files = await readVectors();
const text = (lines) => bytesOf(`${lines.join('\n')}\n`);

/** The outcome, or the exit code that the command line would give. */
async function outcomeOf({ school, leerlingen, bestanden, peildatum, onbekend, verzonden }) {
  try {
    const session = (await kit()).session(school);
    if (leerlingen) await session.add(text(leerlingen), { naam: 'leerlingen.csv', soort: 'leerlingen' });
    for (const { naam, regels } of bestanden) await session.add(text(regels), { naam });
    const options = { ...(peildatum && { peildatum }), ...(onbekend && { onbekend }), ...(verzonden && { verzonden }) };
    return { exit: 0, ...(await session.bereken(options)) };
  } catch (error) {
    if (!(error instanceof VerzuimkitError)) throw error;
    return { exit: error.fouten.some(({ code }) => code === 'onbekende_code') ? 3 : 2, error };
  }
}

test('there are vectors', () => assert.ok(files.length > 0));

/** What stands at a JSON pointer; null where nothing does. */
const at = (json, pad) => pad.slice(1).split('/').reduce((node, key) => node?.[key], json) ?? null;

function checkUitvoer(uitvoer, bestanden) {
  for (const { bestand, pad, waarde } of uitvoer) {
    const file = bestanden.find(({ naam }) => naam === bestand);
    assert.ok(file, `no ${bestand}`);
    assert.deepEqual(at(JSON.parse(textOf(file.inhoud)), pad), waarde, `${bestand} ${pad}`);
  }
}

async function check(vector) {
  const { verwacht } = vector;
  const found = await outcomeOf(vector);
  assert.equal(found.exit, verwacht.exit ?? 0, found.error?.message);
  if (found.exit !== 0) return;
  const meldingen = found.meldingen.map((melding) => ({ ...melding, grond: melding.grond.regel }));
  // Each expected melding says only what the vector is about; their number and order must fit.
  const asked = meldingen.map((melding, i) =>
    Object.fromEntries(Object.keys(verwacht.meldingen[i] ?? melding).map((key) => [key, melding[key]])),
  );
  assert.deepEqual(asked, verwacht.meldingen);
  if (verwacht.afgewezen !== undefined) assert.equal(found.samenvatting.rijen.afgewezen, verwacht.afgewezen);
  checkUitvoer(verwacht.uitvoer ?? [], found.bestanden);
  if (verwacht.signalen) {
    const signalen = found.signalen.map((signaal, i) => {
      const all = {
        ...signaal,
        redenen: signaal.reden_niet_deelbaar.map(({ code }) => code),
        dagen: [...new Set(signaal.regels.map(({ datum }) => datum))],
      };
      return Object.fromEntries(Object.keys(verwacht.signalen[i] ?? all).map((key) => [key, all[key]]));
    });
    assert.deepEqual(signalen, verwacht.signalen);
  }
  for (const [lijst, wanted] of Object.entries(verwacht.vergelijking ?? {})) {
    const entries = found.vergelijking[lijst].map(({ leerling, melding, verzonden, termijn, redenen }) => ({
      leerling,
      soort: (melding ?? verzonden).soort,
      stand: termijn.stand,
      redenen: redenen.map(({ code }) => code),
    }));
    assert.deepEqual(entries, wanted, lijst);
  }
  const said = found.meldingen.flatMap(({ let_op }) => let_op.map(({ code }) => code));
  for (const code of verwacht.let_op ?? []) assert.ok(said.includes(code), `let_op ${code} not in ${said}`);
}

for (const [file, vectors] of files) {
  test(file, async (t) => {
    assert.ok(vectors.length > 0);
    for (const vector of vectors) {
      await t.test(`${vector.id}: ${vector.waarom}`, async () => {
        // A known gap must still be one, or the mark is stale.
        if (vector.status === 'bekend_gat') await assert.rejects(check(vector));
        else await check(vector);
      });
    }
  });
}
