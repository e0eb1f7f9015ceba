#!/usr/bin/env python3
"""Hands on the rows whose "id" stands in a list: rows_of_ids.py IDS < ROWS.jsonl

IDS holds an id a line, as clashing_articles.awk prints them.
"""
import json
import re
import sys


def plain(field):
    """An id as it is, from the form of facts.run."""
    return re.sub(r"\\(\\|x[0-9A-F]{2})",
                  lambda m: "\\" if m[1] == "\\" else chr(int(m[1][1:], 16)), field)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        ids = {plain(line.rstrip("\n")) for line in file}
    for row in sys.stdin:
        if row.strip() and str(json.loads(row).get("id")) in ids:
            sys.stdout.write(row)


if __name__ == "__main__":
    main()
