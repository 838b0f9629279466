// The same bytes natively and as wasm: every answer of disclosure control and of a whole run, from the native program
// (build/native/tests/json/json_native, built by ./test) and from the shipped module.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';
import { build, bytesOf, createVerzuimkit, root, scratch, textOf } from './support.mjs';

const native = (...args) => execFileSync(join(build, 'native', 'tests', 'json', 'json_native'), args, { maxBuffer: 1 << 29 });
const kit = await createVerzuimkit();
const table = (name) => readFile(join(root, 'tests', 'disclosure', 'tables', name), 'utf8');

for (const { naam, hierarchie, ...policy } of [
  { naam: 'f3_6x6x5_s1', nul: 'tonen' },
  { naam: 'h2_24x6', hierarchie: true, nul: 'waar_mogelijk', markering: 'tweevoudig' },
  { naam: 'ssb_d2_county', hierarchie: true },
  { naam: 'rta_A21_NUTS2', hierarchie: true, nul: 'tonen', zaad: 7 },
]) {
  test(`onderdruk and controleer of ${naam}`, async (t) => {
    const request = { tabel: await table(`${naam}.csv`), iteraties: 40, ...policy };
    if (hierarchie) request.hierarchie = await table(`${naam}.hier.csv`);
    const dir = await scratch(t);
    await writeFile(join(dir, 'request.json'), JSON.stringify(request));
    const made = await kit.onderdruk(request);
    assert.equal(textOf(native('onderdruk', join(dir, 'request.json'))), JSON.stringify({ ok: true, waarde: made }));
    await writeFile(join(dir, 'publicatie.json'), JSON.stringify(made.publicatie));
    await writeFile(join(dir, 'lezer.json'), '{}');
    const read = await kit.controleer(made.publicatie);
    assert.equal(
      textOf(native('controleer', join(dir, 'publicatie.json'), join(dir, 'lezer.json'))),
      JSON.stringify({ ok: true, waarde: read }),
    );
  });
}

test('a whole run, with periods inside one another', async (t) => {
  const dir = await scratch(t);
  const { school, bestanden } = generateVoorbeeldschool({ soort: 'po' });
  const perioden = [
    { naam: 'herfst', van: '2025-08-01', tot: '2025-10-26' },
    { naam: 'kerst', van: '2025-08-01', tot: '2026-01-04' },
  ];
  const whole = { ...school, perioden };
  const session = kit.session(whole);
  const paden = [];
  for (const { naam, chunks } of bestanden) {
    const pad = join(dir, naam);
    await writeFile(pad, [...chunks()]);
    paden.push(pad);
    await session.add(await readFile(pad), { naam });
  }
  await writeFile(join(dir, 'school.json'), JSON.stringify(whole));
  await writeFile(join(dir, 'request.json'), '{}');
  const output = native('bereken', join(dir, 'school.json'), join(dir, 'request.json'), ...paden);
  const made = await session.bereken();
  let compared = 0;
  for (const { naam, inhoud } of made.bestanden) {
    // verslag.json names the module, which a native program has not.
    if (naam === 'verslag.json') continue;
    assert.ok(output.includes(Buffer.concat([bytesOf(`\n${naam}\n`), inhoud, bytesOf('\n')])), `${naam} differs`);
    compared += 1;
  }
  assert.ok(compared > 8);
});
