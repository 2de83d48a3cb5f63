"""A letter model from words: n-grams with weights, joined by Witten–Bell interpolation, then pruned.

What is kept is a back-off model: for a context the letters whose probability the shorter context gets wrong, and a
weight for all other letters. A letter stays if without it the words it was counted in would be less likely by more
than a threshold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import exp, log

from translit.writing.letter_model import END, LETTERS, ORDER, START, LetterModel, Letters

Counts = Mapping[str, Mapping[str, float]]  # context → letter → sightings
LEAST = 1e-6


def count(weighted: Iterable[tuple[str, float]]) -> Counts:
    """Context → letter → sightings in words with their weights, for contexts of none to ORDER - 1 letters.

    >>> count([("дом", 1.0), ("да", 0.5)])["д"]
    {'о': 1.0, 'а': 0.5}
    """
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for word, weight in weighted:
        marked = START * (ORDER - 1) + word + END
        for index in range(ORDER - 1, len(marked)):
            letter = marked[index]
            for start in range(index - ORDER + 1, index + 1):
                letters = found[marked[start:index]]
                letters[letter] = letters.get(letter, 0.0) + weight
    return found


def interpolated(counts: Counts) -> dict[str, dict[str, float]]:
    """Context → letter → probability. The more kinds of letters follow, the more weight the shorter context has.

    >>> interpolated(count([("да", 1.0)]))["д"]["а"] > interpolated(count([("да", 1.0)]))[""]["а"]
    True
    """
    chances: dict[str, dict[str, float]] = {}
    for context in sorted(counts, key=len):
        seen = counts[context]
        kinds = sum(min(sightings, 1.0) for sightings in seen.values())
        whole = sum(seen.values()) + kinds
        shorter = chances.get(context[1:], {}) if context else {}
        chances[context] = {
            letter: (sightings + kinds * shorter.get(letter, 1 / LETTERS)) / whole for letter, sightings in seen.items()
        }
    return chances


def pruned(counts: Counts, threshold: float) -> dict[str, Letters]:
    """The back-off model, without the letters that change the likelihood of the words by less than `threshold`."""
    chances = interpolated(counts)
    kept: dict[str, Letters] = {}
    shorter = LetterModel(kept)
    for context in sorted(chances, key=lambda context: (len(context), context)):
        backed = {letter: shorter.look_up(context[1:], letter) if context else 0.0 for letter in chances[context]}
        letters = {
            letter: chance
            for letter, chance in sorted(chances[context].items())
            if not context or counts[context][letter] * abs(log(chance) - backed[letter]) > threshold
        }
        if letters:
            others = max(1 - sum(letters.values()), LEAST)
            before = max(1 - sum(exp(backed[letter]) for letter in letters), LEAST) if context else 1.0
            kept[context] = Letters(log(others / before), {letter: log(chance) for letter, chance in letters.items()})
    return kept
