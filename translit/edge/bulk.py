"""Files of names, block by block: a column written by a scheme, or the entity of every row.

Each distinct name is worked once as long as the memory of names lasts. Blocks go to worker processes and
come back in order, so the output is the same however many there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from threading import Thread

from translit.edge.csvio import Block, Reader, joined
from translit.edge.output import Output, Place
from translit.errors import DataError, UsageError

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
    encoding, mark = reader.source.encoding, reader.source.mark
    start = output.place(lambda: mark + (reader.header + reader.header_end).encode(encoding), 0)
    first = added_names(reader, names)
    if start:
        output.commit(start, first)
    delimiter = reader.dialect.delimiter
    known = _Memory(memory, delimiter * (len(names) - 1))
    waiting: deque[tuple[Place, Block, dict[str, str], list[str]]] = deque()

    def asked() -> Iterator[list[str]]:
        for block in reader.blocks(column):
            place = output.place(partial(block.text.encode, encoding), len(block.rows))
            if place is None:
                tick(reader.source.bytes_read)
                continue
            mine, cells = known.split(block) if memory else ({}, [cell or "" for cell in block.cells])
            waiting.append((place, block, mine, cells))
            yield cells

    for texts in answers(asked()):
        place, block, mine, cells = waiting.popleft()
        if memory:
            texts = known.learned(block, mine, cells, texts)  # noqa: PLW2901
        output.commit(place, joined(block, delimiter, texts))
        tick(reader.source.bytes_read)
    output.finish()
    return output.done.rows


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


@contextmanager
def workers(work: Work, processes: int) -> Iterator[Answers]:
    """What answers lists of names in order, in this process or in several.

    To be entered before an output is opened, so that the workers don't hold it open when this process is
    killed. Answering raises DataError if a worker dies.
    """
    if processes <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield partial(map, work)
        return
    global _work  # noqa: PLW0603  the workers inherit it, index and all, when they fork
    _work = work
    context = multiprocessing.get_context("fork")
    before = multiprocessing.active_children()
    pool = ProcessPoolExecutor(processes, context, initializer=_start_worker, initargs=(os.getpid(),))

    def result(future: Future[list[str]]) -> list[str]:
        try:
            return future.result()
        except BrokenProcessPool:
            raise DataError("a worker process died, perhaps for want of memory; give fewer --processes") from None

    def answers(pieces: Iterable[list[str]]) -> Iterator[list[str]]:
        ahead: deque[Future[list[str]]] = deque()
        for piece in pieces:
            ahead.append(pool.submit(_answer, piece))
            if len(ahead) > 2 * processes:
                yield result(ahead.popleft())
        while ahead:
            yield result(ahead.popleft())

    try:
        pool.submit(os.getpid).result()  # the workers fork here
        yield answers
    except BaseException:
        for child in multiprocessing.active_children():
            if child not in before:
                child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _work = None


_work: Work | None = None


def _start_worker(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this worker when its parent has been killed: nobody would tell it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _answer(names: list[str]) -> list[str]:
    assert _work is not None
    return _work(names)
