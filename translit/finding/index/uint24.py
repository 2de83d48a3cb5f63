"""Whole numbers in three bytes each, where they fit: two arrays, the lower two bytes and the upper one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import UInt32s

LIMIT = 1 << 24


def packed(name: str, numbers: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """The arrays that hold the numbers, by name."""
    if int(numbers.max(initial=0)) >= LIMIT:
        return {name: numbers.astype(np.uint32)}
    return {f"{name}_low": numbers.astype(np.uint16), f"{name}_high": (numbers >> 16).astype(np.uint8)}


class Packed:
    """Numbers held by `packed`.

    >>> Packed(packed("n", np.array([1, 70000])), "n")[1:].tolist()
    [70000]
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], name: str) -> None:
        self._whole = arrays.get(name)
        if self._whole is None:
            self._low, self._high = arrays[f"{name}_low"], arrays[f"{name}_high"]

    def __getitem__(self, places: slice | NDArray[Any]) -> UInt32s:
        if self._whole is not None:
            return np.asarray(self._whole[places], dtype=np.uint32)
        found = np.asarray(self._high[places], dtype=np.uint32)
        found <<= np.uint32(16)
        found |= self._low[places]
        return found
