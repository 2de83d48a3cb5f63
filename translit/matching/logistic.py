"""Logistic regression over columns that can be read one by one: what persons, places and organizations share.

Each column is a simple function of the features; the logit is their weighted sum, so that an explanation can add
up what each contributed. Columns that decide (an initial that contradicts) cap the rest where they speak against.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float32s, Float64s
from translit.errors import TableError

Column = Callable[[Callable[[str], Float64s]], NDArray[Any]]


@dataclass(frozen=True)
class Form:
    """The columns of a model by name, made of named features; which of them decide; the cap for the rest, in logits."""

    features: tuple[str, ...]
    columns: Mapping[str, Column]
    decisive: frozenset[str]
    cap: float

    @cached_property
    def decides(self) -> NDArray[np.bool_]:
        """Which columns decide, [columns]."""
        return np.array([name in self.decisive for name in self.columns])

    def design(self, features: Float32s) -> Float64s:
        """The columns, float64 [pairs, columns], from features [pairs, features]."""
        by_name = dict(zip(self.features, np.ascontiguousarray(features.T, dtype=np.float64), strict=True))
        result = np.empty((len(features), len(self.columns)))
        for place, column in enumerate(self.columns.values()):
            result[:, place] = column(by_name.__getitem__)
        return result


@dataclass(frozen=True)
class Logistic:
    """A model: weights of the columns of its form and a constant, in logits."""

    form: Form
    weights: Float64s
    constant: float

    def terms(self, features: Float32s) -> Float64s:
        """What each column contributes to the logit, [pairs, columns]."""
        return self.form.design(features) * self.weights

    def logit(self, features: Float32s) -> Float64s:
        """The logarithm of the odds, [pairs]; where a deciding column speaks against, the rest is capped."""
        terms = self.terms(features)
        rules = terms[:, self.form.decides].sum(axis=1)
        rest = terms[:, ~self.form.decides].sum(axis=1) + self.constant
        return np.asarray(np.where(rules < 0, np.minimum(rest, self.form.cap), rest) + rules, dtype=np.float64)

    def probability(self, features: Float32s) -> Float64s:
        """The probability that two names are of one, [pairs], to six decimals."""
        return np.round(1.0 / (1.0 + np.exp(-np.clip(self.logit(features), -30.0, 30.0))), 6)


def read(path: Path, form: Form) -> Logistic:
    """A model from its file.

    Raises TableError if the file names other columns than the form has.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    weights = {**raw["weights"], **raw["rules"]}
    if set(weights) != set(form.columns):
        odd = ", ".join(sorted(set(weights) ^ set(form.columns)))
        raise TableError(f"{path.name}: these columns are only in the file or only in the program: {odd}; fit it again")
    ordered = np.array([weights[name] for name in form.columns], dtype=np.float64)
    return Logistic(form, ordered, float(raw["table"]["constant"]))
