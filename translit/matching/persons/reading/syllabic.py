"""Chinese and Vietnamese names: words of one or two syllables, of which another letter makes another name.

Letter by letter Lin and Ling, Hoa and Hoàn are a slip of the keyboard apart. So where both names are of syllables of
one of these languages, with a family name of it, their words are compared by what they may be read as.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import IntFlag
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Float32s, Int8s, UInt8s
from translit.data import table_rows
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.persons.lexicon.given_sets import FORMAL
from translit.matching.persons.lexicon.lists import table
from translit.matching.persons.lexicon.marks import LISTED, OTHER, VOUCHED
from translit.memo import memoized

GROUPED = float(np.float32(0.15))  # set by hand: distance of two spellings of one name
APART = 1.5  # set by hand: distance of two names that share no reading
FEWEST, MOST = 2, 4  # words of such a name
LONGEST = 12  # letters of a word, and half of it of a syllable
Readings = frozenset[str]
_NONE: Readings = frozenset()
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
Words = Callable[[int, int, int], "Two"]  # of a pair of names


class Two(NamedTuple):
    """Two words: folded, and as they are written if both names have signs of Vietnamese."""

    one: str
    other: str
    written: tuple[str, str] | None = None


class Language(IntFlag):
    """What a word may be: a syllable or two of a language, a family name of it."""

    CHINESE = 1
    VIETNAMESE = 2
    CHINESE_FAMILY = 4
    VIETNAMESE_FAMILY = 8


CHINESE, VIETNAMESE, CHINESE_FAMILY, VIETNAMESE_FAMILY = map(int, Language)


@cache
def _mandarin() -> dict[str, tuple[str, ...]]:
    """Folded syllables in pinyin and in Cyrillic → the syllables of Mandarin that they are."""
    found: dict[str, tuple[str, ...]] = {}
    for pinyin, _, cyrillic in table_rows("match", "mandarin.tsv"):
        for written in (pinyin, pinyin.replace("ü", "u"), pinyin.replace("ü", "v"), *cyrillic.split()):
            found[written] = tuple(dict.fromkeys((*found.get(written, ()), pinyin)))
    return found


@cache
def _vietnamese() -> re.Pattern[str]:
    raw = table("syllabic")["vietnamese"]
    initials, rhymes = ("|".join(sorted(raw[part].split(), key=len, reverse=True)) for part in ("initials", "rhymes"))
    return re.compile(f"(?:{initials})?(?:{rhymes})")


@cache
def _families(language: str) -> frozenset[str]:
    return frozenset(table("syllabic")[language]["families"].split())


@cache
def _burmese() -> frozenset[str]:
    return frozenset(table("syllabic")["burmese"]["words"].split())


def is_burmese_word(token: str) -> bool:
    """Whether a folded word is one that Burmese names are made of.

    >>> is_burmese_word("aung"), is_burmese_word("smith")
    (True, False)
    """
    return token in _burmese()


@memoized
def mandarin(tokens: Sequence[str]) -> list[Readings]:
    """The one or two syllables of Mandarin that each folded word may be read as.

    >>> sorted(mandarin("цзиньпин")), sorted(mandarin("xian")), mandarin("vladimir")
    (['jin ping'], ['xi an', 'xian'], frozenset())
    """
    return [_syllables(token.replace("ъ", "")) for token in tokens]


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(written[-1] for written in _mandarin())


def _syllables(token: str) -> Readings:
    if token[-1:] not in _last_letters():  # as most words
        return _NONE
    known = _mandarin()
    two = [
        f"{one} {other}"
        for end in range(max(1, len(token) - LONGEST // 2), min(len(token), LONGEST // 2 + 1))
        if token[:end] in known and token[end:] in known
        for one, other in product(known[token[:end]], known[token[end:]])
    ]
    return frozenset([*known.get(token, ()), *two])


def _bare(token: str) -> str:
    """A Vietnamese word as foreigners write it, i for y."""
    return token.replace("đ", "d").replace("õ", "o").replace("y", "i")


def _signed(word: str) -> str:
    """A Vietnamese word with its tone behind, wherever it stands (Hòa, Hoà)."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(sorted(letters, key=_TONES.__contains__)).replace("y", "i")


@memoized
def languages(tokens: Sequence[str]) -> list[int]:
    """What each folded word may be: a sum of `Language`s; nothing for a full given name of another people.

    >>> languages("jinping") == CHINESE, languages("tran") == VIETNAMESE | VIETNAMESE_FAMILY, languages("anna")
    (True, True, 0)
    """
    return [_languages(token) for token in tokens]


