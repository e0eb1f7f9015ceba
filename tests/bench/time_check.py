#!/usr/bin/env python3
"""time_check PROGRAM: what one `atodds check` costs as a whole process, in milliseconds.

Indexes corpus/ into a temporary folder and checks one of its articles against it, warm, twenty
times; beside it `atodds version`, which only starts. Prints the least and the median; asserts
nothing.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS = 20
ARTICLE = os.path.join("corpus", "nvidia-h20", "2025-08-13-asia-ledger.md")


def milliseconds(command):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, cwd=TOP, check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return f"{min(times):.0f} least, {statistics.median(times):.0f} median"


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        subprocess.run([program, "index", "corpus", "--rules", "rules", "--index", index], cwd=TOP,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check = [program, "check", ARTICLE, "--index", index, "--rules", "rules", "--no-config"]
        print(f"{'check of one article, whole process, ms':<44}{milliseconds(check)}")
        print(f"{'only a start (version), ms':<44}{milliseconds([program, 'version'])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
