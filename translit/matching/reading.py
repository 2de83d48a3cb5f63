"""Reading: a folded token as a pivot, the coarse phonemic form in which all its spellings meet.

The pivot brings candidates together (blocking keys, look-ups of given names); the weighted alignment then
decides. A letter with several readings gives several pivots, the likeliest first, at most `MOST`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from translit.data import folder
from translit.matching.scripts import UNSURE, VOWELLESS

MOST, MOST_OPEN = 4, 16  # pivots of one token; of one with sounds that its script leaves open


class Reader:
    """Letters → pivot symbols, and pivot → blocking key, by `tables/match/reading.toml`."""

    def __init__(self) -> None:
        text = (folder("tables") / "match" / "reading.toml").read_text(encoding="utf-8")
        raw = tomllib.loads(text)
        self.units: dict[str, tuple[str, ...]] = {}
        for script in ("cyrillic", "latin", "open"):
            for letters, reading in raw[script].items():
                self.units[letters] = (reading,) if isinstance(reading, str) else tuple(reading)
        self._at_start, self._at_end = (
            {unit.strip("-"): found for unit, found in self.units.items() if unit[side] == "-"} for side in (0, -1)
        )
        self._pattern = _longest_first(self.units)
        self._likeliest = {unit: "".join(found[:1]) for unit, found in self.units.items()}
        self._doubtful = frozenset(unit for unit, found in self.units.items() if len(found) > 1)
        self.key_of: dict[str, str] = dict.fromkeys(raw["key"]["drop"], "")
        for symbol, members in raw["key"]["classes"].items():
            self.key_of |= dict.fromkeys(members, symbol)
        self._key_table = str.maketrans(self.key_of)

    def pivots(self, token: str) -> tuple[str, ...]:
        """The pivots of a folded token, the likeliest first."""
        parts = self._pattern.findall(token)
        if not parts:
            return ("",)
        bound: dict[int, tuple[str, ...]] = {}  # units that are read otherwise at the start or the end
        if parts[-1] in self._at_end and token.endswith(parts[-1]):
            bound[len(parts) - 1] = self._at_end[parts[-1]]
        if parts[0] in self._at_start and token.startswith(parts[0]):
            bound[0] = self._at_start[parts[0]]
        if not bound and self._doubtful.isdisjoint(parts):
            return (_undoubled("".join([self._likeliest[unit] for unit in parts])),)
        readings = [bound.get(place) or self.units.get(unit) or ("",) for place, unit in enumerate(parts)]
        if not token.islower():
            rows = islice(product(*readings), MOST_OPEN)
            return tuple(dict.fromkeys(_undoubled("".join(row)) for row in rows))
        # whoever spells a name means the same by the same letters: a unit is read alike wherever it stands
        doubtful: dict[tuple[str, ...], list[int]] = {}
        for place, options in enumerate(readings):
            if len(options) > 1:
                doubtful.setdefault(options, []).append(place)
        found = [[options[0] for options in readings]]
        for options, places in doubtful.items():
            found = [_with(pivot, places, reading) for reading in options for pivot in found][:MOST]
        return tuple(dict.fromkeys([_undoubled("".join(pivot)) for pivot in found]))

    def key(self, pivot: str) -> str:
        """The blocking key of a pivot: its consonant classes; the first vowel where there is no consonant."""
        return _undoubled(pivot.translate(self._key_table)) or pivot[:1]


def _with(pivot: list[str], places: Sequence[int], reading: str) -> list[str]:
    pivot = pivot.copy()
    for place in places:
        pivot[place] = reading
    return pivot


def _longest_first(units: Iterable[str]) -> re.Pattern[str]:
    """What finds the units of a token one after another: the longest; of equals the one bound to its place.

    Units are gathered by their first letter, so that the others aren't tried.
    """
    rows = [
        (-len(unit.strip("-")), 0 if unit[0] == "-" else 1 if unit[-1] == "-" else 2, unit.strip("-")) for unit in units
    ]
    forms = (r"(?<!..){}", r"{}\Z", "{}")  # behind the first letter there are no two at the start of a token
    by_letter: dict[str, list[str]] = {}
    for _, place, letters in sorted(rows):
        by_letter.setdefault(letters[0], []).append(forms[place].format(re.escape(letters[1:])))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_letter.items()))


_DOUBLED = re.compile(r"(.)(?=\1)", re.DOTALL)


def _undoubled(text: str) -> str:
    return _DOUBLED.sub("", text)


@cache
def reader() -> Reader:
    """The project's reader."""
    return Reader()


@lru_cache(maxsize=1 << 17)
def pivots(token: str) -> tuple[str, ...]:
    """The pivots of a folded token, the likeliest first, at most four.

    >>> pivots("лукашэнка")[0], pivots("lukaschenko")[0], pivots("loukachenko")[1]
    ('lukašenka', 'lukašenko', 'lukačenko')
    """
    return reader().pivots(token)


def likeliest_key(token: str) -> str:
    """The blocking key of the likeliest pivot of a folded token, without consonants that its script leaves open.

    >>> likeliest_key("лукашэнка") == keys("lukaschenko")[0]
    True
    """
    return reader().key(pivots(token.translate(UNSURE))[0])


@lru_cache(maxsize=1 << 17)
def keys(token: str) -> tuple[str, ...]:
    """The blocking keys of a folded token, the likeliest first.

    >>> keys("лукашэнка")[0] == keys("lukaschenko")[0]
    True
    """
    return tuple(dict.fromkeys(map(reader().key, pivots(token))))


def loose(pivot: str) -> str:
    """A pivot with the vowels and glides that languages mix up made one, for looking names up in a list.

    >>> loose(pivots("яўген")[0]) == loose(pivots("yauhen")[0])
    True
    >>> loose(pivots("сергей")[0]) == loose(pivots("sergei")[2])
    True
    """
    pivot = pivot.rstrip("j")
    if pivot[-1:] == "i" and pivot[-2:-1] in tuple("aeou"):
        pivot = pivot[:-1]
    text, last = pivot[:-1], pivot[-1:]
    for before, after in _LOOSE:
        text = text.replace(before, after)
    return _undoubled(text + last)


_LOOSE = [
    ("j", ""), ("au", "av"), ("ou", "av"), ("eu", "ev"), ("o", "a"), ("ia", "a"), ("ie", "e"), ("iu", "u"),
    ("ai", "a"), ("ei", "e"), ("ui", "u"), ("i", "e"), ("ea", "a"), ("g", "h"), ("x", "h"),
]  # fmt: skip


@lru_cache(maxsize=1 << 17)
def loose_readings(token: str) -> tuple[str, ...]:
    """The loose forms of a folded token's pivots, the likeliest first; none of a word whose vowels aren't written.

    >>> set(loose_readings("сергей")) & set(loose_readings("sergei")) != set()
    True
    """
    return tuple(map(loose, pivots(token))) if VOWELLESS.isdisjoint(token) else ()
