"""Files of names, block by block: a column written by a scheme, or the entity of every row.

Each distinct name is worked once as long as the memory of names lasts. Blocks go to worker processes and
come back in order, so the output is the same however many there are.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial

from translit.edge.csvio import Block, Reader, joined
from translit.edge.dialect import Dialect
from translit.edge.output import Output, Place
from translit.errors import DataError, UsageError

Work = Callable[[list[str]], list[list[str]]]
Answers = Callable[[Iterable[list[str]]], Iterable[list[list[str]]]]
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

    `answers` gets the distinct cells of block after block and gives the new cells for each, in the same
    order; it may work ahead. `memory` is how many cells are remembered from block to block.
    """
    encoding, mark = reader.source.encoding, reader.source.mark
    start = output.place(lambda: mark + (reader.header + reader.header_end).encode(encoding), 0)
    first = added_names(reader, names)
    if start:
        output.commit(start, first)
    blank = reader.dialect.delimiter * len(names)
    remembered: dict[str, str] = {}
    waiting: deque[tuple[Place, Block, dict[str | None, str], list[str]]] = deque()

    def unseen() -> Iterator[list[str]]:
        for block in reader.blocks(column):
            place = output.place(partial(block.text.encode, encoding), len(block.rows))
            if place is None:
                tick(reader.source.bytes_read)
                continue
            distinct = [cell for cell in dict.fromkeys(block.cells) if cell]
            known: dict[str | None, str] = {None: "", "": blank}
            if memory:
                known.update((cell, remembered[cell]) for cell in distinct if cell in remembered)
                distinct = [cell for cell in distinct if cell not in known]
            waiting.append((place, block, known, distinct))
            yield distinct

    for found in answers(unseen()):
        place, block, known, distinct = waiting.popleft()
        new = dict(zip(distinct, written(found, reader.dialect), strict=True))
        known.update(new)
        output.commit(place, joined(block, known))
        if memory:
            if len(remembered) > memory:
                remembered.clear()
            remembered.update(new)
        tick(reader.source.bytes_read)
    output.finish()
    return output.done.rows


def written(found: Sequence[Sequence[str]], dialect: Dialect) -> list[str]:
    """The new cells of each row as text to put behind it.

    >>> written([["a", "b,c"]], Dialect())
    [',a,"b,c"']
    """
    together = "".join(map("".join, found))
    if any(sign in together for sign in (dialect.delimiter, dialect.quote or "\n", "\n", "\r")):
        found = [[dialect.escaped(cell) for cell in cells] for cells in found]
    return [dialect.delimiter + dialect.delimiter.join(cells) for cells in found]


@contextmanager
def workers(work: Work, processes: int) -> Iterator[Answers]:
    """What answers lists of names in order, in this process or in several.

    Raises DataError if a worker process dies.
    """
    if processes <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield partial(map, work)
        return
    global _work  # noqa: PLW0603  the workers inherit it, index and all, when they fork
    _work = work
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(processes, context, initializer=_start_worker)

    def answers(pieces: Iterable[list[str]]) -> Iterator[list[list[str]]]:
        ahead: deque[Future[list[list[str]]]] = deque()
        for piece in pieces:
            ahead.append(pool.submit(_answer, piece))
            if len(ahead) > 2 * processes:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    try:
        yield answers
    except BrokenProcessPool:
        raise DataError("a worker process died, perhaps for want of memory; give fewer --processes") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _work = None


_work: Work | None = None


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _answer(names: list[str]) -> list[list[str]]:
    assert _work is not None
    return _work(names)
