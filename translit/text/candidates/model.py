"""The probability of each candidate, from its features: a logistic model, weighed by `tables/match/mentions.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from translit.arrays import Float32s, Float64s
from translit.data import folder
from translit.matching.logistic import Column, Form, Logistic, read
from translit.text.candidates.features import ALONE, NAMES, NUMBER


def _plain(name: str) -> Column:
    return lambda value: value(name)


def _product(one: str, other: str) -> Column:
    return lambda value: value(one) * value(other)


PRODUCTS = [
    ("family alone", "anchored"), ("family alone", "other anchored"), ("family alone", "given name before"),
    ("family alone", "capital before"), ("family alone", "capital after"), ("family alone", "anchored by stranger"),
    ("given alone", "anchored"), ("person", "full"), ("person", "several"), ("place", "several"),
    ("organization", "several"), ("person", "worst"), ("place", "worst"), ("organization", "worst"),
    ("person", "far"), ("place", "far"), ("organization", "far"), ("several", "worst"), ("short", "worst"),
    ("place", "inside"), ("organization", "inside"), ("person", "inside"), ("place", "share"),
    ("organization", "share"), ("place", "capital after"), ("organization", "capital after"),
    ("place", "capital before"), ("organization", "capital before"), ("person", "capital after"),
    ("sentence start", "lower in text"), ("sentence start", "worst"), ("place", "anchored"), ("person", "anchored"),
    ("person", "person cue"), ("place", "place cue"), ("organization", "organization cue"), ("place", "person cue"),
    ("organization", "person cue"), ("person", "given name"), ("place", "given name"), ("organization", "given name"),
    ("often", "full"), ("place", "short"),
    ("organization", "short"), ("person", "short"), ("person", "wide word"), ("disagree", "far"),
    ("organization", "acronym"), ("partial thing", "kind alone"), ("partial thing", "anchored"),
    ("place", "given name before"), ("organization", "given name before"), ("unlikely base", "worst"),
    ("place", "derived"), ("place", "adjective"), ("organization", "derived"), ("sentence start", "adjective"),
    ("prominence", "rivals"), ("given alone", "capital after"), ("given alone", "sentence start"),
    ("support", "rivals"), ("main", "rivals"), ("support", "organization"), ("support", "person"),
    ("main", "organization"),
    ("behind", "rivals"), ("behind", "organization"), ("behind", "person"), ("rivals", "person"),
    ("rivals", "organization"),
    ("place", "lower in text"), ("organization", "lower in text"), ("person", "lower in text"),
    ("capitals", "exact"), ("capitals", "worst"), ("listed given", "exact"),
    ("quoted", "organization"), ("quoted", "place"),
    ("exact", "exact in text"), ("in script", "exact in text"),
]  # fmt: skip
SQUARES = [("worst", "worst")]
AGREEING = 1.0  # weight of initials that agree; set by hand: the texts that were learned from have hardly any
# What the texts that were learned from show too seldom, or have several entities for. The first is as a fit of all
# weights gives it; the second is set by hand, so that the figures don't fall (docs/learning.md).
DISTINCTIVE, RESOLVED = 1.32, 1.2
CLUB = 1.5  # of a club in a text about sport; set by hand: the texts that were learned from have none
RAMP = 2.0  # so that the whole is added from a logit of a half on
FORM = Form(
    NAMES,
    {name: _plain(name) for name in NAMES}
    | {f"{one}²": _product(one, other) for one, other in SQUARES}
    | {f"{one} × {other}": _product(one, other) for one, other in PRODUCTS},
    frozenset(),
    30.0,
)


@cache
def model(path: Path | None = None) -> Logistic:
    """The project's model of mentions."""
    return read(path or folder("tables") / "match" / "mentions.toml", FORM)


class Split:
    """The model in two parts: what it says of a row of the store, worked out once, and of its place.

    The logit of a candidate is that of its row, and for each feature of the place its value times the row's slope;
    `pairs` are the weights of products of two features of the place.
    """

    def __init__(self, whole: Logistic) -> None:
        weights = dict(zip(FORM.columns, whole.weights.tolist(), strict=True))
        count, placed = len(ALONE), len(NAMES) - len(ALONE)
        plain = np.array([weights[name] for name in NAMES])
        plain[NUMBER["initials"]] = AGREEING
        plain[NUMBER["distinctive"]], plain[NUMBER["resolved"]], plain[NUMBER["club"]] = DISTINCTIVE, RESOLVED, CLUB
        self.constant, self._own, self._placed = whole.constant, plain[:count], plain[count:]
        self._squares, self._slopes = np.zeros((count, count)), np.zeros((count, placed))
        self.pairs: list[tuple[int, int, float]] = []
        named = [(*pair, f"{pair[0]}²") for pair in SQUARES] + [(*pair, " × ".join(pair)) for pair in PRODUCTS]
        for one, other, name in named:
            low, high = sorted((NUMBER[one], NUMBER[other]))
            if high < count:
                self._squares[low, high] += weights[name]
            elif low < count:
                self._slopes[low, high - count] += weights[name]
            else:
                self.pairs.append((low - count, high - count, weights[name]))

    def rows(self, alone: Float32s) -> tuple[Float64s, Float64s]:
        """The logit and the slopes of rows, from their features [rows, ALONE]."""
        own = alone.astype(np.float64)
        logits = self.constant + own @ self._own + ((own @ self._squares) * own).sum(axis=1)
        return logits, self._placed + own @ self._slopes

    def probabilities(self, logits: Float64s, slopes: Float64s, placed: Float32s) -> Float64s:
        """The probability of each candidate, from what is said of its row and the features of its place."""
        logits = logits + np.einsum("ij,ij->i", slopes, placed)
        for one, other, weight in self.pairs:
            logits += weight * placed[:, one] * placed[:, other]
        return np.round(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), 6)


def in_short_list(chances: Float64s, more: float) -> Float64s:
    """Probabilities above a half with so much more added to their logits, so that none passes the half.

    >>> in_short_list(np.array([0.3, 0.5, 0.7, 0.9]), 1.0).round(2).tolist()
    [0.3, 0.5, 0.86, 0.96]
    """
    if not more:
        return chances
    logits = np.log(np.maximum(chances, 0.5) / np.maximum(1 - np.maximum(chances, 0.5), 1e-6))
    added = more * np.minimum(1.0, RAMP * logits)
    return np.where(chances > 0.5, np.round(1 / (1 + np.exp(-logits - added)), 6), chances)


@cache
def split_model() -> Split:
    """The project's model in two parts."""
    return Split(model())
