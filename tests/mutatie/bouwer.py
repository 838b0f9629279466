"""Compiles the mutated sources with what includes them, and links all tests of the rules into one program."""
import concurrent.futures
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

from mutanten import ROOT, changed, read_sources, with_switches

HERE = ROOT / "tests" / "mutatie"
TESTS = tuple(f"tests/{name}/" for name in ("aggregate", "beleid", "json", "monitor", "oracle", "report", "rules", "vectors"))
PROGRAMS = {"tests/json/json_native.cc"}  # with a main() of their own
JUDGE = "tests/mutatie/rechter.cc"
LIBRARIES = ["-lgtest", "-lrapidcheck", "-lpthread"]


class Bouwer:
    def __init__(self, build, jobs):
        self.build, self.jobs = pathlib.Path(build).resolve(), jobs
        self.work = self.build / "mutatie"
        # The sources as they are now: nobody's next edit gets halfway into a run.
        self.copy = self.work / "bron"
        shutil.rmtree(self.copy, ignore_errors=True)
        for folder in ("core", "docs", "tests", "tools"):
            shutil.copytree(ROOT / folder, self.copy / folder)
        self.switched = self.work / "schakels"
        self.texts = read_sources(self.copy)
        self.units = self.read_units()
        self.includes = self.read_includes()
        self.objects = {source: obj for source, (_, obj) in self.units.items()}

    def ninja(self, *arguments):
        return subprocess.run(["ninja", "-C", str(self.build), *arguments], capture_output=True, text=True, check=True).stdout

    def read_units(self):
        """How the build compiles each source of the core and of the tests, and its object."""
        units = {}
        for entry in json.loads(self.ninja("-t", "compdb")):
            file = pathlib.Path(entry["file"])
            if not file.is_relative_to(ROOT) or file.suffix != ".cc":
                continue
            source = str(file.relative_to(ROOT))
            if source.startswith(("core/", *TESTS)) and source not in PROGRAMS:
                units.setdefault(source, (shlex.split(entry["command"]), self.build / entry["output"]))
        units[JUDGE] = (units["tests/rules/registry_test.cc"][0], None)
        return units

    def read_includes(self):
        """Which mutated sources each unit reads."""
        mutated = {str(ROOT / file): file for file in self.texts}
        read, current = {}, set()
        for line in self.ninja("-t", "deps").splitlines():
            if line and not line.startswith(" "):
                current = read.setdefault(self.build / line.split(":")[0], set())
            elif line.strip() in mutated:
                current.add(mutated[line.strip()])
        read[None] = set(mutated.values())  # the judge, which the build does not know
        if stale := sorted(source for source, (_, obj) in self.units.items() if obj not in read):
            sys.exit("build first; never built: " + ", ".join(stale))
        return {source: read[obj] for source, (_, obj) in self.units.items()}

    def compile(self, source, first, target):
        """Compiles one unit; what lies in the folder `first` goes before the project's own. The errors, or ""."""
        command = self.units[source][0]
        plain = [word for word in command[: command.index("-MD")] if not word.startswith("-W")]
        plain = [word.replace(str(ROOT), str(self.copy)) if "VERZUIM_SOURCE_DIR" in word else word for word in plain]
        at = plain.index(f"-I{ROOT}")
        plain[at : at + 1] = [f"-I{first}", f"-I{self.copy}"]
        more = ["-w", "-Wno-narrowing", "-D_GLIBCXX_ASSERTIONS", "-include", str(HERE / "schakel.h")]
        file = first / source if (first / source).exists() else self.copy / source
        target.parent.mkdir(parents=True, exist_ok=True)
        arguments = [*plain, *more, "-c", str(file), "-o", str(target)]
        made = subprocess.run(arguments, capture_output=True, text=True, check=False)
        return made.stderr or "failed" if made.returncode else ""

    def compile_all(self, units, first, folder):
        """Compiles `units` into `folder`; per unit that fails its errors."""
        target = {source: folder / (source + ".o") for source in units}
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            errors = dict(zip(units, pool.map(lambda source: self.compile(source, first, target[source]), units)))
        return {source: text for source, text in errors.items() if text}, target

    def build_with_switches(self, mutants):
        """Makes the program with every mutant asleep in it. A site at which no switch compiles is marked `compiled`."""
        shutil.rmtree(self.switched, ignore_errors=True)
        self.write(mutants, set(self.texts))
        todo = sorted((s for s, read in self.includes.items() if read or s == JUDGE), key=lambda s: not s.startswith("core/"))
        while todo:
            core = [s for s in todo if s.startswith("core/")]
            batch = core or todo
            failed, made = self.compile_all(batch, self.switched, self.work / "objecten")
            self.objects.update(made)
            moved = self.give_up_switches(failed, mutants)
            if failed and not moved:
                sys.exit("does not compile with switches:\n" + "\n".join(failed.values())[:4000])
            self.write(mutants, moved)
            again = {s for s, read in self.includes.items() if read & moved} | set(failed)
            todo = [s for s in self.includes if s in again or (s in todo and s not in batch)]
        return self.link(self.objects, "rechter")

    def write(self, mutants, files):
        for file in files:
            (self.switched / file).parent.mkdir(parents=True, exist_ok=True)
            own = [m for m in mutants if m.file == file]
            (self.switched / file).write_text(with_switches(self.texts[file], own))

    def give_up_switches(self, failed, mutants):
        """Marks the sites on the lines that errors name, or else those on lines of their notes. The files concerned."""
        moved = set()
        for errors in failed.values():
            for kind in ("error:", ""):
                named = set(re.findall(re.escape(str(self.switched)) + r"/(\S+?):(\d+):\d+: " + kind, errors))
                found = [m for m in mutants if not m.compiled and (m.file, str(m.line)) in named]
                for mutant in found:
                    mutant.compiled = True
                moved |= {m.file for m in found}
                if found:
                    break
        return moved

    def link(self, objects, name):
        target = self.work / name
        arguments = ["g++", *(str(o) for o in objects.values()), *LIBRARIES, "-o", str(target)]
        made = subprocess.run(arguments, capture_output=True, text=True, check=False)
        if made.returncode:
            sys.exit(f"linking {name}:\n{made.stderr[-3000:]}")
        return target

    def compile_changed(self, mutant):
        """The objects with this mutation compiled in; None when the compiler refuses it."""
        first = self.work / f"m{mutant.number}"
        (first / mutant.file).parent.mkdir(parents=True, exist_ok=True)
        (first / mutant.file).write_text(changed(self.texts[mutant.file], mutant))
        units = sorted((s for s, read in self.includes.items() if mutant.file in read), key=lambda s: not s.startswith("core/"))
        objects = dict(self.objects)
        # The first alone: most that the compiler refuses, it refuses there.
        for some in (units[:1], units[1:]):
            failed, made = self.compile_all(some, first, first / "objecten")
            if failed:
                return None
            objects.update(made)
        return objects

    def build_changed(self, mutant):
        """The program with this mutation compiled in; None when the compiler refuses it."""
        objects = self.compile_changed(mutant)
        return objects and self.link(objects, f"rechter-{mutant.number}")

    def forget(self, mutant):
        """Removes what judging this mutant made."""
        shutil.rmtree(self.work / f"m{mutant.number}", ignore_errors=True)
        (self.work / f"rechter-{mutant.number}").unlink(missing_ok=True)
