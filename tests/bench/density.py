#!/usr/bin/env python3
"""density PROGRAM FILE.jsonl...: how dense a collection of articles is, in facts and in words.

Prints for each file: articles, bytes an article, facts and values a kilobyte (what `atodds facts`
reads), kinds of facts, bytes and words a sentence, distinct word forms in the first 400,000 bytes,
how many distinct forms each doubling of the text multiplies by (Heaps), and the share of the
hundred most frequent words. Made text is held against real news with this; docs/benchmarks.md has
the figures. Reads at most the first 2 MB of a file.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

MOST_BYTES = 2_000_000
WORD_BYTES = 400_000
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
CLAIM_TYPES = ("polarity", "wording", "category", "entity", "level")


def first_rows(path):
    rows, size = [], 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            rows.append(row)
            size += len(text_of(row).encode())
            if size >= MOST_BYTES:
                break
    return rows, size


def text_of(row):
    return (row.get("title") or "") + "\n\n" + row["text"]


def facts_of(program, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([program, "facts", file.name, "--format", "jsonl", "--no-config"],
                             check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def forms(words):
    return len({word.lower() for word in words})


def words_within(texts, most):
    words, size = [], 0
    for text in texts:
        if size >= most:
            break
        size += len(text)
        words += WORD.findall(text)
    return words


def print_words(texts):
    words = words_within(texts, WORD_BYTES)
    half = words_within(texts, WORD_BYTES // 2)
    counts = collections.Counter(word.lower() for word in words)
    top = sum(count for _, count in counts.most_common(100))
    print(f"  distinct forms {forms(words)} in {len(words)} words; "
          f"x{forms(words) / forms(half):.2f} a doubling; "
          f"the commonest 100 are {100 * top / len(words):.0f} % of all; "
          f"once only {sum(c == 1 for c in counts.values()) / len(counts):.2f} of the forms")


def print_facts(facts, size):
    kinds = collections.Counter(fact["fact"] for fact in facts)
    values = [f for f in facts if f["type"] not in CLAIM_TYPES]
    spans = {(f["article"], f["statement"]["start"], f["statement"]["end"]) for f in facts}
    length = sum(end - start for _, start, end in spans) / max(1, len(spans))
    slots = sum(len(f["slots"]) for f in facts) / max(1, len(facts))
    print(f"  facts/KB {1000 * len(facts) / size:.2f}, values/KB {1000 * len(values) / size:.2f}, "
          f"slots a fact {slots:.1f}, statements with facts/KB {1000 * len(spans) / size:.2f}, "
          f"{length:.0f} characters each")
    print("  of 100 facts: " + ", ".join(f"{kind} {100 * count / len(facts):.1f}"
                                         for kind, count in kinds.most_common(16)))


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    for path in sys.argv[2:]:
        rows, size = first_rows(path)
        print(f"{os.path.basename(path)}: {len(rows)} articles, {size / len(rows):.0f} bytes each")
        print_facts(facts_of(os.path.abspath(sys.argv[1]), rows), size)
        print_words([text_of(row) for row in rows])
    return 0


if __name__ == "__main__":
    sys.exit(main())
