"""An array that grows at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Column:
    """An array that grows at its end."""

    def __init__(self, kind: Any, width: int = 0) -> None:
        self._held: NDArray[Any] = np.zeros((1024, width) if width else 1024, dtype=kind)
        self.size = 0

    def add(self, values: Sequence[Any] | NDArray[Any]) -> None:
        """Take more values."""
        need = self.size + len(values)
        if need > len(self._held):
            more = np.zeros((max(need, 2 * len(self._held)), *self._held.shape[1:]), dtype=self._held.dtype)
            more[: self.size] = self._held[: self.size]
            self._held = more
        if len(values):
            self._held[self.size : need] = values
        self.size = need

    @property
    def values(self) -> NDArray[Any]:
        """All values."""
        return self._held[: self.size]
