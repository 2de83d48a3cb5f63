"""The model: evidence → probability, a logistic regression whose terms can be read one by one.

Weights lie in `tables/match/model.toml`, fitted by `python -m translit.learn.persons`. Each column of the design
is a simple function of the features, named in `COLUMNS`; the logit is their weighted sum, so that an
explanation can add up what each contributed. Rules that real pairs hardly show (initials, gender, generation)
have weights set by hand and are kept apart in the file.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from translit.data import folder
from translit.matching.logistic import Column, Form, Logistic, read
from translit.matching.persons.evidence import FEATURES

# name of a column → its value from the features; what it is about is the part of the name before the dot
COLUMNS: dict[str, Column] = {
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
RULES = frozenset(name for name in COLUMNS if name.startswith("rules."))
FORM = Form(FEATURES, COLUMNS, RULES, cap=5.0)


@cache
def model() -> Logistic:
    """The project's model of personal names."""
    return read(folder("tables") / "match" / "model.toml", FORM)
