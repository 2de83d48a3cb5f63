"""Digits in a word for letters that look like them, as optical reading puts them: Rhein-Ma1n, Credit Su1sse."""

from __future__ import annotations

import re
from functools import lru_cache

from translit.matching.phonetics.drawn_digits import any_letter
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.folded_words import words_of
from translit.patterns import pattern

LEAST = 3  # letters of such a word, so that G4S and O2 aren't
_MISREAD = pattern(r"(?<![\p{L}\p{N}])(?=\p{N}*\p{L})[\p{L}\p{M}013-9]*[013-9][\p{L}\p{M}013-9]*(?![\p{L}\p{N}])")


def has_misread_digits(text: str) -> bool:
    """Whether a word of a text has digits among letters.

    >>> has_misread_digits("Rhein-Ma1n Verlag"), has_misread_digits("G4S"), has_misread_digits("School 15")
    (True, False, False)
    """
    return any(sum(map(str.isalpha, word)) >= LEAST for word in _MISREAD.findall(text))


def without_misread_digits(text: str, other: str) -> str:
    """The text with such words as the other text has them, where they differ in nothing else.

    >>> without_misread_digits("Rhein-Ma1n Verlag", "Rhein-Main-Verlag GmbH")
    'Rhein-Main Verlag'
    >>> without_misread_digits("Rhein-Ma1n Verlag", "Rhein-Mann Verlag")
    'Rhein-Ma1n Verlag'
    """
    words = {fold(word): word for word in words_of(other) if not any(map(str.isdigit, word))}
    return _MISREAD.sub(lambda found: _read(found[0], words), text)


def _read(word: str, words: dict[str, str]) -> str:
    if sum(map(str.isalpha, word)) < LEAST:
        return word
    like = _like(word)
    return next((written for folded, written in words.items() if like.fullmatch(folded)), word)


@lru_cache(maxsize=1 << 10)
def _like(word: str) -> re.Pattern[str]:
    parts, like = re.split(r"(\d)", word), any_letter()
    return re.compile("".join(f"[{like[part]}]" if part in like else re.escape(fold(part)) for part in parts))
