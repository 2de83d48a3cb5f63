"""A place in Chinese characters beside one in pinyin: 营口 is Yingkou and no slip for Yankou, which is another town.

Only where the other name is of syllables of Mandarin throughout: what Japanese, Cantonese or a foreign town is called
has been read before, and is no name in characters any more. Older spellings, as of Wade–Giles, tell no b from p.
"""

from __future__ import annotations

from functools import cache, lru_cache

from translit.arrays import Bools, Int32s
from translit.compiled import read_toml
from translit.matching.persons.reading.syllabic import mandarin
from translit.matching.phonetics.scripts import latin_word
from translit.matching.places_orgs.comparing.arrays import Things
from translit.matching.places_orgs.evidence.two_syllables import two_by_syllables
from translit.patterns import pattern

_TWO = pattern(r"\p{Han}{2}")
_OLDER = (("zh", "j"), ("ch", "j"), ("q", "j"), ("c", "j"), ("z", "j"), ("b", "p"), ("d", "t"), ("g", "k"), ("x", "s"))
SIZE = 2  # syllables


def other_pinyin(things: Things, rows: Int32s, columns: Int32s) -> Bools:
    """Which pairs of places are two by the syllables of the one in characters and of the one in pinyin."""
    return two_by_syllables(things, rows, columns, _TWO, _are_two)


@lru_cache(maxsize=1 << 12)
def _are_two(name: str, folded: str) -> bool:
    """Whether a word in pinyin, or in Cyrillic as Russian writes it, isn't what two characters are read as.

    >>> _are_two("营口", "yankou"), _are_two("营口", "yingkou"), _are_two("营口", "инкоу"), _are_two("北投", "peitou")
    (True, False, False, False)
    >>> _are_two("东京", "tokyo")
    False
    """
    if not _several_readings().isdisjoint(name):
        return False
    readings = _coarse(folded)
    mine = _coarse("".join(latin_word(name).split()))
    return bool(readings) and bool(mine) and readings.isdisjoint(mine)


@cache
def _several_readings() -> frozenset[str]:
    """The characters that names of places read in more than one way."""
    return frozenset(read_toml("names", "syllabic.toml")["chinese"]["several_readings"])


def _coarse(word: str) -> frozenset[str]:
    found = []
    for reading in mandarin(word):
        if len(syllables := reading.split()) == SIZE:
            found.append(" ".join([_older(syllable) for syllable in syllables]))
    return frozenset(found)


def _older(syllable: str) -> str:
    """A syllable with one of the letters that older spellings have for two sounds."""
    return next((new + syllable.removeprefix(old) for old, new in _OLDER if syllable.startswith(old)), syllable)
