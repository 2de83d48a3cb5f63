"""A place in hangul beside one in Latin or Cyrillic letters: 단양 is Danyang in some system, Danwon in none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from translit.arrays import Bools, Int32s
from translit.matching.persons.reading.korean import glued
from translit.matching.phonetics.scripts import korean_syllables
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.evidence.two_syllables import two_by_syllables
from translit.patterns import pattern

_TWO = pattern(r"\p{Hangul}{2}")
_JAMO = 2  # parts of an open syllable
_CHANGING = "ᄂᄅᄆᄒ"  # initials that are said otherwise after a closed syllable: 강릉 is Gangneung


def other_syllables(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Which pairs of places are two by the syllables that the one in hangul has, and the other may be read as."""
    return two_by_syllables(things, rows, columns, _TWO, _are_two)


@lru_cache(maxsize=1 << 12)
def _are_two(name: str, folded: str) -> bool:
    """Whether two syllables aren't what a word may be read as, which is Korean too.

    >>> _are_two("단양", "danwon"), _are_two("단양", "danyang"), _are_two("강릉", "gangneung"), _are_two("로마", "roma")
    (True, False, False, False)
    """
    first, second = (unicodedata.normalize("NFD", syllable) for syllable in name)
    if not korean_syllables().issuperset(name) or (second[0] in _CHANGING and len(first) > _JAMO):
        return False
    readings = glued(folded)
    return bool(readings) and readings.isdisjoint(glued(name))
