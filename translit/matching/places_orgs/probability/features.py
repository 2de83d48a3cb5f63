"""Comparing places and organizations: the probability that two names are of one.

A text may hold several names (`Kaunas (Kowno)`): the two that agree best decide. Each pair is put into one order
first, so that the answer is the same either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Indices, Int32s
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.evidence.evidence import FEATURES, evidence
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.loose_phrases import loose_letters, word_reading
from translit.matching.places_orgs.otherwise.compound_adjectives import read_as_adjectives
from translit.matching.places_orgs.otherwise.han_organizations import read_brands
from translit.matching.places_orgs.otherwise.han_places import read_in_japanese
from translit.matching.places_orgs.otherwise.heard_words import read_as_heard
from translit.matching.places_orgs.otherwise.read_together import read_together
from translit.matching.places_orgs.otherwise.stops import read_in_full
from translit.matching.places_orgs.probability.model import thing_model
from translit.matching.places_orgs.reading.parse import Thing, parse_thing
from translit.matching.places_orgs.reading.plain_text import MOST_LETTERS

BLOCK = 4096


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
    if kind == "place":
        pairs = read_as_heard(read_in_full(*read_in_japanese(left, right, rows, columns)))
        left, right, rows, columns = read_as_adjectives(*pairs)
    else:
        left, right, rows, columns = read_together(read_brands((left, right, rows, columns)))
    texts = sorted({*left, *right})
    place = {text: index for index, text in enumerate(texts)}
    _read_ahead(texts, kind)
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
    alike = _alike(names, (a[owner], b[owner]), (first, second), kind)
    first, second, owner = first[alike], second[alike], owner[alike]
    return Pairs(things, first.astype(np.int32), second.astype(np.int32), owner.astype(np.int32))


def _read_ahead(texts: Sequence[str], kind: str) -> None:
    """Fold and read the words of all names at once, which takes a fraction of the time of each by itself."""
    folded = fold.many(word for text in texts for word in words_of(text[:MOST_LETTERS]))
    word_reading.many(folded)
    if kind == "organization":
        loose_letters.many(folded)


def _alike(
    names: Sequence[Sequence[Thing]], sides: tuple[Indices, Indices], pairs: tuple[Indices, Indices], kind: str
) -> Bools:
    """Which names of two texts (`sides`) are held against each other, of all `pairs`: where both texts have compounds,
    both apart, and of organizations as they are too; where both honour somebody, with whom they do. What both have in
    brackets makes them no one: Sunrise (HK) and Sunshine (HK)."""
    inside = np.array([thing.inside for found in names for thing in found], dtype=np.bool_)
    allowed = ~(inside[pairs[0]] & inside[pairs[1]])
    for variant in ("apart", "bare"):
        is_so = np.array([getattr(thing, variant) for found in names for thing in found], dtype=np.bool_)
        has = np.array([any(getattr(thing, variant) for thing in found) for found in names], dtype=np.bool_)
        first, second = is_so[pairs[0]], is_so[pairs[1]]
        whole, both = ~(first | second), first & second
        alike = whole if variant == "bare" else both if kind == "place" else whole | both
        allowed &= alike | ~(has[sides[0]] & has[sides[1]])
        if variant == "apart" and kind == "organization":
            for pair in np.flatnonzero(allowed & both).tolist():
                allowed[pair] = not _same_compound(names[sides[0][pair]], names[sides[1][pair]])
    return allowed


def _same_compound(one: Sequence[Thing], other: Sequence[Thing]) -> bool:
    """Whether a word of both names is written as one in both and comes apart: Eurobank, Eurobank Bulgaria."""
    return not _compounds(tuple(one)).isdisjoint(_compounds(tuple(other)))


@lru_cache(maxsize=1 << 12)
def _compounds(names: tuple[Thing, ...]) -> frozenset[str]:
    whole, apart = (
        {word.folded for one in names if one.apart == is_so for word in one.words} for is_so in (False, True)
    )
    return frozenset(whole - apart)


def pair_features(found: Pairs, kind: str, things: Things | None = None) -> Float32s:
    """The features of pairs of names, float32 [pairs, len(FEATURES)]."""
    things = things or Things(found.things, kind)
    result = np.empty((len(found.rows), len(FEATURES)), dtype=np.float32)
    for start in range(0, len(found.rows), BLOCK):
        part = slice(start, start + BLOCK)
        result[part] = evidence(things, found.rows[part], found.columns[part])
    return result


def other_names(text: str, kind: str) -> tuple[str, ...]:
    """The listed names of the places and organizations that a text names, in every language: for finding candidates.

    >>> "Гданьск" in other_names("Danzig", "place"), other_names("Бабіна", "place")
    (True, ())
    """
    found = lexicon(kind)
    words = (word for thing in parse_thing(text, kind) for word in thing.of(NAME))
    concepts = dict.fromkeys(concept for word in words for concept in word.concepts)
    return tuple(dict.fromkeys(form for concept in concepts for form in found.forms(concept)))
