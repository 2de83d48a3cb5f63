"""Names in Chinese characters as Japanese, Koreans, Vietnamese and the south of China read them, against a name.

A character has many readings, and nothing in the name tells which is meant. So the name it is compared with is
asked: in each language the readings are taken that come nearest to it. The Mandarin reading a name has anyway.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, product

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translit.matching.persons.otherwise.han_exact import read_as, shortened, sound
from translit.matching.persons.otherwise.han_foreign import transcribed
from translit.matching.persons.otherwise.han_korean import chinese_parts, korean_of
from translit.matching.persons.otherwise.han_parts import (
    GIVEN,
    HIRAGANA,
    of_family,
    of_given,
    other_ways_to_part,
    ways_to_part,
)
from translit.matching.persons.otherwise.han_tables import (
    SOUTHERN_LANGUAGES,
    attested,
    character,
    families,
    repeated,
    southern,
)
from translit.matching.persons.reading.parse import parse
from translit.matching.phonetics.chinese_words import COMPOUND
from translit.matching.phonetics.pivots import pivots
from translit.memo import memoized
from translit.patterns import pattern

LONGEST = 8  # characters of a name
MOST_READINGS = (40, 16, 8, 5)  # readings of a character that are tried, in words of one, two, three and more
MOST = 300  # ways to read a name that are looked up in the list of names
RARER = 0.03  # letters that a reading rarer by one counts as; set by hand, so that it only decides between equals
LEAST_UNLISTED = 2  # characters of a name that stands alone and that no list has
UNREAD = 9.0  # letters as which a given name counts that nothing reads
FAR, FAR_SOUTH = 0.34, 0.2  # letters, by share, that a Japanese and another reading may differ in to be a candidate
_HAN = pattern(r"[\p{Han}々]")
_NAME = pattern(r"[\p{Han}々ヶヵぁ-んァ-ヶー]+(?:[\s・·]+[\p{Han}々ヶヵぁ-んァ-ヶー]+)?")


def has_han(text: str) -> bool:
    """Whether a text has Chinese characters.

    >>> has_han("安倍晋三"), has_han("Abe")
    (True, False)
    """
    return max(text, default="") >= "\u2e80" and _HAN.search(text) is not None


def is_han_name(text: str) -> bool:
    """Whether a text is one or two words in Chinese characters and kana.

    >>> is_han_name("伊藤まり"), is_han_name("安倍晋三首相 (日本)")
    (True, False)
    """
    return _NAME.fullmatch(text) is not None


def as_japanese(text: str) -> str:
    """A name in the characters that Japan writes today, with katakana as hiragana.

    >>> as_japanese("黒澤明"), as_japanese("佐々木マリ")
    ('黒沢明', '佐佐木まり')
    """
    return "".join([(character(char).today or (char,))[0] for char in repeated(text.translate(HIRAGANA))])


def han_readings(text: str, other: str) -> list[str]:
    """A name in Chinese characters as it is read in each language that brings it near to another name.

    >>> han_readings("安倍晋三", "Shinzo Abe"), han_readings("安倍晋三", "Boris Johnson")
    (['abe shinzo'], [])
    >>> han_readings("曾荫权", "Tsang Yam-kuen"), han_readings("朴槿惠", "Park Geun-hye")
    (['tsang yamkuen'], ['박근혜'])
    """
    text = text.strip()
    if not has_han(text) or has_han(other):
        return []
    foreign = transcribed(text, other)
    targets = _targets(other) if is_han_name(text) and len(text) <= LONGEST else ()
    if not targets:
        return [foreign] if foreign else []
    found = (_japanese(text, other), _southern(text, targets), korean_of(text, other), foreign)
    return [reading for reading in found if reading]


@memoized
def _all_targets(names: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of the words of each name, and of two or three neighbours written as one."""
    found = []
    for name in names:
        words = [hepburn(word) for word in parse(name).folded]
        runs = ["".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)]
        found.append(tuple({read for row in pivots.many(runs) for read in row}))
    return found


def _targets(name: str) -> tuple[str, ...]:
    return _all_targets(name)


_POLIVANOV = (
    ("дзи", "джи"), ("дз", "з"), ("си", "ши"), ("ся", "ша"), ("сю", "шу"), ("сё", "шо"), ("ти", "чи"),
    ("тя", "ча"), ("тю", "чу"), ("тё", "чо"), ("э", "е"),
    ("й", "и"),
)  # fmt: skip


def hepburn(word: str) -> str:
    """A folded word in Polivanov's Cyrillic as one who reads Hepburn would write it; others as they are.

    >>> hepburn("синдзо"), hepburn("мисима"), hepburn("abe")
    ('шинзо', 'мишима', 'abe')
    """
    for russian, english in _POLIVANOV if max(word, default="") >= "а" else ():
        word = word.replace(russian, english)
    return word


