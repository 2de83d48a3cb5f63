"""Reading: a folded token as a pivot, the coarse phonemic form in which all its spellings meet.

The pivot brings candidates together (blocking keys, look-ups of given names); the weighted alignment then
decides. A letter with several readings gives several pivots, the likeliest first, at most `MOST`.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from itertools import groupby

from translit.data import folder

MOST = 4  # pivots of one token


class Reader:
    """Letters → pivot symbols, and pivot → blocking key, by `tables/match/reading.toml`."""

    def __init__(self) -> None:
        text = (folder("tables") / "match" / "reading.toml").read_text(encoding="utf-8")
        raw = tomllib.loads(text)
        self.units: dict[str, tuple[str, ...]] = {}
        for script in ("cyrillic", "latin"):
            for letters, reading in raw[script].items():
                self.units[letters] = (reading,) if isinstance(reading, str) else tuple(reading)
        self.longest = max(len(letters.strip("-")) for letters in self.units)
        self.key_of: dict[str, str] = dict.fromkeys(raw["key"]["drop"], "")
        for symbol, members in raw["key"]["classes"].items():
            self.key_of |= dict.fromkeys(members, symbol)

    def pivots(self, token: str) -> tuple[str, ...]:
        """The pivots of a folded token, the likeliest first."""
        found = [""]
        position = 0
        while position < len(token):
            for length in range(min(self.longest, len(token) - position), 0, -1):
                readings = self._unit(token, position, length)
                if readings:
                    break
            else:
                readings, length = ("",), 1
            found = [start + reading for reading in readings for start in found][:MOST]
            position += length
        return tuple(dict.fromkeys(_undoubled(pivot) for pivot in found))

    def _unit(self, token: str, position: int, length: int) -> tuple[str, ...] | None:
        letters = token[position : position + length]
        if position == 0 and f"-{letters}" in self.units:
            return self.units[f"-{letters}"]
        if position + length == len(token) and f"{letters}-" in self.units:
            return self.units[f"{letters}-"]
        return self.units.get(letters)

    def key(self, pivot: str) -> str:
        """The blocking key of a pivot: its consonant classes; the first vowel where there is no consonant."""
        key = _undoubled("".join(self.key_of.get(symbol, symbol) for symbol in pivot))
        return key or pivot[:1]


def _undoubled(text: str) -> str:
    return "".join(symbol for symbol, _ in groupby(text))


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


@lru_cache(maxsize=1 << 17)
def keys(token: str) -> tuple[str, ...]:
    """The blocking keys of a folded token, the likeliest first.

    >>> keys("лукашэнка")[0] == keys("lukaschenko")[0]
    True
    """
    found = reader()
    return tuple(dict.fromkeys(found.key(pivot) for pivot in found.pivots(token)))


def loose(pivot: str) -> str:
    """A pivot with the vowels and glides that languages mix up made one, for looking names up in a list.

    >>> loose(pivots("яўген")[0]) == loose(pivots("yauhen")[0])
    True
    """
    text, last = pivot[:-1], pivot[-1:]
    for before, after in _LOOSE:
        text = text.replace(before, after)
    return _undoubled(text + last)


_LOOSE = [
    ("j", ""), ("au", "av"), ("ou", "av"), ("eu", "ev"), ("o", "a"), ("ia", "a"), ("ie", "e"), ("iu", "u"),
    ("i", "e"), ("ea", "a"), ("g", "h"), ("x", "h"),
]  # fmt: skip
