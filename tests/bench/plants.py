#!/usr/bin/env python3
"""plants FINDINGS.jsonl PLANTS.jsonl: which planted conflicts a report holds, and what else.

FINDINGS is what `atodds report --format jsonl` or `check` writes. A plant counts as found where a
finding of verdict "disagree", of level warning or error, has facts in planted sentences of both
sides. All other findings of that verdict and level are counted as false: the made texts agree
wherever nothing was planted.
"""
import collections
import json
import sys

SEEN_LEVELS = ("warning", "error")


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def sides_of(finding):
    """For each side the facts as (article, start, end)."""
    for side in finding["sides"]:
        yield [place_of(fact) for fact in side["facts"]]


def place_of(fact):
    """Article, start and end of a fact's id: "made-00000001#2428-2435:open/claim"."""
    article, _, rest = fact.rpartition("#")
    start, _, end = rest.partition(":")[0].partition("-")
    return article, int(start), int(end)


def is_in(facts, places):
    return any(article == place["article"] and start < place["end"] and end > place["start"]
               for article, start, end in facts for place in places)


def holds(finding, plant):
    so, odd = plant["sides"]
    sides = list(sides_of(finding))
    return any(is_in(one, so) and is_in(other, odd)
               for one in sides for other in sides if one is not other)


class Score:
    """Plants found, and findings that no plant explains."""

    def __init__(self, findings, plants):
        self.plants = plants
        self.found = set()
        self.others = []
        by_article = collections.defaultdict(list)
        for plant in plants:
            by_article[plant["sides"][1][0]["article"]].append(plant)
        for finding in findings:
            if finding["verdict"] == "disagree" and finding["level"] in SEEN_LEVELS:
                self.match(finding, by_article)

    def match(self, finding, by_article):
        articles = {place_of(fact)[0] for side in finding["sides"] for fact in side["facts"]}
        held = [plant for article in articles for plant in by_article.get(article, [])
                if holds(finding, plant)]
        self.found.update(plant["id"] for plant in held)
        if not held:
            self.others.append(finding)

    def missed(self):
        return [plant for plant in self.plants if plant["id"] not in self.found]


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    score = Score(read_lines(sys.argv[1]), read_lines(sys.argv[2]))
    print(f"{len(score.found)} of {len(score.plants)} planted conflicts found, "
          f"{len(score.others)} other disagreements")
    for plant in score.missed():
        print("missed:", json.dumps(plant))
    for finding in score.others:
        values = [side["value"] for side in finding["sides"]]
        print("other:", finding["level"], finding["rule"], finding["fact"], values)
    return 0 if not score.missed() else 1


if __name__ == "__main__":
    sys.exit(main())
