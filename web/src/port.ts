// The wire between worker-client.ts and worker.ts.
import type { Fout, Versie } from './types.js';

/** One end of the wire, the same for Web Workers and Node's worker threads. */
export interface Port {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  listen(message: (data: unknown) => void): void;
}

/** The end that owns the worker. */
export interface WorkerPort extends Port {
  /** Called when the worker is gone. */
  onFailure(failed: (error: Error) => void): void;
  stop(): void;
  /** Whether the worker keeps the process alive: only while an answer is due. */
  hold(busy: boolean): void;
}

export interface StartCall {
  wasm: Uint8Array;
}

export interface EngineCall {
  id: number;
  method: string;
  args: unknown[];
}

export type WireError = { fouten: readonly Fout[] } | { soort: 'TypeError' | 'Error'; bericht: string };

export type EngineAnswer = { id: number; waarde: unknown } | { id: number; fout: WireError };
export type StartAnswer = { versie: Versie } | { fout: WireError };
