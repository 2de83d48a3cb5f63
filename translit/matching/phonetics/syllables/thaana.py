"""Thaana, the script of Dhivehi: each consonant has a sign of its vowel, or of none.

Names of Arabs end in a u in Dhivehi that they don't have elsewhere (Mohamed, މުޙައްމަދު).
"""

from __future__ import annotations

import unicodedata
from functools import cache

from translit.compiled import read_toml

_SILENT = frozenset("އށ")  # with the sign of no vowel they only double what follows, or end a word with h or nothing
_NO_VOWEL = "\u07b0"
_ALLAH = "ﷲ"


@cache
def _table() -> tuple[dict[str, str], dict[str, str], str]:
    raw = read_toml("match", "scripts", "thaana.toml")
    return raw["consonants"], raw["vowels"], raw["others"][_ALLAH]


def thaana(word: str) -> str:
    """A word as folded letters and open sounds.

    >>> thaana("މާލެ"), thaana("އައްޑޫ"), thaana("ނަޝީދު")
    ('male', 'IdduL', 'nIshiLDU')
    """
    consonants, vowels, allah = _table()
    text = unicodedata.normalize("NFC", word)
    found, double = "", False
    for place, char in enumerate(text):
        if char in _SILENT and text[place + 1 : place + 2] == _NO_VOWEL:
            double = True
        elif char in consonants:
            sound = consonants[char]
            found += (sound[:1] if double and sound else "") + sound
            double = False
        elif char in vowels:
            found += vowels[char]
        elif char == _ALLAH or text[place : place + 4] == "الله":
            found += allah
    return found[:-1] + "U" if found.endswith("u") and len(found) > 3 else found
