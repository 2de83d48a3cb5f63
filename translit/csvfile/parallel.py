"""A file with new columns, in pieces that several processes read, work and write by themselves.

A piece that is no whole records, or has a fault, ends that: the rest is then read from there in one process, which
joins what belongs together and tells of faults by their lines. So the output and the errors are the same however
many processes there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from translit.csvfile.add_columns import Tick, Work, begin
from translit.csvfile.block import Block
from translit.csvfile.cell_keys import Columns
from translit.csvfile.output import Output, Place
from translit.csvfile.reader import PIECE, Reader
from translit.errors import DataError

KEPT = 1 << 24  # bytes, never touched
Piece = tuple[bytes, int, int]  # the output, the number of rows and of lines
Answers = Callable[[Iterable[bytes]], Iterable[Piece | None]]


class Pieces:
    """What makes the new columns of a piece; to be made before the workers are, and called by them."""

    def __init__(self, reader: Reader, column: Columns, work: Work, encoding: str, size: int = PIECE) -> None:
        self.reader = reader
        self.column = column
        self.work = work
        self.encoding = encoding  # of the output
        self.size = size
        bytes(KEPT)  # allocated and freed: from then on the C library keeps so much for the next piece

    def __call__(self, piece: bytes) -> Piece | None:
        """What a piece gives; None if it can't be worked by itself."""
        block = self.reader.block(piece, self.column)
        if block is None:
            return None
        try:
            written = self._written(block).encode(self.encoding)
        except (UnicodeEncodeError, DataError):
            return None
        return written, len(block.rows), piece.count(b"\n")

    def _written(self, block: Block) -> str:
        return block.joined(self.reader.dialect.delimiter, self.work(block.texts()))

    def copy(self, output: Output, names: Sequence[str], answers: Answers, tick: Tick) -> int:
        """Write all records with the new columns; gives their number.

        Raises UsageError if the file has a column of one of the names, DataError for a fault of the file.
        """
        reader = self.reader
        begin(reader, output, names)
        waiting: deque[bytes] = deque()

        def asked() -> Iterator[bytes]:
            for piece in reader.pieces(self.size):
                waiting.append(piece)
                yield piece

        for answer in answers(asked()):
            if answer is None:
                reader.back(waiting)
                break
            waiting.popleft()
            written, rows, lines = answer
            output.commit(Place(rows=rows), written)
            reader.passed(lines)
            tick(reader.source.bytes_read)
        for block in reader.blocks(self.column):
            output.commit(Place(rows=len(block.rows)), self._written(block))
            tick(reader.source.bytes_read)
        output.finish()
        return output.done.rows
