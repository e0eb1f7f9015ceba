#!/usr/bin/env python3
"""The program works where it is installed: check_installed.py BUILD_FOLDER

Installs the build below a temporary prefix and runs it from elsewhere, by its path and through a
link. That the rules beside it are used, and not those of the sources, shows when all but one of
them are deleted.
"""
import os
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def run(arguments, cwd):
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(arguments, cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def rule_ids(program, cwd):
    code, out = run([program, "rules", "list"], cwd)
    return code, [line.split()[0] for line in out.splitlines() if line.strip()]


def keep_one_topic_rule(rules):
    """Deletes every topic rule but the first in byte order."""
    paths = sorted(os.path.join(base, name) for base, _, names in os.walk(
        os.path.join(rules, "topics")) for name in names if name.endswith(".yml"))
    for path in paths[1:]:
        os.remove(path)


def checks(prefix):
    program = os.path.join(prefix, "bin", "atodds")
    rules = os.path.join(prefix, "share", "atodds", "rules")
    away = os.path.join(prefix, "away")
    os.mkdir(away)
    link = os.path.join(away, "linked")
    os.symlink(program, link)
    yield "the program runs", run([program, "version"], away)[0] == 0
    articles = os.path.join(TOP, "corpus")
    yield "it finds what articles disagree on", run([program, "report", articles], away)[0] == 1
    code, full = rule_ids(program, away)
    yield "it finds rules", code == 0 and len(full) > 1
    yield "it finds them through a link", rule_ids(link, away) == (0, full)
    keep_one_topic_rule(rules)
    code, few = rule_ids(program, away)
    yield "the rules beside it are those it uses", code == 0 and 0 < len(few) < len(full)
    shutil.rmtree(away)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as prefix:
        subprocess.run(["cmake", "--install", sys.argv[1], "--prefix", prefix],
                       stdout=subprocess.DEVNULL, check=True)
        for name, is_so in checks(prefix):
            passed += is_so
            failed += not is_so
            if not is_so:
                print(f"installed: not so: {name}")
    print(f"installed: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
