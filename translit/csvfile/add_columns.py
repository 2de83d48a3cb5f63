"""Files of names, block by block: a column written by a scheme, or the entity of every row.

Each distinct name is worked once as long as the memory of names lasts. Blocks go to worker processes and
come back in order, so the output is the same however many there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol

from translit.csvfile.cell_keys import Columns
from translit.csvfile.output import Output, Place
from translit.csvfile.source import Source
from translit.errors import UsageError

MEMORY = 1 << 18  # distinct cells remembered where an answer is dear
LETTERS = 1 << 24  # of them together
Work = Callable[[list[str]], list[Any]]  # keys → the new cells for each, as the dialect of the reader encodes them
Answers = Callable[[Iterable[list[str]]], Iterable[list[Any]]]
Tick = Callable[[int], None]


class AnyReader(Protocol):
    """A reader of CSV, or of a table in another form (see `tablefile`)."""

    source: Any
    width: int
    dialect: Any
    header: str
    header_end: str
    preamble: str

    @property
    def names(self) -> Sequence[str]:
        """The columns."""

    def column(self, wanted: str) -> int:
        """The index of a column."""

    def blocks(self, column: Columns) -> Iterator[Any]:
        """The records in blocks."""


def require_new(reader: AnyReader, names: Sequence[str]) -> None:
    """Refuse new columns that the file has already.

    Raises UsageError.
    """
    there = [name for name in names if name in reader.names]
    if there and reader.header:
        raise UsageError(f"{reader.source.name} already has a column {there[0]!r}; rename it there first")


def add_columns(
    reader: AnyReader,
    output: Output,
    *,
    column: Columns,
    names: Sequence[str],
    answers: Answers,
    tick: Tick,
    memory: int = 0,
    expand: bool = False,
    blank: Sequence[Sequence[str]] | None = None,
    tally: Callable[[Sequence[str | None], Sequence[Any]], None] | None = None,
) -> int:
    """Copy the records of a reader with new columns made from the cells of one, or of several; gives their number.

    `answers` gets the keys of block after block and gives, in the same order, the new cells for each as
    `reader.dialect` encodes them; it may work ahead. With `memory` each distinct key that isn't empty is asked for
    once, as long as no more than that many are remembered. With `expand` an answer may be any number of rows. `blank`
    is the answer to an empty key, without it empty cells.
    `tally` is shown the keys and the answers of every block.
    """
    begin(reader, output, names)
    delimiter, encoding = reader.dialect.delimiter, reader.source.encoding
    known = _Memory(memory, reader.dialect.encode([[("",) * len(names)] if blank is None else blank])[0])
    newline = reader.header_end or "\n"
    waiting: deque[tuple[Place, Any, dict[str, Any], list[str]]] = deque()

    def asked() -> Iterator[list[str]]:
        for block in reader.blocks(column):
            place = output.place(partial(block.text.encode, encoding), len(block.rows))
            if place is None:
                tick(reader.source.bytes_read)
                continue
            mine, cells = known.split(block) if memory else ({}, block.texts())
            waiting.append((place, block, mine, cells))
            yield cells

    for texts in answers(asked()):
        place, block, mine, cells = waiting.popleft()
        if memory:
            texts = known.learned(block, mine, cells, texts)  # noqa: PLW2901
        if tally:
            tally(block.cells, texts)
        new = block.repeated(delimiter, texts, newline) if expand else block.joined(delimiter, texts)
        output.commit(place, new)
        tick(reader.source.bytes_read)
    output.finish()
    return output.done.rows


def begin(reader: AnyReader, output: Output, names: Sequence[str]) -> None:
    """Write the header with the new names, unless a stopped run has.

    Raises UsageError if the file has a column of one of the names.
    """
    mark, header = reader.source.mark, reader.preamble + reader.header + reader.header_end
    require_new(reader, names)
    if output.encoding == reader.source.encoding and isinstance(reader.source, Source):
        reader.source.keep_bytes()
    first = reader.dialect.head(reader.header, names)
    if isinstance(first, str):
        first = reader.preamble + first + reader.header_end
    start = output.place(lambda: mark + header.encode(reader.source.encoding), 0)
    if start:
        output.commit(start, first)


class _Memory:
    """The answers to cells seen before; a block keeps those it needs, so that forgetting does no harm."""

    def __init__(self, limit: int, blank: Any) -> None:
        self.limit = limit
        self.blank = blank
        self.known: dict[str, Any] = {}
        self.letters = 0

    def split(self, block: Any) -> tuple[dict[str, Any], list[str]]:
        """The answers of a block that are known, and the distinct cells to ask for."""
        mine = {"": self.blank}
        unseen = []
        for cell in dict.fromkeys(block.cells):
            if cell in self.known:
                mine[cell] = self.known[cell]
            elif cell:
                unseen.append(cell)
        return mine, unseen

    def learned(self, block: Any, mine: dict[str, Any], asked: list[str], texts: list[Any]) -> list[Any]:
        """The answers for all cells of the block, now that those asked for have come."""
        new = dict(zip(asked, texts, strict=True))
        self.letters += sum(map(len, asked))
        if len(self.known) > self.limit or self.letters > LETTERS:
            self.known.clear()
            self.letters = 0
        self.known.update(new)
        mine.update(new)
        return [mine[cell or ""] for cell in block.cells]
