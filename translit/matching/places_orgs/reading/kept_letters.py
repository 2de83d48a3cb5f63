"""Abbreviations and sole letters that are kept, letter for letter, in another alphabet: СК, SK; Сигнал-В, Signal-V.

An abbreviation means another thing in each language (SK is a sports club, СК a building firm too), so that lists can't
tell; beside a brand the letters tell. They are read as the Cyrillic name has them.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from translit.compiled import read_toml
from translit.patterns import pattern

_LATIN = pattern(
    r"(?<![\p{L}\p{M}.])(?:\p{Latin}(?:\p{Lu}|\p{Ll}(?=\p{Lu}|\b)){0,4})(?<=\p{Lu}\p{Ll}?)(?![\p{L}\p{M}.])"
)
_CYRILLIC = pattern(r"(?<![\p{L}\p{M}.])\p{Cyrillic}(?:\p{Lu}|о(?=\p{Lu})){0,3}(?<=\p{Lu})(?![\p{L}\p{M}.])")
_OTHER_WORD = pattern(r"\p{L}{3}")


def has_kept_letters(text: str) -> bool:
    """Whether a text in Latin letters has an abbreviation beside another word.

    >>> has_kept_letters("SK Energetik"), has_kept_letters("SK"), has_kept_letters("Energetik")
    (True, False, False)
    """
    return _LATIN.search(text) is not None and _OTHER_WORD.search(_LATIN.sub("", text)) is not None


def with_kept_letters(text: str, other: str) -> str:
    """The text with abbreviations as the other, in Cyrillic, has them.

    >>> with_kept_letters("TsKB Rubin", "ЦКБ «Рубин»"), with_kept_letters("TD Rubin", "ЦКБ «Рубин»")
    ('ЦКБ Rubin', 'TD Rubin')
    """
    if other.isascii() or not (theirs := {found: _in_latin(found) for found in _CYRILLIC.findall(other)}):
        return text
    return _LATIN.sub(lambda found: _as_there(found[0], theirs), text)


def _as_there(letters: str, theirs: dict[str, regex.Pattern[str]]) -> str:
    return next((found for found, latin in theirs.items() if latin.fullmatch(letters.lower())), letters)


def may_be_kept(cyrillic: str, latin: str) -> bool:
    """Whether Latin letters may be Cyrillic ones that are kept.

    >>> may_be_kept("Ж", "Zh"), may_be_kept("Ж", "G")
    (True, False)
    """
    return _in_latin(cyrillic).fullmatch(latin.lower()) is not None


@lru_cache(maxsize=1 << 12)
def _in_latin(letters: str) -> regex.Pattern[str]:
    """How Cyrillic letters may be written in Latin ones."""
    ways = (f"(?:{'|'.join(_romanized().get(letter, [regex.escape(letter)]))})" for letter in letters.lower())
    return regex.compile("".join(ways))


@cache
def _romanized() -> dict[str, list[str]]:
    table: dict[str, list[str]] = read_toml("names", "letter_names.toml")["romanized"]
    return table