def nearest(parts: Sequence[Sequence[str]], targets: Sequence[str], far: float = FAR) -> tuple[float, str] | None:
    """Of all ways to read a word, given the readings of each character, the one nearest to any target, and how far."""
    if not all(parts):
        return None
    most = MOST_READINGS[min(len(parts), len(MOST_READINGS)) - 1]
    ways = list(product(*(list(enumerate(part[:most])) for part in parts)))
    sounds = ["".join([sound(one) for _, one in way]) for way in ways]
    apart = process.cdist(sounds, targets, scorer=Levenshtein.distance, dtype=np.uint8).min(axis=1)
    rare = [RARER * sum([number for number, _ in way]) for way in ways]
    found = int(np.argmin(apart + np.array(rare)))
    if apart[found] > far * len(sounds[found]):
        return None
    return float(apart[found]) + min(rare[found], 0.9), "".join([one for _, one in ways[found]])


@memoized
def _all_japanese_targets(names: Sequence[str]) -> list[dict[str, str]]:
    """What sounds like each word of a name, and two or three neighbours as one → the word as it is to be read.

    Whoever writes long vowels with two letters (Houjou, Ookochi) is asked without, as the tables are.
    """
    found = []
    for name in names:
        words = parse(name).folded
        runs = ["".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)]
        said: dict[str, str] = {}
        for run in runs:
            for read in pivots(shortened(run)):
                said.setdefault(read, run if run.isascii() else "")
        found.append(said)
    return found


def _japanese_targets(name: str) -> dict[str, str]:
    return _all_japanese_targets(name)


def _japanese(text: str, other: str) -> str | None:
    """The Japanese reading that comes nearest, or None where none comes near."""
    text, targets = as_japanese(text), _japanese_targets(other)
    best: tuple[float, str] | None = None
    for family, given in ways_to_part(text):
        one = _family(family, targets)
        two = one and _given(given, targets)
        if one and two and (best is None or one[0] + two[0] < best[0]):
            best = one[0] + two[0], f"{one[1]} {two[1]}".rstrip()
    return best[1] if best else _unlisted(text, targets) or _alone(text, targets, len(parse(other).folded) == 1)


def _unlisted(text: str, targets: Mapping[str, str]) -> str | None:
    """A family name that no list has before a given name, both read to the letter: 森合康行 isn't a 森."""
    for family, given in other_ways_to_part(text):
        one = read_as(of_family(family), targets)
        two = one and read_as([of_given(char) for char in given], targets)
        if one and two:
            return " ".join([targets[target] or reading for target, reading in (one, two)])
    return None


def _alone(text: str, targets: Mapping[str, str], alone: bool) -> str | None:
    """A family name or a given name that lists know, by itself, if it is read to the letter as a word of the other;
    beside a name of one word any that may be one."""
    if len(text) > GIVEN or not targets:
        return None
    if listed := read_as([families().get(text, ())], targets):
        return targets[listed[0]] or listed[1]
    given = read_as([of_given(char) for char in text], targets)
    if given and f"{text} {given[1]}" in attested():
        return targets[given[0]] or given[1]
    unlisted = read_as(of_family(text), targets) if alone and len(text) >= LEAST_UNLISTED else None
    return (targets[unlisted[0]] or unlisted[1]) if unlisted else None


def _family(word: str, targets: Mapping[str, str]) -> tuple[float, str] | None:
    """A family name that sounds like a target, as it is written there; of a listed one else the nearest reading."""
    exact = read_as(of_family(word), targets)
    if exact:
        return 0.0, targets[exact[0]] or exact[1]
    return nearest(of_family(word), list(targets)) if word in families() else None


def _given(word: str, targets: Mapping[str, str]) -> tuple[float, str] | None:
    """The reading of a given name that comes nearest; none in letters where it can't be told to be one.

    Lists say how many names are read. One that they read otherwise is left out, so that the family name stands alone.
    """
    parts = [of_given(char) for char in word]
    if not all(parts):
        return UNREAD, ""
    exact = read_as(parts, targets)
    found = (0.0, exact[1]) if exact else nearest(parts, list(targets))
    listed = found and f"{word} {found[1]}" in attested()
    if found and not listed and any(f"{word} {''.join(way)}" in attested() for way in islice(product(*parts), MOST)):
        return (UNREAD, "") if found[0] < 1 else None
    return (0.0, targets[exact[0]] or exact[1]) if exact else found


def _southern(text: str, targets: Sequence[str]) -> str | None:
    """The reading in a southern language: a family name that is found to the letter, and a given name that is near."""
    family, given = chinese_parts(text)
    if not given:
        return None
    for language in SOUTHERN_LANGUAGES:
        words = ((family, "families"), (given, "given"))
        parts = [[southern(char, language, part) for char in word] for word, part in words]
        one = [nearest([part], targets) for part in parts[0]]
        two = nearest(parts[1], targets, FAR_SOUTH)
        if two and all(found and found[0] < 1 for found in one):
            gap = "" if family in COMPOUND else " "
            return f"{gap.join([found[1] for found in one if found])} {two[1]}"
    return None
