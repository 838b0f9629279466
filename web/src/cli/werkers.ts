// --werkers: how many workers read a large file together.
import { availableParallelism } from 'node:os';
import { type Flags, UsageError } from './args.js';

// More of them wait for the one that keeps their order.
const MOST = 4;
const LIMIT = 64;

export const WERKERS_FLAG: Flags = {
  '--werkers': {
    waarde: 'N',
    uitleg: 'zoveel werkers lezen samen een groot bestand (standaard naar het aantal processorkernen); de uitkomst is dezelfde',
  },
};

export function werkersOf(values: ReadonlyMap<string, string>): number {
  const text = values.get('--werkers');
  if (text === undefined) return Math.min(MOST, availableParallelism());
  const werkers = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (werkers < 1 || werkers > LIMIT) throw new UsageError(`--werkers moet een geheel getal van 1 tot en met ${LIMIT} zijn.`);
  return werkers;
}
