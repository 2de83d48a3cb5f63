"""The models of places and organizations: evidence → probability, each a logistic regression.

Weights lie in `tables/match/places.toml` and `organizations.toml`, fitted by `python -m translit.learn.places_orgs`.
Each column is a simple function of the features; the logit is their weighted sum. No weight may have another sign than
`SIGNS` says, so that better agreement never lowers the probability and what is lacking never raises it. What real pairs
hardly show (numbers, legal forms, kinds of place) has weights set by hand, kept apart in the files.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from translit.data import folder
from translit.matching.logistic import Column, Form, Logistic, read
from translit.matching.places_orgs.evidence.evidence import FEATURES

FILES = {"place": "places", "organization": "organizations"}
COMPLETE = 1.0  # nats that may be lacking where all agrees: less than any word says
MOST_MADE = 10.0  # nats from which on a word is made of the others without doubt
SURE_KIND = -4.0  # log odds of a kind that one side alone has, from which on it decides

# of both kinds; name of a column → its value from the features; what it is about is the part of the name before the dot
COLUMNS: dict[str, Column] = {
    "letters.worst": lambda f: f("worst"),
    "letters.worst_root": lambda f: np.sqrt(f("worst")),
    "letters.covered": lambda f: f("covered"),
    "letters.covered_root": lambda f: np.sqrt(f("covered")),
    "letters.both_covered": lambda f: f("both_covered"),
    "letters.all_covered": lambda f: f("all_covered"),
    "letters.best_root": lambda f: np.sqrt(f("best")),
    "letters.whole": lambda f: f("whole"),
    "letters.whole_root": lambda f: np.sqrt(f("whole")),
    "words.matched": lambda f: f("matched"),
    "words.matched_root": lambda f: np.sqrt(f("matched")),
    "words.lacking": lambda f: f("lacking"),
    "words.lacking_root": lambda f: np.sqrt(f("lacking")),
    "words.surplus": lambda f: f("surplus"),
    "words.surplus_root": lambda f: np.sqrt(f("surplus")),
    "words.lacking_word": lambda f: f("lacking_word"),
    "words.surplus_word": lambda f: f("surplus_word"),
    "words.unshared": lambda f: f("unshared"),
    "words.unshared_short": lambda f: f("unshared_short"),
    "words.complete": lambda f: f("lacking") + f("surplus") < COMPLETE,
    "words.chance": lambda f: f("chance"),
    "words.missing": lambda f: f("missing"),
    "words.extra": lambda f: f("extra"),
    "words.single": lambda f: f("single") * (f("surplus_word") > 0),
    "words.listed_against": lambda f: np.minimum(f("against"), 2.0),
    "words.proper_against": lambda f: f("proper_against"),
    "words.proper_surplus": lambda f: f("proper_surplus"),
    "words.place_missing": lambda f: f("place_missing"),
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
    "rules.proper_lacking": lambda f: f("proper_lacking"),
    "rules.proper_surplus": lambda f: f("proper_surplus"),
    "rules.name_lacking": lambda f: f("name_lacking"),
    "rules.place_against": lambda f: f("place_against"),
    "rules.kind_against": lambda f: f("kind_against"),
    "rules.kind_agrees": lambda f: f("kind_agrees"),
    "rules.kind_alone": lambda f: np.where(f("kind_alone") > SURE_KIND, f("kind_alone"), 0.0),
    "rules.kind_alone_decides": lambda f: np.where(f("kind_alone") <= SURE_KIND, f("kind_alone"), 0.0),
    "rules.legal_agrees": lambda f: f("legal_agrees"),
    "rules.legal_against": lambda f: f("legal_against"),
    "rules.number_agrees": lambda f: f("number_agrees"),
    "rules.number_against": lambda f: f("number_against"),
    "rules.number_missing": lambda f: f("number_missing"),
    "rules.number_left": lambda f: f("number_left"),
    "rules.context_agrees": lambda f: f("context_agrees"),
    "rules.context_against": lambda f: f("context_against"),
    "rules.acronym": lambda f: f("acronym"),
    "rules.acronym_against": lambda f: f("acronym_against"),
    "rules.acronyms_against": lambda f: f("acronyms_against"),
    "rules.known_against": lambda f: f("known_against"),
    "rules.person_against": lambda f: f("person_against"),
    "rules.letters_against": lambda f: f("letters_against"),
}
OF_PLACES: dict[str, Column] = {
    "words.place_against": lambda f: f("place_against"),
    "rules.elsewhere": lambda f: f("elsewhere"),
    "rules.qualifier_surplus": lambda f: f("qualifier_surplus"),
}
OF_ORGANIZATIONS: dict[str, Column] = {
    "words.made": lambda f: np.minimum(f("made"), MOST_MADE),
    "words.matched_rare_root": lambda f: np.sqrt(f("matched_rare")),
    "words.replaced": lambda f: f("replaced"),
    "rules.listed_against": lambda f: f("listed_against"),
    "rules.nameless": lambda f: f("nameless"),
    "rules.bond_against": lambda f: f("bond_against"),
    "rules.seats_against": lambda f: f("seats_against"),
    "rules.branch": lambda f: f("branch"),
    "rules.field_surplus": lambda f: f("field_surplus"),
    "rules.kinds_differ": lambda f: f("kinds_differ"),
    "rules.other_brand": lambda f: f("other_brand"),
    "rules.field_against": lambda f: f("field_against"),
    "rules.body_against": lambda f: f("body_against"),
    "rules.whose_missing": lambda f: f("whose_missing"),
}
AGREEMENT = (
    *("words.complete", "words.matched", "words.matched_root", "words.made", "words.matched_rare_root"),
    *("length.letters", "length.letters_root", "generic.agrees"),
)
# the sign that a fitted weight may have; a list's word says less than spelling does, and acronyms are rare: either
SIGNS = {name: 1 if name in AGREEMENT else -1 for name in (*COLUMNS, *OF_PLACES, *OF_ORGANIZATIONS)}
SIGNS |= {"lists.listed": 0, "lists.acronym": 0}
# where one of these contradicts, the rest weighs little
DECISIVE = frozenset(
    f"rules.{name}"
    for name in (
        *("number_against", "number_left", "context_against", "elsewhere", "person_against"),
        *("kind_against", "kind_alone_decides", "acronyms_against", "known_against", "seats_against", "branch"),
        *("field_against", "body_against", "letters_against", "whose_missing", "kinds_differ"),
    )
)
FORMS = {
    "place": Form(FEATURES, COLUMNS | OF_PLACES, DECISIVE, cap=2.5),
    "organization": Form(FEATURES, COLUMNS | OF_ORGANIZATIONS, DECISIVE, cap=2.5),
}


@cache
def thing_model(kind: str) -> Logistic:
    """The project's model of places or of organizations."""
    return read(folder("tables") / "match" / f"{FILES[kind]}.toml", FORMS[kind])
