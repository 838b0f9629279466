#!/usr/bin/env python3
"""Changes each comparison and each constant of the rules, one at a time, and asks whether a test notices.

    tests/mutatie/mutatie.py --bouw build/native                  all of core/rules and core/beleid
    tests/mutatie/mutatie.py --bouw build/native --steekproef 60  a sample, the same one for the same --zaad

Needs a native build: its libraries and the objects of its tests are linked with mutated sources. Most mutants live
together in one program and are woken by VERZUIM_MUTANT (schakel.h); what the compiler has to know (dates in tables,
template arguments) is compiled anew for each mutant. A mutant is caught when the compiler refuses it, when a test fails,
crashes or runs on, or when docs/regels.md no longer is what the registry makes.

Mutants that survive and cannot be caught stand in overlevenden.json with the reason. Exit 1 when less than --minstens percent
is caught or stands there.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "mutatie"
FOLDERS = ("core/rules", "core/beleid")
OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SITE = re.compile(r" (<=|>=|==|!=|<|>) |(?<![\w.'\"])(\d+)(?![\w.'])|\b(true|false)\b")
# Statements that the compiler evaluates: their constants cannot wait for the run.
COMPILED = re.compile(r"^\s*(inline |static )*(constexpr|consteval|static_assert|template|const Rule )")
TIMEOUT = 120


class Mutant:
    def __init__(self, file, start, end, old, new, line, name):
        self.file, self.start, self.end, self.old, self.new = file, start, end, old, new
        self.line, self.name = line, name
        self.number = 0
        self.compiled = False


def blanked(text):
    """The text with comments, strings, characters and directives made blank; same length, same lines."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', re.S | re.M)
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def compiled_ranges(code):
    """Parts of the code that are one statement the compiler evaluates."""
    at = 0
    for line in code.split("\n"):
        if COMPILED.match(line) and not re.search(r"\)\s*(const\s*)?\{\s*$", line):
            end = code.find(";", at)
            yield at, len(code) if end < 0 else end
        at += len(line) + 1


def find_mutants(file):
    text = (ROOT / file).read_text()
    code = blanked(text)
    ranges = list(compiled_ranges(code))
    seen = {}
    for match in SITE.finditer(code):
        group = match.lastindex
        old = match.group(group)
        new = OTHER[old] if group == 1 else str(int(old) + 1) if group == 2 else {"true": "false", "false": "true"}[old]
        start, end = match.span(group)
        line_start = text.rfind("\n", 0, start) + 1
        line = text[line_start : text.find("\n", start)].strip()
        what = f"{line} | {old} -> {new}"
        seen[what] = seen.get(what, 0) + 1
        name = f"{file}: {what}" + (f" #{seen[what]}" if seen[what] > 1 else "")
        mutant = Mutant(file, start, end, old, new, text.count("\n", 0, start) + 1, name)
        mutant.compiled = any(first <= start < last for first, last in ranges) or "Day(" in code[max(0, start - 16) : start]
        yield mutant


def with_switches(file, mutants):
    """The source with a switch at every site that can wait for the run."""
    text = (ROOT / file).read_text()
    for mutant in sorted(mutants, key=lambda m: -m.start):
        if mutant.compiled:
            continue
        if mutant.old in OTHER:
            put = f"{mutant.old} mutatie::Op<{mutant.number}>{{}} {mutant.old}"
        elif mutant.old in ("true", "false"):
            put = f"mutatie::Flag<{mutant.number}>({mutant.old})"
        else:
            put = f"mutatie::Number<{mutant.number}>({mutant.old})"
        text = text[: mutant.start] + put + text[mutant.end :]
    return text


def changed(mutant):
    text = (ROOT / mutant.file).read_text()
    return text[: mutant.start] + mutant.new + text[mutant.end :]


