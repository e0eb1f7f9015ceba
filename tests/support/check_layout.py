#!/usr/bin/env python3
"""Checks what the tree promises: check_layout.py [TOP]

- a folder of src/ includes only itself and folders before it in ORDER; no circle among files
- every folder of src/ is in ORDER and has a README.md of at most ten lines; none is a catch-all
- a source includes its own header before anything else, so that the header stands alone
- only src/index names xapian.h
- files stay within their budget of lines
- no type has the name of another one: all folders share a namespace, and the linker would merge
  what templates make of both
- no path of somebody's machine and no package registry stands in any file
Prints one line per problem, warnings apart, and exits 1 where there is a problem.
"""
import os
import re
import sys

ORDER = ["base", "model", "ingest", "text", "values", "ruleset", "extract", "index", "retrieve",
         "compare", "review", "report", "cli"]
WARN_LINES = 450
MOST_LINES = 800
MOST_README_LINES = 10
# Tables that a program writes are data, not code to read.
GENERATED = "generated"
TOP_LEVEL = {"CMakeLists.txt", "Makefile", "README.md", "LICENSE", "src", "rules", "corpus",
             "tests", "docs"}
BUILT = re.compile(r"^(build.*|out)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
ANY_INCLUDE = re.compile(r'^\s*#\s*include\s+(["<][^">]+[">])', re.MULTILINE)
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{", re.MULTILINE)
XAPIAN = re.compile(r"^\s*#\s*include\s+[<\"]xapian", re.MULTILINE)
# Written in pieces, so that this file does not find itself.
PRIVATE = re.compile(r"(?<![\w.])/(?:wo" r"rk|fa" r"rm|ho" r"me/\w+|Us" r"ers/\w+)/"
                     r"|https?://(?:regi" r"stry|de" r"b)\.")


class Problems:
    def __init__(self):
        self.errors = []
        self.warnings = []


def text_of(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def files_below(top, folder):
    for base, folders, names in os.walk(os.path.join(top, folder)):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(names):
            yield os.path.relpath(os.path.join(base, name), top)


def sources(top):
    return [p for p in files_below(top, "src") if p.endswith((".cpp", ".hpp"))]


def check_folders(top, problems):
    for folder in sorted(os.listdir(os.path.join(top, "src"))):
        if not os.path.isdir(os.path.join(top, "src", folder)):
            problems.errors.append(f"src/{folder}: a file outside all folders")
            continue
        if folder not in ORDER:
            problems.errors.append(f"src/{folder}: not in the folder order of {sys.argv[0]}")
        readme = os.path.join(top, "src", folder, "README.md")
        if not os.path.exists(readme):
            problems.errors.append(f"src/{folder}: no README.md")
        elif len(text_of(readme).splitlines()) > MOST_README_LINES:
            problems.errors.append(f"src/{folder}/README.md: more than {MOST_README_LINES} lines")
    for name in sorted(os.listdir(top)):
        if name not in TOP_LEVEL and not name.startswith(".") and not BUILT.match(name):
            problems.errors.append(f"{name}: does not belong at the top level")


def check_includes(top, problems):
    """Folder order, and the include graph for the search for circles."""
    graph = {}
    for path in sources(top):
        text = text_of(os.path.join(top, path))
        folder = path.split(os.sep)[1]
        if XAPIAN.search(text) and folder != "index":
            problems.errors.append(f"{path}: names xapian.h; only src/index may")
        graph[path] = []
        for included in INCLUDE.findall(text):
            target = os.path.join("src", included)
            if not os.path.exists(os.path.join(top, target)):
                problems.errors.append(f'{path}: "{included}" is no file of src/')
                continue
            graph[path].append(target)
            other = included.split("/")[0]
            if other in ORDER and folder in ORDER and ORDER.index(other) > ORDER.index(folder):
                problems.errors.append(f"{path}: includes {included}, which comes later")
    return graph


def check_own_headers(top, problems):
    for path in sources(top):
        own = path[len("src/"):-len("cpp")] + "hpp"
        if not path.endswith(".cpp") or not os.path.exists(os.path.join(top, "src", own)):
            continue
        first = ANY_INCLUDE.search(text_of(os.path.join(top, path)))
        if not first or first[1] != f'"{own}"':
            problems.errors.append(f'{path}: the first include is not "{own}"')


def find_circle(graph):
    """One circle of files as a list, or nothing. Depth first with an explicit stack."""
    done = set()
    for start in sorted(graph):
        path, stack = [], [(start, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                done.add(path.pop())
            elif node in path:
                return path[path.index(node):] + [node]
            elif node not in done:
                path.append(node)
                stack.append((node, True))
                stack.extend((n, False) for n in graph.get(node, []))
    return None


def check_type_names(top, problems):
    """Types at namespace level of headers, which our style starts in the first column."""
    first = {}
    for path in sources(top):
        if not path.endswith(".hpp"):
            continue
        for name in TYPE.findall(text_of(os.path.join(top, path))):
            if name in first:
                problems.errors.append(f"{path}: {name} is a type of {first[name]}, too")
            first.setdefault(name, path)


def check_lengths(top, problems):
    code = sources(top) + [p for p in files_below(top, "tests") if p.endswith((".cpp", ".hpp"))]
    for path in code:
        if GENERATED in path:
            continue
        lines = text_of(os.path.join(top, path)).count("\n")
        if lines > MOST_LINES:
            problems.errors.append(f"{path}: {lines} lines, at most {MOST_LINES}")
        elif lines > WARN_LINES:
            problems.warnings.append(f"{path}: {lines} lines, usually at most {WARN_LINES}")


def check_privacy(top, problems):
    names = [n for n in sorted(os.listdir(top)) if n in TOP_LEVEL or n in (".ci", ".build")]
    for name in names:
        paths = files_below(top, name) if os.path.isdir(os.path.join(top, name)) else [name]
        for path in paths:
            for number, line in enumerate(text_of(os.path.join(top, path)).splitlines(), 1):
                if PRIVATE.search(line):
                    problems.errors.append(f"{path}:{number}: a machine path or registry host")


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "..")
    problems = Problems()
    check_folders(top, problems)
    circle = find_circle(check_includes(top, problems))
    if circle:
        problems.errors.append("circle of includes: " + " -> ".join(circle))
    check_own_headers(top, problems)
    check_type_names(top, problems)
    check_lengths(top, problems)
    check_privacy(top, problems)
    for warning in problems.warnings:
        print(f"warning: {warning}")
    for error in problems.errors:
        print(f"error: {error}")
    if problems.errors:
        return 1
    print("layout: as promised")
    return 0


sys.exit(main())
