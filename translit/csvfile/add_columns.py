"""Files of names, block by block: a column written by a scheme, or the entity of every row.

Each distinct name is worked once as long as the memory of names lasts. Blocks go to worker processes and
come back in order, so the output is the same however many there are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from translit.csvfile.block import Block
from translit.csvfile.output import Output, Place
from translit.csvfile.reader import Reader
from translit.errors import UsageError

MEMORY = 1 << 18  # distinct cells remembered where an answer is dear
Work = Callable[[list[str]], list[str]]  # cells → the text of the new cells for each
Answers = Callable[[Iterable[list[str]]], Iterable[list[str]]]
Tick = Callable[[int], None]


def added_names(reader: Reader, names: Sequence[str]) -> str:
    """The header line with the new names.

    Raises UsageError if the file has a column of that name.
    """
    there = [name for name in names if name in reader.names]
    if there and reader.header:
        raise UsageError(f"{reader.source.name} already has a column {there[0]!r}; rename it there first")
    line = [reader.header, *map(reader.dialect.escaped, names)]
    return reader.dialect.delimiter.join(line) + reader.header_end if reader.header else ""


def add_columns(
    reader: Reader,
    output: Output,
    *,
    column: int,
    names: Sequence[str],
    answers: Answers,
    tick: Tick,
    memory: int = 0,
) -> int:
    """Copy the records of a reader with new columns made from the cells of one; gives their number.

    `answers` gets the cells of block after block and gives, in the same order, the text of the new cells
    for each; it may work ahead. With `memory` each distinct cell that isn't empty is asked for once, as
    long as no more than that many are remembered.
    """
    begin(reader, output, names)
    delimiter, encoding = reader.dialect.delimiter, reader.source.encoding
    known = _Memory(memory, delimiter * (len(names) - 1))
    waiting: deque[tuple[Place, Block, dict[str, str], list[str]]] = deque()

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
        output.commit(place, block.joined(delimiter, texts))
        tick(reader.source.bytes_read)
    output.finish()
    return output.done.rows


def begin(reader: Reader, output: Output, names: Sequence[str]) -> None:
    """Write the header with the new names, unless a stopped run has.

    Raises UsageError if the file has a column of one of the names.
    """
    mark, header = reader.source.mark, reader.header + reader.header_end
    first = added_names(reader, names)
    start = output.place(lambda: mark + header.encode(reader.source.encoding), 0)
    if start:
        output.commit(start, first)


class _Memory:
    """The answers to cells seen before; a block keeps those it needs, so that forgetting does no harm."""

    def __init__(self, limit: int, blank: str) -> None:
        self.limit = limit
        self.blank = blank
        self.known: dict[str, str] = {}

    def split(self, block: Block) -> tuple[dict[str, str], list[str]]:
        """The answers of a block that are known, and the distinct cells to ask for."""
        mine = {"": self.blank}
        unseen = []
        for cell in dict.fromkeys(block.cells):
            if cell in self.known:
                mine[cell] = self.known[cell]
            elif cell:
                unseen.append(cell)
        return mine, unseen

    def learned(self, block: Block, mine: dict[str, str], asked: list[str], texts: list[str]) -> list[str]:
        """The answers for all cells of the block, now that those asked for have come."""
        new = dict(zip(asked, texts, strict=True))
        if len(self.known) > self.limit:
            self.known.clear()
        self.known.update(new)
        mine.update(new)
        return [mine[cell or ""] for cell in block.cells]
