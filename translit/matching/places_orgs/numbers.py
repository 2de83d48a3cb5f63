"""Numbers in names: digits, Roman numerals, words (`tables/names/numbers.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern

ENDING = 4  # letters that may follow the stem of an ordinal
_ROMAN = pattern(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_CYRILLIC_AS_ROMAN = str.maketrans("ІХ", "IX")
_DIGITS = pattern(r"\d+")


def digits_of(text: str) -> list[str]:
    """The numbers in a word written with digits: alone, in a word (G7), with an ordinal's ending (2nd).

    >>> digits_of("G7"), digits_of("2nd"), digits_of("007"), digits_of("Minsk")
    (['7'], ['2'], ['7'], [])
    """
    return [number.lstrip("0") or "0" for number in _DIGITS.findall(text)]


def roman(text: str) -> int:
    """The value of a Roman numeral in capitals up to XXXIX, 0 if it is none.

    >>> roman("VIII"), roman("ІХ"), roman("XIX"), roman("IIX"), roman("Mix")
    (8, 9, 19, 0, 0)
    """
    letters = text.translate(_CYRILLIC_AS_ROMAN)
    if not _ROMAN.fullmatch(letters):
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def number_at(texts: Sequence[str], place: int) -> tuple[int, int]:
    """The number that words from `place` on write, and how many they are; (0, 0) if none.

    A Roman numeral of one letter counts only at the end of the name.

    >>> number_at(["Brigade", "Forty", "Four"], 1), number_at(["Fund", "V"], 1), number_at(["V", "Tower"], 0)
    ((44, 2), (5, 1), (0, 0))
    """
    text = texts[place]
    if found := roman(text):
        alone = len(text) == 1 and (place + 1 < len(texts) or not place)
        return (0, 0) if alone else (found, 1)
    value = _in_words(fold(text))
    if value >= 20 and value % 10 == 0 and place + 1 < len(texts):
        more = _in_words(fold(texts[place + 1]))
        if 0 < more < 10:
            return value + more, 2
    return (value, 1) if value else (0, 0)


def _in_words(folded: str) -> int:
    whole, stems = _forms()
    if folded in whole:
        return whole[folded]
    for size in range(len(folded) - 1, max(len(folded) - ENDING - 1, 3), -1):
        if folded[:size] in stems:
            return stems[folded[:size]]
    return 0


@cache
def _forms() -> tuple[dict[str, int], dict[str, int]]:
    raw = read_toml("names", "numbers.toml")
    rows = [(int(value), form) for part in ("units", "tens") for value, forms in raw[part].items() for form in forms]
    whole = {fold(form): value for value, form in rows if not form.endswith("-")}
    return whole, {fold(form): value for value, form in rows if form.endswith("-")}
