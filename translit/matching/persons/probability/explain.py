"""Why two names are, or aren't, of one person: a view of the features and the words of their comparison."""

from __future__ import annotations

from itertools import groupby

import numpy as np

from translit.arrays import Float32s
from translit.matching.alignment.align import Step, trace
from translit.matching.alignment.costs import cost_table
from translit.matching.explanation import Explanation, TokenPair
from translit.matching.persons.evidence.evidence import FEATURES
from translit.matching.persons.lexicon.marks import LISTED, SLIP
from translit.matching.persons.probability.features import Kept
from translit.matching.persons.probability.model import model
from translit.matching.persons.reading.parse import Name
from translit.matching.persons.reading.token import CORE, GENERATION, PATRONYMIC, Token
from translit.matching.phonetics.fold import END
from translit.matching.phonetics.pivots import pivots

SUBJECTS = {
    "letters": "how close the names are, the farthest counting most",
    "slips": "slips of the keyboard, two known family names",
    "words": "words that found a partner, and words that didn't",
    "chance": "agreement by chance, the likelier the more words there are",
    "rarity": "how much the shared names tell apart",
    "lists": "lists of given names",
    "order": "which words are the family name",
    "patronymic": "the patronymics",
    "initials": "initials",
    "rules": "a contradiction",
    "rulers": "the number of a ruler",
}
CONTRADICTIONS = {
    "two_families": "two known family names",
    "family_missing": "the family name of one is not in the other",
    "given_against": "one family name, but other given names",
    "far_father": "the fathers' names are different",
    "crossed": "given name and family name stand the other way round",
    "translated": "the given names are of two languages",
    "initial_alone": "one is nothing but initials",
    "remarks_against": "the years of life, the family names at birth, or whose kin is meant, are others",
    "reordered": "the names stand in another order",
    "other_word": "both have another name beside the shared ones",
    "place_against": "the family name of one is the given name of the other",
    "son_against": "the father of one is the son of the other",
    "initials_against": "an initial contradicts",
    "gender_against": "one is a man's name, the other a woman's name",
    "generation_against": "father and son: the generations differ",
}
SHOWN = 0.25  # cost in nats from which a step is shown


def explain_person(a: str, b: str, probability: float, features: Float32s, kept: Kept, turned: bool) -> Explanation:
    """The reasons, from the features of one pair [features] and the words of the names; `turned` if b's come first."""
    left, right, found = kept
    if turned:
        left, right = right, left
    distance, marks, assigned = (grid.T if turned else grid for grid in (found.distance, found.marks, found.assigned))
    pairs: list[TokenPair] = []
    for i, j in np.argwhere(assigned).tolist():
        one, other = left.tokens[i], right.tokens[j]
        listed, slip = bool(marks[i, j] & LISTED), bool(marks[i, j] & SLIP)
        steps = () if listed else _differences(one, other)
        pairs.append(TokenPair(one.text, other.text, one.role, float(distance[i, j]), listed, steps, slip))
    ours = [token for i, token in enumerate(left.tokens) if not assigned[i].any()]
    theirs = [token for j, token in enumerate(right.tokens) if not assigned[:, j].any()]
    pairs += _alike(ours, theirs)
    alone = [token.text for token in (*ours, *theirs)]
    notes = _notes(left, right, dict(zip(FEATURES, features.tolist(), strict=True)))
    return Explanation(
        a, b, "person", probability, tuple(pairs), tuple(alone), model().constant, _terms(features), notes
    )


def _alike(ours: list[Token], theirs: list[Token]) -> list[TokenPair]:
    """Take out the words that stand on both sides but count for no name, numerals and particles: they are pairs too."""
    pairs: list[TokenPair] = []
    for one in tuple(ours):
        other = next((other for other in theirs if _is_alike(one, other)), None)
        if other is not None:
            ours.remove(one)
            theirs.remove(other)
            pairs.append(TokenPair(one.text, other.text, one.role, 0.0, False, ()))
    return pairs


def _is_alike(one: Token, other: Token) -> bool:
    """Whether two words are one as they sound; numbers, as VII and VIII, as they are written."""
    if GENERATION in (one.role, other.role):
        return one.folded == other.folded
    return not set(pivots(one.folded)).isdisjoint(pivots(other.folded))


def _terms(features: Float32s) -> tuple[tuple[str, float], ...]:
    """What each subject contributed to the logit."""
    row = features[None]
    values = model().terms(row)[0]
    named = sorted(zip(model().form.columns, values.tolist(), strict=True), key=lambda item: _place(item[0]))
    terms = [
        (SUBJECTS[subject], sum(value for _, value in group))
        for subject, group in groupby(named, key=lambda item: item[0].partition(".")[0])
    ]
    capped = float(model().logit(row)[0]) - sum(values.tolist()) - model().constant
    terms.append(("what a contradiction leaves of the rest", capped))
    return tuple(term for term in terms if abs(term[1]) > 1e-9)


def _place(column: str) -> int:
    return list(SUBJECTS).index(column.partition(".")[0])


def _differences(left: Token, right: Token) -> tuple[Step, ...]:
    steps = trace(cost_table(), left.folded, right.folded)
    return tuple(Step(step.left.rstrip(END), step.right.rstrip(END), step.cost) for step in steps if step.cost > SHOWN)


def _notes(left: Name, right: Name, features: dict[str, float]) -> tuple[str, ...]:
    notes = [note for feature, note in CONTRADICTIONS.items() if features[feature]]
    for name in (left, right):
        if name.titles:
            notes.append(f"left out as titles: {', '.join(name.titles)}")
    if bool(left.of(PATRONYMIC)) != bool(right.of(PATRONYMIC)) and left.of(CORE) and right.of(CORE):
        notes.append("one side has no patronymic, which speaks neither way")
    return tuple(notes)
