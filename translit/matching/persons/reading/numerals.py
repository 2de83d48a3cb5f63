"""The number of a ruler, as Roman numerals: Henry 8, Henry 8th and Генрих VIII in Cyrillic letters are Henry VIII."""

from __future__ import annotations

from functools import cache
from itertools import product

from translit.matching.persons.lexicon.facts import known
from translit.matching.phonetics.fold import fold

MOST = 23  # no ruler or pope has a greater one
_TENS, _ONES = ("", "X", "XX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = tuple(tens + ones for tens in _TENS for ones in _ONES)[: MOST + 1]  # the first is nothing
_ENDINGS = ("", "st", "nd", "rd", "th", "-й", "-я", "-ы", "-ий", "-ый", "-ой", "-ша", "-га", "e", "ème", "º")
_DRAWN_ALIKE = {"I": "IІ", "X": "XХ"}  # in Latin and in Cyrillic letters


@cache
def _written() -> dict[str, str]:
    """A number in figures, in small letters → Roman."""
    return {f"{number}{end}": ROMAN[number] for number in range(1, MOST + 1) for end in _ENDINGS}


@cache
def _in_cyrillic() -> dict[str, str]:
    """A Roman number with Cyrillic letters among its own → in Latin ones alone."""
    found = {
        "".join(letters): roman
        for roman in ROMAN[1:]
        for letters in product(*(_DRAWN_ALIKE.get(letter, letter) for letter in roman))
    }
    return {written: roman for written, roman in found.items() if written not in ROMAN and written != "Х"}


@cache
def _numbers() -> dict[str, str]:
    """All that `with_numeral` reads, in small letters → Roman."""
    return _written() | {written.lower(): roman for written, roman in _in_cyrillic().items()}


@cache
def _firsts() -> frozenset[str]:
    """What a number may begin with, as most words don't."""
    return frozenset(first for written in _numbers() for first in (written[0], written[0].upper()))


def written_numbers() -> frozenset[str]:
    """All words that `with_numeral` reads, in small letters."""
    return frozenset(_numbers())


def with_numeral(words: list[str]) -> list[str]:
    """The words of a name with the number of a ruler at its end as Roman numerals; figures only after given names.

    >>> [with_numeral(name.split()) for name in ("Henry 8", "Wilhelm 2.", "Карл ХІІ", "Иванов 2")]
    [['Henry', 'VIII'], ['Wilhelm', 'II'], ['Карл', 'XII'], ['Иванов', '2']]
    """
    if len(words) <= 1 or words[-1][0] not in _firsts():
        return words
    *names, last = words
    number = _numbers().get(last.rstrip(".").lower())
    if number is None or (last[0].isalpha() and not last.isupper()):
        return words
    several = last[0].isalpha() and len(last.rstrip(".")) > 1
    return [*names, number] if several or all(known(fold(word)).sets for word in names) else words
