"""Slips of the keyboard: how many names with one slip are still taken for the name, and how many near misses are too.

    python benchmarks/slips.py names_uk_ru.tsv.gz [--names 1000]

Names of one given name and one family name are drawn from a list (entity_id, lang, name; ids name the kind of name).
A slip turns two letters, or writes one other, one less or one more, in one of the words; the other stays. Near misses
are two known family names one letter apart, with one given name; the same family name as a man and as a woman bears
it (Рыжков, Рыжкова) is one, and left out. Two that differ in ы and и, in ь or in a doubled letter (Козицын, Козицин)
are mostly one person's name in lists; what is kept apart is told with and without them. rapidfuzz's ratio and
Jaro-Winkler are held against both at the threshold where they let through as many near misses as we do.
"""

from __future__ import annotations

import argparse
import random
from itertools import groupby
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler, Levenshtein

import translit
from translit.learn.material import rows

LETTERS = "абвгдежзийклмнопрстуфхцчшыьэюя"
KINDS = ("transposition", "substitution", "deletion", "insertion")
SHORTEST = 5  # letters of a word that slips


def drawn(path: Path, count: int, generator: random.Random) -> tuple[list[str], list[tuple[str, str]]]:
    """Full names, and pairs of full names whose family names are a letter apart."""
    found: dict[str, set[str]] = {"first": set(), "last": set()}
    for entity, language, name in rows(path):
        kind = entity.split(":")[1]
        if language == "ru" and kind in found and len(name) >= SHORTEST and name.isalpha():
            found[kind].add(name)
    first, last = sorted(found["first"]), sorted(found["last"])
    names = [f"{generator.choice(first)} {generator.choice(last)}" for _ in range(count)]
    some = generator.sample(last, min(count, len(last)))
    apart = process.cdist(some, last, scorer=Levenshtein.distance, score_cutoff=1, dtype=np.uint8)
    near = []
    for row, name in enumerate(some):
        others = [last[column] for column in np.flatnonzero(apart[row] == 1).tolist()]
        others = [other for other in others if name not in (f"{other}а", other.removesuffix("а"))]
        if others:
            given = generator.choice(first)
            near.append((f"{given} {name}", f"{given} {generator.choice(others)}"))
    return names, near


def written_alike(one: str, other: str) -> bool:
    """Whether two names differ in nothing but ы and и, ь, or a doubled letter."""
    plain = [name.replace("ы", "и").replace("ь", "") for name in (one, other)]
    once = ["".join(letter for letter, _ in groupby(name)) for name in plain]
    return once[0] == once[1]


def slipped(name: str, kind: str, generator: random.Random) -> str:
    """A name with one slip of a kind in one of its words."""
    words = name.split(" ")
    number = generator.randrange(len(words))
    word, at = words[number], generator.randrange(1, len(words[number]) - 1)
    other = generator.choice([letter for letter in LETTERS if letter not in word[at - 1 : at + 2]])
    words[number] = {
        "transposition": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "substitution": word[:at] + other + word[at + 1 :],
        "deletion": word[:at] + word[at + 1 :],
        "insertion": word[:at] + other + word[at:],
    }[kind]
    return " ".join(words)


def main() -> None:
    """Print shares by kind of slip, and of near misses, for each scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--names", type=int, default=1000)
    options = parser.parse_args()
    generator = random.Random(11)
    names, near = drawn(options.file, options.names, generator)
    slips = {kind: [(name, slipped(name, kind, generator)) for name in names] for kind in KINDS}
    scorers = {
        "translit": translit.compare_many,
        "rapidfuzz ratio": lambda pairs: np.array([fuzz.ratio(a, b) / 100 for a, b in pairs]),
        "Jaro-Winkler": lambda pairs: np.array([JaroWinkler.similarity(a, b) for a, b in pairs]),
    }
    others = np.array([not written_alike(*pair) for pair in near])
    threshold, kept = 0.5, 0.0
    for label, scorer in scorers.items():
        apart = scorer(near)
        if label == "translit":
            kept = float((apart < threshold).mean())
        else:
            threshold = float(np.quantile(apart, kept))
        shares = {kind: float((scorer(pairs) >= threshold).mean()) for kind, pairs in slips.items()}
        said = " ".join(f"{kind}={share:.3f}" for kind, share in shares.items())
        mean = sum(shares.values()) / len(shares)
        near_kept = float((apart < threshold).mean())
        others_kept = float((apart[others] < threshold).mean())
        print(f"{label:16} at {threshold:.3f}: {said} mean={mean:.3f}", end=" ")
        print(f"near misses kept apart={near_kept:.3f}, of those that aren't written alike={others_kept:.3f}")


if __name__ == "__main__":
    main()
