"""The models of places and organizations: evidence → probability, each a logistic regression.

Weights lie in `tables/match/places.toml` and `organizations.toml`, fitted by `python -m translit.learn.places_orgs`.
Each
column is a simple function of the features; the logit is their weighted sum. What real pairs hardly show (numbers,
legal forms, acronyms, the part after a comma) has weights set by hand, kept apart in the files.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from translit.data import folder
from translit.matching.logistic import Column, Form, Logistic, read
from translit.matching.places_orgs.evidence import FEATURES

FILES = {"place": "places", "organization": "organizations"}

# name of a column → its value from the features; what it is about is the part of the name before the dot
COLUMNS: dict[str, Column] = {
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
    "lists.acronym": lambda f: f("acronym_translated"),
    "generic.agrees": lambda f: f("generic_agrees"),
    "generic.against": lambda f: f("generic_against"),
    "generic.extra": lambda f: f("generic_extra"),
    "rules.identical": lambda f: f("identical"),
    "rules.words_against": lambda f: np.minimum(f("against"), 2.0),
    "rules.proper_against": lambda f: f("proper_against"),
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
# where numbers, what stands after the comma or a person's name contradict, the rest weighs little
DECISIVE = frozenset(("rules.number_against", "rules.context_against", "rules.person_against"))
FORM = Form(FEATURES, COLUMNS, DECISIVE, cap=2.5)


@cache
def thing_model(kind: str) -> Logistic:
    """The project's model of places or of organizations."""
    return read(folder("tables") / "match" / f"{FILES[kind]}.toml", FORM)
