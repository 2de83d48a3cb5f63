"""The models of places and organizations: evidence → probability, each a logistic regression.

Weights lie in `tables/match/places.toml` and `organizations.toml`, fitted by `python -m translit.learn.things`. Each
column is a simple function of the features; the logit is their weighted sum. What real pairs hardly show (numbers,
legal forms, acronyms, the part after a comma) has weights set by hand, kept apart in the files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.data import folder
from translit.errors import TableError
from translit.matching.align import Floats
from translit.matching.model import Doubles
from translit.matching.thing_evidence import FEATURES

FILES = {"place": "places", "organization": "organizations"}
_AT = {name: index for index, name in enumerate(FEATURES)}
_Column = Callable[[Callable[[str], Doubles]], NDArray[Any]]

# name of a column → its value from the features; what it is about is the part of the name before the dot
COLUMNS: dict[str, _Column] = {
    "letters.worst": lambda f: f("worst"),
    "letters.worst_root": lambda f: np.sqrt(f("worst")),
    "letters.worst_high": lambda f: np.maximum(f("worst") - 0.8, 0.0),
    "letters.covered": lambda f: f("covered"),
    "letters.covered_root": lambda f: np.sqrt(f("covered")),
    "letters.both_covered": lambda f: f("both_covered"),
    "letters.all_covered": lambda f: f("all_covered"),
    "letters.all_covered_root": lambda f: np.sqrt(f("all_covered")),
    "letters.best": lambda f: f("best"),
    "letters.best_root": lambda f: np.sqrt(f("best")),
    "letters.whole": lambda f: f("whole"),
    "letters.whole_root": lambda f: np.sqrt(f("whole")),
    "letters.missing": lambda f: f("missing"),
    "extra.words": lambda f: f("extra"),
    "extra.any": lambda f: f("extra") > 0,
    "extra.single": lambda f: f("single"),
    "extra.single_worst": lambda f: f("single") * f("worst"),
    "length.letters": lambda f: f("letters"),
    "length.letters_root": lambda f: np.sqrt(f("letters")),
    "lists.listed": lambda f: f("listed"),
    "lists.other": lambda f: f("other"),
    "lists.other_worst": lambda f: f("other") * f("worst"),
    "generic.agrees": lambda f: f("generic_agrees"),
    "generic.against": lambda f: f("generic_against"),
    "generic.extra": lambda f: f("generic_extra"),
    "rules.identical": lambda f: f("identical"),
    "rules.words_against": lambda f: np.minimum(f("against"), 2.0),
    "rules.legal_agrees": lambda f: f("legal_agrees"),
    "rules.legal_against": lambda f: f("legal_against"),
    "rules.number_agrees": lambda f: f("number_agrees"),
    "rules.number_against": lambda f: f("number_against"),
    "rules.number_missing": lambda f: f("number_missing"),
    "rules.context_agrees": lambda f: f("context_agrees"),
    "rules.context_against": lambda f: f("context_against"),
    "rules.acronym": lambda f: f("acronym"),
    "rules.acronym_against": lambda f: f("acronym_against"),
    "rules.person_against": lambda f: f("person_against"),
}
_CONTRADICTIONS = ("rules.number_against", "rules.context_against", "rules.person_against")
_DECISIVE = np.array([name in _CONTRADICTIONS for name in COLUMNS])
CAP = 2.5  # logits that the rest may weigh where numbers, what stands after the comma or a person's name contradict


def design(features: Floats) -> Doubles:
    """The columns of the model, float64 [pairs, len(COLUMNS)], from features [pairs, len(FEATURES)]."""

    def feature(name: str) -> Doubles:
        return features[:, _AT[name]].astype(np.float64)

    return np.stack([np.asarray(column(feature), dtype=np.float64) for column in COLUMNS.values()], axis=1)


@dataclass(frozen=True)
class ThingModel:
    """Weights of the columns and a constant, in logits."""

    weights: Doubles
    constant: float

    def terms(self, features: Floats) -> Doubles:
        """What each column contributes to the logit, [pairs, len(COLUMNS)]."""
        return design(features) * self.weights

    def logit(self, features: Floats) -> Doubles:
        """The logarithm of the odds, [pairs]; where a rule decides, the rest is capped."""
        terms = self.terms(features)
        rules = terms[:, _DECISIVE].sum(axis=1)
        rest = terms[:, ~_DECISIVE].sum(axis=1) + self.constant
        return np.asarray(np.where(rules < 0, np.minimum(rest, CAP), rest) + rules, dtype=np.float64)

    def probability(self, features: Floats) -> Doubles:
        """The probability that two names are of one thing, [pairs], to six decimals."""
        logit = self.logit(features)
        return np.round(1.0 / (1.0 + np.exp(-np.clip(logit, -30.0, 30.0))), 6)


@cache
def thing_model(kind: str) -> ThingModel:
    """The project's model of places or of organizations."""
    return read_thing_model(folder("tables") / "match" / f"{FILES[kind]}.toml")


def read_thing_model(path: Path) -> ThingModel:
    """A model from its file.

    Raises TableError if the file names other columns than the program has.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    weights = {**raw["weights"], **raw["rules"]}
    if set(weights) != set(COLUMNS):
        odd = ", ".join(sorted(set(weights) ^ set(COLUMNS)))
        raise TableError(f"{path.name}: these columns are only in the file or only in the program: {odd}; fit it again")
    return ThingModel(np.array([weights[name] for name in COLUMNS], dtype=np.float64), float(raw["table"]["constant"]))
