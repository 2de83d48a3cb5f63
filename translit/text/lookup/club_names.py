"""Sports clubs in a list, and the words that they go by in texts about sport: Динамо of FC Dynamo Kyiv."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import NAME
from translit.text.lookup.forms import Club
from translit.text.sense.parts_of_names import parts

LEAST = 3  # letters of a word that a club goes by
LONGEST = 4  # words of a club's name


class Clubs(NamedTuple):
    """The lists of `tables/text/clubs.toml`."""

    marks: frozenset[str]
    general: frozenset[str]
    sport: frozenset[str]
    sport_starts: tuple[str, ...]


@cache
def _table() -> Clubs:
    raw = {name: row.split() for name, row in read_toml("text", "clubs.toml")["table"].items() if name in Clubs._fields}
    starts = tuple(word[:-1] for word in raw["sport"] if word[-1] == "-")
    return Clubs(frozenset(raw["marks"]), frozenset(raw["general"]), frozenset(raw["sport"]), starts)


def is_mark(lower: str) -> bool:
    """Whether a word in small letters marks a sports club.

    >>> is_mark("fc"), is_mark("хк"), is_mark("of")
    (True, True, False)
    """
    return lower in _table().marks


def is_of_sport(lower: str) -> bool:
    """Whether a word in small letters is one that texts about sport have.

    >>> is_of_sport("матчу"), is_of_sport("ulica")
    (True, False)
    """
    return lower in _table().sport or lower.startswith(_table().sport_starts)


def club_of(name: str) -> Club:
    """What the name of an organization says of a sports club.

    >>> [club_of(name).name for name in ("FC Dynamo Kyiv", "Vardar Skopje", "ФК «Краснодар»", "Bank of Latvia")]
    ['WHOLE', 'WHOLE', 'TOWN', 'NONE']
    """
    word = _said(name)
    if word is None:
        return Club.NONE
    own = [one for one in words_of(name) if not is_mark(one.lower())]
    return Club.TOWN if not word and all(map(is_town, own)) else Club.WHOLE


def club_word(name: str) -> str | None:
    """The word that a club goes by in its town, if it has one besides the town.

    >>> [club_word(name) for name in ("FC Dynamo Kyiv", "Реал Мадрид", "Schachtar Donezk", "FC Sevilla", "Juventus")]
    ['Dynamo', 'Реал', 'Schachtar', None, None]
    >>> club_word("Manchester United") is None
    True
    """
    word = _said(name)
    return word if word and word != name else None


@lru_cache(maxsize=1 << 14)
def _said(name: str) -> str | None:
    """The word that a club goes by, nothing where there is none but the town's, None where the name is no club's."""
    words = words_of(name)
    if not 2 <= len(words) <= LONGEST:
        return None
    stems, own = parts()["clubs"], [word for word in words if not is_mark(word.lower())]
    stem = next((word for word in own if stems.has(word.lower())), None)
    if len(own) == len(words) and stem is None:  # a word and its town: Metalist Kharkiv
        first, last = words[0], words[-1]
        if len(words) > 2 or not first[:1].isupper() or first.isupper() or not is_town(last) or _is_known(first):
            return None
        own = [first]
    elif stem is None:
        own = [word for word in own if not word.isdigit() and not is_town(word)]
    one = stem or (own[0] if len(own) == 1 else "")
    return one if one and len(one) >= LEAST and one.lower() not in _table().general else ""


@lru_cache(maxsize=1 << 14)
def is_town(word: str) -> bool:
    """Whether a word stands for a place in the tables.

    >>> is_town("Kyiv"), is_town("Донецк"), is_town("Dynamo")
    (True, True, False)
    """
    folded = fold(word)
    return any(not known.places.isdisjoint(known.of_word(folded)) for known in map(lexicon, ("place", "organization")))


def _is_known(word: str) -> bool:
    """Whether a word says what kind of organization it is, or what it does: Police, Bank."""
    known = lexicon("organization")
    concepts = known.of_word(folded_word(word))
    return any(one in known.countries or known.roles[one] != NAME for one in concepts)
