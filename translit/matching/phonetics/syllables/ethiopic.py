"""Ethiopic: a letter for each syllable, in rows of seven or eight by their vowel."""

from __future__ import annotations

import unicodedata
from functools import cache

from translit.compiled import read_toml

_LABIAL = ("WI", "", "Wi", "Wa", "We", "W")  # the places of a labial row; the second has no letter
_ROW = 8
_OPEN = "A"  # the sixth vowel


@cache
def _syllables() -> dict[str, str]:
    raw = read_toml("match", "scripts", "ethiopic.toml")
    vowels, others = raw["vowels"], raw["others"]
    found = {}
    for first, sound in raw["rows"].items():
        orders = vowels["throat" if first in others["throat"] else "orders"]
        for place in range(_ROW):
            vowel = orders[place]
            if sound == "W" and vowel == "wa":
                continue
            found[chr(ord(first) + place)] = sound + vowel
    for first, sound in raw["labial"].items():
        found |= {chr(ord(first) + place): sound + vowel for place, vowel in enumerate(_LABIAL) if vowel}
    return found | {letter: sound for letter, sound in others.items() if len(letter) == 1}


def ethiopic(word: str) -> str:
    """A word as folded letters and open sounds.

    >>> ethiopic("መለስ"), ethiopic("አበባ"), ethiopic("ዘውዴ")
    ('mIlIs', 'abIba', 'zIWde')
    """
    syllables = _syllables()
    found = "".join(syllables.get(char, "") for char in unicodedata.normalize("NFC", word))
    return found.removesuffix(_OPEN).replace("WA", "W").replace("YA", "Y").replace("YY", "Y") or found
