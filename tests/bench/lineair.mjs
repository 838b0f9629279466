// Whether the cost of reading grows with the rows and with nothing else: processor time of reading registers of more and
// more rows, and of a fixed number of rows over more and more pupils. Each row is made when it is asked for.
//
//   node tests/bench/lineair.mjs [--rijen 10000000] [--svg docs/plots/lineair.svg]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { createVerzuimkit } = await import(new URL('../../build/package/dist/index.js', import.meta.url).href);
const { values } = parseArgs({ options: { rijen: { type: 'string', default: '10000000' }, svg: { type: 'string' } } });
const most = Number(values.rijen);
const LESSONS = 6;
const DAYS = 180;
const BLOCK = 1024 * 1024;
const FIRST_DAY = Date.UTC(2025, 8, 1);
const DAY = 24 * 3600 * 1000;

// `rows` lessons over `pupils` pupils: all pupils on a day, then the next day, six lessons each; one in thirty missed. When
// the days of a school year are over, so are the pupils: others follow.
function* register(rows, pupils) {
  let text = 'leerling;datum;lesuur;minuten;status;reden;gemist\n';
  let made = 0;
  for (let round = 0; made < rows; ++round) {
    for (let day = 0; day < DAYS && made < rows; ++day) {
      const date = new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
      for (let pupil = 0; pupil < pupils && made < rows; ++pupil) {
        for (let lesuur = 1; lesuur <= LESSONS && made < rows; ++lesuur, ++made) {
          const missed = made % 30 === 0;
          text += `${100000 + round * pupils + pupil};${date};${lesuur};50;${missed ? 'afwezig;SP' : 'aanwezig;'};\n`;
        }
        if (text.length >= BLOCK) {
          yield Buffer.from(text, 'latin1');
          text = '';
        }
      }
    }
  }
  yield Buffer.from(text, 'latin1');
}

const kit = await createVerzuimkit();
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

// Making the rows costs time too: it is taken once without reading and subtracted.
async function reading(rows, pupils) {
  const before = cpu();
  let bytes = 0;
  for (const piece of register(rows, pupils)) bytes += piece.length;
  const between = cpu();
  const session = kit.session();
  const { rijen } = await session.add(
    new ReadableStream({
      start() {
        this.pieces = register(rows, pupils);
      },
      pull(controller) {
        const { value, done } = this.pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    }),
    { naam: 'lessen.csv' },
  );
  const after = cpu();
  await session.close();
  if (rijen.gelezen !== rows || rijen.gebruikt + rijen.afgewezen !== rows) throw new Error('rows were lost');
  return { bytes, seconds: Math.max(0, after - between - (between - before)) };
}

// Both axes by powers of ten; the dashed line is what exactly linear cost would be, drawn through the last point.
function plot(measured) {
  const x = (rows) => 60 + (Math.log10(rows) - 4) * 100;
  const y = (seconds) => 220 - (Math.log10(Math.max(seconds, 0.001)) + 3) * 50;
  const last = measured.at(-1);
  const text = (at, down, words) => `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="middle">${words}</text>`;
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" font-family="sans-serif" font-size="12">`];
  parts.push('<title>Processor time of reading, by number of rows</title>');
  for (const { rows } of measured) parts.push(text(x(rows), 240, `10^${Math.log10(rows)}`));
  for (const seconds of [0.001, 0.01, 0.1, 1, 10]) parts.push(text(30, y(seconds) + 4, `${seconds} s`));
  parts.push(text(240, 260, 'rows'), '<path d="M60 20V220H460" fill="none" stroke="gray"/>');
  const first = { rows: measured[0].rows, seconds: (last.seconds * measured[0].rows) / last.rows };
  parts.push(`<path d="M${x(first.rows)} ${y(first.seconds)}L${x(last.rows)} ${y(last.seconds)}" stroke="gray" stroke-dasharray="4"/>`);
  for (const { rows, seconds } of measured) parts.push(`<circle cx="${x(rows)}" cy="${y(seconds).toFixed(1)}" r="4"/>`);
  return `${parts.join('\n')}\n</svg>\n`;
}

await reading(100000, 100); // the compiler's time goes here
const line = ({ bytes, seconds }, rows) => `${(bytes / 1e6).toFixed(1)} | ${seconds.toFixed(3)} | ${((seconds / rows) * 1e9).toFixed(0)} |`;
console.log('| rows (1,000 pupils at a time) | MB | CPU s | ns per row |\n| ---: | ---: | ---: | ---: |');
const points = [];
for (let rows = 10000; rows <= most; rows *= 10) {
  const run = await reading(rows, 1000);
  points.push({ rows, seconds: run.seconds });
  console.log(`| ${rows} | ${line(run, rows)}`);
}
if (values.svg) writeFileSync(values.svg, plot(points));
console.log('\n| pupils (1,000,000 rows) | MB | CPU s | ns per row |\n| ---: | ---: | ---: | ---: |');
for (const pupils of [100, 1000, 10000, 100000]) {
  console.log(`| ${pupils} | ${line(await reading(1000000, pupils), 1000000)}`);
}
await kit.close();
