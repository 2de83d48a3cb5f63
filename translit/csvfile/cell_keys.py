"""Cells of several columns as one text, so that a row is asked for by a single key whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

SEPARATOR = "\x1f"  # the unit separator of ASCII, which no cell of a table needs
Columns = int | tuple[int, ...]


def key_of(columns: Columns) -> Callable[[Sequence[str]], str]:
    """What makes the key of a row's cells: the cell itself of one column; of several an empty key if all are empty.

    >>> key_of((0, 2))(["Васіль", "x", "Быкаў"]).split(SEPARATOR)
    ['Васіль', 'Быкаў']
    """
    if isinstance(columns, int):
        return itemgetter(columns)

    def joined(cells: Sequence[str]) -> str:
        wanted = [cells[column] for column in columns]
        if SEPARATOR in "".join(wanted):
            wanted = [cell.replace(SEPARATOR, " ") for cell in wanted]
        return SEPARATOR.join(wanted) if any(wanted) else ""

    return joined
