// The JavaScript verifier against the core: it accepts every certificate that the core calls a proof, refuses the rest,
// and refuses a proof in which one number was changed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { verify } from '../../web/verify/verify.mjs';

const output = execFileSync(process.argv[2], ['60', '2'], { encoding: 'utf8', maxBuffer: 1 << 29 });
let safe = 0;
let unsafe = 0;
let mutated = 0;
for (const line of output.trim().split('\n')) {
  const proof = JSON.parse(line);
  const finding = verify(proof);
  assert.equal(finding === null, proof.safe, `${proof.name}: ${finding}`);
  if (!proof.safe) {
    unsafe += 1;
    continue;
  }
  safe += 1;
  if (proof.cells.length > 300) continue;
  const inSums = new Set(proof.sums.flat(2));
  for (const cell of inSums) {
    const base = [...proof.base];
    base[cell] += 1;
    assert.notEqual(verify({ ...proof, base }), null, `${proof.name}: base of cell ${cell}`);
    mutated += 1;
  }
  for (const [which, table] of proof.tables.slice(0, 5).entries()) {
    for (const place of table.keys()) {
      const tables = structuredClone(proof.tables);
      tables[which][place][1] += 1;
      assert.notEqual(verify({ ...proof, tables }), null, `${proof.name}: table ${which}`);
      mutated += 1;
    }
  }
  for (const [cell, [lowest, highest]] of proof.cells.entries()) {
    if (lowest !== highest) continue;
    const cells = structuredClone(proof.cells);
    cells[cell][0] += 1;
    cells[cell][1] += 1;
    assert.notEqual(verify({ ...proof, cells }), null, `${proof.name}: published cell ${cell}`);
    mutated += 1;
  }
}
assert.ok(safe > 0 && unsafe > 0 && mutated > 0);
console.log(`${safe} proofs accepted, ${unsafe} refused, ${mutated} mutations refused`);
