"""CSV with every byte of the other columns kept: a record is its own text plus its parsed cells.

A file is read in blocks of whole records, so memory doesn't grow with it. Each record keeps the text it was
written with; a new column is that text, the delimiter, the new cell and the same line end. Blocks without a
quotation mark are split by string methods, the others are parsed by the csv module, which also tells how many
lines each record takes.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from translit.csvfile.beginning import beginning, unclosed
from translit.csvfile.block import Block
from translit.csvfile.cell_keys import Columns, key_of
from translit.csvfile.column_names import column_of
from translit.csvfile.dialect import LONGEST_RECORD, is_strict, lines_of, mixed_line_ends, parsed, parted, split
from translit.csvfile.ragged import Ragged, RaggedRecord, Records
from translit.csvfile.source import Source
from translit.errors import DataError

BLOCK = 1 << 20
PIECE = 1 << 18  # bytes
FIRST = 1 << 7  # characters of the first block, a few rows: who reads the output sees rows at once


class Reader:
    """The records of a source. `names` are the columns of its header (their numbers without one).

    Raises DataError if the source is empty or its header can't be read.
    """

    def __init__(
        self,
        source: Source,
        delimiter: str | None = None,
        quote: str = '"',
        *,
        header: bool = True,
        block: int = BLOCK,
        ragged: Ragged = Ragged.ERROR,
        report: Callable[[str], None] | None = None,
    ) -> None:
        self.source = source
        self._size = block
        self._chunks = source.chunks(block)
        self._line = 1
        self._rest = b""  # of a piece
        found = beginning(self._chunks, delimiter, quote, source.name)
        self._newline, self.dialect, self.preamble = found.newline, found.dialect, found.preamble
        self._text, names, text = found.text, found.cells, found.first
        self._line += bool(self.preamble)
        self.width = len(names)
        self._records = Records(source.name, self.width, self.dialect.delimiter, ragged, report)
        self.names: Sequence[str] = names if header else [str(number + 1) for number in range(self.width)]
        self.header, self.header_end = parted(text)
        if not self.header:
            raise DataError(f"the first line of {source.name} is blank; it must name the columns")
        if not header:
            self.header = self.header_end = ""
        else:
            self._text = self._text[len(text) :]
            self._line += text.count(self._newline)

    def column(self, wanted: str) -> int:
        """The index of a column given by name or by its number from 1.

        Raises UsageError that lists the columns there are.
        """
        return column_of(self.names, wanted, self.source.name)

    def _growing(self) -> Iterator[str]:
        """The text in chunks, the first of them small."""
        text, self._text = self._text, ""
        size = FIRST
        while text:
            yield text[:size]
            text = text[size:]
            size *= 2
        yield from self._chunks

    def blocks(self, column: Columns) -> Iterator[Block]:
        """The records in blocks, each with the cells of one column, or the keys of several.

        Raises DataError, with the line, for a record with more or fewer cells than the header has, one
        whose quotation mark is never closed, and bytes that aren't text.
        """
        text = ""
        due = 0  # a record longer than a block is tried again only when twice as much has come
        for chunk in self._growing():
            text += chunk
            if len(text) < due:
                continue
            taken = 0
            for block in self._until_fault(text[: text.rfind(self._newline) + 1], column):
                yield block
                taken = len(block.text)
            text = text[taken:]
            due = 2 * len(text)
            if len(text) > LONGEST_RECORD:
                raise self._unclosed()
        if text:
            ended = text.endswith(self._newline)
            taken = 0
            for block in self._until_fault(text if ended else text + self._newline, column):
                taken = len(block.text)
                if not ended and taken > len(text):
                    block.text, block.ends[-1] = text, block.ends[-1].removesuffix(self._newline)
                yield block
            if taken < len(text):
                raise self._unclosed()

    def _until_fault(self, text: str, column: Columns) -> Iterator[Block]:
        """The block of a text, if it has any record; what stands before a fault comes before it is raised.

        So of several faults the first is told, wherever the blocks of the file begin.
        """
        line = self._line
        try:
            block = self._block(text, column)
        except RaggedRecord as fault:
            self._line = line
            before = self._block(fault.before, column)
            if before.rows:
                yield before
            raise
        if block.rows:
            yield block

    def pieces(self, size: int) -> Iterator[bytes]:
        """The records as bytes of about `size`, each piece for `block` to read: none where bytes don't show line ends.

        A piece is cut behind the last line end that is inside no quotation marks, as far as bytes tell. Pieces that
        turn out to begin or end within a record are to be given `back`.
        """
        if self._newline != "\n" or not self.source.is_ascii_based:
            return
        quote = self.dialect.quote.encode(self.source.encoding)
        self.source.lines -= self._text.count("\n")
        self._rest, self._text = self._text.encode(self.source.encoding), ""
        due = 0
        for data in self.source.raw(size):
            self._rest += data
            if len(self._rest) < due:
                continue
            end = self._rest.rfind(b"\n") + 1
            if quote and self._rest.count(quote, 0, end) % 2:
                end = self._rest.rfind(b"\n", 0, self._rest.rfind(quote, 0, end)) + 1
            piece, self._rest = self._rest[:end], self._rest[end:]
            if piece:
                yield piece
            due = 2 * len(self._rest)
            if len(self._rest) > LONGEST_RECORD:
                break
        piece, self._rest = self._rest, b""
        if piece:
            yield piece

    def block(self, piece: bytes, column: Columns) -> Block | None:
        """The records of a piece, None if they aren't whole or have a fault, which `blocks` will tell of."""
        line, records = self._line, self._records
        try:
            self._records = Records(records.file, records.width, records.delimiter, Ragged.ERROR, None)
            text = self.source.decoded(piece)
            whole = text if text.endswith("\n") else text + "\n"
            block = self._block(whole, column)
        except (UnicodeDecodeError, DataError):
            return None
        finally:
            self._line, self._records = line, records  # `passed` counts
        if len(block.text) < len(whole):
            return None
        if whole is not text:
            block.text, block.ends[-1] = text, block.ends[-1].removesuffix("\n")
        return block

    def passed(self, lines: int) -> None:
        """Count the lines of a piece that was read elsewhere."""
        self._line += lines
        self.source.lines += lines

    def back(self, pieces: Iterable[bytes]) -> None:
        """Have `blocks` read these pieces, and whatever follows them."""
        self.source.back(filter(None, (*pieces, self._rest)))
        self._rest = b""
        self._chunks = self.source.chunks(self._size)  # those before may be at their end

    def _block(self, text: str, column: Columns) -> Block:
        """The whole records of a text that ends with a line end."""
        if self.dialect.quote and self.dialect.quote in text:
            return self._quoted(text, column)
        line, delimiter = self._line, self.dialect.delimiter
        if self._newline == "\r" and "\n" in text:
            raise mixed_line_ends(self.source.name)
        rows, ends = split(text, self._newline)
        self._line += len(rows)
        cells: list[str | None]
        if "" in rows or {row.count(delimiter) for row in rows} != {self.width - 1}:
            records = [row.split(delimiter) for row in rows]
            cells = self._records.cells(records, rows, ends, range(line, line + len(rows)), column)
        elif not isinstance(column, int):
            key = key_of(column)
            cells = [key(row.split(delimiter)) for row in rows]
        elif column == self.width - 1:
            cells = [row.rpartition(delimiter)[2] for row in rows]
        else:
            cells = [row.split(delimiter, column + 1)[column] for row in rows]
        return Block(text, rows, ends, cells)

    def _quoted(self, text: str, column: Columns) -> Block:
        """The same where a cell may be quoted and have line ends inside."""
        lines = lines_of(text, self._newline)
        try:
            records, taken = parsed(lines, self.dialect)
        except csv.Error:
            raise mixed_line_ends(self.source.name) from None
        used = sum(taken)
        if used < len(lines):
            text = "".join(lines[:used])
        if used == len(records):
            rows, ends = split(text, self._newline)
        else:
            starts = [0, *accumulate(taken)]
            self._require_closed(lines, starts)
            both = [parted("".join(lines[start:end])) for start, end in pairwise(starts)]
            rows, ends = [row for row, _ in both], [end for _, end in both]
        cells: list[str | None]
        if "" in rows or {*map(len, records)} != {self.width}:
            cells = self._records.cells(records, rows, ends, list(accumulate(taken, initial=self._line)), column)
        else:
            cells = list(map(key_of(column), records))
        self._line += used
        return Block(text, rows, ends, cells)

    def _require_closed(self, lines: list[str], starts: list[int]) -> None:
        """Refuse a record of several lines where text follows a closing mark: more likely a mark was left open before.

        Raises RaggedRecord.
        """
        for start, end in pairwise(starts):
            if end - start > 1 and not is_strict(lines[start:end], self.dialect):
                raise RaggedRecord(str(self._unclosed(start)), "".join(lines[:start]))

    def _unclosed(self, after: int = 0) -> DataError:
        return unclosed(self._line + after, self.source.name)
