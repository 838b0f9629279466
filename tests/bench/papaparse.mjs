// PapaParse, only splitting the text of the file into cells; the answer is the number of records that are not blank.
import Papa from 'papaparse';

export const version = JSON.parse(
  (await import('node:fs')).readFileSync(new URL('node_modules/papaparse/package.json', import.meta.url), 'utf8'),
).version;

const TEXT_BYTES = 1 << 24;

export async function runPapa(bytes, encoding = 'utf-8') {
  const start = performance.now();
  const decoder = new TextDecoder(encoding);
  let answer = 0;
  // In texts of whole lines: one string of a whole file is more than Node can hold.
  for (let at = 0; at < bytes.length; ) {
    const end = at + TEXT_BYTES < bytes.length ? bytes.lastIndexOf(10, at + TEXT_BYTES) + 1 : bytes.length;
    const { data } = Papa.parse(decoder.decode(bytes.subarray(at, end)), { delimiter: ';', skipEmptyLines: true });
    answer += data.length;
    at = end;
  }
  return { milliseconds: performance.now() - start, answer };
}
