// Ours: the npm package as it is shipped, in this thread.
const { createVerzuimkit } = await import(new URL('../../build/package/dist/index.js', import.meta.url).href);

export const startVerzuimkit = createVerzuimkit;

// `chunks`: Uint8Arrays; `kit`: one that is there already. Answers, like runDuckDB, the first melding of sixteen hours of each pupil; and the times.
export async function runVerzuimkit(chunks, school, { kit: open, peildatum } = {}) {
  const kit = open ?? (await createVerzuimkit());
  const session = kit.session(school);
  await session.school();
  const start = performance.now();
  const before = process.cpuUsage();
  await session.add(streamOf(chunks), { naam: 'lessen.csv' });
  const read = performance.now();
  const { user, system } = process.cpuUsage(before);
  const { meldingen, samenvatting } = await session.bereken({ peildatum });
  const end = performance.now();
  await session.close();
  if (!open) await kit.close();
  const answer = meldingen
    .filter(({ soort, volgnummer }) => soort === '16u' && volgnummer === 1)
    .map(({ leerling, einddatum }) => `${leerling} ${einddatum}`)
    .sort();
  return { milliseconds: end - start, reading: read - start, computing: end - read, readingCpu: (user + system) / 1e6, answer, rijen: samenvatting.rijen };
}

function streamOf(chunks) {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
