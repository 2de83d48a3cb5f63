"""The institutions of an index: organizations whose names have only words of the tables, such as ministries.

What a name means counts, not its letters: Ministry of Defence of Belarus, Минобороны Белоруссии. So names are found by
what their words stand for, and `compare` says how probably two of them are one institution's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from translit.compiled import read_toml
from translit.finding.index.query import folded_words
from translit.finding.index.ranges import spread
from translit.finding.index.search import Index
from translit.kinds import ORGANIZATION
from translit.matching.compare import compare_many
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import folded_word, words_of
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, LEGAL, NAME, SMALL
from translit.matching.places_orgs.reading.joined_words import compound, syllabic
from translit.matching.places_orgs.reading.parse import parse_thing
from translit.matching.places_orgs.reading.word import Word
from translit.patterns import pattern
from translit.text.reading.bare_words import without_whose

FEDERATION = "federation"  # in names of countries
REMEMBERED = 1 << 15  # phrases
MOST = 8  # names that a phrase is compared with
_WITHOUT_CAPITALS = pattern(r"\p{Lo}{2}|\p{Georgian}{2}")


class Institutions:
    """The names of an index's institutions, by what their words stand for."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._names: dict[int, list[int]] = {}  # concept → names
        self._units: dict[int, tuple[Unit, ...]] = {}  # name → what its words stand for
        self._stands_for: dict[int, dict[int, None]] = {}  # name → all that these stand for
        self._answers: dict[str, dict[int, float]] = {}  # phrase → the names that it may mean
        for name in self._of_listed_words():
            self._take(name)

    def _of_listed_words(self) -> list[int]:
        """The names of organizations of several words, of which the tables know half or more."""
        index, known = self.index, lexicon("organization")
        kinds = np.repeat(index.kinds, np.diff(index.entity_firsts))
        sizes = np.diff(index.name_firsts).astype(np.int64)
        names = np.flatnonzero((kinds == ORGANIZATION) & (sizes > 1))
        if not len(names):
            return []
        firsts = index.name_firsts[names].astype(np.int64)
        words, places = np.unique(index.name_words[spread(firsts, firsts + sizes[names])], return_inverse=True)
        parts = [folded_words(index.words[word][:200]) for word in words.tolist()]
        flat = list(dict.fromkeys(part for some in parts for part in some))
        listed = {part for part, found in zip(flat, known.of_words(flat), strict=True) if found}
        told = np.array([not listed.isdisjoint(some) for some in parts], dtype=np.bool_)
        starts = np.cumsum(sizes[names]) - sizes[names]
        counts = np.add.reduceat(told[places].astype(np.int64), starts)
        found: list[int] = names[
            2 * counts >= sizes[names]
        ].tolist()  # a phrase may have words that aren't listed by themselves
        return found

    def _take(self, name: int) -> None:
        units = units_of(self.index.name(name))
        kinds = any(_roles(unit.concepts) & {GENERIC} or unit.named for unit in units)
        if kinds and all(unit.concepts for unit in units):
            self._units[name], self._stands_for[name] = units, _all(units)
            for concept in self._stands_for[name]:
                self._names.setdefault(concept, []).append(name)

    def __len__(self) -> int:
        return len(self._units)

    def meant(self, phrase: str) -> dict[int, float]:
        """The names that a phrase may mean, each with the probability that it is one."""
        if phrase not in self._answers:
            self.prepare([phrase])
        return self._answers[phrase]

    def prepare(self, phrases: Iterable[str]) -> None:
        """Work out what phrases may mean, all at once."""
        if len(self._answers) > REMEMBERED:
            self._answers = {}
        rows = {phrase: self._alike(phrase) for phrase in dict.fromkeys(phrases) if phrase not in self._answers}
        pairs = [(phrase, self.index.name(name)) for phrase, names in rows.items() for name in names]
        chances = iter(compare_many(pairs, "organization").tolist() if pairs else [])
        for phrase, names in rows.items():
            self._answers[phrase] = {name: next(chances) for name in names}

    def _alike(self, phrase: str) -> list[int]:
        """The few names that have what the words of a phrase stand for, and no more, but for whose they are.

        None is of another country than the phrase says.
        """
        units = units_of(phrase)
        mine = _all(units)
        counted = Counter(name for one in mine for name in self._names.get(one, ()))
        some = [
            (-count, name)
            for name, count in counted.items()
            if _within(units, self._stands_for[name]) and _within(self._units[name], mine)
        ]
        countries = lexicon("organization").countries
        whose = countries.intersection(mine)
        return [
            name
            for _, name in sorted(some)[:MOST]
            if not whose or whose & self._stands_for[name].keys() or countries.isdisjoint(self._stands_for[name])
        ]


