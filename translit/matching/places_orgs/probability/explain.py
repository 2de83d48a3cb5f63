"""The reasons for a probability of places or organizations: a view of the features that it was computed from."""

from __future__ import annotations

import numpy as np

from translit.arrays import Bools
from translit.matching.alignment.align import Step, trace
from translit.matching.assignment import assign
from translit.matching.explanation import Explanation, TokenPair
from translit.matching.nameless import without_name
from translit.matching.phonetics.fold import END
from translit.matching.places_orgs.comparing.arrays import Things, slotted
from translit.matching.places_orgs.evidence.evidence import FEATURES, word_grid
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL, NUMBER
from translit.matching.places_orgs.probability.features import name_pairs, pair_features
from translit.matching.places_orgs.probability.model import FORMS, thing_model
from translit.matching.places_orgs.reading.parse import Thing

SUBJECTS = {
    "letters": "how close the words are",
    "words": "what the words say that agree, and those that one side lacks",
    "length": "how many letters agree",
    "lists": "lists of names and generic words",
    "generic": "generic words",
    "rules": "words and numbers that contradict, kinds of place, legal forms, acronyms, what stands after a comma",
}
NOTES = {
    "acronym": "one side is the acronym of the other's words",
    "made": "a word of one side is made of the beginnings of the other's words",
    "acronym_translated": "one side may be the acronym of the other's words in another language",
    "acronyms_against": "two acronyms that differ in a letter",
    "kind_against": "two kinds of place",
    "bond_against": "a place is a proper name on one side, and what the organization belongs to on the other",
    "branch": "one side has a word after the brand, as a branch has",
    "field_surplus": "one side is of a field that the other doesn't have",
    "other_brand": "two brands that differ in a letter",
    "field_against": "two institutions of a kind that are for different things",
    "body_against": "two public bodies of a kind in two places",
    "whose_missing": "one side alone says of which country it is",
    "kinds_differ": "two kinds of organization",
    "seats_against": "one side belongs to the place where the other is",
    "place_against": "each side names a place that the other doesn't",
    "known_against": "two by the lists",
    "letters_against": "two names by the letters of their script",
    "qualifier_surplus": "one side has a word such as New, which the other lacks",
    "proper_surplus": "one side has a proper name more, as a subsidiary has",
    "elsewhere": "one side says that it lies in another country than the place of that name",
    "context_against": "what stands after the comma is different",
}


def explain(a: str, b: str, kind: str) -> Explanation:
    """The reasons for `compare(a, b, kind)`.

    >>> explanation = explain("Vilnius", "Горад Вільня", "place")
    >>> [(pair.left, pair.right, pair.verdict) for pair in explanation.pairs]
    [('Vilnius', 'Вільня', 'same name by the lists')]
    """
    zero = np.zeros(1, dtype=np.int32)
    found = name_pairs([a], [b], zero, zero, kind)
    if not len(found.owner):
        empty = [not len(name_pairs([name], [name], zero, zero, kind).owner) for name in (a, b)]
        return without_name(a, b, kind, (empty[0], empty[1]))
    model, things = thing_model(kind), Things(found.things, kind)
    features = pair_features(found, kind, things)
    chances = model.probability(features)
    best = int(chances.argmax())
    mine = features[best : best + 1]
    values = model.terms(mine)[0]
    subjects = [name.split(".")[0] for name in FORMS[kind].columns]
    terms = [
        (said, float(sum(value for one, value in zip(subjects, values, strict=True) if one == subject)))
        for subject, said in SUBJECTS.items()
    ]
    capped = float(model.logit(mine)[0] - values.sum()) - model.constant
    terms.append(("the rest counts less where one of these decides", capped))
    pairs, alone = _words(things, found.things, int(found.rows[best]), int(found.columns[best]), swapped=a > b)
    sides = found.things[found.rows[best]], found.things[found.columns[best]]
    notes = _notes(sides if a <= b else sides[::-1], dict(zip(FEATURES, mine[0].tolist(), strict=True)))
    shown = tuple(term for term in terms if abs(term[1]) >= 0.005)
    return Explanation(a, b, kind, float(chances[best]), pairs, alone, model.constant, shown, notes)


def _words(
    things: Things, names: list[Thing], row: int, column: int, *, swapped: bool
) -> tuple[tuple[TokenPair, ...], tuple[str, ...]]:
    """The words in pairs, in the order of the left name; and those that stay alone."""
    distance, listed, *_ = word_grid(things, np.array([row], dtype=np.int32), np.array([column], dtype=np.int32))
    joined: Bools = assign(distance)[0]
    words, others = slotted(names[row]), slotted(names[column])
    distance, listed = distance[0], listed[0]
    if swapped:
        joined, distance, listed, words, others = joined.T, distance.T, listed.T, others, words
    pairs = tuple(
        TokenPair(
            words[i].text,
            others[j].text,
            words[i].role,
            float(distance[i, j]),
            bool(listed[i, j]),
            () if listed[i, j] else _differences(words[i].folded, others[j].folded),
        )
        for i, j in np.argwhere(joined).tolist()
    )
    alone = [word.text for i, word in enumerate(words) if word.text and not joined[i].any()]
    alone += [word.text for j, word in enumerate(others) if word.text and not joined[:, j].any()]
    return pairs, tuple(alone)


def _differences(left: str, right: str) -> tuple[Step, ...]:
    from translit.matching.alignment.costs import cost_table

    steps = trace(cost_table(), left, right)
    return tuple(Step(step.left.rstrip(END), step.right.rstrip(END), step.cost) for step in steps if step.cost > 0.25)


def _notes(sides: tuple[Thing, ...], features: dict[str, float]) -> tuple[str, ...]:
    notes = [note for name, note in NOTES.items() if features[name]]
    for role, name in ((LEGAL, "legal forms"), (NUMBER, "numbers")):
        words = [word.text for side in sides for word in side.of(role)]
        if words:
            notes.append(f"{name}: {', '.join(words)}")
    return tuple(notes)
