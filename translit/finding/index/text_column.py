"""Lines of text by number, straight from bytes that may be a mapped file: nothing is read but what is asked for."""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import UInt64s

STEP = 32  # lines between two remembered offsets


class Lines:
    """UTF-8 lines with the offset of every 32nd, so that one is found by its number.

    >>> lines = Lines.of(["alpha", "beta", "gamma"])
    >>> len(lines), lines[1], lines.part(1, 3), lines.find("gamma"), lines.find("delta")
    (3, 'beta', ['beta', 'gamma'], 2, -1)
    """

    def __init__(self, data: bytes | mmap.mmap, marks: UInt64s, count: int) -> None:
        self.data = data
        self.marks = marks
        self._count = count

    @classmethod
    def of(cls, texts: Sequence[str]) -> Lines:
        """Lines held in memory; no text may have a line end inside."""
        data = "".join([text + "\n" for text in texts]).encode()
        ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == ord("\n")) + 1
        return cls(data, cls.marks_of(ends), len(texts))

    @staticmethod
    def marks_of(ends: NDArray[Any]) -> UInt64s:
        """The offsets of every 32nd line and of the end, from the ends of all lines."""
        starts = np.concatenate([[0], ends[:-1]]) if len(ends) else ends
        return np.concatenate([starts[::STEP], [ends[-1] if len(ends) else 0]]).astype(np.uint64)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> str:
        block, place = divmod(number, STEP)
        return self._block(block, block + 1)[place].decode()

    def block(self, number: int) -> dict[int, str]:
        """The lines that are read with this one, by their numbers.

        >>> Lines.of(["alpha", "beta"]).block(1)
        {0: 'alpha', 1: 'beta'}
        """
        first = number // STEP
        return dict(enumerate(self._bytes(first, first + 1).decode().split("\n")[:-1], first * STEP))

    def part(self, start: int, end: int) -> list[str]:
        """The lines from start up to end."""
        if start >= end:
            return []
        first = start // STEP
        lines = self._bytes(first, (end - 1) // STEP + 1).decode().split("\n")
        return lines[start - first * STEP : end - first * STEP]

    def find(self, text: str) -> int:
        """The number of a line, -1 if there is none; the lines must be sorted by code point."""
        wanted = text.encode()
        low, high = 0, len(self.marks) - 1  # blocks; every block before low starts at or before it
        while low < high:
            middle = (low + high) // 2
            start = int(self.marks[middle])
            if self.data[start : self.data.find(b"\n", start)] <= wanted:
                low = middle + 1
            else:
                high = middle
        if not low:
            return -1
        lines = self._block(low - 1, low)
        return (low - 1) * STEP + lines.index(wanted) if wanted in lines else -1

    def _bytes(self, first: int, last: int) -> bytes:
        return self.data[int(self.marks[first]) : int(self.marks[last])]

    def _block(self, first: int, last: int) -> list[bytes]:
        return self._bytes(first, last).split(b"\n")[:-1]
