"""Numbers that two lists have in common, for many pairs of lists at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np

from translit.arrays import Bools, Int64s
from translit.finding.index.ranges import spread


def flags(values: Sequence[bool]) -> Bools:
    """Truth values as an array."""
    return np.array(values, dtype=np.bool_)


def listed(rows: Sequence[Collection[int]]) -> tuple[Int64s, Int64s]:
    """Lists of numbers as one: where each starts, and the numbers."""
    sizes = np.array([len(row) for row in rows], dtype=np.int64)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
    return starts, np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(starts[-1]))


def shared(
    one: tuple[Int64s, Int64s],
    other: tuple[Int64s, Int64s],
    left: Int64s,
    right: Int64s,
    some: Bools | None = None,
) -> tuple[Int64s, Int64s, Int64s]:
    """Numbers that both lists of some pairs have: the pair, the number, and where it lies among those of `one`.

    `one` and `other` are lists as `listed` gives them; `left` and `right` say which of them belong to each pair, `some`
    which pairs are looked at.
    """
    (starts, numbers), (firsts, others) = one, other
    known = np.sort(np.arange(len(firsts) - 1).repeat(np.diff(firsts)) << 32 | others)
    told = (np.diff(firsts)[right] > 0) & (np.diff(starts)[left] > 0)
    open_ = np.flatnonzero(told if some is None else told & some)
    low, high = starts[left[open_]], starts[left[open_] + 1]
    pairs, places = open_.repeat(high - low), spread(low, high)
    wanted = right[pairs] << 32 | numbers[places]
    there = np.minimum(np.searchsorted(known, wanted), len(known) - 1) if len(known) else np.zeros(0, dtype=np.int64)
    kept = np.flatnonzero(known[there] == wanted) if len(known) else there
    return pairs[kept], numbers[places[kept]], places[kept]
