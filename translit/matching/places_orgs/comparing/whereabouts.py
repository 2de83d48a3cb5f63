"""Where places lie: the countries of listed towns and regions, and what stands after a comma.

Who names a town of a known name in another country says so: Paris is in France, Paris, Texas isn't. Two names with a
qualifier each are one where the qualifiers are, or where one is the country that the other lies in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int32s
from translit.compiled import read_toml
from translit.data import table_rows
from translit.matching.places_orgs.lexicon.concepts import share
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon, territory_keys
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.lexicon.territories import territories
from translit.matching.places_orgs.reading.parse import Thing
from translit.matching.places_orgs.reading.word import Word

MOST_COUNTRIES = 6
UPON = frozenset(("upon", "sur", "an", "am", "на", "над", "nad", "on"))  # before a water
REGION = ("sub:", "land:")  # keys of regions begin so, and go on with their code of ISO 3166-2


class Whereabouts(NamedTuple):
    """Of names of places, [names, MOST_COUNTRIES], -1 where there are fewer: the countries that the listed name lies
    in, and those of what stands after the comma; whether nothing but a country stands there; the countries of all
    places that it may be, and whether they are nothing but regions."""

    lies_in: Int32s
    within: Int32s
    country_alone: Bools
    about: Int32s
    region: Bools
    upon: Bools  # the name says which water it lies on


ALIKE, ALIKE_AT_HOME = 0.03, 0.15  # up to here two listed names are one, and are where one is a region; by hand


def alike(where: Whereabouts, rows: Int32s, columns: Int32s) -> Float32s:
    """Up to which distance two listed names are spelled the same: Liman, a town, is no Lima in Finnish, but a town and
    a region of one country that are called alike in two scripts are listed apart."""
    at_home = share(where.about[rows], where.about[columns]) & (where.region[rows] != where.region[columns])
    return np.where(at_home, np.float32(ALIKE_AT_HOME), np.float32(ALIKE))


def whereabouts(things: Sequence[Thing], kind: str) -> Whereabouts:
    """Where each name says or is known to be; nothing of organizations."""
    lies_in, within, about = np.full((3, len(things), MOST_COUNTRIES), -1, dtype=np.int32)
    alone, region, upon = np.zeros((3, len(things)), dtype=np.bool_)
    for row, thing in enumerate(things if kind == "place" else ()):
        names = thing.of(NAME)
        upon[row] = not UPON.isdisjoint(part for word in thing.words for part in words_of(word.text.lower()))
        if len(names) == 1 and names[0].concepts:
            _fill(lies_in[row], _at_home(names[0], _of_all(names[0].concepts)))
            _fill(about[row], _of_every(names[0].concepts))
            region[row] = _is_region(names[0].concepts)
        if thing.context:
            _fill(within[row], frozenset().union(*map(_of_qualifier, thing.context)))
            countries = lexicon(kind).countries
            alone[row] = all(not countries.isdisjoint(word.concepts) for word in thing.context)
    return Whereabouts(lies_in, within, alone, about, region, upon)


def _fill(row: NDArray[Any], codes: Iterable[int]) -> None:
    mine = sorted(codes)[:MOST_COUNTRIES]
    row[: len(mine)] = mine


def _of_qualifier(word: Word) -> frozenset[int]:
    """The countries that a word after a comma is, or lies in; of two capitals, those of the code as well."""
    found = set().union(*(_of_one(concept) for concept in word.concepts))
    if len(word.text) == 2 and word.text.isascii() and word.text.isupper():
        found |= {_numbers()[code] for code in (word.text.lower(),) if code in _numbers()}
    return frozenset(found)


@lru_cache(maxsize=1 << 12)
def _of_all(concepts: tuple[int, ...]) -> frozenset[int]:
    """The countries of a name that may mean several places; nothing if it isn't known of one of these. Regions called
    after a town that isn't listed say nothing: San José."""
    keys = lexicon("place").keys
    known = [concept for concept in concepts if not keys[concept].startswith("sub:")]
    known = [concept for concept in known if not keys[concept].startswith("town:")] or known  # the one in atlases
    found = [_of_one(concept) for concept in known]
    return frozenset().union(*found) if found and all(found) else frozenset()


def _at_home(word: Word, countries: frozenset[int]) -> frozenset[int]:
    """Of the countries that a name may mean a place in, those that write in its alphabet, if any: Брест is in Belarus,
    Brest in Brittany too."""
    own = countries & _cyrillic() if word.text[:1] >= "А" and word.text[:1] <= "ӿ" else countries
    return own or countries


@cache
def _cyrillic() -> frozenset[int]:
    codes = read_toml("names", "place_words.toml")["table"]["cyrillic"]
    return frozenset(_numbers()[code] for code in codes)


@lru_cache(maxsize=1 << 12)
def _of_every(concepts: tuple[int, ...]) -> frozenset[int]:
    return frozenset().union(*map(_of_one, concepts))


def _is_region(concepts: tuple[int, ...]) -> bool:
    return all(lexicon("place").keys[concept].startswith("sub:") for concept in concepts)


def _of_one(concept: int) -> frozenset[int]:
    return _countries().get(concept, frozenset())


@cache
def _numbers() -> dict[str, int]:
    """ISO 3166 alpha-2 code → number."""
    return {key: number for number, (key, code, _) in enumerate(territories()) if code}


@cache
def _countries() -> dict[int, frozenset[int]]:
    """Each country and each place that is known to lie in one → the numbers of the countries."""
    known, numbers, keys = lexicon("place"), _numbers(), territory_keys()
    found = {known.number(keys[code]): frozenset((number,)) for code, number in numbers.items()}
    for place, key in enumerate(known.keys):
        if key.startswith((*REGION, "town:")) and (code := key.partition(":")[2][:2]) in numbers:
            found[place] = frozenset((numbers[code],))
    for key, codes in table_rows("names", "place_countries.tsv"):
        found[known.number(key)] = frozenset(numbers[code] for code in codes.split(" ") if code in numbers)
    return found
