"""Articles for check_crash.py, made from a seed: harbours, barges and bridges that do not exist.

The same number and version give the same bytes on every machine. A newer version of an article
states other numbers, so that its facts can be told from those of the older one.
"""
import json
import os
import random

TOWNS = ("Tarn Quay", "Morrow Head", "Eastlock", "Pellwick", "Stonemere", "Gullhaven")
PEOPLE = ("Ida Marsh", "Owen Tolliver", "Greta Lund", "Amos Fairley", "Nell Harkness")
SENTENCES = (
    "The harbour board of {town} counted {count} barges in {month}.",
    "{person} said on Monday that the lock at {town} would stay shut for {days} days.",
    "Repairs of the {town} bridge cost {money} million pounds, the council said.",
    "According to {person}, {count} skippers of {town} have asked for a refund.",
    "About {percent} percent of the boats in {town} carry timber.",
    "{person} denied that {town} had ordered {count} new buoys.",
    "\"We shall open the quay before {month},\" {person} said in {town}.",
    "The ferry from {town} was {days} days late, and nobody was hurt.",
)
MONTHS = ("March", "April", "May", "June", "September", "October")


def article(number, version=0):
    """One row of JSON lines. `version` 0 is the oldest."""
    dice = random.Random(f"{number}/{version}")
    sentences = []
    for _ in range(5):
        sentences.append(dice.choice(SENTENCES).format(
            town=dice.choice(TOWNS), person=dice.choice(PEOPLE), month=dice.choice(MONTHS),
            count=dice.randint(20, 900), days=dice.randint(2, 40), percent=dice.randint(5, 90),
            money=f"{dice.randint(1, 40)}.{dice.randint(0, 9)}"))
    return {"id": f"quay-{number:05d}", "source": f"Paper {number % 7}", "url": "",
            "date": f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "title": f"Notes from the quay, number {number}", "text": " ".join(sentences)}


def write(path, rows):
    """`rows`: number -> version. Fifty numbers share a file."""
    os.makedirs(path)
    for first in range(0, max(rows) + 1, 50):
        name = os.path.join(path, f"part-{first:05d}.jsonl")
        with open(name, "w", encoding="utf-8") as file:
            for number in range(first, first + 50):
                if number in rows:
                    file.write(json.dumps(article(number, rows[number])) + "\n")


def oldest(count):
    return {number: 0 for number in range(count)}


def updated(count):
    """What a later input holds: a third changed, a seventh gone, some new ones."""
    rows = {n: int(n % 3 == 0) for n in range(count) if n % 7 != 5}
    rows.update({n: 0 for n in range(count, count + count // 5)})
    return rows
