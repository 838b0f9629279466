// A register of any size: the vo sample school over and over, each time with other pupil numbers.
import { generateVoorbeeldschool } from '../../web/voorbeeld/voorbeeldschool.mjs';

const NEWLINE = 10;
// The sample's numbers begin with "1"; each copy gets another first character.
const FIRST = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ONE = FIRST.charCodeAt(0);

export const { school } = generateVoorbeeldschool({ soort: 'vo' });

// At least `bytes` bytes of lessen.csv, in chunks that end at the end of a line; one header, at the start.
export function* register(bytes) {
  const { bestanden } = generateVoorbeeldschool({ soort: 'vo' });
  const lessen = bestanden.find(({ naam }) => naam === 'lessen.csv');
  let left = bytes;
  for (let copy = 0; left > 0; ++copy) {
    if (copy >= FIRST.length) throw new RangeError('too many copies; make the numbers longer');
    let first = true;
    for (let chunk of lessen.chunks()) {
      if (first && copy > 0) chunk = chunk.subarray(chunk.indexOf(NEWLINE) + 1);
      first = false;
      renumber(chunk, FIRST.charCodeAt(copy));
      yield chunk;
      left -= chunk.length;
      if (left <= 0) return;
    }
  }
}

// The same rows, each with a last column of `width` bytes: more bytes, no more pupils or lessons.
export function* widened(chunks, width) {
  const cell = `;${'x'.repeat(width)}\r\n`;
  for (const chunk of chunks) yield Buffer.from(Buffer.from(chunk).toString('latin1').replaceAll('\r\n', cell), 'latin1');
}

// The ways in which the same rows can be written: bare, every cell in quotes, or in Windows-1252 with the name of a
// teacher that is no ASCII in a last column.
export const FORMS = ['kaal', 'aanhalingstekens', 'windows-1252'];

export function* written(chunks, form) {
  let first = true;
  for (const chunk of chunks) {
    if (form === 'kaal') {
      yield chunk;
      continue;
    }
    let text = Buffer.from(chunk).toString('latin1');
    if (form === 'windows-1252') {
      text = text.replaceAll('\r\n', ';Ren\xE9e\r\n');
      if (first) text = text.replace('Ren\xE9e', 'docent');
    } else {
      text = text.split('\r\n').map((line) => line && `"${line.replaceAll(';', '";"')}"`).join('\r\n');
    }
    first = false;
    yield Buffer.from(text, 'latin1');
  }
}

function renumber(chunk, code) {
  for (let start = 0; start < chunk.length; start = chunk.indexOf(NEWLINE, start) + 1) {
    if (chunk[start] === ONE) chunk[start] = code;
    if (chunk.indexOf(NEWLINE, start) < 0) return;
  }
}
