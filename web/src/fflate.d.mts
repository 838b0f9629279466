// What the build takes from fflate (see scripts/build.mjs): one class and one function, no worker of its own.
export class Inflate {
  constructor(ondata: (data: Uint8Array, final: boolean) => void);
  push(chunk: Uint8Array, final?: boolean): void;
}

/** Raw deflate; the same bytes on every host. */
export function deflateSync(data: Uint8Array, options?: { level?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 }): Uint8Array;
