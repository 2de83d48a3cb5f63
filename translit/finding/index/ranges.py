"""Ranges and sets of numbers in arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Int64s, UInt32s


def offsets_of(counts: NDArray[Any]) -> UInt32s:
    """Where each of several lists starts that lie one after another, and where the last ends.

    >>> offsets_of(np.array([2, 0, 1])).tolist()
    [0, 2, 2, 3]
    """
    found = np.zeros(len(counts) + 1, dtype=np.uint32)
    np.cumsum(counts, out=found[1:], dtype=np.uint32)
    return found


def among(numbers: Int64s, others: Int64s) -> Bools:
    """Which of the numbers are among the others, which are sorted and at least one.

    >>> among(np.array([1, 5]), np.array([0, 5, 9])).tolist()
    [False, True]
    """
    places = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    return np.asarray(others[places] == numbers, dtype=np.bool_)


def spread(starts: Int64s, ends: Int64s) -> Int64s:
    """The numbers of many ranges, one range after another.

    >>> spread(np.array([3, 10]), np.array([5, 11])).tolist()
    [3, 4, 10]
    """
    sizes = ends - starts
    ahead = sizes.cumsum()
    shift = (starts + sizes - ahead).repeat(sizes)
    shift += np.arange(len(shift), dtype=np.int64)
    return np.asarray(shift, dtype=np.int64)
