// The messages between worker and kernel, as the kernel checks them (kernel/kernel.js describes each).
import type { Taal } from './text/index.ts';

export type EventType = 'change' | 'click' | 'drop' | 'focusin' | 'input' | 'keydown' | 'scroll' | 'toggle';

export type Op =
  | ['make', id: number, parent: number, before: number, tag: string]
  | ['text', id: number, parent: number, before: number, text: string]
  | ['set', id: number, text: string]
  | ['attr', id: number, name: string, value: string | null]
  | ['listen', id: number, type: EventType, on: boolean]
  | ['move', id: number, before: number]
  | ['remove', id: number]
  | ['focus', id: number];

export type ToKernel =
  { t: 'teken'; ops: Op[] } | { t: 'bewaar'; bestanden: { naam: string; bytes: ArrayBuffer }[] } | { t: 'druk_af' };

// What a person did to the element with this id.
export interface Gebeurtenis {
  t: 'gebeurtenis';
  id: number;
  type: EventType;
  waarde?: string;
  aan?: boolean;
  open?: boolean;
  toets?: string;
  bestanden?: File[];
  // Of 'scroll', in pixels: where the element begins in the window, how high it is, how high the window is.
  boven?: number;
  lengte?: number;
  beeld?: number;
}

export type FromKernel =
  | { t: 'start'; module: string; beleid: string; taal: Taal }
  | Gebeurtenis
  | { t: 'taal'; taal: Taal }
  | { t: 'bewaard'; naam: string }
  | { t: 'afgedrukt' };