def _languages(token: str) -> int:
    found = 0
    if not 0 < len(token) <= LONGEST or not token.islower():
        return 0
    if readings := mandarin(token):
        family = not _families("chinese").isdisjoint(reading.replace(" ", "") for reading in readings)
        found |= CHINESE | (CHINESE_FAMILY if family else 0)
    latin = token.replace("đ", "d").replace("õ", "o")  # with a tone; in Estonian a letter of its own
    if latin.isascii() and _vietnamese().fullmatch(latin):
        found |= VIETNAMESE | (VIETNAMESE_FAMILY if latin in _families("vietnamese") else 0)
    if found and not found & (CHINESE_FAMILY | VIETNAMESE_FAMILY) and _of_others(token):
        return 0
    return found


def _of_others(token: str) -> bool:
    """Whether a word is listed as a full given name that isn't Chinese."""
    listed = given_names().listed(token)
    return any(kind == FORMAL and not _is_chinese(number) for number, kind in listed)


@cache
def _is_chinese(number: int) -> bool:
    forms = table("given")["names"][given_names().keys[number]]["formal"]
    return bool(mandarin(forms[-1].lower().replace("-", "")))


def language_of(words: Sequence[int]) -> int:
    """The language of a name by what its words may be: CHINESE, VIETNAMESE or both; 0 for others.

    >>> language_of(languages.many(["xi", "jinping"])) == CHINESE, language_of(languages.many(["xi", "smith"]))
    (True, 0)
    """
    if not FEWEST <= len(words) <= MOST:
        return 0
    every, some = CHINESE | VIETNAMESE, 0
    for word in words:
        every &= word
        some |= word
    return every & ((some & CHINESE_FAMILY and CHINESE) | (some & VIETNAMESE_FAMILY and VIETNAMESE))


def languages_of(words: Int8s, used: Bools) -> Int8s:
    """`language_of` of many names, by what their words may be [names, words] and which words there are."""
    every = np.bitwise_and.reduce(np.where(used, words, CHINESE | VIETNAMESE), axis=1)
    some = np.bitwise_or.reduce(np.where(used, words, 0), axis=1)
    families = np.where(some & CHINESE_FAMILY, CHINESE, 0) | np.where(some & VIETNAMESE_FAMILY, VIETNAMESE, 0)
    count = used.sum(axis=1)
    return np.where((count >= FEWEST) & (count <= MOST), every & families, 0).astype(np.int8)


def take_syllables(distance: Float32s, marks: UInt8s, meeting: Bools, languages: Int8s, words: Words) -> None:
    """Change distance and marks [pairs, left words, right words] of pairs whose names are of one of the languages."""
    for pair in np.flatnonzero(languages).tolist():
        for i, j in np.argwhere(meeting[pair]).tolist():
            at = pair, i, j
            said = float(distance[at]), int(marks[at])
            distance[at], marks[at] = by_syllables(words(pair, i, j), int(languages[pair]), *said)


def two(words: tuple[str, str], i: int, j: int, texts: tuple[str, str], written: Sequence[Sequence[str]]) -> Two:
    """Two folded words with what is written for them, if both texts tell more than foreigners write."""
    return Two(*words, None if texts[0].isascii() or texts[1].isascii() else (written[0][i], written[1][j]))


def by_syllables(words: Two, language: int, value: float, marks: int) -> tuple[float, int]:
    """The distance and the marks of two words of names of one language, from those that their letters have.

    >>> by_syllables(Two("lin", "ling"), CHINESE, 0.2, 0) == (APART, OTHER)
    True
    >>> by_syllables(Two("цзиньпин", "jinping"), CHINESE, 0.4, 0) == (GROUPED, LISTED | VOUCHED)
    True
    >>> by_syllables(Two("hung", "hung", ("Hùng", "Hưng")), VIETNAMESE, 0.0, 0) == (APART, OTHER)
    True
    """
    one, other, written = words
    if language & CHINESE:
        mine, its = mandarin(one), mandarin(other)
        if mine.isdisjoint(its):
            return (value, marks) if _nasals_apart(mine, its) else (max(value, APART), OTHER)
    elif _bare(one) != _bare(other) or (written and _signed(written[0]) != _signed(written[1])):
        return max(value, APART), OTHER
    return (GROUPED, LISTED | VOUCHED) if value > GROUPED else (value, marks | VOUCHED)


def _nasals_apart(one: Readings, other: Readings) -> bool:
    """Whether words of two syllables differ in n and ng alone, as who hears a name may write it: Jinping, Jingping."""
    mine, its = ({reading.replace("ng", "n") for reading in readings if " " in reading} for readings in (one, other))
    return not mine.isdisjoint(its)
