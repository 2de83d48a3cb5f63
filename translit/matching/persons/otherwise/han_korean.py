"""Names in Chinese characters as Koreans read them, and their family name and given name."""

from __future__ import annotations

from translit.matching.persons.lexicon.lists import korean_families as spelled_families
from translit.matching.persons.otherwise.han_tables import as_first, character, korean_families
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics.chinese_words import COMPOUND

_HANGUL = "\uac00"  # the first syllable


def chinese_parts(text: str) -> tuple[str, str]:
    """The family name and the given name of a Chinese, Korean or Vietnamese; no given name where there is none.

    >>> chinese_parts("朴槿惠"), chinese_parts("司馬光"), chinese_parts("習 近平")
    (('朴', '槿惠'), ('司馬', '光'), ('習', '近平'))
    """
    words = text.split()
    if len(words) > 1:
        return words[0], words[1]
    size = 2 if text[:2] in COMPOUND or len(text) > 3 else 1
    return text[:size], text[size:] if len(text) - size <= 2 else ""


def korean_of(text: str, other: str) -> str | None:
    """The Korean reading, if the other name has its family name in some spelling or is in hangul; else nothing.

    >>> korean_of("朴槿惠", "Park Geun-hye"), korean_of("陈晓东", "Chen Xiaodan")
    ('박근혜', None)
    """
    reading = korean_reading(text)
    known = spelled_families()
    if not reading or any(reading[0] in known.get(word, ()) for word in parse(other).folded):
        return reading
    return reading if max(other) >= _HANGUL else None


def korean_reading(text: str) -> str | None:
    """The Korean reading in hangul, in which family names are known however they are spelled."""
    family, given = chinese_parts(text)
    syllables = [character(char).korean for char in family + given]
    if not given or len(family) > 1 or not all(syllables):
        return None
    known = korean_families()
    if not any(as_first(one) in known for one in syllables[0]):
        return None
    said = [next(one for one in syllables[0] if as_first(one) in known), *(one[0] for one in syllables[1:])]
    return "".join([*map(as_first, said[: len(family) + 1]), *said[len(family) + 1 :]])
