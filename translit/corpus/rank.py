"""Which documents name what was asked for: mentions, put together from words that stand near each other.

A mention is as strong as the words of the name that agree there, each weighed by how rare it is in the corpus. A
document is as good as its best mention, and a little better for each further one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translit.arrays import Bools, Float64s, Int64s
from translit.corpus.asked import Spots, nearest
from translit.corpus.chance import chances
from translit.corpus.equivalents import Unit
from translit.corpus.likeness import FAR
from translit.corpus.postings import BESIDE_GIVEN, PLACE_BITS

WINDOW = 3  # words of one name stand within so many words of each other
# Set by hand and little changed by other values (persons' MAP moves by less than .005):
GIVEN_WEIGHT, GENERIC_WEIGHT = 0.7, 0.7  # of a given name, and of a word such as ministry, beside others
FADES = 0.6  # distance at which a word agrees no more
AWAY = 0.05  # what each word in between takes
OTHER_GIVEN = 0.7  # what is left of a family name that stands beside another given name
FURTHER = 0.02  # weight of further mentions


@dataclass(frozen=True)
class Mentions:
    """Mentions of a name: their places, their strengths in [0, 1], and what each unit's spots are."""

    codes: Int64s
    strengths: Float64s
    spots: tuple[Spots, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Ranked:
    """Documents in order of their numbers: the score of each, its probability and how many mentions it has."""

    numbers: Int64s
    scores: Float64s
    probabilities: Float64s
    counts: Int64s


def mentions_of(units: Sequence[Unit], spots: Sequence[Spots], total: int) -> Mentions:
    """The mentions in a corpus of so many documents."""
    every = np.concatenate([some.codes for some in spots]) if spots else np.empty(0, dtype=np.int64)
    anchors = _distinct(np.sort(every, kind="stable"))  # which is quicker than np.unique: they are in runs
    if not len(anchors):
        return Mentions(anchors, np.empty(0), tuple(spots), tuple(units))
    weights = np.array([_weight(unit, some, total, len(units)) for unit, some in zip(units, spots, strict=True)])
    agreement = np.zeros((len(units), len(anchors)))
    for row, some in zip(agreement, spots, strict=True):
        far, away = nearest(anchors, some, WINDOW)
        row[:] = np.where(far < FAR, (1 - far / FADES) * (1 - AWAY * away), 0.0)
    strengths = (weights[:, None] * agreement).sum(axis=0) / weights.sum()
    given = [row for row, unit in enumerate(units) if unit.given]
    if given and len(units) > len(given):
        others = [some for unit, some in zip(units, spots, strict=True) if not unit.given]
        strengths[_beside_given(anchors, others) & (agreement[given].max(axis=0) == 0)] *= OTHER_GIVEN
    return Mentions(anchors, np.maximum(strengths, 0.0), tuple(spots), tuple(units))


def _distinct(values: Int64s) -> Int64s:
    """Each of some sorted numbers once."""
    found: Int64s = values[np.diff(values, prepend=-1) != 0]
    return found


def _weight(unit: Unit, spots: Spots, total: int, count: int) -> float:
    documents = len(_distinct(spots.codes >> PLACE_BITS))
    rarity = float(np.log(1 + total / (documents + 0.5)))
    if count == 1:
        return rarity
    return rarity * (GIVEN_WEIGHT if unit.given else GENERIC_WEIGHT if unit.generic else 1.0)


def _beside_given(anchors: Int64s, others: Sequence[Spots]) -> Bools:
    """Which places have a family name that stands beside some given name."""
    found = np.zeros(len(anchors), dtype=np.bool_)
    for spots in others:
        some = spots.codes[spots.marks == BESIDE_GIVEN]
        found |= np.isin(anchors, some, assume_unique=True)
    return found


def best_of(mentions: Mentions) -> tuple[Int64s, Float64s, Float64s, Int64s]:
    """The documents that have mentions: how strong the best is, all together, and how many are at least half."""
    every = mentions.codes >> PLACE_BITS
    first = np.flatnonzero(np.diff(every, prepend=-1))
    numbers = every[first]
    if not len(numbers):
        return numbers, np.empty(0), np.empty(0), numbers
    best = np.minimum(np.maximum.reduceat(mentions.strengths, first), 1.0)
    total = np.add.reduceat(mentions.strengths, first)
    return numbers, best, total, np.add.reduceat((mentions.strengths >= 0.5).astype(np.int64), first)


def ranked(mentions: Mentions) -> Ranked:
    """The documents that have mentions."""
    numbers, best, total, counts = best_of(mentions)
    return Ranked(numbers, best + FURTHER * np.log1p(total), chances(mentions.units, best, counts), counts)
