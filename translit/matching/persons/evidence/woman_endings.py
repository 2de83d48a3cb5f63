"""Given names that no list has of a man and a woman, told by their endings: Dilshod Nazarov, Dilshoda Nazarova.

Neither ending tells by itself: a foreign text may give a woman a man's form, and -a may be a slip; both together do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Int32s
from translit.matching.persons.comparing.closeness import Matches
from translit.matching.persons.comparing.distance import Block
from translit.matching.persons.lexicon.marks import SLIP

_HERS, _HIS = ("ova", "eva", "ina", "aja"), ("ov", "ev", "in", "ij", "i")
Words = Sequence[tuple[str, str]]  # likeliest readings of words of both names that go together


def by_endings(block: Block, found: Matches) -> list[int]:
    """Those pairs of a block whose given and family names have endings of a man and of a woman."""
    slips = found.joined & (found.marks & SLIP > 0)
    rows = np.flatnonzero(slips.any(axis=(1, 2)))
    if not rows.size:
        return []
    families = found.near[rows] & ~slips[rows]
    his, hers = (_ending(block.left.pivots, block.a[rows], ends)[:, :, None] for ends in (_HIS, _HERS))
    her_other, his_other = (_ending(block.right.pivots, block.b[rows], ends)[:, None, :] for ends in (_HERS, _HIS))
    both = (families & (his & her_other | hers & his_other)).any(axis=(1, 2))
    return [row for row in rows[both].tolist() if man_and_woman(*_words(block, row, found, slips))]


def _ending(readings: NDArray[Any], words: Int32s, ends: tuple[str, ...]) -> Bools:
    """Which words, by number, have one of these endings."""
    numbers, place = np.unique(words, return_inverse=True)
    told = np.array([readings[number].endswith(ends) for number in numbers.tolist()], dtype=np.bool_)
    return np.asarray(told[place].reshape(words.shape))


def _words(block: Block, row: int, found: Matches, slips: Bools) -> tuple[Words, Words]:
    """The given and the family names of a pair that go together."""
    given, families = (
        [
            (block.left.pivots[block.a[row, i]], block.right.pivots[block.b[row, j]])
            for i, j in np.argwhere(some).tolist()
        ]
        for some in (slips[row], found.near[row] & ~slips[row])
    )
    return given, families


def man_and_woman(given: Words, families: Words) -> bool:
    """Whether a given name has a woman's -a on that side where the family name has a woman's ending.

    >>> man_and_woman([("dilšod", "dilšoda")], [("nazarov", "nazarova")])
    True
    >>> man_and_woman([("dilšod", "dilšoda")], [("nazarov", "nazarov")])
    False
    """
    turned = [(other, one) for one, other in given], [(other, one) for one, other in families]
    return _is_hers(given, families) or _is_hers(*turned)


def _is_hers(given: Words, families: Words) -> bool:
    return any(other == f"{one}a" for one, other in given) and any(
        one.endswith(_HIS) and other.endswith(_HERS) for one, other in families
    )
