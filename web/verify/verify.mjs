// Checks that a publicatie gives nothing away, by comparing and adding only. For people who want to see for themselves:
// no library, no network, nothing of verzuimkit. The same check stands in core/disclosure/verify.cc.
//
// A certificate lists whole tables that all fit what was published. If a hidden count is 0 in one of them, 1 in another,
// and so on up to 4, then nobody can tell which it is: each table is as good an explanation as the true one.
//
//   cells   per cell [lowest, highest or null, first, last]: what its number or marker says (a shown number is lowest
//           and highest at once), and which values first..last must stay possible (none when last < first)
//   sums    [[totals], [parts]]: these cells together are those cells together
//   base    one table: a number per cell
//   tables  the other tables, each as [cell, number] pairs where it differs from the base

/** Returns null when everything is right, or a sentence that says what is wrong. */
export function verify({ cells, sums, base, tables }) {
  if (base.length !== cells.length) return `the base has ${base.length} numbers for ${cells.length} cells`;
  const seen = cells.map(() => new Set());

  for (const [which, changes] of [[], ...tables].entries()) {
    const table = [...base];
    for (const [cell, number] of changes) {
      if (!(cell in cells)) return `table ${which} names cell ${cell}, which does not exist`;
      table[cell] = number;
    }

    // Every number is a whole number within what is published about its cell.
    for (const [cell, [lowest, highest]] of cells.entries()) {
      const number = table[cell];
      if (!Number.isSafeInteger(number)) return `table ${which}: cell ${cell} is not a whole number`;
      if (number < lowest || (highest !== null && number > highest)) {
        return `table ${which}: cell ${cell} is ${number}, outside what is published`;
      }
      seen[cell].add(number);
    }

    // Every sum is right.
    for (const [totals, parts] of sums) {
      if (add(table, totals) !== add(table, parts)) {
        return `table ${which}: cells ${parts.join(' + ')} do not make ${totals.join(' + ')}`;
      }
    }
  }

  // Every value that must stay possible is there.
  for (const [cell, [, , first, last]] of cells.entries()) {
    for (let value = first; value <= last; value += 1) {
      if (!seen[cell].has(value)) return `cell ${cell} is ${value} in no table`;
    }
  }
  return null;
}

function add(table, cells) {
  return cells.reduce((sum, cell) => sum + table[cell], 0);
}
