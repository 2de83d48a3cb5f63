"""Digits that stand for letters within a word: what the recognition of print puts, a joke, or who hides."""

from __future__ import annotations

from functools import cache

from translit.compiled import read_toml
from translit.writing.characters import is_cyrillic


def letters_for_digits(word: str) -> dict[str, str]:
    """The likeliest letter for each digit in a word of its alphabet; nothing for a palochka.

    >>> letters_for_digits("3ахар")["3"], letters_for_digits("Ma1n")["1"]
    ('з', 'l')
    """
    return _likeliest("cyrillic" if any(map(is_cyrillic, word)) else "latin")


@cache
def _likeliest(alphabet: str) -> dict[str, str]:
    return {digit: letters[0] for digit, letters in read_toml("match", "drawn_digits.toml")[alphabet].items()}


@cache
def any_letter() -> dict[str, str]:
    """All letters, Latin and Cyrillic, that each digit may stand for.

    >>> any_letter()["6"]
    'bgб'
    """
    table = read_toml("match", "drawn_digits.toml")
    digits = dict.fromkeys([*table["latin"], *table["cyrillic"]])
    return {digit: "".join([*table["latin"].get(digit, ()), *table["cyrillic"].get(digit, ())]) for digit in digits}
