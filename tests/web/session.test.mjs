// Sessions: what does not matter to the outcome, progress, cancelling, and errors as data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  berekenOf,
  bytesOf,
  createVerzuimkit,
  createVerzuimkitWorker,
  csv,
  filesOf,
  kit,
  school,
  smallCsv,
  smallRows,
  VerzuimkitError,
} from './support.mjs';

/** Meldingen without the row numbers, which say where a row stood. */
const withoutPlaces = ({ meldingen }) =>
  meldingen.map(({ regels, ...melding }) => ({
    ...melding,
    regels: regels.map(({ datum, lesuur, minuten }) => ({ datum, lesuur, minuten })),
  }));

/** A stream that gives `bytes` in pieces of the sizes that `size()` answers. */
function streamOf(bytes, size) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const next = Math.min(bytes.length, at + Math.max(1, size()));
      controller.enqueue(bytes.subarray(at, next));
      at = next;
    },
  });
}

/** A small repeatable generator: a test that fails must fail again. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('the small register gives the meldingen that its rows make', async () => {
  const { meldingen, samenvatting, leveringen, publicaties } = await berekenOf({ 'lessen.csv': smallCsv });
  const found = meldingen.map(({ leerling, soort }) => `${leerling} ${soort}`);
  // 1001 misses two lessons a day: sixteen on the eighth day. 1003 is away for two days: luxe.
  assert.deepEqual(found, ['1001 16u', '1003 luxe']);
  assert.equal(meldingen[0].einddatum, '2025-09-17');
  assert.equal(meldingen[0].minuten, 960);
  assert.equal(meldingen[0].regels.length, 16);
  assert.equal(leveringen.length, 1);
  assert.equal(leveringen[0].leerlingen.totaal, 12);
  assert.equal(publicaties.length, 1);
  assert.deepEqual(samenvatting.rijen, { gelezen: smallRows.length, gebruikt: smallRows.length, afgewezen: 0 });
});

test('the way the bytes arrive does not matter', async () => {
  const bytes = bytesOf(smallCsv);
  const expected = filesOf(await berekenOf({ 'lessen.csv': bytes }));
  const random = randomFrom(7);
  const forms = [
    new Blob([bytes]),
    new File([bytes], 'lessen.csv'),
    streamOf(bytes, () => 1 + random(7)),
    streamOf(bytes, () => 1 + random(5000)),
    (async function* generate() {
      yield bytes.subarray(0, 3);
      yield bytes.subarray(3, 3);
      yield bytes.subarray(3);
    })(),
  ];
  for (const form of forms) assert.deepEqual(filesOf(await berekenOf({ 'lessen.csv': form })), expected);
});

test('a file larger than a megabyte in one piece is read whole', async () => {
  const rows = [];
  for (let copy = 0; copy < 40; copy += 1) rows.push(...smallRows.map((row) => `${copy}x${row}`));
  const text = csv(rows);
  assert.ok(text.length > 1024 * 1024);
  const { samenvatting } = await berekenOf({ 'lessen.csv': text });
  assert.equal(samenvatting.rijen.gebruikt, rows.length);
});

test('the order of the rows does not matter', async () => {
  const random = randomFrom(11);
  const shuffled = [...smallRows];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  const a = await berekenOf({ 'lessen.csv': smallCsv });
  const b = await berekenOf({ 'lessen.csv': csv(shuffled) });
  assert.deepEqual(withoutPlaces(b), withoutPlaces(a));
  assert.deepEqual(b.leveringen, a.leveringen);
  assert.deepEqual(b.publicaties, a.publicaties);
});

test('splitting one export into two files does not matter', async () => {
  const a = await berekenOf({ 'lessen.csv': smallCsv });
  const cut = 400;
  const b = await berekenOf({ 'een.csv': csv(smallRows.slice(0, cut)), 'twee.csv': csv(smallRows.slice(cut)) });
  assert.deepEqual(withoutPlaces(b), withoutPlaces(a));
  assert.deepEqual(b.leveringen, a.leveringen);
  assert.equal(new Set(b.meldingen[0].regels.map(({ bestand }) => bestand)).size, 2);
});

test('adding geoorloofd absence adds no melding', async () => {
  const a = await berekenOf({ 'lessen.csv': smallCsv });
  const ill = smallRows.map((row) => (row.startsWith('1007;') ? row.replace('aanwezig;;', 'afwezig;Z;') : row));
  assert.notDeepEqual(ill, smallRows);
  const b = await berekenOf({ 'lessen.csv': csv(ill) });
  assert.deepEqual(b.meldingen, a.meldingen);
});

test('a second run in the same session, and a run under other settings, need no second reading', async () => {
  const session = (await kit()).session(school);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  const first = await session.bereken();
  assert.deepEqual(await session.bereken(), first);
  await session.setSchool({ ...school, opties: { drempel_minuten: 480 } });
  const lower = await session.bereken();
  assert.ok(lower.meldingen.length > first.meldingen.length);
  await session.setSchool(school);
  assert.deepEqual(await session.bereken(), first);
});

test('a mistake in the school rejects every call until it is mended', async () => {
  const session = (await kit()).session({ ...school, opties: { drempel_minuten: -5 } });
  for (const call of [() => session.school(), () => session.inspect(), () => session.bereken()]) {
    await assert.rejects(call(), (error) => {
      assert.ok(error instanceof VerzuimkitError);
      assert.equal(error.fouten[0].plaats.pad, '/opties/drempel_minuten');
      assert.match(error.message, /9600/);
      return true;
    });
  }
  const understood = await session.setSchool(JSON.stringify(school));
  assert.equal(understood.opties.drempel_minuten, 960);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
});

test('calls that were not waited for are carried out in order', async () => {
  const session = (await kit()).session(school);
  const half = 500;
  const [, , result] = await Promise.all([
    session.add(streamOf(bytesOf(csv(smallRows.slice(0, half))), () => 1000), { naam: 'een.csv' }),
    session.add(streamOf(bytesOf(csv(smallRows.slice(half))), () => 900), { naam: 'twee.csv' }),
    session.bereken(),
  ]);
  assert.equal(result.samenvatting.rijen.gelezen, smallRows.length);
});

test('progress tells bytes and rows, and ends at the whole', async () => {
  const seen = [];
  const session = (await kit()).session(school);
  const blob = new Blob([smallCsv]);
  await session.add(blob, { naam: 'lessen.csv', onProgress: (voortgang) => seen.push(voortgang) });
  assert.equal(seen.at(-1).bytes, blob.size);
  assert.equal(seen.at(-1).totaal, blob.size);
  assert.ok(seen.at(-1).rijen <= smallRows.length);
});

for (const [where, create] of [
  ['this thread', createVerzuimkit],
  ['a worker', createVerzuimkitWorker],
]) {
  test(`cancelling in ${where} leaves nothing of the file behind`, async () => {
    const own = await create();
    const session = own.session(school);
    await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
    const before = await session.bereken();

    const stop = new AbortController();
    let cancelled;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(bytesOf('1001;2025-09-08;1;50;afwezig;S;\n'.repeat(100))),
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    const options = { naam: 'eindeloos.csv', signal: stop.signal, onProgress: ({ bytes }) => bytes > 50_000 && stop.abort() };
    await assert.rejects(session.add(endless, options), { name: 'AbortError' });
    assert.equal(cancelled?.name, 'AbortError');
    assert.deepEqual(await session.bereken(), before);

    // A source that never answers must not hold the abort back.
    const silent = new ReadableStream({});
    const later = new AbortController();
    setTimeout(() => later.abort(), 20);
    await assert.rejects(session.add(silent, { naam: 'stil.csv', signal: later.signal }), { name: 'AbortError' });
    await assert.rejects(session.add(new Blob(['x']), { naam: 'x.csv', signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.deepEqual(await session.bereken(), before);
    await own.close();
  });
}

test('a source that fails half way is an error with the name of the file, and nothing of it stays', async () => {
  const session = (await kit()).session(school);
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  const before = await session.bereken();
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(bytesOf(smallCsv)),
    pull: (controller) => controller.error(new Error('gone')),
  });
  await assert.rejects(session.add(broken, { naam: 'stuk.csv' }), (error) => {
    assert.equal(error.fouten[0].code, 'leesfout');
    assert.equal(error.fouten[0].plaats.bestand, 'stuk.csv');
    return true;
  });
  assert.deepEqual(await session.bereken(), before);
});

test('wrong use is a TypeError, bad input a VerzuimkitError', async () => {
  const session = (await kit()).session(school);
  await assert.rejects(session.add(bytesOf(smallCsv)), TypeError);
  await assert.rejects(session.add('leerling;datum', { naam: 'a.csv' }), TypeError);
  await assert.rejects(session.add(new ReadableStream({ pull: (c) => c.enqueue('text') }), { naam: 'a.csv' }), TypeError);
  await assert.rejects(session.add(new Uint8Array(0), { naam: 'leeg.csv' }), (error) => {
    assert.ok(error instanceof VerzuimkitError);
    assert.equal(error.fouten[0].code, 'leeg_bestand');
    return true;
  });
  await assert.rejects(session.bereken(), (error) => error.fouten[0].code === 'geen_register');
  await session.add(bytesOf(smallCsv), { naam: 'lessen.csv' });
  await assert.rejects(session.bereken({ peildatum: '2026-02-30' }), (error) => error.fouten[0].plaats.pad === '/peildatum');
  await assert.rejects(session.bereken({ peildatm: '2026-02-28' }), (error) => error.fouten[0].plaats.pad === '/peildatm');
  await assert.rejects(session.add(bytesOf(smallCsv), { naam: 'a.csv', soort: 'onzin' }), VerzuimkitError);
  await session.close();
  await assert.rejects(session.inspect(), TypeError);
});

test('unknown codes stop the run, each with its count, until it is said what to do', async () => {
  const rows = [...smallRows, '1005;2025-09-29;1;50;afwezig;QQ;', '1006;2025-09-29;1;50;afwezig;QQ;', '1006;2025-09-29;2;50;afwezig;RR;'];
  const session = (await kit()).session(school);
  await session.add(bytesOf(csv(rows)), { naam: 'lessen.csv' });
  await assert.rejects(session.bereken(), (error) => {
    assert.deepEqual(error.fouten.map(({ code }) => code), ['onbekende_code', 'onbekende_code']);
    assert.match(error.fouten[0].bericht, /QQ/);
    assert.match(error.fouten[0].bericht, /\b2\b/);
    assert.match(error.fouten[1].bericht, /RR/);
    return true;
  });
  const { codes } = await session.inspect();
  assert.equal(codes.find(({ code }) => code === 'QQ').aantal, 2);
  const counted = await session.bereken({ onbekend: 'ongeoorloofd' });
  assert.equal(counted.samenvatting.rijen.gebruikt, rows.length);
  const ignored = await session.bereken({ onbekend: 'negeer' });
  assert.equal(ignored.samenvatting.rijen.afgewezen, 3);
});