class Unit(NamedTuple):
    """What a listed phrase in a name stands for, and what each of its words does."""

    concepts: tuple[int, ...]
    words: tuple[tuple[int, ...], ...]

    @property
    def named(self) -> bool:
        """Whether it is an organization that the tables know by name."""
        known = lexicon("organization")
        return any(known.roles[one] == NAME and one not in known.places for one in self.concepts)


def units_of(text: str) -> tuple[Unit, ...]:
    """What a name stands for, the longest listed phrases first; a word that is cut from several is these.

    Of a word that isn't listed there are no concepts; small words and legal forms are left out.

    >>> [len(units_of(name)) for name in ("Минобороны Белоруссии", "Belarusian Ministry of Defence")]
    [3, 3]
    """
    if not text.isascii() and _WITHOUT_CAPITALS.search(text):
        return tuple(Unit(word.concepts, (word.concepts,)) for word in _words(text))
    known = lexicon("organization")
    words = [part for word in words_of(text) for part in parts_of(word)]
    found, place = [], 0
    while place < len(words):
        size, concepts = known.at(words, place)
        inside = tuple(row for word in words[place : place + size] if (row := meaning(word)))
        if inside or not concepts:
            found.append(Unit(concepts, inside))
        place += size
    return tuple(found)


def _words(text: str) -> list[Word]:
    """The words of a name in a script without capitals, cut where it is written without blanks."""
    things = parse_thing(text, "organization")
    return [word for word in things[0].words if word.role not in (SMALL, LEGAL)] if things else []


def _all(units: Iterable[Unit]) -> dict[int, None]:
    """All that phrases and their words stand for."""
    return dict.fromkeys(one for unit in units for row in (unit.concepts, *unit.words) for one in row)


def _within(units: Iterable[Unit], others: Mapping[int, None]) -> bool:
    """Whether others have what each phrase stands for, but where it is a place, or only says of what rank it is."""
    return all(
        any(one in others for one in unit.concepts)
        or all(any(one in others or one in _ranks() for one in row) for row in unit.words)
        for unit in units
    )


@cache
def _ranks() -> frozenset[int]:
    """Places, and words that say of what rank an organization is."""
    known = lexicon("organization")
    listed = read_toml("names", "organization_words.toml")["table"]["ranked"]
    return known.places.union(map(known.number, (*listed, FEDERATION)))


@lru_cache(maxsize=1 << 14)
def meaning(folded: str) -> tuple[int, ...]:
    """What a folded word stands for in the names of organizations, but that it is small or a legal form."""
    found = lexicon("organization").of_word(folded)
    return () if _roles(found) & {SMALL, LEGAL} else found


def _roles(concepts: Sequence[int]) -> set[str]:
    return {lexicon("organization").roles[one] for one in concepts}


@lru_cache(maxsize=1 << 14)
def parts_of(word: str) -> tuple[str, ...]:
    """The folded words that a word is cut from, or it itself."""
    folded = folded_word(without_whose(word))
    parts = compound(folded) or syllabic(folded)
    return tuple(map(fold, parts)) if parts else (folded,) if folded else ()


def meanings(word: str) -> list[tuple[int, ...]]:
    """What a word of a text stands for: several things where it is cut from several words."""
    return [row for part in parts_of(word) if (row := meaning(part))]
