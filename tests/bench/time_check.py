#!/usr/bin/env python3
"""time_check PROGRAM: what a start and one `atodds check` cost as whole processes, in milliseconds.

Three processes, in turns so that a busy spell hits all of them, beside two yardsticks: `true`, which
is what a process costs at all, and `atodds version`, which only loads the program.

  check      one article of corpus/ against an index of corpus/, with all rules that ship
  start      the facts of one short sentence with 200 rules: those that ship and copies of them under
             other names, with all lexicons
  start, 74  the same with the rules that ship

Prints least and median of wall-clock time and the least CPU time of each; asserts nothing.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS = 30
RULES = 200
ARTICLE = os.path.join("corpus", "nvidia-h20", "2025-08-13-asia-ledger.md")
SENTENCE = b"The harbour office counted 40 boats on Monday.\n"


def copy_rules(folder):
    """The rules that ship, then copies of them until there are RULES. Returns how many ship."""
    shutil.copytree(os.path.join(TOP, "rules"), folder)
    shipped = []
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(place, name)
            if name.endswith(".yml"):
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                if text.startswith("rule: ") or "\nrule: " in text[:400]:
                    shipped.append((path, text))
    for i in range(RULES - len(shipped)):
        path, text = shipped[i % len(shipped)]
        stem = f"{os.path.basename(path)[:-4]}-copy-{i // len(shipped)}"
        copy = re.sub(r"(?m)^rule: .*$", f"rule: {stem}", text, count=1)
        with open(os.path.join(os.path.dirname(path), stem + ".yml"), "w",
                  encoding="utf-8") as file:
            file.write(copy)
    return len(shipped)


def run_once(command, text):
    """Wall-clock and CPU milliseconds of one process; it must end as a sound run ends."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    process.stdin.write(text)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - begin) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return wall, (usage.ru_utime + usage.ru_stime) * 1000


def measure(rows):
    times = {name: [] for name, _, _ in rows}
    for _ in range(ROUNDS):
        for name, command, text in rows:
            times[name].append(run_once(command, text))
    print(f"{'whole process, ms':<44}{'least':>8}{'median':>8}{'CPU':>8}")
    for name, samples in times.items():
        wall = [one for one, _ in samples]
        cpu = [one for _, one in samples]
        print(f"{name:<44}{min(wall):8.1f}{statistics.median(wall):8.1f}{min(cpu):8.1f}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        many = os.path.join(folder, "rules")
        shipped = copy_rules(many)
        subprocess.run([program, "index", "corpus", "--rules", "rules", "--index", index], cwd=TOP,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check = [program, "check", ARTICLE, "--index", index, "--rules", "rules", "--no-config"]
        facts = [program, "facts", "-", "--rules"]
        measure([
            ("true", ["true"], b""),
            ("atodds version", [program, "version"], b""),
            (f"start, {shipped} rules", facts + ["rules"], SENTENCE),
            (f"start, {RULES} rules", facts + [many], SENTENCE),
            ("check of one article", check, b""),
        ])
    return 0


if __name__ == "__main__":
    sys.exit(main())
