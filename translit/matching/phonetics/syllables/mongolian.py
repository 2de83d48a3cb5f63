"""The traditional Mongolian script, which spells the language as it was said seven hundred years ago."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

_MARKS = re.compile("[\u180a-\u180f\u200c\u200d\u202f]")
_FIRST = "-ᠪ"  # b at the start of a word, else v too
_LOST = "A"  # a short vowel after the first syllable


class _Table(NamedTuple):
    units: re.Pattern[str]
    consonants: dict[str, str]
    vowels: dict[str, str]
    long: dict[str, str]


@cache
def _table() -> _Table:
    raw = read_toml("match", "scripts", "mongolian.toml")
    units = sorted({*raw["consonants"], *raw["vowels"], *raw["long"]} - {_FIRST}, key=len, reverse=True)
    return _Table(re.compile("|".join(units)), raw["consonants"], raw["vowels"], raw["long"])


def mongolian(word: str) -> str:
    """A word as folded letters and open sounds.

    >>> mongolian("ᠪᠠᠭᠠᠲᠤᠷ"), mongolian("ᠪᠠᠲᠤ"), mongolian("ᠡᠷᠳᠡᠨᠢ")
    ('baaTAr', 'baTA', 'erdAnY')
    """
    _, consonants, vowels, long = table = _table()
    found, first = "", True
    for match in table.units.finditer(_MARKS.sub("", word)):
        unit = match[0]
        if unit in consonants:
            found += consonants.get(f"-{unit}" if not found else unit, consonants[unit])
            continue
        sound = long.get(unit) or vowels[unit]
        short = not first and unit not in long
        found += (_LOST if sound != "i" else "Y") if short else sound
        first = False
    return found
