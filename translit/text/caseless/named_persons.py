"""Persons of the index whose names a string in Chinese characters or hangul may be, by how it is read.

习近平 sounds like Xi Jinping in Mandarin only, 岸田文雄 like Kishida Fumio only in Japanese; such names have codes in
the index, and their readings are asked for. What a string may be is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from translit.arrays import Int64s
from translit.finding.index.search import Index
from translit.kinds import PERSON
from translit.matching.persons.lexicon.lists import table
from translit.matching.persons.otherwise.han import as_japanese
from translit.matching.persons.otherwise.han_spoken import spoken
from translit.matching.persons.otherwise.han_tables import character, families, korean_families
from translit.matching.persons.otherwise.syllable_codes import syllable_codes
from translit.matching.phonetics.chinese_words import COMPOUND
from translit.matching.phonetics.fold import fold
from translit.memo import Remembered

REMEMBERED = 1 << 16  # strings
MOST = 8  # names that a string may be
CEILING = 1 << 14  # names of one word that are looked at
ALIKE = 0.8  # likeness of two readings from which on they may be one: set by hand
_NONE = np.empty(0, dtype=np.int64)
_GIVEN = "文"  # a given name, so that a family name is read as one


@cache
def _chinese(what: str) -> frozenset[str]:
    """Characters that are family names, or that no given name has."""
    return frozenset("".join(table("syllabic")["chinese"][what].split()))


def may_be_given(characters: str) -> bool:
    """Whether characters may be a given name: none of them is a word of its own that texts are full of.

    >>> may_be_given("近平"), may_be_given("义用")
    (True, False)
    """
    return _chinese("functions").isdisjoint(characters)


class NamedPersons:
    """Looks up strings among the names of an index's persons."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._is_person = np.repeat(index.kinds, np.diff(index.entity_firsts)) == PERSON
        # whether anybody has a family name; whose a whole name is
        self.has_family = Remembered(self._has_family).__getitem__
        self.named = Remembered(self._named).__getitem__

    def _has_family(self, family: str) -> bool:
        """Whether a person has the family name, as any language reads it."""
        listed = families().get(as_japanese(family), ())
        chinese = family in COMPOUND or (len(family) == 1 and family in _chinese("characters"))
        if not listed and not chinese:
            return False
        forms = [*listed, *(form for codes in syllable_codes(family + _GIVEN) for form in codes[0])]
        if chinese and len(family) == 1:
            read = character(family)
            forms += map(fold, (*read.cantonese, *read.vietnamese))
            if any(one in korean_families() for one in read.korean):
                forms += [form for one in read.korean for codes in syllable_codes(f"{one}민수") for form in codes[0]]
        return bool(len(self._of(forms)))

    def _named(self, name: str) -> tuple[int, ...]:
        """The names of persons that a whole name may be."""
        ways = [(said.family, said.given) for said in spoken(name)]
        ways += [(codes[0], tuple(form for part in codes[1:] for form in part)) for codes in syllable_codes(name)]
        found = [self._of_both(family, given) for family, given in ways]
        return tuple(dict.fromkeys(name for names in found for name in names.tolist()))[:MOST]

    def _of_both(self, family: Sequence[str], given: Sequence[str]) -> Int64s:
        some = self._of(family)
        return np.intersect1d(some, self._of(given)) if len(some) else some

    def _of(self, forms: Iterable[str]) -> Int64s:
        """The names of persons that have a word which is read as one of these."""
        match = self.index.vocabulary.any_of(dict.fromkeys(forms))
        words = match.words[match.likeness >= ALIKE]
        if not len(words):
            return _NONE
        names: Int64s = np.unique(self.index.scorer.names_of(words, CEILING)[0])
        persons: Int64s = names[self._is_person[names]]
        return persons
