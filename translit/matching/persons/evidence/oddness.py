"""How odd a word is as a family name: how seldom its letters follow one another in names.

A slip of the keyboard mostly makes letters meet that don't in names, where two names a letter apart are both regular.
`tables/match/family_letters.tsv` (made by `translit.learn.families`) counts which sound follows which two in the
readings of family names; the chance of one after two others is interpolated with those after one and after none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log
from typing import NamedTuple

from translit.data import table_rows
from translit.memo import memoized

START, END = "^", "$"
AFTER_TWO, AFTER_ONE, AFTER_NONE = 8.0, 5.0, 0.5  # sightings that the shorter context counts for; set by hand


class Oddness(NamedTuple):
    """By how much one word is odder than another, in nats, and how odd the odder of the two is, in nats a letter."""

    apart: float
    most: float


def grams(reading: str) -> list[str]:
    """Each sound of a reading with the two before it.

    >>> grams("an")
    ['^^a', '^an', 'an$']
    """
    marked = START * 2 + reading + END
    return [marked[place : place + 3] for place in range(len(reading) + 1)]


class Letters:
    """The chance of a sound after two others, from how often each run of three was seen."""

    def __init__(self, counts: Counter[str]) -> None:
        self._three = counts
        self._two: Counter[str] = Counter()  # the last two of three
        self._one: Counter[str] = Counter()
        self._before: Counter[str] = Counter()  # the first two of three
        self._middle: Counter[str] = Counter()
        for gram, count in counts.items():
            self._two[gram[1:]] += count
            self._one[gram[2]] += count
            self._before[gram[:2]] += count
            self._middle[gram[1]] += count
        self._all = sum(counts.values())
        self._kinds = max(len(self._one), 1)

    def step(self, gram: str) -> float:
        """The logarithm of the chance of the last sound of three after the others.

        >>> seen = Letters(Counter({"^^a": 3, "^an": 3, "an$": 3}))
        >>> seen.step("^an") > seen.step("^aa")
        True
        """
        alone = (self._one[gram[2]] + AFTER_NONE) / (self._all + AFTER_NONE * self._kinds)
        after_one = (self._two[gram[1:]] + AFTER_ONE * alone) / (self._middle[gram[1]] + AFTER_ONE)
        return log((self._three[gram] + AFTER_TWO * after_one) / (self._before[gram[:2]] + AFTER_TWO))


@cache
def family_letters() -> Letters:
    """Those of `tables/match/family_letters.tsv`: a line for each two sounds, with those that follow and how often."""
    counts: Counter[str] = Counter()
    for before, *after in table_rows("match", "family_letters.tsv"):
        counts.update({before + field[0]: int(field[1:]) for field in after})
    return Letters(counts)


@memoized
def _steps(readings: Sequence[str]) -> list[tuple[float, float]]:
    """The logarithm of the chance of each reading, in all and a letter."""
    letters = family_letters()
    sums = [sum(map(letters.step, grams(reading))) for reading in readings]
    return [(total, total / (len(reading) + 1)) for total, reading in zip(sums, readings, strict=True)]


def oddness(one: str, other: str) -> Oddness:
    """How odd two likeliest readings are as family names, in nats.

    >>> slip, names = oddness("petrov", "petrvo"), oddness("petrov", "pestrov")
    >>> slip.apart > names.apart and slip.most > names.most
    True
    """
    (whole, mean), (also, mean_also) = _steps(one), _steps(other)
    return Oddness(abs(whole - also), -min(mean, mean_also))
