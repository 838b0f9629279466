#!/usr/bin/env node
// @ts-check
/**
 * Writes a sample school to disk.
 *
 *   node web/voorbeeld/schrijf.mjs --soort vo --uit DIR [--seed N]
 *
 * DIR gets school.json, leerlingen.csv, lessen.csv and notities.csv. Exit 2 on a wrong call.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STANDAARD_SEED, generateVoorbeeldschool } from './voorbeeldschool.mjs';

const GEBRUIK = 'Gebruik: node web/voorbeeld/schrijf.mjs --soort vo|po --uit MAP [--seed GETAL]';

/** @param {string} message @returns {never} */
function stop(message) {
  process.stderr.write(`${message}\n${GEBRUIK}\n`);
  process.exit(2);
}

function lees() {
  try {
    const { values } = parseArgs({
      options: { soort: { type: 'string' }, uit: { type: 'string' }, seed: { type: 'string' } },
    });
    return values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

const { soort, uit, seed = String(STANDAARD_SEED) } = lees();
if (soort !== 'vo' && soort !== 'po') stop('Geef --soort vo of --soort po.');
if (!uit) stop('Geef met --uit de map waarin de bestanden moeten komen.');
if (!/^\d+$/.test(seed)) stop('--seed is een geheel getal.');

const voorbeeld = generateVoorbeeldschool({ soort, seed: Number(seed) });
mkdirSync(uit, { recursive: true });
writeFileSync(join(uit, 'school.json'), `${JSON.stringify(voorbeeld.school, null, 2)}\n`);
for (const { naam, chunks } of voorbeeld.bestanden) {
  const file = openSync(join(uit, naam), 'w');
  for (const bytes of chunks()) writeSync(file, bytes);
  closeSync(file);
}
