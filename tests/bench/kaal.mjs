// The bare loop of kaal.c, compiled when asked for: bytes in, number of delimiters, quotes and line ends out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHUNK_BYTES = 1 << 20;

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'verzuim-kaal-'));
  const out = join(folder, 'kaal.wasm');
  const source = fileURLToPath(new URL('kaal.c', import.meta.url));
  const exports = '-sEXPORTED_FUNCTIONS=_input,_found';
  execFileSync('emcc', [source, '-O3', '-msimd128', '--no-entry', '-sSTANDALONE_WASM=1', '-sTOTAL_MEMORY=2097152',
    '-sTOTAL_STACK=65536', exports, '-o', out], { stdio: ['ignore', 'ignore', 'inherit'] });
  const wasm = readFileSync(out);
  rmSync(folder, { recursive: true });
  return wasm;
}

const { instance } = await WebAssembly.instantiate(compile(), {});
const { found, input, memory } = instance.exports;

export async function runBare(bytes) {
  const window = new Uint8Array(memory.buffer, input(), CHUNK_BYTES);
  const start = performance.now();
  let answer = 0;
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const piece = bytes.subarray(at, at + CHUNK_BYTES);
    if (piece.length < CHUNK_BYTES) window.fill(0);
    window.set(piece);
    answer += found(CHUNK_BYTES);
  }
  return { milliseconds: performance.now() - start, answer };
}
