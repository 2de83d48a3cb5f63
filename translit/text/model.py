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
    ("often", "full"), ("lower", "organization"), ("lower", "place"), ("lower", "person"), ("place", "short"),
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
