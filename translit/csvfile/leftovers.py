"""Letters that a scheme doesn't write, left in cells that should be Latin: counted, wherever the work is done."""

from __future__ import annotations

import ctypes
import multiprocessing
from collections.abc import Sequence

from translit.errors import counted
from translit.patterns import pattern

_CYRILLIC = pattern(r"\p{Cyrillic}")
LONGEST = 200  # bytes of the sample


class Leftovers:
    """How many new cells keep Cyrillic letters, and the first of them; processes that are forked share it.

    >>> found = Leftovers()
    >>> found.look(["Minsk", "Tsіkhanoўskaya"])
    >>> found.summary("name_x")
    "1 cell of name_x keeps letters that the scheme doesn't write, such as 'Tsіkhanoўskaya'"
    """

    def __init__(self) -> None:
        self._count = multiprocessing.Value(ctypes.c_longlong)
        self._sample = multiprocessing.Array(ctypes.c_char, LONGEST)

    def look(self, cells: Sequence[str]) -> None:
        """Count those of the cells that keep letters."""
        if not _CYRILLIC.search("\n".join(cells)):
            return
        left = [cell for cell in cells if _CYRILLIC.search(cell)]
        with self._count.get_lock():
            if not self._count.value:
                self._sample.value = left[0].encode()[: LONGEST - 1]
            self._count.value += len(left)

    def summary(self, column: str) -> str | None:
        """A sentence about them, None if there are none."""
        count = self._count.value
        if not count:
            return None
        sample = self._sample.value.decode(errors="ignore")
        cells = f"{counted(count, 'cell')} of {column} {'keeps' if count == 1 else 'keep'}"
        return f"{cells} letters that the scheme doesn't write, such as {sample!r}"
