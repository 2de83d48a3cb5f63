"""The model: evidence → probability, a logistic regression whose terms can be read one by one.

Weights lie in `tables/match/model.toml`, fitted by `python -m translit.learn.persons`. Each column is a piece of a
broken line over one feature, named in `PIECES`; the logit is their weighted sum, so that an explanation can add up
what each contributed. A piece keeps its sign: better agreement never lowers the probability, and what speaks against
never raises it. Rules that real pairs hardly show (initials, gender, generation) have weights set by hand and are kept
apart in the file; no amount of agreement softens them.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from translit.data import folder
from translit.matching.logistic import Curves, Logistic, curve, read
from translit.matching.persons.evidence.evidence import FEATURES

AGREES, AGAINST, EITHER = 1, -1, 0  # signs
SCRIPTS = ("open", "across", "latin", "cyrillic", "two_orthographies")
DISTANCES = (0.0, 0.12, 0.3, 0.5, 0.85, 3.0)  # nats a letter
NATS = (0.0, 0.5, 1.5, 3.0, 6.0, 12.0, 30.0)

# subject, feature, bends, sign, gate
_OF_SCRIPTS = [
    piece
    for script in SCRIPTS
    for piece in (
        ("letters", script, (0, 1), EITHER, ""),
        ("letters", "worst", DISTANCES, AGAINST, script),
        ("letters", "mean", (0.0, 0.1, 0.25, 0.5, 1.0, 3.0), AGAINST, script),
        ("letters", "spelling_nats", NATS, AGAINST, script),
        ("letters", "best", (0.0, 0.3, 0.85, 3.0), AGAINST, script),
    )
]
_OF_SCRIPTS += [
    piece
    for script in ("alone_open", "alone_across", "alone_latin", "alone_cyrillic")
    for piece in (
        ("letters", script, (0, 1), EITHER, ""),
        ("letters", "worst", DISTANCES, AGAINST, script),
        ("letters", "spelling_nats", NATS[:-1], AGAINST, script),
    )
]
_OTHERS = [
    *(
        ("letters", "spelling_nats", (0.0, 0.05, 0.5, 1.5, 4.0), AGAINST, gate)
        for gate in ("strict", "strict_cyrillic", "one_orthography")
    ),
    ("letters", "one_orthography", (0, 1), EITHER, ""),
    ("letters", "worst", (0.0, 0.12, 0.3, 0.85), AGAINST, "single_extra"),
    ("letters", "spelling_nats", (0.0, 1.0, 3.0), AGAINST, "single_extra"),
    ("letters", "apart", (0.0, 0.3, 0.8, 2.5), AGAINST, ""),
    ("letters", "missing", (0, 1), AGAINST, ""),
    ("letters", "identical", (0, 1), AGREES, ""),
    ("letters", "identical", (0, 1), AGREES, "alone"),
    ("letters", "other_start", (0, 1, 2), AGAINST, ""),
    ("slips", "other_start", (0, 1), AGAINST, "lone_slip"),
    ("slips", "slips", (0, 1, 2), AGAINST, ""),
    ("slips", "lone_slip", (0, 1), AGREES, ""),
    ("slips", "odder", (0.0, 2.0, 4.5, 9.0), AGREES, ""),
    ("slips", "oddest", (1.9, 2.4, 3.0, 3.8), AGREES, ""),
    ("slips", "families", (0, 1), AGAINST, ""),
    ("slips", "a_vowel_apart", (0, 1), AGAINST, ""),
    ("slips", "spelling_nats", (0.0, 0.5, 1.5, 3.0, 6.0), AGAINST, "families"),
    ("slips", "slips", (0, 1), AGAINST, "families"),
    ("words", "both", (0, 1, 2, 4), AGAINST, ""),
    ("words", "extra", (0, 1, 2, 3, 5), AGAINST, ""),
    ("words", "matched", (0, 1, 2, 3, 5), AGREES, ""),
    ("words", "coverage", (0.0, 0.5, 0.8, 1.0), AGREES, ""),
    ("words", "coverage_shorter", (0.0, 0.8, 1.0), AGREES, ""),
    ("words", "single", (0, 1), EITHER, ""),
    ("words", "single_extra", (0, 1), AGAINST, ""),
    ("chance", "chance", (0.0, 1.4, 4.0), AGAINST, ""),
    ("chance", "fewest", (1, 2, 3), EITHER, ""),
    ("rarity", "information", (0.0, 3.0, 6.0, 9.0, 15.0), AGREES, ""),
    ("rarity", "information", (0.0, 3.0, 4.7), AGREES, "alone"),
    ("rarity", "information", (0.0, 2.2, 3.7, 4.7), AGREES, "single_extra"),
    ("rarity", "information_best", (0.0, 2.0, 3.5, 4.7), AGREES, ""),
    ("rarity", "letters", (0.0, 6.0, 12.0, 25.0), AGREES, ""),
    ("rarity", "letters", (0.0, 4.0, 7.0, 12.0), AGREES, "alone"),
    ("rarity", "letters", (0.0, 4.0, 7.0, 12.0), AGREES, "single_extra"),
    ("rarity", "family_letters", (0.0, 6.0, 12.0), AGREES, ""),
    ("rarity", "given", (0, 1), AGREES, ""),
    ("rarity", "not_given", (0, 1), AGREES, ""),
    ("rarity", "not_given", (0, 1), AGREES, "single_extra"),
    ("lists", "equivalent", (0, 1), EITHER, ""),
    ("lists", "by_list", (0, 1, 2, 3), AGAINST, ""),
    ("lists", "other_given", (0, 1), AGAINST, ""),
    ("lists", "short_form", (0, 3, 5), AGREES, ""),
    ("order", "family_known", (0, 1), EITHER, ""),
    ("order", "family_agrees", (0, 1), AGREES, ""),
    ("order", "family_crossed", (0, 1), AGAINST, ""),
    ("order", "family_against", (0, 1), AGAINST, ""),
    ("order", "first_skipped", (0, 1), AGAINST, ""),
    ("patronymic", "patronymic", (0, 1), EITHER, ""),
    ("patronymic", "patronymic_agrees", (0, 1), AGREES, ""),
    ("patronymic", "patronymic_against", (0.0, 0.3, 0.6, 1.5), AGAINST, ""),
    ("patronymic", "patronymic_nats", (0.0, 3.0, 8.0), AGAINST, ""),
    ("patronymic", "other_father", (0, 1), AGAINST, ""),
    ("initials", "initials_agree", (0, 1, 2), AGREES, ""),
    ("initials", "initials_agree", (0, 1), AGREES, "single"),
]
RULES = {  # set by hand, in logits: real pairs hardly show them, and no agreement of the rest may soften them
    "far_father": -8.0,
    "two_families": -2.5,
    "given_against": -2.0,
    "family_missing": -5.0,
    "translated": -6.0,
    "reordered": -7.0,
    "other_word": -1.2,
    "initial_alone": -4.5,
    "remarks_against": -9.0,
    "crossed": -5.0,
    "place_against": -6.0,
    "son_against": -6.0,
    "initials_against": -8.0,
    "gender_against": -7.0,
    "generation_against": -9.0,
}
SUPPORT = {"ruler": 4.5}  # set by hand too, and the other way: the number of a ruler is the family name of one
_RULES = [("rules", feature, (0, 1), AGAINST, "") for feature in RULES]
_RULES += [("rulers", feature, (0, 1), AGREES, "") for feature in SUPPORT]
PIECES = tuple(chain.from_iterable(curve(*row) for row in (*_OF_SCRIPTS, *_OTHERS, *_RULES)))
BY_HAND = {
    piece.name: {**RULES, **SUPPORT}[piece.feature] for piece in PIECES if piece.name.startswith(("rules.", "rulers."))
}
CURVES = Curves(FEATURES, PIECES, frozenset(name for name, weight in BY_HAND.items() if weight < 0), cap=5.0)


@cache
def model() -> Logistic:
    """The project's model of personal names."""
    return read(folder("tables") / "match" / "model.toml", CURVES)
