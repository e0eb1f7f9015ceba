#!/usr/bin/env python3
"""audit_plants PROGRAM CORPUS [MOST]: does each planted conflict show where its story stands alone?

CORPUS is what atodds_corpus wrote. Reports on the articles of each plant by themselves and prints,
for each fact of stories.txt, how many of its plants were found. A way of stating a fact whose
conflicts the program cannot see even so is no measure of an index: mend or drop it there.
"""
import collections
import glob
import json
import os
import subprocess
import sys
import tempfile

import plants as scoring


def rows_by_id(folder, wanted):
    rows = {}
    for path in [*sorted(glob.glob(os.path.join(folder, "articles", "*.jsonl"))),
                 os.path.join(folder, "extra.jsonl")]:
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                if row["id"] in wanted:
                    rows[row["id"]] = line
    return rows


def findings_of(program, lines, options=("--no-config",)):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        out = subprocess.run([program, "report", file.name, "--format", "jsonl", "--threads", "1",
                              "--fail-on", "never", *options], check=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def ids_of(plant):
    return [place["article"] for side in plant["sides"] for place in side]


def main():
    if len(sys.argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    most = int(sys.argv[3]) if len(sys.argv) == 4 else None
    all_plants = scoring.read_lines(os.path.join(folder, "plants.jsonl"))[:most]
    rows = rows_by_id(folder, {i for plant in all_plants for i in ids_of(plant)})
    seen, found, others = collections.Counter(), collections.Counter(), 0
    for plant in all_plants:
        findings = findings_of(program, [rows[i] for i in ids_of(plant)])
        score = scoring.Score(findings, [plant])
        seen[plant["fact"]] += 1
        found[plant["fact"]] += len(score.found)
        others += len(score.others)
        for other in score.others:
            print("other:", other["fact"], [side["value"] for side in other["sides"]], ids_of(plant))
        if score.missed():
            print("missed:", json.dumps(plant), [(f["level"], f["verdict"], f["fact"],
                                                  [s["value"] for s in f["sides"]]) for f in findings])
    for fact in sorted(seen):
        print(f"{found[fact]:4} of {seen[fact]:4}  {fact}")
    print(f"{sum(found.values())} of {sum(seen.values())} planted conflicts found; "
          f"{others} other disagreements")
    return 0 if found == seen else 1


if __name__ == "__main__":
    sys.exit(main())
