"""What a word of a query may be among the words of an index, and how far it is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from translit.arrays import Float32s, Int64s


class Reach(Enum):
    """Among which keys words are looked for."""

    SAME = "the keys of the readings"
    NEAR = "if none is close, keys one deletion away"
    WIDE = "keys one deletion away always"


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the index that one word of a query may be, the likeliest first, and their likeness in (0, 1].

    The first `close` are nearly as alike as the first; `sizes` and `tops` are of those and of the others: how many
    names have them, and the best likeness.
    """

    words: Int64s
    likeness: Float32s
    close: int
    sizes: tuple[int, int]
    tops: tuple[float, float]

    def part(self, far: int) -> slice:
        """Where the close words are, or the others."""
        return slice(self.close, None) if far else slice(self.close)

    @property
    def names(self) -> int:
        """How many names have one of the words, those with two of them counted twice."""
        return sum(self.sizes)
