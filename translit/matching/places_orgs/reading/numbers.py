"""Numbers in names: digits, Roman numerals, words (`tables/names/numbers.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import digit

from translit.compiled import read_toml
from translit.matching.phonetics.fold import fold
from translit.patterns import pattern

LEAST_STEM = 3  # letters of the stem of an ordinal
_ROMAN = pattern(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_CYRILLIC_AS_ROMAN = str.maketrans("ІХ", "IX")
_HOUSES = str.maketrans("абвгдежз", "abvgdežz")
_DIGITS = pattern(r"\d+")


def digits_of(text: str) -> list[str]:
    """The numbers in a word written with digits: alone, in a word (G7), with an ordinal's ending (2nd).

    >>> digits_of("G7"), digits_of("2nd"), digits_of("007"), digits_of("٧"), digits_of("Minsk")
    (['7'], ['2'], ['7'], ['7'], [])
    """
    return ["".join(map(str, map(digit, number))).lstrip("0") or "0" for number in _DIGITS.findall(text)]


def of_house(text: str) -> str:
    """The number of a house, with the letter that it may have, the same in Latin and Cyrillic.

    >>> of_house("5а") == of_house("5A"), of_house("5а") == of_house("5б"), of_house("٧")
    (True, False, '7')
    """
    small = text.casefold().translate(_HOUSES)
    return "".join(str(digit(sign)) if sign.isdigit() else sign for sign in small).lstrip("0") or "0"


def roman(text: str) -> int:
    """The value of a Roman numeral in capitals up to XXXIX, 0 if it is none.

    >>> roman("VIII"), roman("ІХ"), roman("XIX"), roman("IIX"), roman("Mix")
    (8, 9, 19, 0, 0)
    """
    if not text.isupper():
        return 0
    letters = text.translate(_CYRILLIC_AS_ROMAN)
    if not _ROMAN.fullmatch(letters):
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def number_at(texts: Sequence[str], place: int, ordinals: bool = False) -> tuple[int, int]:
    """The number that words from `place` on write, and how many they are; (0, 0) if none.

    A Roman numeral of one letter counts only at the end of the name. Where only `ordinals` count, as in names of
    places, one of two letters or more does, and beside small letters: XI AN is no number.

    >>> number_at(["Brigade", "Forty", "Four"], 1), number_at(["Fund", "V"], 1), number_at(["V", "Tower"], 0)
    ((44, 2), (5, 1), (0, 0))
    >>> number_at(["Вторая", "Речка"], 0, ordinals=True), number_at(["Три", "Речки"], 0, ordinals=True)
    ((2, 1), (0, 0))
    >>> number_at(["Partido", "dos", "Trabalhadores"], 1), number_at(["Dos", "Pinos"], 0)
    ((0, 0), (2, 1))
    """
    text = texts[place]
    if 0 < place < len(texts) - 1 and text.lower() in read_toml("names", "numbers.toml")["table"]["between"]:
        return 0, 0
    if found := roman(text):
        alone = len(text) == 1 and (place + 1 < len(texts) or not place)
        alone |= ordinals and (len(text) == 1 or "".join(texts).isupper())
        return (0, 0) if alone else (found, 1)
    value = _in_words(fold(text), ordinals)
    if value >= 20 and value % 10 == 0 and place + 1 < len(texts):
        more = _in_words(fold(texts[place + 1]), ordinals)
        if 0 < more < 10:
            return value + more, 2
    return (value, 1) if value else (0, 0)


def _in_words(folded: str, ordinals: bool) -> int:
    forms = _forms("ordinals")
    if folded in forms.whole:
        return forms.whole[folded]
    if not ordinals and (value := _forms("cardinals").whole.get(folded)):
        return value
    if folded[:LEAST_STEM] not in forms.starts:  # as most words
        return 0
    for size in range(len(folded) - 1, LEAST_STEM - 1, -1):
        if folded[:size] in forms.stems and folded[size:] in forms.endings:
            return forms.stems[folded[:size]]
    return 0


class _Forms(NamedTuple):
    whole: dict[str, int]
    stems: dict[str, int]
    starts: frozenset[str]  # of stems
    endings: frozenset[str]


@cache
def _forms(section: str) -> _Forms:
    raw = read_toml("names", "numbers.toml")
    rows = [(int(value), form) for value, forms in raw[section].items() for form in forms]
    whole = {fold(form): value for value, form in rows if not form.endswith("-")}
    stems = {fold(form): value for value, form in rows if form.endswith("-")}
    return _Forms(
        whole, stems, frozenset(stem[:LEAST_STEM] for stem in stems), frozenset(map(fold, raw["table"]["endings"]))
    )
