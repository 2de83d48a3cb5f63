"""A place in hangul beside one in Latin or Cyrillic letters: 단양 is Danyang in some system, Danwon in none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np

from translit.arrays import Bools, Int32s
from translit.matching.persons.reading.korean import glued
from translit.matching.phonetics.scripts import korean_syllables
from translit.matching.places_orgs.comparing.arrays import Code, Things
from translit.matching.places_orgs.lexicon.concepts import share
from translit.patterns import pattern

_TWO = pattern(r"\p{Hangul}{2}")
_JAMO = 2  # parts of an open syllable
_CHANGING = "ᄂᄅᄆᄒ"  # initials that are said otherwise after a closed syllable: 강릉 is Gangneung


def other_syllables(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Which pairs of places are two by the syllables that the one in hangul has, and the other may be read as."""
    found = np.zeros(len(rows), dtype=np.bool_)
    hangul = np.array([_TWO.fullmatch(name) is not None for name in things.written], dtype=np.bool_)
    if not hangul.any():
        return found
    open_ = (hangul[rows] != hangul[columns]) & ~share(things.known[rows], things.known[columns])
    for place in np.flatnonzero(open_).tolist():
        one, other = rows[place], columns[place]
        one, other = (one, other) if hangul[one] else (other, one)
        names = np.flatnonzero(things.roles[other] == Code.NAME)
        if len(names) == 1:
            found[place] = _are_two(things.written[one], things.folded[things.ids[other, names[0]]])
    return found


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
