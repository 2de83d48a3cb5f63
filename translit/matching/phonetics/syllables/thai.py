"""Thai and Lao words as Latin letters and open sounds: each vowel after its consonant, silent letters left out.

Who bears a name writes it as he likes: ช is ch, sh or j, and a vowel that isn't written is a or o. So the letters
fold to the sounds that `open.toml` has, by `tables/match/scripts/thai.toml` and `lao.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

_MAYBE_R = "L"
_NO_LETTER = r"[\x00-@\[-`{-\x7f]"


class _Table(NamedTuple):
    left_out: list[re.Pattern[str]]
    vowels: list[tuple[re.Pattern[str], str]]
    initials: dict[str, str]
    finals: dict[str, str]
    cluster: frozenset[str]
    lost: str
    gap: str  # a vowel that isn't written


@cache
def _table(script: str) -> _Table:
    raw = read_toml("match", "scripts", f"{script}.toml")
    letters = raw["letters"]
    onset = f"({letters['consonants']}[{letters['cluster']}]?)"
    left_out = [_NO_LETTER, letters["left_out"], *letters["silent"]]
    vowels = [(re.compile(sign.replace("O", onset)), sound) for sign, sound in raw["vowels"].items()]
    cluster, lost = frozenset(letters["cluster"]), letters["lost"]
    patterns = list(map(re.compile, left_out))
    return _Table(patterns, vowels, raw["initials"], raw["finals"], cluster, lost, letters["gap"])


def thai(word: str, script: str = "thai") -> str:
    """A Thai or Lao word as letters and open sounds.

    >>> thai("ประยุทธ์"), thai("สมชาย"), thai("วงศ์สวัสดิ์")
    ('pRayuT', 'sAmACaLY', 'wAngAswaT')
    >>> thai("d'ประ") == thai("dประ"), thai("ສອນໄຊ", "lao")
    (True, 'soLNsai')
    """
    table = _table(script)
    for pattern in table.left_out:
        word = pattern.sub("", word)
    for pattern, sound in table.vowels:
        word = pattern.sub(sound, word)
    return _with_consonants(word, table).replace("TAT", "TT")  # one consonant written twice


def _with_consonants(word: str, table: _Table) -> str:
    """The consonants read as the start or the end of a syllable; the gap where a vowel isn't written."""
    initials, finals, between = table.initials, table.finals, table.gap
    found, before = "", ""  # before: v a vowel, i the start of a syllable without its vowel, f the end of one
    for place, letter in enumerate(word):
        if letter not in initials:
            if letter.isascii():
                found, before = found + letter, "v"
            continue
        vowel_next = word[place + 1 : place + 2].isascii() and place + 1 < len(word)
        last = place + 1 == len(word)
        if vowel_next:
            gap = "" if not before or before == "v" or (before == "i" and letter in table.cluster) else between
            found, before = found + gap + initials[letter], "i"
        elif before == "v" or (before == "i" and last):
            found, before = found + (between if before == "i" else "") + finals[letter], "f"
        elif before == "f" and last:
            found += between + _MAYBE_R if letter == table.lost else between
        elif before != "f" or word[place + 1] in initials:
            found, before = found + (between if before else "") + initials[letter], "i"
    return found
