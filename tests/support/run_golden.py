#!/usr/bin/env python3
"""Runs the golden cases: run_golden.py PROGRAM [--rewrite] [NAME...]

A case is a folder tests/golden/<name>/ with
  command       the arguments of the program, one shell-quoted line; {case} is the case's folder and
                {rules} the rules of the repository, both as paths from its top
  expected.txt  standard output, and behind a line "--- stderr" standard error where there is any
  exit          the exit code; absent is 0
  stdin         what the program reads; absent is nothing
  before        arguments of a run that comes first and must exit with 0; absent is none. {folder}
                is a folder that both runs share and that is removed afterwards
Every case runs at the top of the repository, without colour, in the C.UTF-8 locale. --rewrite
writes expected.txt and exit anew; the diff is to be read line by line.
"""
import concurrent.futures
import difflib
import os
import shlex
import subprocess
import sys
import tempfile

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
CASES = os.path.join(TOP, "tests", "golden")
TIMEOUT_SECONDS = 60


def read(path, default=""):
    if not os.path.exists(path):
        return default
    with open(path, encoding="utf-8") as file:
        return file.read()


def arguments_of(name, file, shared):
    line = read(os.path.join(CASES, name, file)).strip()
    line = line.replace("{case}", f"tests/golden/{name}").replace("{rules}", "rules")
    return shlex.split(line.replace("{folder}", shared))


def run(program, name):
    """What the case prints and its exit code."""
    with tempfile.TemporaryDirectory() as shared:
        return run_in(program, name, shared)


def run_in(program, name, shared):
    folder = os.path.join(CASES, name)
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                   "HOME": "/nonexistent"}
    first = arguments_of(name, "before", shared)
    if first:
        prepared = subprocess.run([program] + first, cwd=TOP, env=environment,
                                  stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=TIMEOUT_SECONDS, check=False)
        if prepared.returncode != 0:
            return prepared.stderr.decode("utf-8", "backslashreplace"), prepared.returncode
    done = subprocess.run([program] + arguments_of(name, "command", shared), cwd=TOP, env=environment,
                          input=read(os.path.join(folder, "stdin")).encode(),
                          capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    text = done.stdout.decode("utf-8", "backslashreplace")
    errors = done.stderr.decode("utf-8", "backslashreplace")
    if errors:
        text += "--- stderr\n" + errors
    text = text.replace(shared, "{folder}")
    return text, done.returncode


def check(program, name):
    """Empty where the case holds, else what differs."""
    folder = os.path.join(CASES, name)
    try:
        text, code = run(program, name)
    except subprocess.TimeoutExpired:
        return f"did not end within {TIMEOUT_SECONDS} seconds\n"
    expected = read(os.path.join(folder, "expected.txt"))
    expected_code = int(read(os.path.join(folder, "exit"), "0"))
    difference = "".join(difflib.unified_diff(
        expected.splitlines(True), text.splitlines(True), "expected", "printed"))
    if code != expected_code:
        difference += f"exit code {code}, expected {expected_code}\n"
    return difference


def rewrite(program, name):
    folder = os.path.join(CASES, name)
    text, code = run(program, name)
    for file_name, content in (("expected.txt", text), ("exit", f"{code}\n" if code else "")):
        path = os.path.join(folder, file_name)
        if content or file_name == "expected.txt":
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        elif os.path.exists(path):
            os.remove(path)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--rewrite"]
    if not arguments:
        sys.exit(__doc__)
    program = os.path.abspath(arguments[0])
    names = arguments[1:] or sorted(
        n for n in os.listdir(CASES) if os.path.exists(os.path.join(CASES, n, "command")))
    if "--rewrite" in sys.argv:
        for name in names:
            rewrite(program, name)
        print(f"golden: {len(names)} rewritten; read the diff")
        return 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        differences = dict(zip(names, pool.map(lambda n: check(program, n), names)))
    for name, difference in differences.items():
        if difference:
            print(f"golden case {name} differs:\n{difference}")
    failed = sum(1 for d in differences.values() if d)
    print(f"golden: {len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
