// Source: whatever holds the bytes of a file, read in pieces of at most one megabyte.

export const CHUNK_BYTES = 1024 * 1024;

export type ByteSource = Blob | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

export interface SourceReader {
  /** Bytes in all, where that is known beforehand. */
  readonly totaal: number | undefined;
  /** The next bytes, or undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of the source, also while a read is under way. Never rejects. */
  cancel(reason: unknown): Promise<void>;
}

export function openSource(source: ByteSource): SourceReader {
  if (source instanceof Uint8Array) return readSlices(source.byteLength, (from, to) => source.subarray(from, to));
  if (source instanceof Blob) {
    return readSlices(source.size, async (from, to) => new Uint8Array(await source.slice(from, to).arrayBuffer()));
  }
  if (source instanceof ReadableStream) return readStream(source.getReader());
  if (source !== null && typeof source === 'object' && Symbol.asyncIterator in source) {
    return readIterator(source[Symbol.asyncIterator]());
  }
  throw new TypeError('Geef de bytes als Blob, Uint8Array of ReadableStream.');
}

type Slice = (from: number, to: number) => Uint8Array | Promise<Uint8Array>;

/** Reads `slice` from 0 to `totaal`, one chunk after the other. */
export function readSlices(totaal: number, slice: Slice): SourceReader {
  let at = 0;
  return {
    totaal,
    async read() {
      if (at >= totaal) return undefined;
      const from = at;
      at = Math.min(totaal, from + CHUNK_BYTES);
      return slice(from, at);
    },
    async cancel() {
      at = totaal;
    },
  };
}

function readStream(reader: ReadableStreamDefaultReader<Uint8Array>): SourceReader {
  return inPieces(
    async () => (await reader.read()).value,
    async (reason) => reader.cancel(reason),
  );
}

function readIterator(iterator: AsyncIterator<Uint8Array>): SourceReader {
  return inPieces(
    async () => {
      const next = await iterator.next();
      return next.done ? undefined : next.value;
    },
    // A generator that waits for its own input answers `return` only afterwards: ask, do not wait.
    async () => void iterator.return?.().then(undefined, () => {}),
  );
}

function inPieces(
  next: () => Promise<Uint8Array | undefined>,
  cancel: (reason: unknown) => Promise<void>,
): SourceReader {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    totaal: undefined,
    async read() {
      while (rest.byteLength === 0) {
        const value: unknown = await next();
        if (value === undefined) return undefined;
        if (!(value instanceof Uint8Array)) throw new TypeError('De stroom moet bytes (Uint8Array) leveren.');
        rest = value;
      }
      const piece = rest.subarray(0, CHUNK_BYTES);
      rest = rest.subarray(CHUNK_BYTES);
      return piece;
    },
    async cancel(reason) {
      try {
        await cancel(reason);
      } catch {
        // The source is already gone; there is nothing left to let go of.
      }
    },
  };
}