class Bench:
    """Compiles, links and runs."""

    def __init__(self, build, work):
        self.build, self.work = pathlib.Path(build).resolve(), pathlib.Path(work)
        self.flags = ["-std=gnu++20", "-O1", "-w", f"-I{ROOT}", f"-I{self.build}/generated"]
        self.objects = {}

    def compile(self, source, target, *more):
        command = ["g++", *self.flags, *more, "-c", str(source), "-o", str(target)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def objects_of(self, folder, keep):
        found = sorted((self.build / folder).rglob("*.cc.o"))
        return [str(o) for o in found if keep(o.name)]

    def link(self, name, objects, mutated, gtest):
        """One program of `objects` on the mutated sources and the other libraries of the build."""
        skip = {"libverzuim_rules.a", "libverzuim_beleid.a"}
        libraries = [str(a) for a in sorted((self.build / "core").rglob("*.a")) if a.name not in skip]
        oracle = self.build / "tests" / "oracle" / "liboracle.a"
        group = ["-Wl,--start-group", *mutated, str(oracle), *libraries, "-Wl,--end-group"]
        more = ["-lgtest", "-lgtest_main", "-lrapidcheck", "-lpthread"] if gtest else []
        target = self.work / name
        made = subprocess.run(["g++", *objects, *group, *more, "-o", str(target)], capture_output=True, text=True, check=False)
        if made.returncode:
            sys.exit(f"linking {name}:\n{made.stderr[-3000:]}")
        return target

    def programs(self, suffix, mutated):
        tests = self.objects_of("tests/rules", lambda n: True) + self.objects_of("tests/beleid", lambda n: True)
        tests += self.objects_of("tests/monitor", lambda n: True) + self.objects_of("tests/vectors", lambda n: True) + self.objects_of("tests/json", lambda n: n.startswith("verg"))
        oracle = self.objects_of("tests/oracle/CMakeFiles/oracle_properties.dir", lambda n: True)
        oracle += self.objects_of("tests/oracle", lambda n: n.endswith("_properties.cc.o") and not n.startswith("oracle"))
        document = self.objects_of("tools", lambda n: n.startswith("regels_md"))
        return [
            self.link("regels_md" + suffix, document, mutated, False),
            self.link("tests" + suffix, list(dict.fromkeys(tests)), mutated, True),
            self.link("oracle" + suffix, list(dict.fromkeys(oracle)), mutated, True),
        ]

    def notices(self, programs, number, cases):
        """Which program notices the mutant; None when none does."""
        env = dict(os.environ, VERZUIM_MUTANT=str(number), RC_PARAMS=f"seed=20261122 max_success={cases} noshrink=1")
        document, tests, oracle = programs
        out = self.work / f"regels-{number}-{os.getpid()}-{random.random()}.md"
        try:
            subprocess.run([document, out], env=env, timeout=TIMEOUT, capture_output=True, check=True)
            if out.read_text() != (ROOT / "docs" / "regels.md").read_text():
                return "regels.md"
            for name, program in (("tests", tests), ("oracle", oracle)):
                made = subprocess.run([program, "--gtest_fail_fast", "--gtest_brief=1", "--gtest_filter=-VectorsAsAWhole.*"], env=env, timeout=TIMEOUT, capture_output=True, check=False)
                if made.returncode:
                    return name
        except subprocess.TimeoutExpired:
            return "timeout"
        except subprocess.CalledProcessError:
            return "crash"
        finally:
            out.unlink(missing_ok=True)
        return None


def build_schema(bench, files, mutants, chosen, jobs):
    """Compiles every file that has a chosen mutant with its switches, takes the others from the build; sites that do not
    compile move to the other kind."""
    needed = {m.file for m in chosen}

    def one(file):
        if file not in needed:
            _, library, name = file.split("/", 2)
            return file, bench.build / "core" / library / "CMakeFiles" / f"verzuim_{library}.dir" / f"{name}.o"
        own = [m for m in mutants if m.file == file]
        source = bench.work / (file.replace("/", "_"))
        target = source.with_suffix(".o")
        for _ in range(30):
            # Line numbers stay those of the original: a switch adds no line.
            source.write_text(with_switches(file, own))
            made = bench.compile(source, target, "-include", str(HERE / "schakel.h"), f"-I{(ROOT / file).parent}")
            if made.returncode == 0:
                return file, target
            lines = {int(n) for n in re.findall(re.escape(str(source)) + r":(\d+):\d+: ", made.stderr)}
            moved = [m for m in own if not m.compiled and m.line in lines]
            if not moved:
                sys.exit(f"{file} does not compile with switches:\n{made.stderr[:3000]}")
            for mutant in moved:
                mutant.compiled = True
        sys.exit(f"{file}: too many rounds")

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        return dict(pool.map(one, files))


def judge(bench, mutant, objects, programs, cases):
    if not mutant.compiled:
        return bench.notices(programs, mutant.number, cases)
    source = bench.work / f"mutant_{mutant.number}.cc"
    target = source.with_suffix(".o")
    source.write_text(changed(mutant))
    try:
        if bench.compile(source, target, f"-I{(ROOT / mutant.file).parent}").returncode:
            return "compiler"
        linked = [str(target if file == mutant.file else o) for file, o in objects.items()]
        own = bench.programs(f"-{mutant.number}", linked)
        try:
            return bench.notices(own, 0, cases)
        finally:
            for program in own:
                program.unlink()
    finally:
        source.unlink()
        target.unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bouw", required=True, help="folder of a native build")
    parser.add_argument("--steekproef", type=int, default=0, help="how many mutants, drawn at random; 0: all")
    parser.add_argument("--minuten", type=float, default=0, help="stop after so long; what was tried by then is a sample too")
    parser.add_argument("--zaad", type=int, default=36663)
    parser.add_argument("--gevallen", type=int, default=3000, help="random cases per mutant")
    parser.add_argument("--minstens", type=float, default=95, help="percent that has to be caught or explained")
    parser.add_argument("--banen", type=int, default=2)
    parser.add_argument("--map", default="", help="only files whose path begins with this")
    parser.add_argument("--uit", help="write every mutant with what noticed it, as JSON")
    args = parser.parse_args()

    files = [str(p.relative_to(ROOT)) for folder in FOLDERS for p in sorted((ROOT / folder).rglob("*.cc"))]
    mutants = [m for file in files for m in find_mutants(file)]
    for number, mutant in enumerate(mutants, 1):
        mutant.number = number
    chosen = [m for m in mutants if m.file.startswith(args.map)]
    total = len(chosen)
    random.Random(args.zaad).shuffle(chosen)
    if args.steekproef:
        chosen = chosen[: args.steekproef]
    known = json.loads((HERE / "overlevenden.json").read_text())
    if unused := sorted(set(known) - {m.name for m in mutants}):
        sys.exit("overlevenden.json names what is no mutant:\n" + "\n".join(unused))

    with tempfile.TemporaryDirectory(prefix="verzuim-mutatie-") as work:
        bench = Bench(args.bouw, work)
        objects = build_schema(bench, files, mutants, chosen, args.banen)
        programs = bench.programs("", [str(o) for o in objects.values()])
        if (noticed := bench.notices(programs, 0, args.gevallen)) is not None:
            sys.exit(f"without any mutant {noticed} fails")
        results = {}
        end = time.monotonic() + 60 * args.minuten if args.minuten else float("inf")
        with concurrent.futures.ThreadPoolExecutor(args.banen) as pool:
            in_time = lambda m: judge(bench, m, objects, programs, args.gevallen) if time.monotonic() < end else "not tried"
            futures = {pool.submit(in_time, m): m for m in chosen}
            for done in concurrent.futures.as_completed(futures):
                mutant = futures[done]
                if (noticed := done.result()) == "not tried":
                    continue
                results[mutant.name] = noticed
                if noticed is None:
                    print(f"survives: {mutant.file}:{mutant.line} {mutant.name}", flush=True)

    survivors = sorted(name for name, noticed in results.items() if noticed is None)
    caught = len(results) - len(survivors)
    print(f"{len(results)} of {total} mutants tried, {caught} caught ({100 * caught / max(len(results), 1):.1f} %), {len(survivors)} survive")
    if args.uit:
        pathlib.Path(args.uit).write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    new = [name for name in survivors if name not in known]
    for name in new:
        print(f"not in overlevenden.json: {name}")
    share = 100 * (len(results) - len(new)) / max(len(results), 1)
    return 0 if results and share >= args.minstens else 1


if __name__ == "__main__":
    sys.exit(main())
