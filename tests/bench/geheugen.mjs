// One run in a process of its own, to see its memory: node geheugen.mjs verzuimkit|duckdb MEGABYTES [WIDTH]
// WIDTH adds a column of so many bytes to every row. Prints JSON, in megabytes: bytes read, peak of the whole process,
// and the size of our module's own memory (0 for DuckDB).
import { register, school, widened } from './bestand.mjs';

const [who, megabytes, width = '0'] = process.argv.slice(2);
const MB = 1e6;

// The module's memory is not public; it is taken down where the module is made.
let memory;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate.apply(WebAssembly, args);
  const { exports } = made.instance ?? made;
  memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  return made;
};

let bytes = 0;
function* counted(chunks) {
  for (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
  }
}

// One chunk after the other is made when it is asked for, so that the file itself takes no memory.
const rows = register(Number(megabytes) * MB);
const chunks = counted(Number(width) > 0 ? widened(rows, Number(width)) : rows);
if (who === 'verzuimkit') {
  const { runVerzuimkit } = await import('./verzuimkit.mjs');
  await runVerzuimkit(chunks, school);
} else {
  // DuckDB reads from a buffer it is given whole.
  const { runDuckDB } = await import('./duckdb.mjs');
  await runDuckDB(Buffer.concat([...chunks]), school.codes);
}
const wasm = who === 'verzuimkit' ? memory.buffer.byteLength / MB : 0;
console.log(JSON.stringify({ bytes: bytes / MB, process: (process.resourceUsage().maxRSS * 1024) / MB, wasm }));
