"""Places and organizations in a script whose letters tell apart what sounds alike: 苏州 and 宿州 are both Suzhou."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from translit.arrays import Bools, Int32s
from translit.matching.phonetics.han_variants import one_form
from translit.matching.phonetics.one_script import are_two, may_tell
from translit.matching.phonetics.scripts import korean_syllables, latin_word
from translit.matching.places_orgs.lexicon.folded_words import folded_word
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.unspaced import cut
from translit.matching.places_orgs.reading.asian_places import parted
from translit.patterns import pattern
from translit.writing.characters import normalized

MOST_PARTS = 1  # parts of a syllable of hangul in which two sound alike
_ONE_WORD = pattern(r"[\p{Han}々]+|\p{Hangul}+|[\p{Arabic}\p{Hebrew}\u0900-\u0d7f\p{M}]+")
_WORDS = pattern(r"[\p{Arabic}\s]+|[\p{Hebrew}\s]+|[\u0900-\u0d7f\p{M}\s]+")
_ARTICLE = pattern(r"^(?:ال|ה)(?=\p{L}{2})")
_HAN = pattern(r"[\p{Han}々]+")
_HANGUL = pattern(r"\p{Hangul}+")


def written_name(text: str, kind: str) -> str:
    """The name as it is written, of places without their kind; nothing where letters don't tell, and of several words,
    unless they are those of an organization in one alphabet.

    >>> written_name("苏州市", "place"), written_name("苏州大学", "organization"), written_name("Suzhou", "place")
    ('苏州', '苏州大学', '')
    """
    if not may_tell(text):
        return ""
    if kind == "organization" and len(words := normalized(text, "NFKC").split()) > 1 and _WORDS.fullmatch(text):
        return " ".join(words)
    name = normalized("".join(text.split()), "NFKC")
    if not _ONE_WORD.fullmatch(name):
        return ""
    return parted(name)[0] if kind == "place" else name


def written_against(written: Sequence[str], known: Int32s, rows: Int32s, columns: Int32s, kind: str) -> Bools:
    """Which pairs of names are two by what is `written` of them, unless lists have them as one (`known`)."""
    found = np.zeros(len(rows), dtype=np.bool_)
    has = np.array([name != "" for name in written], dtype=np.bool_)
    for place in np.flatnonzero(has[rows] & has[columns]).tolist():
        a, b = rows[place], columns[place]
        two = _two(written[a], written[b], kind)
        found[place] = two and (_HAN.match(written[a]) is not None or not _met(known[a], known[b]))
    return found


def _met(one: Int32s, other: Int32s) -> bool:
    return bool(np.intersect1d(one[one >= 0], other).size)


def _two(one: str, other: str, kind: str) -> bool:
    """Whether letters make two names of them.

    Of an organization, words may be left out or replaced; so of its name they tell only where all of it sounds alike,
    or where all words but one that no list has are the same.
    """
    if kind == "organization" and " " in one + other:
        return _one_word_apart(tuple(one.split()), tuple(other.split()))
    if kind == "organization":
        return one_form(one) != one_form(other) and (_sound_alike(one, other) or _one_part_apart(one, other))
    listed = lexicon(kind).in_latin
    return are_two(one, other) is True and not (listed.get(one) and listed.get(one) == listed.get(other))


@lru_cache(maxsize=1 << 14)
def _one_word_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words differ in one word that no list has: شركة النور, شركة النورس.

    >>> _one_word_apart(("شركة", "النور"), ("شركة", "النورس")), _one_word_apart(("شركة", "النور"), ("شرکت", "نور"))
    (True, False)
    """
    if len(one) != len(other):
        return False
    known = lexicon("organization")
    bare = [(_ARTICLE.sub("", a), _ARTICLE.sub("", b)) for a, b in zip(one, other, strict=True) if a != b]
    apart = [pair for pair in bare if are_two(*pair) is not False]
    unlisted = [pair for pair in apart if not all(known.at([folded_word(word)], 0)[1] for word in pair)]
    return len(unlisted) == 1 == len(apart) and are_two(*unlisted[0]) is True


@lru_cache(maxsize=1 << 14)
def _one_part_apart(one: str, other: str) -> bool:
    """Whether two names in Chinese characters have the same listed words and one other part of as many characters.

    >>> _one_part_apart("国立成功大学", "国立中央大学"), _one_part_apart("华为公司", "华为集团")
    (True, False)
    """
    if len(one) != len(other) or not (_HAN.fullmatch(one) and _HAN.fullmatch(other)):
        return False
    listed = lexicon("organization").unspaced
    parts = [cut(name, listed) for name in (one, other)]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) == 1:
        return False
    apart = [pair for pair in zip(*parts, strict=True) if one_form(pair[0]) != one_form(pair[1])]
    return len(apart) == 1 and len(apart[0][0]) == len(apart[0][1]) and not all(part in listed for part in apart[0])


@lru_cache(maxsize=1 << 14)
def _sound_alike(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return all(a == b or _alike(a, b) for a, b in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    """Whether two characters are read alike, or two syllables of Chinese origin differ in one part."""
    if _HANGUL.match(one) and _HANGUL.match(other):
        parts = [unicodedata.normalize("NFD", char) for char in (one, other)]
        native = {one, other}.issubset(korean_syllables())  # not 센타, 센터
        return native and len(parts[0]) == len(parts[1]) and sum(map(str.__ne__, *parts)) <= MOST_PARTS
    return bool(_HAN.match(one) and _HAN.match(other)) and latin_word(one) == latin_word(other)
