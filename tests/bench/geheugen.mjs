// One run in a process of its own, to see its memory: node geheugen.mjs verzuimkit|duckdb MEGABYTES
// Prints JSON: peak of the whole process and size of the module's own memory, in megabytes.
import { register, school } from './bestand.mjs';

const [who, megabytes] = process.argv.slice(2);
const MB = 1e6;

// The module's memory is not public; it is taken down where the module is made.
const memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...args) => note(await original.apply(WebAssembly, args));
}
const Instance = WebAssembly.Instance;
WebAssembly.Instance = new Proxy(Instance, { construct: (target, args) => note(new target(...args)) });
function note(result) {
  const { exports } = result.instance ?? result;
  memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
  return result;
}

// One chunk after the other is made when it is asked for, so that the file itself takes no memory.
const chunks = register(Number(megabytes) * MB);
if (who === 'verzuimkit') {
  const { runVerzuimkit } = await import('./verzuimkit.mjs');
  await runVerzuimkit(chunks, school);
} else {
  // DuckDB reads from a buffer it is given whole.
  const { runDuckDB } = await import('./duckdb.mjs');
  await runDuckDB(Buffer.concat([...chunks]), school.codes);
}
const wasm = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
console.log(JSON.stringify({ process: (process.resourceUsage().maxRSS * 1024) / MB, wasm: wasm / MB }));
