"""A place as a proper name beside a kind of organization, Банк «Россия», and as its owner, Банк России, Bank of Russia.

In languages with cases, what bears proper names, as banks, hotels and newspapers do, stands before them in the
nominative and without a preposition; a place that it belongs to stands in the genitive. Others have a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import inflected_places, lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME
from translit.matching.places_orgs.lexicon.loose_phrases import read
from translit.matching.places_orgs.reading.word import Word


class Bond(IntEnum):
    """How a place stands beside a kind of organization, if a name is nothing but these."""

    NONE = 0
    NAMED = 1
    OWNED = 2


def bond(words: Sequence[Word]) -> Bond:
    """How the place stands in the name of an organization.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> [parse_thing(name, "organization")[0].bond.name for name in ("Банк «Россия»", "Bank of Austria", "Vega Bank")]
    ['NAMED', 'OWNED', 'NONE']
    """
    small = lexicon("organization").number("small")  # оф is *of*, as well as a legal form
    kept = [word for word in words if word.role != LEGAL or small in word.concepts]
    if not 2 <= len(kept) <= 3 or kept[0].role != GENERIC or kept[-1].role != NAME:
        return Bond.NONE
    if any(small not in word.concepts for word in kept[1:-1]) or not bearers().intersection(kept[0].concepts):
        return Bond.NONE
    if not lexicon("organization").places.intersection(kept[-1].concepts):
        return Bond.NONE
    place = kept[-1]
    if len(kept) == 3:
        return Bond.OWNED
    if place.folded[:1] >= "а":
        return Bond.NAMED if any(place.folded in nominatives(one) for one in place.concepts) else Bond.OWNED
    if any(place.folded in nominatives(one) for one in place.concepts):
        return Bond.NONE  # Bank Austria, Bank Israel: languages without cases leave it open
    reading = set(read((place.folded,)))
    return Bond.NAMED if any(reading & _read_nominatives(one) for one in place.concepts) else Bond.OWNED


def in_apposition(words: Sequence[Word]) -> bool:
    """Whether a name ends in a country or region in the nominative, as branches do: Радио Свобода Казахстан.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> names = ("Радио Свобода Казахстан", "Банк Казахстана", "Bank of Kazakhstan")
    >>> [in_apposition(parse_thing(name, "organization")[0].words) for name in names]
    [True, False, False]
    """
    kept = [word for word in words if word.role != LEGAL]
    if sum(len(word.text.split()) for word in kept) < 3 or kept[-1].role != NAME:
        return False
    if len(kept) < 2 or lexicon("organization").number("small") in kept[-2].concepts:
        return False
    around = lexicon("organization").around.intersection(kept[-1].concepts)
    return any(kept[-1].folded in nominatives(one) for one in around)


@cache
def bearers() -> frozenset[int]:
    """The kinds of organization that bear proper names."""
    listed = read_toml("names", "organization_words.toml")["table"]["bearers"]
    return frozenset(map(lexicon("organization").number, listed))


@cache
def nominatives(concept: int) -> frozenset[str]:
    """The folded names of a place, without its adjectives and genitives."""
    found = lexicon("organization")
    inflected = inflected_places().get(found.keys[concept], ())
    return frozenset(fold.many([form for form in found.forms(concept) if form not in inflected]))


@cache
def inflected_nouns(concept: int) -> frozenset[str]:
    """The folded names of a place in other cases than the nominative, without those that are one in another language:
    Polska."""
    forms = inflected_places().get(lexicon("organization").keys[concept], ())
    return frozenset(fold.many([form for form in forms if form[:1].isupper()])) - nominatives(concept)


@cache
def _read_nominatives(concept: int) -> frozenset[str]:
    cyrillic = (name for name in nominatives(concept) if name[:1] >= "а")
    return frozenset(reading for name in cyrillic for reading in read((name,)))
