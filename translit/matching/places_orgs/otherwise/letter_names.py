"""Abbreviations whose letters are written by their names in another script: Ай-Би-Эм, アイビーエム for IBM."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from translit.compiled import read_toml
from translit.patterns import pattern

_ABBREVIATION = pattern(r"(?<![\p{L}\p{M}\p{N}])\p{Latin}{2,6}(?![\p{L}\p{M}\p{N}])")
BETWEEN = r"[-‐–\s·・]?"  # names of letters


def has_letter_names(text: str) -> bool:
    """Whether a text has two names of letters one after the other.

    >>> [has_letter_names(text) for text in ("Ай-Би-Эм", "Банк Эй-Би", "アイビーエム", "Айвазовский", "IBM")]
    [True, True, True, False, False]
    """
    if text.isascii():
        return False
    small = text.lower()
    return any(not letters.isdisjoint(small) and _row(script).search(text) for script, letters in _letters().items())


def with_letters(text: str, other: str) -> str:
    """The text with the abbreviation in capitals that the other text has.

    >>> with_letters("Ай-Би-Эм Россия", "IBM Russia"), with_letters("Ай-Би-Эм", "IBN")
    ('IBM Россия', 'Ай-Би-Эм')
    """
    for letters in _ABBREVIATION.findall(other):
        if letters.isupper():
            text = _names_of(letters).sub(letters, text)
    return text


@lru_cache(maxsize=1 << 12)
def _names_of(letters: str) -> regex.Pattern[str]:
    """The names of these letters, one after the other, in one script."""
    scripts = (
        BETWEEN.join(f"(?:{'|'.join(names.get(letter, ['$^']))})" for letter in letters) for names in _names().values()
    )
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(scripts)})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


@cache
def _letters() -> dict[str, frozenset[str]]:
    """By script, the small letters that names have: a text mostly has those of one, and its pattern alone is needed."""
    return {
        script: frozenset(letter for found in names.values() for letter in "".join(found).lower() if letter.isalpha())
        for script, names in _names().items()
    }


@cache
def _row(script: str) -> regex.Pattern[str]:
    """Two names of a script and more, one after the other."""
    every = {one for found in _names()[script].values() for one in found}
    one = rf"(?:{'|'.join(sorted(every, key=len, reverse=True))})"
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}]){one}(?:{BETWEEN}{one})+(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    """By script, the names of each capital."""
    table: dict[str, dict[str, list[str]]] = read_toml("names", "letter_names.toml")["names"]
    return table
