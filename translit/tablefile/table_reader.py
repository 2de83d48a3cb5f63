"""Tables of every form, in blocks of rows, in the place of `csvfile.reader.Reader`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from translit.csvfile.cell_keys import Columns, key_of
from translit.csvfile.column_names import column_of
from translit.csvfile.compression import Compression, decompressed
from translit.errors import DataError, UsageError
from translit.tablefile.formats import Format
from translit.tablefile.table_block import Row, TableBlock
from translit.tablefile.values import ColumnType, text_of

FIRST, LARGEST = 1 << 2, 1 << 13  # rows of the first block, and of any
MOST_HELD = 1 << 31  # bytes of a workbook, unpacked, or of standard input, which have to be held in memory


class Content(Protocol):
    """What a form of file gives: its columns, their types, and its rows in batches."""

    names: list[str]
    types: list[ColumnType]
    named: bool  # whether the file names its columns

    def batches(self, sizes: Iterator[int]) -> Iterator[tuple[list[Row], Any]]:
        """The rows in order, about as many together as the next of `sizes`; each time with an Arrow batch or None."""


@dataclass
class TableSource:
    """Where a table comes from; a table has no encoding, what is written as text from it is UTF-8."""

    name: str
    size: int | None = None
    bytes_read: int = 0
    encoding: str = "utf-8"
    mark: bytes = b""
    guessed: bool = False


@dataclass(frozen=True)
class Head:
    """What an output is told before the rows: the columns of the input with their types, and the new ones.

    `named` says whether the names are written where a file may go without; `schema` is that of an Arrow input.
    """

    kept: list[str]
    types: list[ColumnType]
    added: list[str]
    schema: Any = None
    named: bool = True

    @property
    def names(self) -> list[str]:
        """All columns."""
        return [*self.kept, *self.added]


@dataclass(frozen=True)
class TableDialect:
    """How new cells are handed on for the rows of a table: as they are."""

    reader: TableReader
    delimiter: str = ","

    def encode(self, answers: Sequence[Any]) -> Sequence[Any]:
        """Answers as `TableBlock` takes them."""
        return answers

    def head(self, header: str, names: Sequence[str]) -> Head:
        """The head of an output with these new columns."""
        reader = self.reader
        schema = getattr(reader.content, "schema", None)
        return Head(reader.names, reader.types, list(names), schema, named=bool(header))


class TableReader:
    """The rows of a table. `names` are its columns; a row without any value is blank, and gets no new values."""

    def __init__(self, source: TableSource, content: Content) -> None:
        self.source, self.content = source, content
        self.names = list(content.names)
        self.types = list(content.types)
        self.width = len(self.names)
        self.dialect = TableDialect(self)
        self.header, self.header_end, self.preamble = "names" if content.named else "", "", ""

    def column(self, wanted: str) -> int:
        """The index of a column given by name or by its number from 1; raises UsageError for one that isn't there."""
        return column_of(self.names, wanted, self.source.name)

    def blocks(self, columns: Columns) -> Iterator[TableBlock]:
        """The rows in blocks, the first of them small, each row with the cell of one column or the key of several."""
        key = key_of(columns)
        for rows, batch in self.content.batches(_growing()):
            cells = [key([text_of(value) for value in row]) if any(map(text_of, row)) else None for row in rows]
            self.source.bytes_read += 1
            yield TableBlock(rows, cells, batch)


def _growing() -> Iterator[int]:
    size = FIRST
    while True:
        yield size
        size = min(2 * size, LARGEST)


def open_table(
    path: str, form: Format, compression: Compression, *, header: bool = True, sheet: str | None = None,
    report: Callable[[str], None] | None = None,
) -> TableReader:  # fmt: skip
    """The table of a file that isn't CSV; `path` "-" is standard input.

    Raises UsageError for a file that can't be opened or needs a library that isn't there, DataError for a damaged one.
    """
    name = "standard input" if path == "-" else path
    with decompressed(_opened(path), compression, name) as file:
        data = file if path != "-" and compression is Compression.NONE else None
        held = io.BytesIO(_all(file, name)) if data is None else None
        source = TableSource(name)
        if form is Format.PARQUET:
            from translit.tablefile.columnar import Columnar

            content: Content = Columnar(held or path, name)
        elif form is Format.JSON_LINES:
            from translit.tablefile.json_lines import JsonLines

            content = JsonLines(held or path, name)
        else:
            from translit.tablefile.workbooks import Workbook

            content = Workbook(held or path, name, header=header, sheet=sheet, report=report)
    if not content.names:
        raise DataError(f"{name} is empty; it needs a row of column names")
    return TableReader(source, content)


def _opened(path: str) -> BinaryIO:
    if path == "-":
        if sys.stdin is None:
            raise DataError("standard input is closed; give a file")
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}; check the path") from error


def _all(file: BinaryIO, name: str) -> bytes:
    data = file.read(MOST_HELD + 1)
    if len(data) > MOST_HELD:
        raise DataError(f"{name} has more than {MOST_HELD >> 30} GiB, which must be held in memory; save it as CSV")
    return data
