#!/usr/bin/env python3
"""Same input, same bytes out: check_determinism.py PROGRAM

Reports on corpus/ as text, JSON and HTML, and again in ways that must not matter: a second time,
with other numbers of threads, with the folders in another order, in another time zone and locale,
and through an index on disk, fresh and again. Every output of every way is one case.
"""
import os
import subprocess
import sys
import tempfile

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FORMATS = ("text", "json", "html")
TIMEOUT_SECONDS = 300
FOLDERS = sorted(os.path.join("corpus", name) for name in os.listdir(os.path.join(TOP, "corpus"))
                 if os.path.isdir(os.path.join(TOP, "corpus", name)))
PLAIN = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
ABROAD = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "Asia/Tokyo", "LANG": "de_DE",
          "HOME": "/nonexistent", "COLUMNS": "40"}


def outputs(program, folder, arguments, environment):
    """The bytes of each format; nothing where the program could not do all of the work."""
    files = [os.path.join(folder, name) for name in FORMATS]
    wanted = [a for name, file in zip(FORMATS, files) for a in ("-o", f"{name}:{file}")]
    done = subprocess.run(
        [program, "report", *arguments, "--rules", "rules", "--fail-on", "never", *wanted],
        cwd=TOP, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
        timeout=TIMEOUT_SECONDS, check=False)
    if done.returncode != 0:
        print(done.stderr.decode("utf-8", "replace"))
        return None
    contents = []
    for file in files:
        with open(file, "rb") as content:
            contents.append(content.read())
    return contents


def ways(folder):
    index = ["--index", os.path.join(folder, "index")]
    return [("a second time", FOLDERS + ["--threads", "1"], PLAIN),
            ("with two threads", FOLDERS + ["--threads", "2"], PLAIN),
            ("with five threads", FOLDERS + ["--threads", "5"], PLAIN),
            ("with the folders in another order", FOLDERS[::-1] + ["--threads", "2"], PLAIN),
            ("in another time zone and locale", FOLDERS + ["--threads", "1"], ABROAD),
            ("through a new index", FOLDERS + index, PLAIN),
            ("through an index that has it all", FOLDERS + index, PLAIN)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        first = outputs(program, folder, FOLDERS + ["--threads", "1"], PLAIN)
        for name, arguments, environment in ways(folder):
            again = outputs(program, folder, arguments, environment)
            for i, kind in enumerate(FORMATS):
                if first and again and first[i] and first[i] == again[i]:
                    passed += 1
                else:
                    failed += 1
                    print(f"determinism: {kind} differs {name}")
    print(f"determinism: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
