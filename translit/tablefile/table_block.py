"""Rows of a table with the key of each, in the place of `csvfile.block.Block`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from translit.tablefile.values import ColumnType

Row = Sequence[Any]


@dataclass(slots=True)
class TableBlock:
    """Rows in order, and the key of each; `batch` is the Arrow batch they come from, if they come from one."""

    rows: list[Row]
    cells: list[str | None]
    batch: Any = None
    text: str = field(default="", init=False)  # a table has no text whose checksum could be resumed from

    def texts(self) -> list[str]:
        """The keys, that of a blank row empty."""
        return [cell or "" for cell in self.cells]

    def joined(self, delimiter: str, texts: Sequence[Any]) -> Added:
        """The rows with the new cells of each."""
        return Added(self, list(range(len(self.rows))), [answer[0] for answer in texts])

    def repeated(self, delimiter: str, texts: Sequence[Any], newline: str) -> Added:
        """The rows, each as often as there are new cells for it."""
        places = [(place, cells) for place, answer in enumerate(texts) for cells in answer]
        return Added(self, [place for place, _ in places], [cells for _, cells in places])


@dataclass(slots=True)
class Added:
    """Rows of a block, by their places, with new cells."""

    block: TableBlock
    places: list[int]
    cells: list[Sequence[str]]

    def rows(self) -> Iterator[list[Any]]:
        """The whole rows."""
        for place, new in zip(self.places, self.cells, strict=True):
            yield [*self.block.rows[place], *new]


def typed_rows(added: Added, types: Sequence[ColumnType], first: int) -> Iterator[list[Any]]:
    """The rows with the new cells, from column `first` on, as values: numbers as such, empty ones as None."""
    for row in added.rows():
        for place in range(first, len(row)):
            cell = row[place]
            if cell == "":
                row[place] = None
            elif types[place] is ColumnType.NUMBER:
                row[place] = int(cell) if cell.isdecimal() else float(cell)
        yield row
