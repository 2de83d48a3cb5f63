"""CSV as a table of text, for outputs of other forms."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from translit.csvfile.block import Block
from translit.csvfile.dialect import parsed
from translit.csvfile.reader import Reader
from translit.tablefile.table_block import Row
from translit.tablefile.table_reader import TableReader, TableSource
from translit.tablefile.values import ColumnType


class Delimited:
    """The rows of a CSV reader, all cells of them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.names = list(reader.names)
        self.types = [ColumnType.TEXT] * reader.width
        self.named = bool(reader.header)

    def batches(self, sizes: Iterator[int]) -> Iterator[tuple[list[Row], Any]]:
        """The rows, block by block of the reader; a blank line is a row of empty cells."""
        for block in self._reader.blocks(0):
            yield [self._row(row, cell) for row, cell in zip(self._cells(block), block.cells, strict=True)], None

    def _cells(self, block: Block) -> list[list[str]]:
        dialect, lines = self._reader.dialect, [row + "\n" for row in block.rows]
        if not dialect.quote:
            return [row.split(dialect.delimiter) for row in block.rows]
        try:  # each line is a whole record, whatever line ends are inside its quotation marks
            return list(csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote))
        except csv.Error:  # a carriage return outside of them, which ends no line here
            return parsed(lines, dialect)[0]

    def _row(self, row: list[str], cell: str | None) -> list[str]:
        return [""] * len(self.names) if cell is None else row


def rows_of(reader: Reader) -> TableReader:
    """A CSV reader as a reader of a table."""
    source = reader.source
    return TableReader(TableSource(source.name, source.size), Delimited(reader))
