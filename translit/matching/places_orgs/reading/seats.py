"""Whose an organization is, and where it sits: Embassy of Belarus in Lithuania, Литовское посольство в Беларуси.

A preposition of place before a country says where, and so does a comma or a bracket; a genitive, an adjective or *of*
says whose. Where two countries stand about a mission without any preposition, the first is the owner: US Embassy Kyiv.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, SMALL
from translit.matching.places_orgs.reading.apposition import in_apposition, inflected_nouns
from translit.matching.places_orgs.reading.word import Word


class Seats(NamedTuple):
    """The places, as concepts, that an organization belongs to, and those that it sits in; whether it's a mission."""

    owners: frozenset[int] = frozenset()
    seats: frozenset[int] = frozenset()
    mission: bool = False
    apposed: bool = False  # it ends in a country as its branch has it
    qualified: bool = False  # a small word stands before the place, or it is in another case: of Russia, России


NOWHERE = Seats()


def seats_of(words: Sequence[Word]) -> Seats:
    """The owners and seats that the words of a name tell.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> found = parse_thing("Посольство Беларуси в Литве", "organization")[0].seats
    >>> [[lexicon("organization").keys[one] for one in places] for places in (found.owners, found.seats)], found.mission
    ([['belarus'], ['lithuania']], True)
    """
    places = lexicon("organization").places
    owners: list[Sequence[int]] = []
    later: list[Sequence[int]] = []  # owners that stand after the word for a mission
    seats: list[Sequence[int]] = []
    inside = mission = qualified = after_small = False
    for word in words:
        found = [concept for concept in word.concepts if concept in places]
        if word.role == SMALL:
            inside = inside or word.folded in small_words_of_place()
        elif found:
            qualified |= after_small or (word is not words[0] and _in_another_case(word))
            (seats if inside else later if mission else owners).append(found)
            inside = False
        elif word.role == GENERIC and _missions().intersection(word.concepts):
            mission = True
        after_small = word.role == SMALL
    if owners and later and not seats:
        later, seats = [], later
    apposed = not mission and in_apposition(words)
    return Seats(
        *(frozenset(chain.from_iterable(owners + later)), frozenset(chain.from_iterable(seats))),
        *(mission, apposed, qualified),
    )


def _in_another_case(word: Word) -> bool:
    """Whether a word is a country or town in the genitive or another case, after a name: Сбербанк России."""
    return any(word.folded in inflected_nouns(concept) for concept in word.concepts)


@cache
def small_words_of_place() -> frozenset[str]:
    """The folded small words that say where: in, w, у."""
    return frozenset(map(fold, read_toml("names", "organization_words.toml")["table"]["inside"]))


@cache
def _missions() -> frozenset[int]:
    """The kinds of organization that one country has in another."""
    listed = read_toml("names", "organization_words.toml")["table"]["missions"]
    return frozenset(map(lexicon("organization").number, listed))
