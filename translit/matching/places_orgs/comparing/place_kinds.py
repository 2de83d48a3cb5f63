"""Kinds of place: what a name says it is of, what a listed name is known to be of, and what follows for two names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Int32s, Int64s
from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon, territory_keys
from translit.matching.places_orgs.lexicon.listed_kinds import kinds_of_place
from translit.matching.places_orgs.lexicon.listed_phrases import NAME, WORD
from translit.matching.places_orgs.lexicon.place_endings import is_adjective, shorter_forms
from translit.matching.places_orgs.lexicon.territories import place_groups
from translit.matching.places_orgs.reading.parse import Thing
from translit.patterns import plain_pattern

_NEUTER = plain_pattern(r"\w{4,}[sc]kie")  # Mazowieckie is a voivodeship
CALLED = 1 << 60  # the name is an adjective that a town may be called by: Волжский
ADJECTIVE = 1 << 61  # the name is an adjective: Ленинградская
SETTLED = 1 << 62  # of a listed town or village: a river or a street of that name is another place
EXACT = 0.1  # nats a letter, less than an adjective and its noun are apart
MOST_LANDS = 4
OF_A_TOWN = -4.5  # log odds, by hand: of a kind that a listed town or land isn't
LANDS = ("region", "district", "island")  # a county is a region or a district
WATERS = ("lake", "river", "bay", "strait", "height")


def kind_masks(things: Sequence[Thing], kind: str) -> tuple[Int64s, Int64s]:
    """As bits: the classes of kinds that each name says, and those that a listed name is known to be of."""
    known = [_known_as(thing) if kind == "place" else 0 for thing in things]
    said = [
        sum(1 << one for one in thing.kinds) | (mask and _in_phrases(thing) & _may_say(mask))
        for thing, mask in zip(things, known, strict=True)
    ]
    return np.array(said, dtype=np.int64), np.array(known, dtype=np.int64)


def _may_say(known: int) -> int:
    """The kinds that a listed phrase may say of a name: what it's known to be, and of a town that it's the region."""
    return known | _bits("region", "district") if known & SETTLED else known


def _in_phrases(thing: Thing) -> int:
    """The classes of the kinds that stand in listed phrases: Lake Sevan is a lake, and the town of Sevan isn't."""
    class_of, _ = kinds_of_place()
    words = {part for word in thing.of(NAME) if " " in word.text for part in words_of(word.text)}
    concepts = {one for word in words for one in lexicon("place").of_word(folded_word(word))}
    return sum(1 << one for one in {class_of[concept] for concept in concepts if concept in class_of})


def _listed_as(thing: Thing) -> frozenset[int]:
    """The places that a name may be of: the whole of it, else its words. York says nothing of New York."""
    return thing.known or frozenset(concept for word in thing.of(NAME) for concept in word.concepts)


def _known_as(thing: Thing) -> int:
    found = 0
    for concept in _listed_as(thing):
        found |= _of_concepts().get(concept, 0)
    found = found & ~_bits("region", "district") if found & SETTLED else found
    names = thing.of(NAME) or thing.of(WORD)  # Октябрьский, a listed word
    found = found & ~SETTLED if thing.apart else found  # Neukölln isn't Köln
    found |= _bits("region") if len(names) == 1 and _NEUTER.fullmatch(names[0].folded) else 0
    found |= CALLED if len(names) == 1 and is_adjective(names[0].folded) else 0
    return found | ADJECTIVE if len(names) == 1 and shorter_forms(names[0].folded) else found


