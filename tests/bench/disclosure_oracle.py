"""How long HiGHS takes for the audit of a publicatie: for every value that must stay possible, a table or none.

Reads certificates (cells and sums) as a JSON list from standard input; prints the seconds for each as a JSON list.
Tables that were found serve for other cells too, as in tests/disclosure/oracle.py.
"""
import json
import pathlib
import sys
import time

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "disclosure"))
from oracle import possible, system_of  # noqa: E402


def seconds(case):
    start = time.process_time()
    matrix = system_of(case)
    low = np.array([cell[0] for cell in case["cells"]], dtype=float)
    high = np.array([np.inf if cell[1] is None else cell[1] for cell in case["cells"]], dtype=float)
    found = [set() for _ in case["cells"]]
    for cell, (_, _, first, last) in enumerate(case["cells"]):
        for value in range(first, last + 1):
            if value in found[cell]:
                continue
            table = possible(matrix, low, high, cell, value)
            for other, number in enumerate(table if table is not None else []):
                found[other].add(int(number))
    return time.process_time() - start


print(json.dumps([seconds(case) for case in json.load(sys.stdin)]))
