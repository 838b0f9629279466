"""The fewest cells that any tool could hide, proven: for the column `bound` in docs/disclosure.md.

Asks less than we do, so that what it proves is a bound for us too: only the counts 1..4 have to be able to be 1 and 4
(with fractions), nothing is asked of large hidden cells. HiGHS solves the choice of cells as an integer program; every
choice is attacked by linear programs, and each attack that succeeds becomes a cut: of these cells, hide more.

Usage: optimum.py PATH_OF_table_system TABLE [SECONDS] [MOST]
  prints: table, bound, whether it is the optimum, seconds. With MOST: fails unless that is the optimum.
"""
import json
import subprocess
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix, hstack, vstack

LARGE = 1000.0  # how far a hidden count can rise


def attack(matrix, counts, hidden, cell, target):
    """None when `cell` can be `target`, else coefficients (per cell) that every safe choice must sum to 1 with."""
    n = len(counts)
    step = target - counts[cell]
    row = csr_matrix(([1.0, -float(step)], ([0, 0], [cell, n])), shape=(1, n + 1))
    equal = vstack([hstack([matrix, csr_matrix((matrix.shape[0], 1))]), row]).tocsr()
    low = np.append(np.where(hidden, -counts, 0.0), 0.0)
    high = np.append(np.where(hidden, LARGE, 0.0), 1.0)
    result = linprog(np.append(np.zeros(n), -1.0), A_eq=equal, b_eq=np.zeros(equal.shape[0]),
                     bounds=np.column_stack([low, high]), method="highs")
    assert result.status == 0, result.message
    if -result.fun > 1 - 1e-7:
        return None
    return np.maximum(counts * result.lower.marginals[:n] - LARGE * result.upper.marginals[:n], 0)


def solve(name, case, seconds):
    counts = np.array(case["counts"], dtype=float)
    rows, columns, signs = [], [], []
    for r, (totals, parts) in enumerate(case["sums"]):
        for cell in totals:
            rows.append(r), columns.append(cell), signs.append(-1.0)
        for cell in parts:
            rows.append(r), columns.append(cell), signs.append(1.0)
    matrix = csr_matrix((signs, (rows, columns)), shape=(len(case["sums"]), len(counts)))
    small = (counts > 0) & (counts < 5)
    goals = [(c, t) for c in np.flatnonzero(small) for t in (1, 4) if counts[c] != t]
    cuts, rights = [], []
    start, bound, hidden = time.monotonic(), 0, small.copy()
    while True:
        found = 0
        for cell, target in goals:
            coefficients = attack(matrix, counts, hidden, cell, target)
            if coefficients is None:
                continue
            right = 1 - coefficients[small].sum()
            assert right > 1e-9
            cuts.append(np.where(small, 0, np.minimum(coefficients, right)) / right)
            rights.append(1.0)
            found += 1
        if found == 0:
            return bound, True, time.monotonic() - start
        left = seconds - (time.monotonic() - start)
        if left <= 0:
            return bound, False, seconds
        result = milp(np.ones(len(counts)), constraints=LinearConstraint(csr_matrix(np.array(cuts)), np.array(rights), np.inf),
                      bounds=Bounds(0, np.where(small, 0, 1)), integrality=np.ones(len(counts)),
                      options={"time_limit": max(left, 1)})
        if result.mip_dual_bound is not None:
            bound = max(bound, int(np.ceil(result.mip_dual_bound - 1e-6)))
        if result.status != 0:
            return bound, False, time.monotonic() - start
        hidden = small | (np.rint(result.x) > 0)


def main():
    program, name = sys.argv[1:3]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
    case = json.loads(subprocess.run([program, name], check=True, capture_output=True, text=True).stdout)
    bound, proven, took = solve(name, case, seconds)
    print(f"{name}: {'optimum' if proven else 'at least'} {bound} ({took:.1f} s)")
    if len(sys.argv) > 4:
        assert proven and bound == int(sys.argv[4]), "docs/disclosure.md says otherwise"


if __name__ == "__main__":
    main()
