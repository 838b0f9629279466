// The question of duckdb.mjs for native DuckDB, with two threads; it reads the file from disk.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { sixteenHours } from './duckdb.mjs';

export const version = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@duckdb/node-api/package.json'), 'utf8')).version;

export async function runNative(path, codes, form) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const start = performance.now();
  const rows = (await connection.runAndReadAll(sixteenHours(path, codes, form))).getRows();
  const milliseconds = performance.now() - start;
  connection.closeSync();
  instance.closeSync();
  return { milliseconds, answer: rows.map(([leerling, einddatum]) => `${leerling} ${einddatum}`) };
}
