"""How probable a hit is: a logistic curve over how strong its best mention is, and how many mentions there are.

A given name beside a family name tells more than one word of the name does, and a word of an organization less, so each
shape of a query has a curve of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from translit.arrays import Float64s, Int64s
from translit.corpus.equivalents import Unit

LARGEST = 30.0  # log odds


class Shape(IntEnum):
    """What a query is made of: a given name and more, one word, or several words without a given name."""

    PERSON = 0
    WORD = 1
    WORDS = 2


# Learned by benchmarks/search_probability.py from the hits of 1,768 names in 995 news texts of four topics in six
# languages (SlavicNER): log odds at strength 0, what strength 1 adds, and what each doubling of the mentions adds. With
# the topic left out, Brier scores .047, .169, .044 (the strength itself: .072, .204, .118).
CURVES = ((-5.29, 8.62, 0.35), (-7.51, 9.88, 0.19), (-5.91, 8.03, -0.55))


def shape_of(units: Sequence[Unit]) -> Shape:
    """What a query of these units is made of."""
    if len(units) == 1:
        return Shape.WORD
    return Shape.PERSON if any(unit.given for unit in units) else Shape.WORDS


def features_of(strengths: Float64s, counts: Int64s) -> Float64s:
    """The features of hits, a row each.

    >>> features_of(np.array([0.5]), np.array([3])).tolist()
    [[1.0, 0.5, 2.0]]
    """
    return np.stack([np.ones(len(strengths)), strengths, np.log2(1 + counts)], axis=1)


def chances(units: Sequence[Unit], strengths: Float64s, counts: Int64s) -> Float64s:
    """The probability of hits whose best mentions are so strong, and which have so many mentions."""
    odds = features_of(strengths, counts) @ np.array(CURVES[shape_of(units)])
    found: Float64s = 1 / (1 + np.exp(-np.clip(odds, -LARGEST, LARGEST)))
    return found
