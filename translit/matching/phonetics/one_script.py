"""Two words of one script: letters tell them apart that sound alike in another one.

苏州 and 宿州 are both Suzhou, but nobody who writes them takes one for the other; 광주 isn't 공주, nor الغامدي الحمدي.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.matching.phonetics.han_variants import one_form
from translit.patterns import pattern, plain_pattern

FOREIGN = 3  # syllables of hangul from which on a word is rather a foreign name, which is spelled in several ways
# neither Latin, Cyrillic, Armenian and modern Greek nor punctuation
_FAR = plain_pattern("[^\x00-\u058f\u1e00-\u1eff\u2000-\u206f]")
_DEVANAGARI, _BLOCK, _INDIC_END = 0x900, 0x80, 0xD80
_HAN = pattern(r"[\p{Han}々]+")
_HANGUL = pattern(r"[\p{Hangul}]+")
_ALPHABETS = {
    "arabic": pattern(r"\p{Arabic}[\p{Arabic}\p{M}]*"),
    "hebrew": pattern(r"\p{Hebrew}[\p{Hebrew}\p{M}]*"),
    "indic": pattern(r"[\u0900-\u0d7f\u200c\u200d]+"),
}
_CONSONANT = pattern(r"\p{Lo}|[ंँ]")
# ᄅ and ᄂ at the start of a word, which South Korea writes as it says them: 리, 이; 로, 노
_LIQUID = str.maketrans("ᄅᄂ", "ᄋᄋ")


class _Letters(NamedTuple):
    forms: dict[int, str]
    written: dict[str, str]
    vowels: frozenset[str]
    alike: frozenset[frozenset[str]]
    endings: tuple[str, ...]  # that only one of two names has: ية beside ة


def may_tell(text: str) -> bool:
    """Whether a text has letters that this may be about: a quick look.

    >>> may_tell("苏州"), may_tell("Łódź"), may_tell("Минск")
    (True, False, False)
    """
    return not text.isascii() and _FAR.search(text) is not None


@lru_cache(maxsize=1 << 14)
def are_two(one: str, other: str) -> bool | None:
    """Whether two words of one script are two names by their letters; None where their sound has to tell.

    >>> are_two("苏州", "宿州"), are_two("蘇州", "苏州"), are_two("광주", "공주"), are_two("苏州", "Suzhou")
    (True, False, True, None)
    >>> are_two("غامدي", "حمدي"), are_two("جورباتشوف", "غورباتشوف"), are_two("राजेश", "राकेश")
    (True, None, True)
    """
    if one == other:
        return False
    if _HAN.fullmatch(one) and _HAN.fullmatch(other):
        return one_form(one) != one_form(other)
    if _HANGUL.fullmatch(one) and _HANGUL.fullmatch(other):
        return _other_syllables(one, other)
    for script, letters in _ALPHABETS.items():
        if letters.fullmatch(one) and letters.fullmatch(other):
            return True if _other_consonants(one, other, script) else None
    return None


def _other_syllables(one: str, other: str) -> bool | None:
    if min(len(unicodedata.normalize("NFC", word)) for word in (one, other)) >= FOREIGN:
        return None
    parted = [unicodedata.normalize("NFD", word) for word in (one, other)]
    said = {word[:1].translate(_LIQUID) + word[1:] for word in parted}
    return len(said) > 1


def _other_consonants(one: str, other: str, script: str) -> bool:
    """Whether the consonants of two words are others, or one has more than the other."""
    mine, its = _consonants(one, script), _consonants(other, script)
    alike = _letters(script).alike
    if len(mine) != len(its) or _longer_ending(one, other, _letters(script)):
        return True
    return any(a != b and frozenset((a, b)) not in alike for a, b in zip(mine, its, strict=True))


def _longer_ending(one: str, other: str, letters: _Letters) -> bool:
    """Whether of two words that both end in the last letter of an ending one has all of it: ناصرية, ناصرة."""
    one, other = one.translate(letters.forms), other.translate(letters.forms)
    ends = [end for end in letters.endings if one.endswith(end[-1]) and other.endswith(end[-1])]
    return any(one.endswith(end) != other.endswith(end) for end in ends)


@lru_cache(maxsize=1 << 14)
def _consonants(word: str, script: str) -> str:
    table = _letters(script)
    if script == "indic":
        word = "".join(_in_devanagari(char) for char in word)
    letters = (char for char in unicodedata.normalize("NFKD", word) if _CONSONANT.match(char))
    text = "".join(letters).translate(table.forms)
    for several, letter in table.written.items():
        text = text.replace(several, letter)
    return re.sub(r"(.)\1", r"\1", "".join(char for char in text if char not in table.vowels))


def _in_devanagari(char: str) -> str:
    """The letter of Devanagari at the same place of its block."""
    code = ord(char)
    return chr(_DEVANAGARI + code % _BLOCK) if _DEVANAGARI <= code < _INDIC_END else char


@cache
def _letters(script: str) -> _Letters:
    raw = read_toml("match", "one_script.toml")[script]
    forms = {ord(char): group[0] for group in raw["same"] for char in group[1:]}
    pairs = frozenset(frozenset((a, b)) for group in raw["alike"] for a in group for b in group if a != b)
    endings = tuple(ending.translate(forms) for ending in raw["endings"])
    return _Letters(forms, raw["written"], frozenset(raw["vowels"]), pairs, endings)
