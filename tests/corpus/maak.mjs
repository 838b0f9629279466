// Writes the corpus of faults (fouten.mjs) to a folder: the files of each case, and corpus.json with what is expected.
//
//   node tests/corpus/maak.mjs FOLDER
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOUTEN, SCHOOL } from './fouten.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder to write to.');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const cases = FOUTEN.map(({ bestanden, school = SCHOOL, ...rest }) => {
  const map = `${String(rest.fout).padStart(2, '0')}-${rest.naam}`;
  mkdirSync(join(folder, map));
  for (const { naam, bytes } of bestanden) writeFileSync(join(folder, map, naam), bytes);
  return { map, school, bestanden: bestanden.map(({ naam, verwacht }) => ({ naam, verwacht })), ...rest };
});
writeFileSync(join(folder, 'corpus.json'), `${JSON.stringify(cases, null, 1)}\n`);
