#!/usr/bin/env python3
"""Changes each comparison and each constant of the rules, one at a time, and asks whether a test notices.

    tests/mutatie/mutatie.py --bouw build/native                         all of core/rules and core/beleid
    tests/mutatie/mutatie.py --bouw build/native --map core/rules/duo    one folder or file
    tests/mutatie/mutatie.py --bouw build/native --schakels              quicker: only what a switch can wake
    tests/mutatie/mutatie.py --namen                                     only: does overlevenden.json name mutants that exist?

Needs an up-to-date native build made with Ninja. Mutants live together in one program (rechter.cc) with all tests of the rules
and are woken one at a time (schakel.h); it first notes which sites each test asks, so that a mutant meets only the tests that
can notice it, the cheapest first, and the random tests with few cases. What passes all of these meets them once more with
all cases. A site at which the compiler takes no switch is compiled anew. A mutant is caught when the compiler refuses it, or
when a test fails, crashes or runs on; the tests include that docs/regels.md is what the registry makes.

Mutants that cannot be caught stand in overlevenden.json with the reason. Exit 1 when less than --minstens percent of the others
is caught.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import queue
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # leaves no __pycache__ in the checkout

from bouwer import HERE, Bouwer
from mutanten import find_mutants, read_sources

FEW = 300  # random cases of a first judgement
REGELS_MD = "RegelsMd.IsWhatTheRegistryMakes"


class Rechter:
    """A running rechter.cc."""

    def __init__(self, program, awake=0):
        environment = dict(os.environ, VERZUIM_MUTANT=str(awake))
        self.process = subprocess.Popen(
            [program, "oordeel"], env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, mutant, cases, tests):
        """What notices the mutant, or "-"."""
        seconds = 5 + 10 * sum(test.microseconds for test in tests) // 1_000_000
        try:
            self.process.stdin.write(f"{mutant} {cases} {seconds} {' '.join(str(t.index) for t in tests)}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self.process.stdout.readline().strip() or "crash before main()"

    def close(self):
        self.process.communicate()


class Test:
    def __init__(self, index, name, microseconds, sites):
        self.index, self.name, self.microseconds, self.sites = index, name, microseconds, sites


def measure(program, cases):
    """The sites asked before main(), and the tests, the cheapest first; each has to pass."""
    made = subprocess.run([program, "meet", str(cases)], capture_output=True, text=True, check=True)
    first, *lines = made.stdout.splitlines()
    tests = []
    for line in lines:
        _, name, passes, microseconds, *sites = line.split()
        if passes != "1":
            sys.exit(f"without any mutant {name} fails with {cases} cases")
        tests.append(Test(len(tests), name, int(microseconds), {int(site) for site in sites}))
    return {int(site) for site in first.split()[1:]}, sorted(tests, key=lambda test: test.microseconds)


class Rechtbank:
    """Judges mutants with several processes at once."""

    def __init__(self, bouwer, program, cases, compile_anew):
        self.bouwer, self.program, self.compile_anew = bouwer, program, compile_anew
        self.early, few = measure(program, FEW)
        self.rounds = [(FEW, few)]
        if cases > FEW:
            self.rounds.append((cases, measure(program, cases)[1]))

    def judge(self, mutant, rechter):
        if mutant.compiled:
            return self.judge_compiled(mutant)
        if mutant.number not in self.early:
            return self.ask(rechter, mutant.number, lambda test: mutant.number in test.sites)
        # It is made before main(), so a program has to start with it.
        own = Rechter(self.program, mutant.number)
        noticed = self.ask(own, mutant.number, lambda test: True)
        own.close()
        # The switch has taken the checks of the compiler away.
        refused = noticed == "-" and self.compile_anew and self.bouwer.compile_changed(mutant) is None
        return "compiler" if refused else noticed

    def judge_compiled(self, mutant):
        program = self.bouwer.build_changed(mutant)
        if program is None:
            return "compiler"
        own = Rechter(program)
        noticed = self.ask(own, 0, lambda test: True)
        own.close()
        return noticed

    def ask(self, rechter, number, can_notice):
        for cases, tests in self.rounds:
            noticed = rechter.ask(number, cases, [test for test in tests if can_notice(test)])
            if noticed != "-":
                return noticed
        return "-"

    def judge_all(self, mutants, jobs, say):
        free = queue.SimpleQueue()
        for _ in range(jobs):
            free.put(Rechter(self.program))

        def one(mutant):
            rechter = free.get()
            try:
                noticed = self.judge(mutant, rechter)
            finally:
                free.put(rechter)
                self.bouwer.forget(mutant)
            if noticed == "-":
                say(mutant)
            return noticed

        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            results = dict(zip([m.name for m in mutants], pool.map(one, mutants)))
        for _ in range(jobs):
            free.get().close()
        return results


def part_of(name):
    """The row of the table a mutant belongs to: its folder."""
    return name.split(":")[0].rpartition("/")[0]


def table(results, known):
    """The outcome per folder, as Markdown."""
    head = ("part", "mutants", "caught", "of these by the compiler", "first by regels.md", "explained", "open", "caught of the others")
    rows = [head, ("---",) * len(head)]
    parts = sorted({part_of(name) for name in results})
    for part in [*parts, None]:
        own = {name: noticed for name, noticed in results.items() if part in (None, part_of(name))}
        survivors = [name for name, noticed in own.items() if noticed == "-"]
        explained = sum(name in known for name in survivors)
        caught = len(own) - len(survivors)
        by = collections.Counter(own.values())
        share = f"{100 * caught / max(len(own) - explained, 1):.1f} %"
        rows.append((part or "all", len(own), caught, by["compiler"], by[REGELS_MD], explained, len(survivors) - explained, share))
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bouw", help="folder of a native build")
    parser.add_argument("--namen", action="store_true")
    parser.add_argument("--gevallen", type=int, default=3000, help="random cases per property for what survives")
    parser.add_argument("--minstens", type=float, default=95, help="percent that has to be caught, of what can be")
    parser.add_argument("--schakels", action="store_true", help="compile nothing anew; names what it then cannot try")
    parser.add_argument("--banen", type=int, default=2, help="processes at once")
    parser.add_argument("--map", default="", help="only files whose path begins with this")
    parser.add_argument("--uit", help="write every mutant with what noticed it, as JSON")
    args = parser.parse_args()

    known = json.loads((HERE / "overlevenden.json").read_text())
    if unused := sorted(set(known) - {m.name for m in find_mutants(read_sources())}):
        sys.exit("overlevenden.json names what is no mutant:\n" + "\n".join(unused))
    if args.namen:
        return 0
    if not args.bouw:
        parser.error("--bouw is missing")

    began = time.monotonic()
    bouwer = Bouwer(args.bouw, args.banen)
    mutants = find_mutants(bouwer.texts)
    program = bouwer.build_with_switches(mutants)
    rechtbank = Rechtbank(bouwer, program, args.gevallen, not args.schakels)
    chosen = [m for m in mutants if m.file.startswith(args.map)]
    left_out = [m for m in chosen if m.compiled and args.schakels]
    chosen = [m for m in chosen if m not in left_out]
    results = rechtbank.judge_all(chosen, args.banen, lambda m: print(f"survives: {m.file}:{m.line} {m.name}", flush=True))

    if args.uit:
        pathlib.Path(args.uit).write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    print(table(results, known))
    survivors = {name for name, noticed in results.items() if noticed == "-"}
    for name in sorted(survivors - set(known)):
        print(f"not in overlevenden.json: {name}")
    for name in sorted(set(known) & set(results) - survivors):
        print(f"in overlevenden.json, but caught by {results[name]}: {name}")
    for mutant in left_out:
        print(f"not tried: {mutant.name}")
    user = os.times()
    print(f"{len(results)} mutants, {time.monotonic() - began:.0f} s, processor time {sum(user[:4]):.0f} s")
    can = len(results) - len(survivors & set(known))
    return 0 if can and 100 * (len(results) - len(survivors)) >= args.minstens * can else 1


if __name__ == "__main__":
    sys.exit(main())
