// Runs the worked examples of docs/beslissingen through the built package and holds them against what the pages say.
//
//   node tools/beslissingen.mjs             prints what differs; exit 1 when something does
//   node tools/beslissingen.mjs --schrijf   writes the outcomes into the pages
//
// On a page a `csv` block is the register, `csv leerlingen` the pupils, `json` a reading (school.json, with the peildatum behind
// the word json) and the `text` block after it the outcome: the meldingen, or in a `text verlof` block the ledgers of leave. A
// block holds for all readings after it until another takes its place.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'beslissingen');
const build = resolve(process.env.VERZUIM_BUILD ?? join(root, 'build'));
const { createVerzuimkit } = await import(pathToFileURL(join(build, 'package', 'dist', 'index.js')));
const BLOCK = /^```(\w+)([^\n]*)\n([^]*?)^```$/gm;

const meldingenText = ({ meldingen }) =>
  meldingen.map(
    ({ soort, begindatum, einddatum, meldbaar_vanaf, uiterste_datum, minuten }) =>
      `${soort.padEnd(4)} ${begindatum} t/m ${einddatum ?? 'loopt nog'}, vastgesteld ${meldbaar_vanaf}, uiterlijk ${uiterste_datum}, ${minuten} telminuten`,
  );
const verlofText = ({ verlof }) =>
  verlof.kaarten.flatMap(({ soort, dagen, maximum, waarschuwingen }) => [
    `${soort}: ${dagen} dagen, hoogstens ${maximum}`,
    ...waarschuwingen.map(({ datum, bericht }) => `  ${datum ? `${datum}: ` : ''}${bericht}`),
  ]);

async function outcome(kit, { leerlingen, lessen, school, peildatum }, info) {
  const session = kit.session(school);
  const bytes = new TextEncoder();
  await session.add(bytes.encode(leerlingen), { naam: 'leerlingen.csv' });
  await session.add(bytes.encode(lessen), { naam: 'lessen.csv' });
  const made = await session.bereken({ peildatum });
  await session.close();
  const lines = info === 'verlof' ? verlofText(made) : meldingenText(made);
  return `${(lines.length === 0 ? ['geen melding'] : lines).join('\n')}\n`;
}

/** The pages: name, text as it is, text as the program makes it, and how many readings each has. */
export async function pages() {
  const kit = await createVerzuimkit();
  const made = [];
  for (const name of (await readdir(folder)).filter((file) => /^\d\d-.*\.md$/.test(file)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    const state = {};
    const uitkomsten = [];
    let now = '';
    let last = 0;
    for (const match of text.matchAll(BLOCK)) {
      const [block, taal, info, content] = match;
      now += text.slice(last, match.index);
      last = match.index + block.length;
      if (taal === 'csv') state[info.trim() === 'leerlingen' ? 'leerlingen' : 'lessen'] = content;
      if (taal === 'json') Object.assign(state, { school: content, peildatum: /peildatum=(\S+)/.exec(info)?.[1] });
      if (taal === 'text') {
        const answer = await outcome(kit, state, info.trim());
        uitkomsten.push(answer);
        now += `\`\`\`text${info}\n${answer}\`\`\``;
      } else {
        now += block;
      }
    }
    made.push({ name, text, now: now + text.slice(last), uitkomsten });
  }
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, text, now } of await pages()) {
    if (text === now) continue;
    if (process.argv.includes('--schrijf')) {
      await writeFile(join(folder, name), now);
    } else {
      console.error(`docs/beslissingen/${name} is not what the program gives.`);
      process.exitCode = 1;
    }
  }
}
