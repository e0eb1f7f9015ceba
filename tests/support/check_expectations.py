#!/usr/bin/env python3
"""Holds a report on corpus/ against what is planted there.

usage: check_expectations.py PROGRAM [--open] [CORPUS...]

Every folder of corpus/ with an expectations.json is one corpus. Its `conflicts` are found where a
finding with verdict disagree, certainty or wording (or the one that the entry names; an entry with
update_possible may come out as an update) has, on two sides that clash, facts that overlap the two
quotes. A fact counts with its whole statement here. Its `traps` hold where no finding with verdict
disagree at level error or warning has that; only the words of the value count, so that another
fact of the same sentence is not blamed. With --open the program runs without declared rules, only
the shares are printed, and the exit code is 0: the open tier is measured, not gated.
The last line is "N passed, N failed"; exit code 1 where anything failed.
"""
import json
import os
import subprocess
import sys

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
FLAGGED = {"disagree", "certainty", "wording"}
LOUD = {"error", "warning"}
TIMEOUT_SECONDS = 120


class Corpus:
    """One report and the places of the quotes in its articles."""

    def __init__(self, program, name, tiers):
        self.folder = os.path.join(TOP, "corpus", name)
        command = [program, "report", os.path.join("corpus", name), "--rules", "rules",
                   "--format", "json", "--fail-on", "never", "--tiers", tiers]
        done = subprocess.run(command, cwd=TOP, capture_output=True, timeout=TIMEOUT_SECONDS,
                              check=False)
        if done.returncode != 0:
            sys.exit(f"{name}: exit code {done.returncode}\n{done.stderr.decode()}")
        report = json.loads(done.stdout)
        files = {a["id"]: os.path.basename(a["path"]) for a in report["articles"]}
        self.facts = {f["id"]: (files[f["article"]], f["start"], f["end"],
                                f["statement"]["start"], f["statement"]["end"])
                      for f in report["facts"]}
        self.findings = report["findings"]

    def place(self, side):
        """File, first byte and the byte behind the last of a quote."""
        with open(os.path.join(self.folder, side["file"]), "rb") as file:
            text = file.read()
        quote = side["quote"].encode()
        if text.count(quote) != 1:
            sys.exit(f"{self.folder}/{side['file']}: quoted {text.count(quote)} times, "
                     f"expected once: {side['quote']}")
        start = text.index(quote)
        return side["file"], start, start + len(quote)

    def sides_on(self, finding, place, by_statement):
        file, start, end = place
        found = set()
        for index, side in enumerate(finding["sides"]):
            for fact in side["facts"]:
                of, value, value_end, statement, statement_end = self.facts[fact]
                low, high = (statement, statement_end) if by_statement else (value, value_end)
                if of == file and low < end and start < high:
                    found.add(index)
        return found

    def hits(self, entry, by_statement):
        """The findings that put the two quotes of an entry on sides that clash."""
        first, second = self.place(entry["a"]), self.place(entry["b"])
        for finding in self.findings:
            clashes = {frozenset(pair) for pair in finding["conflicts"]}
            left = self.sides_on(finding, first, by_statement)
            right = self.sides_on(finding, second, by_statement)
            if any(frozenset((i, j)) in clashes for i in left for j in right if i != j):
                yield finding

    def problem(self, entry, is_trap):
        """Empty where the expectation holds, else what was seen instead."""
        if is_trap:
            bad = [f for f in self.hits(entry, False)
                   if f["verdict"] == "disagree" and f["level"] in LOUD]
            return ", ".join(f"{f['level']} of {f['rule']}" for f in bad)
        wanted = {entry["verdict"]} if "verdict" in entry else set(FLAGGED)
        wanted |= {"update"} if entry.get("update_possible") else set()
        seen = [f for f in self.hits(entry, True)]
        if any(f["verdict"] in wanted for f in seen):
            return ""
        return "not found" + "".join(f", but {f['verdict']} of {f['rule']}" for f in seen)


def check(corpus, expectations):
    """Prints a row for each entry; how many passed and failed among conflicts and traps."""
    counts = {}
    for title, is_trap in (("conflicts", False), ("traps", True)):
        passed = failed = 0
        for entry in expectations[title]:
            problem = corpus.problem(entry, is_trap)
            passed, failed = passed + (not problem), failed + bool(problem)
            mark = "FAILED" if problem else "ok"
            kind = "trap" if is_trap else "conflict"
            print(f"  {mark:6}  {kind:8}  {entry['what']}" + (f": {problem}" if problem else ""))
        counts[title] = (passed, failed)
    return counts


def main():
    arguments = [a for a in sys.argv[1:] if a != "--open"]
    if not arguments:
        sys.exit(__doc__)
    is_open = "--open" in sys.argv
    program = os.path.abspath(arguments[0])
    names = arguments[1:] or sorted(
        n for n in os.listdir(os.path.join(TOP, "corpus"))
        if os.path.exists(os.path.join(TOP, "corpus", n, "expectations.json")))
    passed = failed = 0
    for name in names:
        path = os.path.join(TOP, "corpus", name, "expectations.json")
        with open(path, encoding="utf-8") as file:
            expectations = json.load(file)
        print(name + (", open facts only" if is_open else ""))
        corpus = Corpus(program, name, "open" if is_open else "both")
        counts = check(corpus, expectations)
        found, missed = counts["conflicts"]
        quiet, loud = counts["traps"]
        print(f"  conflicts found: {found} of {found + missed}; traps flagged: {loud} of "
              f"{quiet + loud}")
        passed, failed = passed + found + quiet, failed + missed + loud
    if is_open:
        return 0
    print(f"expectations: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
