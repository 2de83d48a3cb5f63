"""The model: evidence → probability, a logistic regression whose terms can be read one by one.

Weights lie in `tables/match/model.toml`, fitted by `python -m translit.learn.model`. Each column of the design
is a simple function of the features, named in `COLUMNS`; the logit is their weighted sum, so that an
explanation can add up what each contributed. Rules that real pairs hardly show (initials, gender, generation)
have weights set by hand and are kept apart in the file.
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
from translit.matching.evidence import FEATURES

Doubles = NDArray[np.float64]
_Column = Callable[[Callable[[str], Doubles]], NDArray[Any]]

# name of a column → its value from the features; what it is about is the part of the name before the dot
COLUMNS: dict[str, _Column] = {
    "letters.worst": lambda f: f("worst"),
    "letters.worst_root": lambda f: np.sqrt(f("worst")),
    "letters.worst_low": lambda f: np.minimum(f("worst"), 0.5),
    "letters.worst_high": lambda f: np.maximum(f("worst") - 0.8, 0.0),
    "letters.worst_square": lambda f: f("worst") ** 2,
    "letters.worst_nats": lambda f: f("worst_nats"),
    "letters.worst_nats_root": lambda f: np.sqrt(f("worst_nats")),
    "letters.mean": lambda f: f("mean"),
    "letters.mean_root": lambda f: np.sqrt(f("mean")),
    "letters.best": lambda f: f("best"),
    "letters.missing": lambda f: f("missing"),
    "letters.strict": lambda f: f("strict") * (f("worst_nats") > 0.0),
    "letters.strict_nats": lambda f: f("strict") * np.minimum(f("spelling_nats"), 5.0),
    "letters.strict_inexact": lambda f: f("strict") * (f("spelling_nats") > 1.5),
    "letters.strict_not_same": lambda f: f("strict") * (f("spelling_nats") > 0.5),
    "letters.strict_cyrillic": lambda f: f("strict_cyrillic") * (f("worst_nats") > 0.0),
    "letters.strict_cyrillic_nats": lambda f: f("strict_cyrillic") * np.minimum(f("spelling_nats"), 5.0),
    "letters.strict_cyrillic_inexact": lambda f: f("strict_cyrillic") * (f("spelling_nats") > 1.5),
    "letters.one_orthography_nats": lambda f: f("one_orthography") * np.minimum(f("spelling_nats"), 5.0),
    "letters.one_orthography_inexact": lambda f: f("one_orthography") * (f("spelling_nats") > 0.6),
    "patronymic.both": lambda f: f("patronymic"),
    "patronymic.agrees": lambda f: f("patronymic_agrees"),
    "patronymic.against": lambda f: f("patronymic_against"),
    "patronymic.against_low": lambda f: np.minimum(f("patronymic_against"), 0.6),
    "patronymic.nats": lambda f: f("patronymic_nats"),
    "patronymic.other_father": lambda f: f("other_father") * (f("patronymic_nats") <= 3.0),
    "patronymic.other_father_far": lambda f: f("other_father") * np.minimum(f("patronymic_against"), 1.0),
    "patronymic.agrees_worst": lambda f: f("patronymic_agrees") * f("worst"),
    "extra.words": lambda f: f("extra"),
    "extra.any": lambda f: f("extra") > 0,
    "extra.single": lambda f: f("single"),
    "extra.single_worst": lambda f: f("single") * f("worst"),
    "extra.single_nats": lambda f: f("single") * np.minimum(f("worst_nats"), 10.0),
    "extra.single_rarity": lambda f: f("single") * f("rarity"),
    "rarity.letters": lambda f: f("letters"),
    "rarity.letters_root": lambda f: np.sqrt(f("letters")),
    "rarity.family_letters": lambda f: f("family_letters"),
    "rarity.sum": lambda f: f("rarity"),
    "rarity.family": lambda f: f("family_rarity"),
    "rarity.without_patronymic": lambda f: f("rarity") * (1 - f("patronymic")),
    "lists.equivalent": lambda f: f("equivalent"),
    "lists.other_given": lambda f: f("other_given"),
    "lists.other_given_worst": lambda f: f("other_given") * np.minimum(f("worst"), 1.0),
    "initials.agree": lambda f: f("initials_agree"),
    "initials.agree_single": lambda f: f("single") * np.minimum(f("initials_agree"), 1.0),
    "rules.other_father": lambda f: f("other_father") * (f("patronymic_nats") > 3.0),
    "rules.crossed": lambda f: f("crossed"),
    "rules.place_against": lambda f: f("place_against"),
    "rules.initials_against": lambda f: f("initials_against"),
    "rules.gender_against": lambda f: f("gender_against"),
    "rules.generation_against": lambda f: f("generation_against"),
}
_RULES = np.array([name.startswith("rules.") for name in COLUMNS])
CAP = 5.0  # logits that the rest may weigh where a rule speaks against


def design(features: Floats) -> Doubles:
    """The columns of the model, float64 [pairs, len(COLUMNS)], from features [pairs, len(FEATURES)]."""

    by_name = dict(zip(FEATURES, np.ascontiguousarray(features.T, dtype=np.float64), strict=True))
    result = np.empty((len(features), len(COLUMNS)))
    for place, column in enumerate(COLUMNS.values()):
        result[:, place] = column(by_name.__getitem__)
    return result


@dataclass(frozen=True)
class Model:
    """Weights of the columns and a constant, in logits."""

    weights: Doubles
    constant: float

    def terms(self, features: Floats) -> Doubles:
        """What each column contributes to the logit, [pairs, len(COLUMNS)]."""
        return design(features) * self.weights

    def logit(self, features: Floats) -> Doubles:
        """The logarithm of the odds, [pairs]; where a rule is broken the rest is capped, so that the rule decides."""
        terms = self.terms(features)
        rules = terms[:, _RULES].sum(axis=1)
        rest = terms[:, ~_RULES].sum(axis=1) + self.constant
        return np.asarray(np.where(rules < 0, np.minimum(rest, CAP), rest) + rules, dtype=np.float64)

    def probability(self, features: Floats) -> Doubles:
        """The probability that two names are of one person, [pairs], to six decimals."""
        return np.round(1.0 / (1.0 + np.exp(-np.clip(self.logit(features), -30.0, 30.0))), 6)


@cache
def model() -> Model:
    """The project's model of personal names."""
    return read_model(folder("tables") / "match" / "model.toml")


def read_model(path: Path) -> Model:
    """A model from its file.

    Raises TableError if the file names other columns than the program has.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    weights = {**raw["weights"], **raw["rules"]}
    if set(weights) != set(COLUMNS):
        odd = ", ".join(sorted(set(weights) ^ set(COLUMNS)))
        raise TableError(f"{path.name}: these columns are only in the file or only in the program: {odd}; fit it again")
    return Model(np.array([weights[name] for name in COLUMNS], dtype=np.float64), float(raw["table"]["constant"]))
