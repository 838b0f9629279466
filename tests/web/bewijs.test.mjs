// A publicatie and its proof belong together: change any one leaf of either, and it is refused by the core or no longer
// proven. What may change without that is listed here with the reason why it claims nothing about a count.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { verify } from '../../web/verify/verify.mjs';
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';
import { createVerzuimkit } from './support.mjs';

const kit = await createVerzuimkit();

/** Every leaf of a JSON value, as a path of keys. */
function* leaves(value, path = []) {
  if (value === null || typeof value !== 'object') yield path;
  else for (const key of Object.keys(value)) yield* leaves(value[key], [...path, key]);
}

/** A copy of `json` with the leaf at `path` changed once. */
function flipped(json, path) {
  const copy = structuredClone(json);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((at, key) => at[key], copy);
  const value = holder[last];
  holder[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value === null ? 1 : `${value}?`;
  return copy;
}

const isProven = (publicatie, bewijs) =>
  kit.controleer(publicatie, { bewijs }).then(
    ({ veilig }) => veilig,
    () => false,
  );

/** The paths of the leaves that can change while the pair still counts as proven. */
async function loose(publicatie, bewijs, which) {
  const found = [];
  for (const path of leaves(which === 'bewijs' ? bewijs : publicatie)) {
    const proven =
      which === 'bewijs'
        ? await isProven(publicatie, flipped(bewijs, path))
        : await isProven(flipped(publicatie, path), bewijs);
    if (proven) found.push(path.join('/'));
  }
  return found;
}

// What says nothing about a count.
const NO_CLAIM = [
  /^(status|bron)$/, // the law behind it, in words
  /^school\//, // whose it is
  /^periode\/naam$/, // the name of the period
  /^periode\/(van|tot)$/, // the dates matter beside other publicaties only
  /^geteld_tot$/, // the same
  /^zonder_lestijd\//, // pupils outside every count
  /^uren\//, // hours are no part of the proof: docs/disclosure.md, "Hours"
];
const claims = (paths) => paths.filter((path) => !NO_CLAIM.some((pattern) => pattern.test(path)));

let publicatie;
let bewijs;
before(async () => {
  const { school, bestanden } = generateVoorbeeldschool({ soort: 'po' });
  const perioden = [{ naam: 'herfst', van: '2025-08-01', tot: '2025-10-26' }];
  const session = kit.session({ ...school, perioden });
  for (const { naam, chunks } of bestanden) await session.add(ReadableStream.from(chunks()), { naam });
  [publicatie] = (await session.bereken()).publicaties;
  bewijs = (await kit.controleer(publicatie)).certificaat;
});

test('the proof of a school stands as it is', async () => {
  assert.equal(await isProven(publicatie, bewijs), true);
  assert.equal(verify(bewijs), null);
});

test('every leaf of a school publicatie counts, or claims nothing about a count', async () => {
  assert.deepEqual(claims(await loose(publicatie, bewijs, 'publicatie')), []);
});

test('every leaf of the proof of a school counts', async () => {
  assert.deepEqual(await loose(publicatie, bewijs, 'bewijs'), []);
});

test('the verifier of one page refuses every changed number of a table', () => {
  const accepted = [];
  for (const part of ['base', 'tables']) {
    for (const path of leaves(bewijs[part])) {
      if (verify({ ...bewijs, [part]: flipped(bewijs[part], path) }) === null) accepted.push([part, ...path].join('/'));
    }
  }
  assert.deepEqual(accepted, []);
});
