// A calculation that is watched or stopped: the same outcome, and nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, createVerzuimkit, createVerzuimkitWorker, csv, filesOf, lessenRows, school } from './support.mjs';

const text = csv(lessenRows(3000, 5, (pupil, datum, lesuur) => (lesuur < 5 && pupil % 2 ? 'afwezig;S;' : 'aanwezig;;')));

for (const [kind, make] of [['in this thread', createVerzuimkit], ['in a worker', createVerzuimkitWorker]]) {
  test(`a calculation ${kind} that is watched makes the same files, and one that is stopped leaves all as it was`, async () => {
    const kit = await make();
    const session = kit.session(school);
    await session.add(bytesOf(text), { naam: 'lessen.csv' });
    const before = await session.bereken();
    const seen = [];
    const watched = await session.bereken({ onProgress: (deel) => seen.push(deel) });
    assert.deepEqual(filesOf(watched), filesOf(before));
    assert.ok(seen.length > 0 && seen.every((deel, i) => deel >= (seen[i - 1] ?? 0) && deel <= 1), String(seen));

    const stop = new AbortController();
    await assert.rejects(session.bereken({ signal: stop.signal, onProgress: () => stop.abort() }), { name: 'AbortError' });
    await assert.rejects(session.bereken({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.deepEqual(filesOf(await session.bereken()), filesOf(before));

    // The thread of the kit answers while it computes: the timer below would otherwise come too late.
    const late = new AbortController();
    setTimeout(() => late.abort(), 0);
    await assert.rejects(session.bereken({ signal: late.signal }), { name: 'AbortError' });
    await kit.close();
  });
}
