"""One family name in the Belarusian, the Ukrainian and the Russian orthography: what it comes to in all three.

And one in Latin letters: what it comes to in the languages that have them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from translit.compiled import read_toml
from translit.matching.persons.lexicon.latin_names import is_latin, latin_spellings
from translit.memo import memoized


@cache
def _steps() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those of `tables/match/respelling.toml`, in their order."""
    steps: dict[str, str] = read_toml("match", "respelling.toml")["steps"]
    return tuple((re.compile(pattern), common) for pattern, common in steps.items())


@cache
def vowels_apart() -> Mapping[str, str]:
    """Cyrillic vowels → the Latin ones that are never written for them.

    >>> "u" in vowels_apart()["о"], "i" in vowels_apart()["о"]
    (True, False)
    """
    letters: dict[str, str] = read_toml("match", "respelling.toml")["across"]
    return letters


@memoized
def respelled(tokens: Sequence[str]) -> list[str]:
    """Folded names without what orthographies write otherwise, Cyrillic or Latin ones; doubled letters once.

    >>> respelled("лебедько") == respelled("лябедзька"), respelled("корзина") == respelled("кордина")
    (True, False)
    >>> respelled("petersen") == respelled("petersson")
    True
    """
    return [latin_spellings(token).whole if is_latin(token) else _respelled(token) for token in tokens]


def _respelled(token: str) -> str:
    for written, common in _steps():
        token = written.sub(common, token)
    return "".join(letter for letter, _ in groupby(token))
