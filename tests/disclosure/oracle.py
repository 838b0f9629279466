"""The independent oracle: HiGHS (scipy.optimize.milp) against the audit, value by value.

Reads the cases that disclosure_cases prints. For every hidden cell and every value that has to stay possible, a
mixed-integer program decides whether a whole table has it; the audit must have said the same. Tables that HiGHS
finds are reused for other cells. Certificates are added up here as well, by a third piece of code.

Usage: oracle.py PATH_OF_disclosure_cases [RANDOM_TABLES [SEED]]
"""
import json
import subprocess
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix


def system_of(case):
    rows, columns, signs = [], [], []
    for r, (totals, parts) in enumerate(case["sums"]):
        for cell in totals:
            rows.append(r), columns.append(cell), signs.append(-1)
        for cell in parts:
            rows.append(r), columns.append(cell), signs.append(1)
    return csr_matrix((signs, (rows, columns)), shape=(len(case["sums"]), len(case["cells"])))


def possible(matrix, low, high, cell, value, presolve=True):
    """A whole table in which `cell` has `value`, or None."""
    low, high = low.copy(), high.copy()
    if not low[cell] <= value <= high[cell]:
        return None
    low[cell] = high[cell] = value
    zero = np.zeros(matrix.shape[0])
    result = milp(np.zeros(len(low)), constraints=LinearConstraint(matrix, zero, zero), bounds=Bounds(low, high),
                  integrality=np.ones(len(low)), options={"presolve": presolve})
    if result.status == 2:
        return None
    assert result.status == 0, f"HiGHS could not decide: {result.message}"
    table = np.rint(result.x).astype(np.int64)
    assert not (matrix @ table).any()
    return table


def proves(case, matrix, low, high):
    """Whether the certificate covers every need: by adding up."""
    seen = [set() for _ in case["cells"]]
    base = np.array(case["base"], dtype=np.int64)
    for changes in [[]] + case["tables"]:
        table = base.copy()
        for cell, value in changes:
            table[cell] = value
        if (matrix @ table).any() or (table < low).any() or (table > high).any():
            return False
        for cell, value in enumerate(table):
            seen[cell].add(int(value))
    return all(v in seen[i] for i, (_, _, a, b) in enumerate(case["cells"]) for v in range(a, b + 1))


def check(case):
    matrix = system_of(case)
    low = np.array([c[0] for c in case["cells"]], dtype=float)
    high = np.array([np.inf if c[1] is None else c[1] for c in case["cells"]], dtype=float)
    assert proves(case, matrix, low, high) == case["safe"], f"{case['name']}: certificate and verdict differ"
    found = [set() for _ in case["cells"]]
    solved, narrowed = 0, 0
    for cell, (_, _, first, last) in enumerate(case["cells"]):
        for value in range(first, last + 1):
            if value not in found[cell]:
                table = possible(matrix, low, high, cell, value)
                solved += 1
                if table is not None:
                    for other, v in enumerate(table):
                        found[other].add(int(v))
            said = case["can"][cell] >> value & 1 == 1
            if said and value not in found[cell]:
                # HiGHS's presolve now and then calls infeasible what is not: a table settles it, and is added up.
                table = possible(matrix, low, high, cell, value, presolve=False)
                if table is not None:
                    found[cell].add(value)
            assert said == (value in found[cell]), f"{case['name']}: cell {cell} = {value}: audit says {said}"
            narrowed += not said
    assert (narrowed == 0) == case["safe"], case["name"]
    return solved, case["safe"]


def main():
    program, tables, seed = sys.argv[1], *(sys.argv[2:] + ["250", "1"][len(sys.argv) - 2:])
    output = subprocess.run([program, tables, seed], check=True, capture_output=True, text=True).stdout
    cases = [json.loads(line) for line in output.splitlines()]
    results = [check(case) for case in cases]
    safe = sum(verdict for _, verdict in results)
    assert 0 < safe < len(cases), "the cases must hold safe and unsafe patterns"
    print(f"{len(cases)} patterns ({safe} safe): audit and HiGHS agree on every value; {sum(n for n, _ in results)} programs")


if __name__ == "__main__":
    main()
