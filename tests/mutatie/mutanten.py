"""Where a source can be changed, and the source with a switch at each of these places."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("core/rules", "core/beleid")
OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SITE = re.compile(r" (<=|>=|==|!=|<|>) |(?<![\w.'\"])(\d+)(?![\w.'])|\b(true|false)\b")
BLANK = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', re.S | re.M
)
# A check by the compiler is a test, not a rule.
CHECK = re.compile(r"\bstatic_assert\([^;]*;", re.S)
# Numbers that say which type, or how long an array is.
TYPE = re.compile(r"\bget_if<\d+>|\bstd::array<[^<>=]*>")
# A variable that the compiler makes: with a switch in it, it is made when the program starts.
VARIABLE = re.compile(r"^[ \t]*(?:inline |static )*(constexpr) [\w:<>, ]+ \w+(?:\[\])? =[^;]*;", re.M)
DAY = "consteval Date Day("


class Mutant:
    def __init__(self, number, file, start, old, line, name):
        self.number, self.file, self.start, self.old, self.line, self.name = number, file, start, old, line, name
        self.end = start + len(old)
        self.compiled = False  # the compiler has to know: compiled anew, no switch

    @property
    def new(self):
        return OTHER.get(self.old) or {"true": "false", "false": "true"}.get(self.old) or str(int(self.old) + 1)

    @property
    def switch(self):
        if self.old in OTHER:
            return f"{self.old} mutatie::Op<{self.number}>{{}} {self.old}"
        return f"mutatie::{'Flag' if self.old in ('true', 'false') else 'Number'}<{self.number}>({self.old})"


def blanked(text):
    """The text with all that is no behaviour made blank; same length, same lines."""
    space = lambda match: re.sub(r"[^\n]", " ", match.group())
    return TYPE.sub(space, CHECK.sub(space, BLANK.sub(space, text)))


def read_sources(root=ROOT):
    """The text of every source of the rules."""
    paths = [p for folder in FOLDERS for end in ("cc", "h") for p in sorted((root / folder).rglob("*." + end))]
    return {str(path.relative_to(root)): path.read_text() for path in paths}


def find_mutants(texts):
    """Every mutant of the rules. Its name holds the line as it is written, so that it outlives a shift of lines."""
    mutants = []
    for file, text in texts.items():
        seen = {}
        for match in SITE.finditer(blanked(text)):
            start, old = match.start(match.lastindex), match.group(match.lastindex)
            line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", start)].strip()
            mutant = Mutant(len(mutants) + 1, file, start, old, text.count("\n", 0, start) + 1, "")
            what = f"{line} | {old} -> {mutant.new}"
            seen[what] = seen.get(what, 0) + 1
            mutant.name = f"{file}: {what}" + (f" #{seen[what]}" if seen[what] > 1 else "")
            mutants.append(mutant)
    return mutants


def with_switches(text, mutants):
    """The source with a switch at each of its mutants that can wait for the run. Lines keep their numbers."""
    switched = [m for m in mutants if not m.compiled]
    code = blanked(text)
    edits = [(m.start, m.end, m.switch) for m in switched]
    for variable in VARIABLE.finditer(code):
        if any(variable.start() <= m.start < variable.end() for m in switched):
            edits.append((*variable.span(1), "const"))
    space = lambda match: re.sub(r"[^\n]", " ", match.group())
    edits += [(*check.span(), space(check)) for check in CHECK.finditer(text)]
    if (day := text.find(DAY)) >= 0:
        edits.append((day, day + len("consteval"), "inline"))
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def changed(text, mutant):
    """The source with this one mutation in it."""
    return text[: mutant.start] + mutant.new + text[mutant.end :]
