"""Logistic regression over columns that can be read one by one: what persons, places and organizations share.

Each column is a simple function of the features; the logit is their weighted sum, so that an explanation can add
up what each contributed. Columns that decide (an initial that contradicts) cap the rest where they speak against.
A form is either any functions by name (`Form`), or pieces of broken lines over single features (`Curves`), whose
weights keep a sign, so that the probability can only rise or only fall with a feature.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Float64s, Indices, Int8s
from translit.compiled import toml_of
from translit.errors import TableError

CHUNK = 1 << 13  # pairs whose columns are computed at once
MOST_LOGITS = 30.0  # beyond these the probability is 0 or 1
Column = Callable[[Callable[[str], Float64s]], NDArray[Any]]


@dataclass(frozen=True)
class Form:
    """The columns of a model by name, made of named features; which of them decide; the cap for the rest, in logits."""

    features: tuple[str, ...]
    columns: Mapping[str, Column]
    decisive: frozenset[str]
    cap: float

    @cached_property
    def decides(self) -> Bools:
        """Which columns decide, [columns]."""
        return np.array([name in self.decisive for name in self.columns])

    def design(self, features: Float32s) -> Float64s:
        """The columns, float64 [pairs, columns] or of one pair [columns], from features [pairs, features]."""
        by_name = dict(zip(self.features, np.ascontiguousarray(features.T, dtype=np.float64), strict=True))
        result = np.empty((*features.shape[:-1], len(self.columns)))
        for place, column in enumerate(self.columns.values()):
            result[..., place] = column(by_name.__getitem__)
        return result


class Piece(NamedTuple):
    """A piece of a broken line: how far a feature lies between two values, where another feature, the gate, is 1.

    With `sign` 1 its weight is never below 0, with -1 never above, with 0 any.
    """

    name: str
    feature: str
    low: float
    high: float
    sign: int
    gate: str = ""


def curve(subject: str, feature: str, cuts: Sequence[float], sign: int, gate: str = "") -> list[Piece]:
    """The pieces of a broken line over a feature, with a bend at each cut.

    >>> [piece.name for piece in curve("extra", "both", (0, 1, 4), -1)]
    ['extra.both:0', 'extra.both:1']
    """
    name = f"{subject}.{feature}" + (f"@{gate}" if gate else "")
    return [Piece(f"{name}:{low:g}", feature, low, high, sign, gate) for low, high in pairwise(cuts)]


@dataclass(frozen=True)
class Curves:
    """The pieces of a model; which of them decide, by name; the cap for the rest, in logits."""

    features: tuple[str, ...]
    pieces: tuple[Piece, ...]
    decisive: frozenset[str]
    cap: float

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(piece.name for piece in self.pieces)

    @cached_property
    def decides(self) -> Bools:
        """Which columns decide, [columns]."""
        return np.array([piece.name in self.decisive for piece in self.pieces])

    @cached_property
    def signs(self) -> Int8s:
        """The sign that the weight of each column keeps, [columns]."""
        return np.array([piece.sign for piece in self.pieces], dtype=np.int8)

    @cached_property
    def _arrays(self) -> tuple[Indices, Float32s, Float32s, Indices, Indices]:
        place = {name: number for number, name in enumerate(self.features)}
        low, high = (np.array([piece[side] for piece in self.pieces], dtype=np.float32) for side in (2, 3))
        gated = np.flatnonzero([piece.gate != "" for piece in self.pieces])
        gates = np.array([place[self.pieces[column].gate] for column in gated.tolist()], dtype=np.intp)
        return np.array([place[piece.feature] for piece in self.pieces]), low, high - low, gated, gates

    def design(self, features: Float32s) -> Float32s:
        """The columns, float32 [pairs, columns] or of one pair [columns], from features [pairs, features]."""
        of, low, width, gated, gates = self._arrays
        result = features.take(of, axis=-1)
        result -= low
        np.maximum(result, 0.0, out=result)
        np.minimum(result, width, out=result)
        result[..., gated] *= features.take(gates, axis=-1)
        return result

    def without(self, weights: Float64s) -> tuple[Curves, Float64s]:
        """The same without the pieces that have no weight, and the weights of the others."""
        some = np.flatnonzero(weights)
        return replace(self, pieces=tuple(self.pieces[column] for column in some.tolist())), weights[some]


@dataclass(frozen=True)
class Logistic:
    """A model: weights of the columns of its form and a constant, in logits."""

    form: Form | Curves
    weights: Float64s
    constant: float

    @cached_property
    def _parts(self) -> tuple[Float64s, Float64s]:
        """The weights of the columns that decide, and of the others; 0 elsewhere."""
        decides = self.form.decides
        return np.where(decides, self.weights, 0.0), np.where(decides, 0.0, self.weights)

    def terms(self, features: Float32s) -> Float64s:
        """What each column contributes to the logit, [pairs, columns]."""
        return np.asarray(self.form.design(features) * self.weights, dtype=np.float64)

    def logit(self, features: Float32s) -> Float64s:
        """The logarithm of the odds, [pairs]; where a deciding column speaks against, the rest is capped."""
        result = np.empty(len(features))
        decisive, other = self._parts
        for start in range(0, len(features), CHUNK):  # the columns of very many pairs would fill the memory
            part = slice(start, start + CHUNK)
            columns = self.form.design(features[part]).astype(np.float64, copy=False)
            rules, rest = columns @ decisive, columns @ other + self.constant
            result[part] = np.where(rules < 0, np.minimum(rest, self.form.cap), rest) + rules
        return result

    def probability(self, features: Float32s) -> Float64s:
        """The probability that two names are of one, [pairs], to six decimals."""
        bounded = np.minimum(np.maximum(self.logit(features), -MOST_LOGITS), MOST_LOGITS)
        return (1.0 / (1.0 + np.exp(-bounded))).round(6)

    def probability_of_one(self, features: Float32s) -> float:
        """The same of a single pair, from its features [features]."""
        decisive, other = self._parts
        columns = self.form.design(features).astype(np.float64)
        rules, rest = float(columns @ decisive), float(columns @ other) + self.constant
        logit = (min(rest, self.form.cap) if rules < 0 else rest) + rules
        return round(1.0 / (1.0 + exp(-min(max(logit, -MOST_LOGITS), MOST_LOGITS))), 6)


def read(path: Path, form: Form | Curves) -> Logistic:
    """A model from its file.

    Raises TableError if the file names other columns than the form has.
    """
    raw = toml_of(path)
    weights = {**raw["weights"], **raw["rules"]}
    if set(weights) != set(form.columns):
        odd = ", ".join(sorted(set(weights) ^ set(form.columns)))
        raise TableError(f"{path.name}: these columns are only in the file or only in the program: {odd}; fit it again")
    ordered = np.array([weights[name] for name in form.columns], dtype=np.float64)
    constant = float(raw["table"]["constant"])
    return Logistic(*form.without(ordered), constant) if isinstance(form, Curves) else Logistic(form, ordered, constant)
