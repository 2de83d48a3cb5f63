"""Khmer words as Latin letters and open sounds: a consonant says how the vowel after it is said."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from translit.compiled import read_toml

_LETTER = "[\u1780-\u17a2]"
_SUBSCRIPT, _TO_FIRST, _TO_SECOND = "\u17d2", "\u17c9", "\u17ca"
# an initial with what stands below it, a sign that changes its series, and its vowel
_UNIT = re.compile(
    f"(?P<first>{_LETTER})(?P<below>(?:{_SUBSCRIPT}{_LETTER})*)(?P<shift>[{_TO_FIRST}{_TO_SECOND}]?)"
    f"(?P<vowel>[\u17b6-\u17c8]*)|(?P<independent>[\u17a3-\u17b3])"
)
# what has the sign of a silent letter, and signs that say how long a vowel is
_SILENT = re.compile(f"(?:{_SUBSCRIPT}?{_LETTER})\u17cd|[\u17cb\u17cc\u17ce-\u17d1\u17dd]")
_SOFT = frozenset("ងញនមយរលវណ")  # that leave the series to the letter above them
_INHERENT = ""
_DOUBLED = re.compile(r"(.)(?=\1)")
_NOT_WITHIN = frozenset("ហសអ")  # that close no syllable within a word: សីហនុ, Sihanouk


class _Table(NamedTuple):
    initials: dict[str, str]
    second: frozenset[str]
    finals: dict[str, str]
    vowels: dict[str, list[str]]
    independent: dict[str, str]


@cache
def _table() -> _Table:
    raw = read_toml("match", "scripts", "khmer.toml")
    initials = raw["first"] | raw["second"]
    return _Table(initials, frozenset(raw["second"]), raw["finals"], raw["vowels"], raw["independent"])


def khmer(word: str) -> str:
    """A word as folded letters and open sounds.

    >>> khmer("ភ្នំពេញ"), khmer("សែន"), khmer("ជា"), khmer("ពត")
    ('PnVmpeJN', 'sIn', 'cheA', 'pVT')
    """
    units = list(_UNIT.finditer(_SILENT.sub("", word)))
    found, closed = "", True  # closed: the syllable before has had its final, or there is none
    for place, unit in enumerate(units):
        if unit["independent"]:
            found, closed = found + _table().independent.get(unit["independent"], ""), False
        elif not closed and _is_final(units, place):
            below = [char for char in unit["below"] if char != _SUBSCRIPT]
            found += _table().finals.get(unit["first"], "")
            if below:  # a stack between two syllables: its second letter opens the next one
                found += _opened(below, unit)
            closed = not below
        else:
            found, closed = found + _opened([unit["first"], *unit["below"].replace(_SUBSCRIPT, "")], unit), False
            closed = unit["vowel"][-1:] in ("\u17c6", "\u17c7")  # ends in m or h
    return _DOUBLED.sub("", found)


def _is_final(units: list[re.Match[str]], place: int) -> bool:
    """Whether a letter after an open syllable closes it: it has no vowel of its own."""
    unit = units[place]
    if unit["below"]:
        return unit["first"] in "តទពកន" and unit["below"][1] in (unit["first"], "ធ", "ថ")
    last = place + 1 == len(units)
    return not unit["vowel"] and not unit["shift"] and (last or unit["first"] not in _NOT_WITHIN)


def _opened(letters: list[str], unit: re.Match[str]) -> str:
    """The start of a syllable and its vowel."""
    table = _table()
    second = letters[0] in table.second
    for letter in letters[1:]:
        if letter not in _SOFT:
            second = letter in table.second
    second = {_TO_FIRST: False, _TO_SECOND: True}.get(unit["shift"], second)
    sounds = [table.initials.get(letter, "") for letter in letters]
    if unit["shift"] == _TO_FIRST and letters[-1] == "ប":
        sounds[-1] = "p"
    vowel = table.vowels.get(unit["vowel"], table.vowels[_INHERENT])
    return "".join(sounds) + vowel[second]
