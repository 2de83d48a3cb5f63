"""The written words that were met, by number, and what tells the language of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from translit.arrays import Int64s
from translit.finding.index.ranges import spread
from translit.patterns import plain_pattern
from translit.text.column import Column
from translit.text.reading.language import function_number

_LETTERS = plain_pattern(r"[^\W\d_]+")


class _Numbers(dict[str, int]):
    """Text → its number, the next one if it is new."""

    def __missing__(self, text: str) -> int:
        self[text] = found = len(self)
        return found


class Spellings:
    """Written words by number.

    Language is told by letters alone, parted by apostrophes, digits and what else isn't a letter: `parts`.

    >>> known = Spellings()
    >>> known.numbers_of(["Мінск", "2024", "l'été", "Мінск"]).tolist()
    [0, 1, 2, 0]
    >>> known.texts_of(known.parts_of(np.array([0, 1, 2]))[0])
    ['Мінск', 'l', 'été']
    """

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._texts: list[str] = []
        self._columns = Column(np.int64, 4)  # letters, number as a function word, the first part, how many parts
        self._parts: Column = Column(np.int64)

    def __len__(self) -> int:
        return len(self._texts)

    def numbers_of(self, words: Sequence[str]) -> Int64s:
        """The numbers of written words, new ones where they weren't met."""
        found = np.fromiter(map(self._numbers.__getitem__, words), dtype=np.int64, count=len(words))
        while len(self._texts) < len(self._numbers):  # the parts of a new word may be new, too
            self._take(list(islice(self._numbers, len(self._texts), None)))
        return found

    def _take(self, new: Sequence[str]) -> None:
        rows: list[tuple[int, int, int, int]] = []
        parts: list[int] = []
        for number, text in enumerate(new, len(self._texts)):
            mine = [number] if text.isalpha() else [self._numbers[part] for part in _LETTERS.findall(text)]
            rows.append((len(text), function_number(text), self._parts.size + len(parts), len(mine)))
            parts += mine
        self._texts += new
        self._columns.add(rows)
        self._parts.add(parts)

    def texts_of(self, numbers: Int64s) -> list[str]:
        """The written words of some numbers."""
        return list(map(self._texts.__getitem__, numbers.tolist()))

    def lengths_of(self, numbers: Int64s) -> Int64s:
        """How many characters words have."""
        return np.asarray(self._columns.values[numbers, 0])

    def function_words(self, numbers: Int64s) -> Int64s:
        """The numbers of words as function words, -1 of the others."""
        return np.asarray(self._columns.values[numbers, 1])

    def parts_of(self, numbers: Int64s) -> tuple[Int64s, Int64s]:
        """The words of letters in words, all together, and how many each has."""
        first, count = self._columns.values[numbers, 2], self._columns.values[numbers, 3]
        return np.asarray(self._parts.values[spread(first, first + count)]), np.asarray(count)
