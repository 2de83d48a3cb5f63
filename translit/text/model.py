"""The probability of each candidate, from its features: a logistic model, weighed by `tables/match/mentions.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from translit.arrays import Float32s, Float64s
from translit.data import folder
from translit.matching.logistic import Column, Form, Logistic, read
from translit.text.features import NAMES


def _plain(name: str) -> Column:
    return lambda value: value(name)


def _product(one: str, other: str) -> Column:
    return lambda value: value(one) * value(other)


PRODUCTS = [
    ("family alone", "anchored"), ("family alone", "other anchored"), ("family alone", "neighbour before person"),
    ("family alone", "neighbour before"), ("given alone", "anchored"), ("full", "several"), ("person", "several"),
    ("person", "worst"), ("place", "worst"), ("several", "worst"), ("organization", "several"),
    ("place", "inside longer"), ("organization", "inside longer"), ("person", "inside longer"),
    ("short", "worst"), ("organization", "coverage"), ("place", "coverage"), ("place", "neighbour after"),
    ("place", "neighbour before"), ("organization", "neighbour after"), ("organization", "neighbour before"),
    ("person", "neighbour after"), ("sentence start", "lower in text"), ("cost", "worst"), ("person", "full"),
    ("anchored", "person"), ("namesakes", "person"),
]  # fmt: skip
FORM = Form(
    NAMES,
    {name: _plain(name) for name in NAMES}
    | {"worst²": _product("worst", "worst")}
    | {f"{one} × {other}": _product(one, other) for one, other in PRODUCTS},
    frozenset(),
    30.0,
)


@cache
def model(path: Path | None = None) -> Logistic:
    """The project's model of mentions."""
    return read(path or folder("tables") / "match" / "mentions.toml", FORM)


def probabilities(features: Float32s) -> Float64s:
    """The probability of each candidate, [candidates], from features [candidates, NAMES]."""
    return model().probability(features) if len(features) else np.zeros(0)
