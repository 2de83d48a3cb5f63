"""Comparing places and organizations: the probability that two names are of one, and the reasons.

A text may hold several names (`Kaunas (Kowno)`): the two that agree best decide. Each pair is put into one order
first, so that the answer is the same either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int32s
from translit.matching.alignment.align import Step, trace
from translit.matching.persons.evidence import assign
from translit.matching.persons.explain import Explanation, TokenPair
from translit.matching.phonetics.fold import END
from translit.matching.places_orgs.arrays import Things, slotted
from translit.matching.places_orgs.evidence import FEATURES, evidence, word_grid
from translit.matching.places_orgs.lexicon import LEGAL, NAME, NUMBER, lexicon
from translit.matching.places_orgs.model import COLUMNS, thing_model
from translit.matching.places_orgs.parse import Thing, parse_thing

BLOCK = 4096
SUBJECTS = {
    "letters": "how close the words are",
    "extra": "words that one side lacks",
    "length": "how many letters agree",
    "lists": "lists of names and generic words",
    "generic": "generic words",
    "rules": "words and numbers that contradict, legal forms, acronyms, what stands after a comma",
}


@dataclass(frozen=True)
class Pairs:
    """Names of texts, and which pairs of names stand for which pair of texts (`owner`)."""

    things: list[Thing]
    rows: Int32s
    columns: Int32s
    owner: Int32s


def probabilities(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s, kind: str) -> Float64s:
    """The probability that left[rows[k]] and right[columns[k]] are one, float64 [pairs]; 0 where one has no name.

    >>> zero = np.zeros(1, dtype=np.int32)
    >>> float(probabilities(["Горад Гродна"], ["Grodno"], zero, zero, "place")[0]) > 0.8
    True
    """
    found = name_pairs(left, right, rows, columns, kind)
    chance = thing_model(kind).probability(pair_features(found, kind))
    result = np.zeros(len(rows), dtype=np.float64)
    np.maximum.at(result, found.owner, chance)
    return result


def name_pairs(left: Sequence[str], right: Sequence[str], rows: Int32s, columns: Int32s, kind: str) -> Pairs:
    """Every name of one text against every name of the other, the text first in the alphabet on the left."""
    texts = sorted({*left, *right})
    place = {text: index for index, text in enumerate(texts)}
    names = [parse_thing(text, kind) for text in texts]
    counts = np.fromiter(map(len, names), dtype=np.int64, count=len(names))
    starts = np.cumsum(counts) - counts
    a = np.fromiter((place[text] for text in left), dtype=np.int64, count=len(left))[rows]
    b = np.fromiter((place[text] for text in right), dtype=np.int64, count=len(right))[columns]
    a, b = np.minimum(a, b), np.maximum(a, b)
    sizes = counts[a] * counts[b]
    owner = np.repeat(np.arange(len(a)), sizes)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    width = counts[b][owner]
    first, second = starts[a][owner] + offset // width, starts[b][owner] + offset % width
    things = [thing for found in names for thing in found]
    return Pairs(things, first.astype(np.int32), second.astype(np.int32), owner.astype(np.int32))


def pair_features(found: Pairs, kind: str) -> Float32s:
    """The features of pairs of names, float32 [pairs, len(FEATURES)]."""
    things = Things(found.things, kind)
    result = np.empty((len(found.rows), len(FEATURES)), dtype=np.float32)
    for start in range(0, len(found.rows), BLOCK):
        part = slice(start, start + BLOCK)
        result[part] = evidence(things, found.rows[part], found.columns[part])
    return result


def explain(a: str, b: str, kind: str) -> Explanation:
    """The reasons for `compare(a, b, kind)`.

    >>> explanation = explain("Vilnius", "Горад Вільня", "place")
    >>> [(pair.left, pair.right, pair.verdict) for pair in explanation.pairs]
    [('Vilnius', 'Вільня', 'same name by the lists')]
    """
    zero = np.zeros(1, dtype=np.int32)
    found = name_pairs([a], [b], zero, zero, kind)
    if not len(found.owner):
        return Explanation(a, b, kind, 0.0, (), (), -log(1e12), (), ("one side holds no name",))
    features = pair_features(found, kind)
    chances = thing_model(kind).probability(features)
    best = int(chances.argmax())
    values = thing_model(kind).terms(features[best : best + 1])[0]
    terms = [
        (SUBJECTS[subject], float(sum(value for _, value in group)))
        for subject, group in groupby(zip(COLUMNS, values, strict=True), key=lambda item: item[0].split(".")[0])
    ]
    capped = float(thing_model(kind).logit(features[best : best + 1])[0] - values.sum()) - thing_model(kind).constant
    terms.append(("the rest counts less where one of these decides", capped))
    sides = found.things[found.rows[best]], found.things[found.columns[best]]
    sides = sides if a <= b else sides[::-1]
    pairs, alone = _words(*sides, kind)
    notes = _notes(sides, dict(zip(FEATURES, features[best].tolist(), strict=True)))
    shown = tuple(term for term in terms if abs(term[1]) >= 0.005)
    return Explanation(a, b, kind, float(chances[best]), pairs, alone, thing_model(kind).constant, shown, notes)


def _words(left: Thing, right: Thing, kind: str) -> tuple[tuple[TokenPair, ...], tuple[str, ...]]:
    """The words in pairs, in the order of the left name; and those that stay alone."""
    things = Things([left, right], kind)
    distance, listed, _ = word_grid(things, np.array([0], dtype=np.int32), np.array([1], dtype=np.int32))
    joined: Bools = assign(distance)[0]
    words, others = slotted(left), slotted(right)
    pairs = tuple(
        TokenPair(
            words[i].text,
            others[j].text,
            words[i].role,
            float(distance[0, i, j]),
            bool(listed[0, i, j]),
            () if listed[0, i, j] else _differences(words[i].folded, others[j].folded),
        )
        for i, j in np.argwhere(joined).tolist()
    )
    alone = [word.text for i, word in enumerate(words) if not joined[i].any()]
    alone += [word.text for j, word in enumerate(others) if not joined[:, j].any()]
    return pairs, tuple(alone)


def _differences(left: str, right: str) -> tuple[Step, ...]:
    from translit.matching.alignment.costs import cost_table

    steps = trace(cost_table(), left, right)
    return tuple(Step(step.left.rstrip(END), step.right.rstrip(END), step.cost) for step in steps if step.cost > 0.25)


def _notes(sides: tuple[Thing, Thing], features: dict[str, float]) -> tuple[str, ...]:
    notes: list[str] = []
    if features["acronym"]:
        notes.append("one side is the acronym of the other's words")
    if features["acronym_translated"]:
        notes.append("one side may be the acronym of the other's words in another language")
    for role, name in ((LEGAL, "legal forms"), (NUMBER, "numbers")):
        words = [word.text for side in sides for word in side.of(role)]
        if words:
            notes.append(f"{name}: {', '.join(words)}")
    if features["context_against"]:
        notes.append("what stands after the comma is different")
    return tuple(notes)


def other_names(text: str, kind: str) -> tuple[str, ...]:
    """The listed names of the places and organizations that a text names, in every language: for finding candidates.

    >>> "Гданьск" in other_names("Danzig", "place"), other_names("Бабіна", "place")
    (True, ())
    """
    found = lexicon(kind)
    words = (word for thing in parse_thing(text, kind) for word in thing.of(NAME))
    concepts = dict.fromkeys(concept for word in words for concept in word.concepts)
    return tuple(dict.fromkeys(form for concept in concepts for form in found.forms[concept]))