@cache
def _of_concepts() -> dict[int, int]:
    """What each listed name is known to be of: a country, a region, a water or mountain, else a settlement."""
    known = lexicon("place")
    found = dict.fromkeys(known.places, SETTLED)
    borough = _bit("borough")  # GeoNames has those of large towns among towns
    found |= {number: SETTLED | borough for number, key in enumerate(known.keys) if key.startswith("town:")}
    found |= {number: 0 for number, key in enumerate(known.keys) if key.startswith("cldr:")}  # islands, too
    listed, waters, lands = read_toml("names", "places.toml")["table"], _bits(*WATERS), _bits(*LANDS)
    nature = waters | lands | _bits("plain", "spit", "heath", "peninsula", "wild")
    for keys, mask in ((listed["rivers"], waters), (listed["lands"], lands)):
        found |= {known.number(key): mask for key in keys}
    for section, mask in (
        ("regions", lands),
        ("lands", lands),
        ("waters", waters),
        ("more-waters", waters),
        ("nature", nature),
    ):
        found |= {known.number(key): mask for key in place_groups(section)}
    found |= dict.fromkeys(known.countries, _bits("country", *LANDS))
    found |= {number: lands for number, key in enumerate(known.keys) if key.startswith("land:")}
    found |= {known.number(territory_keys()[code]): 0 for code in listed["city_states"]}
    for number in known.divisions:  # a department may be called by its river
        found[number] |= _bits("region", "district") if found[number] and not found[number] & SETTLED else 0
    return found


@cache
def _classes() -> int:
    return (1 << len(read_toml("names", "place_words.toml")["kinds"])) - 1


@cache
def _bits(*names: str) -> int:
    return sum(map(_bit, names))


@cache
def _bit(name: str) -> int:
    return 1 << list(read_toml("names", "place_words.toml")["kinds"]).index(name)


def lands(things: Sequence[Thing], kind: str) -> Int32s:
    """The lands and regions that each name may be of, as concepts, [names, MOST_LANDS]; -1 where there are fewer."""
    found = np.full((len(things), MOST_LANDS), -1, dtype=np.int32)
    region = _bit("region")
    for row, thing in enumerate(things if kind == "place" else ()):
        mine = sorted(concept for concept in _listed_as(thing) if _of_concepts().get(concept, 0) & region)[:MOST_LANDS]
        found[row, : len(mine)] = mine
    return found


def kinds_of_places(
    said: tuple[Int64s, Int64s], known: tuple[Int64s, Int64s], closest: Bools, one_land: Bools, listed: Bools
) -> dict[str, NDArray[Any]]:
    """Where both sides say what kind of place they are and differ; the log odds where one alone says it.

    Bayern is known to be a region, as Freistaat Bayern says; a street may be named without its kind where nothing
    else differs (`closest`), but not if a town has the name. Of two names that one land has (`one_land`) neither needs
    to say that it's a region.
    """
    a, b = said
    alone = np.where(a == 0, b, np.where(b == 0, a, 0))
    bare = np.where(a == 0, known[0], known[1])
    settled = (bare & SETTLED > 0) & (bare & ADJECTIVE == 0)
    other = settled | (bare & _classes() > 0) & (bare & ADJECTIVE == 0)  # known to be of another kind
    alone = np.where(one_land, alone & ~_bits(*LANDS), alone)
    alone = np.where(alone & _bit("settlement"), alone & ~_bit("district"), alone)  # a municipality may be a town
    alone = np.where(alone & _bit("borough"), alone & ~_bit("district"), alone) & ~bare
    two_towns = ((known[0] ^ known[1]) & CALLED > 0) & ((known[0] ^ known[1]) & ADJECTIVE > 0) & (a | b == 0) & ~listed
    worst = np.where(two_towns, OF_A_TOWN, 0.0)
    raw = read_toml("names", "place_words.toml")
    for number, (name, says) in enumerate(zip(raw["kinds"], kinds_of_place()[1], strict=True)):
        if not (alone >> number & 1).any():
            continue
        contrary = settled if name == "borough" else other
        of_a_town = np.full(len(a), says if name in ("country", "settlement") else min(says, OF_A_TOWN))
        if name == "settlement":  # Ленинград isn't станица Ленинградская, and Benin City not Benin
            of_a_town[((known[0] ^ known[1]) & ADJECTIVE > 0) | (bare & _bits("country", "region") > 0)] = OF_A_TOWN
        mild = np.where(closest, raw["exact"].get(name, says), says)
        worst = np.where(alone >> number & 1, np.minimum(worst, np.where(contrary, of_a_town, mild)), worst)
    return {"kind_against": (a > 0) & (b > 0) & ((a & b) == 0), "kind_agrees": (a & b) > 0, "kind_alone": worst}
