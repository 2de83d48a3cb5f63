"""Fields of institutions: what a ministry, a university or a court is for, which tells two of a kind apart.

Белорусский государственный университет isn't Белорусский государственный медицинский университет, though all words of
the one are in the other. What is listed as a field counts, and in Cyrillic any unlisted adjective in small letters, as
proper names have a capital. `tables/names/institution_words.toml` has the fields and the kinds that have them.
"""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.matching.places_orgs.reading.parse import Thing
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern

COURT = 1
_ADJECTIVE = pattern(r"[а-яёіїєў]{4,}(?:[ыіио]й|[ая]я|[ое]е|ага|яга|ого|его|[аоы]й|чны|скі|цкі|н[аеы])")


def is_field(word: Word) -> bool:
    """Whether a word says what an institution is for.

    >>> is_field(Word("строительный", "строительный", NAME)), is_field(Word("Машерова", "машерова", NAME))
    (True, False)
    """
    if word.concepts:
        return not _listed("fields").isdisjoint(word.concepts)
    return word.role == NAME and bool(_ADJECTIVE.fullmatch(word.text))


def kinds_among(section: str, thing: Thing) -> int:
    """The kinds of organization that a name says it is, as a mask; those of one section of the table."""
    bits = _bits(section)
    return sum(1 << bits[one] for one in thing.organizations if one in bits)


def sports_of(thing: Thing) -> int:
    """The sports that a name says, by its words or by the letters of its kind of club, as a mask.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> of = [sports_of(parse_thing(name, "organization")[0]) for name in ("FC Dinamo", "Футбольный клуб", "ХК Динамо")]
    >>> of[0] == of[1] > 0, of[0] & of[2]
    (True, 0)
    """
    return _said("sports", thing)


def tiers_of(thing: Thing) -> int:
    """The tiers that the name of a court or of a prosecutor's office may say, as a mask.

    >>> from translit.matching.places_orgs.reading.parse import parse_thing
    >>> of = [tiers_of(parse_thing(name, "organization")[0]) for name in ("Amtsgericht Celle", "Landgericht Celle")]
    >>> of[0] & of[1], min(of) > 0
    (0, True)
    """
    return _said("tiers", thing) if kinds_among("tiered", thing) else 0


def jurisdictions_of(thing: Thing) -> int:
    """What a court judges, as a mask whose first bit, COURT, says that it is a court at all."""
    return _said("jurisdictions", thing)


def groups_of(thing: Thing) -> tuple[int, int, int]:
    """The masks of its sports, of its tiers and of what it judges."""
    return sports_of(thing), tiers_of(thing), jurisdictions_of(thing)


def _said(section: str, thing: Thing) -> int:
    bits = _listed_groups(section)
    said = thing.organizations.union(one for word in thing.words for one in word.concepts)
    return sum(1 << bit for bit in {bits[one] for one in said if one in bits})


@cache
def _listed_groups(section: str) -> dict[int, int]:
    listed = read_toml("names", "institution_words.toml")["table"][section].values()
    number = lexicon("organization").number
    return {number(key): bit for bit, keys in enumerate(listed) for key in keys}


@cache
def _listed(section: str) -> frozenset[int]:
    return frozenset(
        map(lexicon("organization").number, read_toml("names", "institution_words.toml")["table"][section])
    )


@cache
def _bits(section: str) -> dict[int, int]:
    return {concept: bit for bit, concept in enumerate(sorted(_listed(section)))}
