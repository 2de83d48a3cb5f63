"""Thai words as Latin letters and open sounds: each vowel after its consonant, silent letters left out.

Who bears a name writes it as he likes: ช is ch, sh or j, and a vowel that isn't written is a or o. So the letters
fold to the sounds that `open.toml` has, by the sections of `tables/match/scripts.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml
from translit.patterns import plain_pattern

_CONSONANT = "[\u0e01-\u0e23\u0e25\u0e27-\u0e2e]"
# tones, the sign of a short vowel, of repetition, and what is no letter
_LEFT_OUT = plain_pattern("[\u0e46-\u0e4b\u0e4d\u0e4e\x00-@\\[-`{-\x7f]")
_SILENT = plain_pattern(f"{_CONSONANT}[\u0e34\u0e38]?\u0e4c")  # what has the sign of a silent letter
_SILENT_H = plain_pattern("ห(?=[งญนมยรลว][\u0e30-\u0e3a])")  # it only sets the tone of the next consonant
_CLUSTER = frozenset("รลว")
_GAP, _LOST, _MAYBE_R = "A", "ร", "L"


class _Table(NamedTuple):
    vowels: list[tuple[re.Pattern[str], str]]
    initials: dict[str, str]
    finals: dict[str, str]


@cache
def _table() -> _Table:
    raw = read_toml("match", "scripts.toml")["thai"]
    onset = f"({_CONSONANT}[รลว]?)"
    vowels = [(re.compile(sign.replace("O", onset)), sound) for sign, sound in raw["vowels"].items()]
    return _Table(vowels, raw["initials"], raw["finals"])


def thai(word: str) -> str:
    """A Thai word as letters and open sounds.

    >>> thai("ประยุทธ์"), thai("สมชาย"), thai("วงศ์สวัสดิ์")
    ('pRayuT', 'sAmACaLY', 'wAngAswaT')
    >>> thai("d'ประ") == thai("dประ")
    True
    """
    word = _SILENT_H.sub("", _SILENT.sub("", _LEFT_OUT.sub("", word)))
    for pattern, sound in _table().vowels:
        word = pattern.sub(sound, word)
    return _with_consonants(word)


def _with_consonants(word: str) -> str:
    """The consonants read as the start or the end of a syllable; `A` where a vowel may be said that isn't written."""
    _, initials, finals = _table()
    found, before = "", ""  # before: v a vowel, i the start of a syllable without its vowel, f the end of one
    for place, letter in enumerate(word):
        if letter not in initials:
            if letter.isascii():
                found, before = found + letter, "v"
            continue
        vowel_next = word[place + 1 : place + 2].isascii() and place + 1 < len(word)
        last = place + 1 == len(word)
        if vowel_next:
            gap = "" if not before or before == "v" or (before == "i" and letter in _CLUSTER) else _GAP
            found, before = found + gap + initials[letter], "i"
        elif before == "v" or (before == "i" and last):
            found, before = found + (_GAP if before == "i" else "") + finals[letter], "f"
        elif before == "f" and last:
            found += _GAP + _MAYBE_R if letter == _LOST else _GAP
        elif before != "f" or word[place + 1] in initials:
            found, before = found + (_GAP if before else "") + initials[letter], "i"
    return found
