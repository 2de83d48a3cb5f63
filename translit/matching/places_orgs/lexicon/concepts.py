"""The concepts of listed phrases, decoded as they are asked for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property

import numpy as np

from translit.arrays import Bools, Int32s
from translit.text_table import TextTable

REMEMBERED = 1 << 16  # phrases, listed or not


class Concepts(dict[str, tuple[int, ...]]):
    """A phrase, its words joined by blanks → its concepts; decoded from text as they are asked for."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self._codes = TextTable(made)
        self._beginnings: frozenset[str] | None = None

    def __missing__(self, key: str) -> tuple[int, ...]:
        code = self._codes.get(key)
        found = () if code is None else tuple(map(int, code.split()))
        if len(self) > REMEMBERED:  # words that aren't listed are remembered too
            self.clear()
        self[key] = found
        return found

    def known(self) -> Container[str]:
        """All phrases that are listed."""
        return self._codes.keys()

    def beginnings(self) -> frozenset[str]:
        """All beginnings of listed phrases, worked out once: most words can be told by one look at them."""
        if self._beginnings is None:
            self._beginnings = frozenset(key[:size] for key in self._codes.parted() for size in range(len(key) + 1))
        return self._beginnings

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The first two words of each listed phrase of several, as one text."""
        return frozenset(" ".join(key.split(" ", 2)[:2]) for key in self._codes.parted() if " " in key)

    def phrases(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every phrase with its concepts."""
        return ((key, tuple(map(int, code.split()))) for key, code in self._codes.parted().items())

    def of(self, concepts: Iterable[int]) -> Iterator[tuple[str, list[int]]]:
        """The phrases of some concepts, each with those of them that it has; the others aren't decoded."""
        wanted = frozenset(map(str, concepts))
        some = ((key, code) for key, code in self._codes.parted().items() if " " in code or code in wanted)
        rows = ((key, wanted.intersection(code.split())) for key, code in some)
        return ((key, sorted(map(int, found))) for key, found in rows if found)


def share(one: Int32s, other: Int32s) -> Bools:
    """Whether two rows of concepts have one in common, [pairs]."""
    return np.asarray(((one[:, :, None] == other[:, None, :]) & (one[:, :, None] >= 0)).any(axis=(1, 2)))
