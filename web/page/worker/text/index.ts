// The text table of each language.
import { en } from './en.js';
import { nl, type Tekst } from './nl.js';

export type Taal = 'nl' | 'en';
export const TEKSTEN: Readonly<Record<Taal, Tekst>> = { nl, en };
