"""Burmese words as Latin letters and open sounds, and names parted into syllables, as Latin letters part them.

A syllable is a consonant with signs of other consonants, a vowel, and what closes it. A letter that nothing follows is
a weak syllable, and belongs to the next word (သီဟ, Thiha, သူရ, Thura).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

_TONES = re.compile("[\u1037\u1038\u200b-\u200d]")
_KILLER, _STACK, _BREATH = "\u103a", "\u1039", "\u103e"
_VOWELS = frozenset("ဣဤဥဦဧဩဪ")  # letters of their own
_LETTER = "[\u1000-\u102a\u103f]"
_SYLLABLE = re.compile(
    f"(?P<initial>{_LETTER}[\u103b-\u103e]*)(?P<vowel>[\u102b-\u1032\u1036]*{_KILLER}?)"
    f"(?P<final>(?:[\u1000-\u1021]{_KILLER}?{_STACK}|[\u1000-\u1021]{_KILLER})?)"
)


class _Table(NamedTuple):
    initials: dict[str, str]
    signs: dict[str, str]
    rhymes: dict[str, str]


@cache
def _table() -> _Table:
    raw = read_toml("match", "scripts", "burmese.toml")
    return _Table(raw["initials"], raw["signs"], raw["rhymes"])


def _syllables(word: str) -> list[re.Match[str]]:
    text = _TONES.sub("", unicodedata.normalize("NFC", word))
    return list(_SYLLABLE.finditer(text))


def burmese(word: str) -> str:
    """A word as folded letters and open sounds.

    >>> burmese("အောင်"), burmese("မင်း"), burmese("မန္တလေး"), burmese("ကျော်")
    ('auN', 'miN', 'maNTalEe', 'JKoL')
    """
    return "".join(_said(one["initial"], one["vowel"], one["final"]) for one in _syllables(word))


def burmese_words(word: str) -> list[str]:
    """A name without spaces as its syllables, each a word; a weak syllable stays with the next, a stack is one word.

    >>> burmese_words("မင်းအောင်လှိုင်"), burmese_words("သူရ")
    (['မင်', 'အောင်', 'လှိုင်'], ['သူရ'])
    """
    words: list[str] = []
    joined = False
    for one in _syllables(word):
        weak = not one["vowel"] and not one["final"] and one[0] not in _VOWELS
        if words and (joined or (weak and one.end() == len(one.string))):
            words[-1] += one[0]
        else:
            words.append(one[0])
        joined = weak or _STACK in one["final"]
    return words


def _said(initial: str, vowel: str, final: str) -> str:
    if initial in _VOWELS and not vowel:
        return _initial(initial) + (_rhyme("", final).lstrip("aeiE") if final else "")
    return _initial(initial) + _rhyme(vowel, final)


def _initial(letters: str) -> str:
    table = _table()
    if letters in table.initials:
        return table.initials[letters]
    breath = "h" if _BREATH in letters else ""
    bare = letters.replace(_BREATH, "")
    known = next(size for size in range(len(bare), 0, -1) if size == 1 or bare[:size] in table.initials)
    return breath + table.initials.get(bare[:known], "") + "".join(table.signs.get(sign, "") for sign in bare[known:])


def _rhyme(vowel: str, final: str) -> str:
    rhymes = _table().rhymes
    closed = vowel + final.replace(_STACK, "").replace(_KILLER, "") + _KILLER if final else vowel
    if closed in rhymes:
        return rhymes[closed]
    if not final:
        return rhymes.get(vowel, "a")
    alone = rhymes.get(closed[len(vowel) :], "")
    return rhymes.get(vowel, "a") + alone.lstrip("aeiE")
