"""Work in several processes: pieces go out and their answers come back in order, the same however many work.

The workers fork, so they share whatever the work holds; where a system can't fork, the work is sent to them if it
can be pickled, and done in this process if not.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Any, TypeVar

from translit.errors import DataError, UsageError

AHEAD = 2  # pieces that each process has before it

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")

_work: Callable[[Any], Any] | None = None  # of a worker, and of this process while workers fork


def available() -> int:
    """How many processes can work at once here.

    >>> available() >= 1
    True
    """
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def workers(work: Callable[[Piece], Answer], processes: int) -> Iterator[Callable[[Iterable[Piece]], Iterator[Answer]]]:
    """What answers pieces in order, in this process or in several.

    To be entered before an output is opened, so that the workers don't hold it open when this process is
    killed. Raises UsageError for fewer than one process, and when answering DataError if a worker dies.

    >>> with workers(str.upper, 2) as answers:
    ...     list(answers(["a", "b", "c"]))
    ['A', 'B', 'C']
    """
    if processes < 1:
        raise UsageError(f"{processes} processes can't work; give one or more")
    context = _context(work) if processes > 1 else None
    if context is None:
        yield partial(map, work)
        return
    global _work  # noqa: PLW0603
    _work = work
    sent = None if context.get_start_method() == "fork" else work
    before = multiprocessing.active_children()
    pool = ProcessPoolExecutor(processes, context, initializer=_start, initargs=(os.getpid(), sent))
    try:
        _result(pool.submit(os.getpid))  # the workers fork here
        yield partial(_in_order, pool, AHEAD * processes)
    except BaseException:
        for child in multiprocessing.active_children():
            if child not in before:
                child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _work = None


def _in_order(pool: ProcessPoolExecutor, most: int, pieces: Iterable[Piece]) -> Iterator[Any]:
    ahead: deque[Future[Any]] = deque()
    for piece in pieces:
        try:
            ahead.append(pool.submit(_answer, piece))
        except BrokenProcessPool:
            raise _dead() from None
        if len(ahead) > most:
            yield _result(ahead.popleft())
    while ahead:
        yield _result(ahead.popleft())


def _result(future: Future[Answer]) -> Answer:
    try:
        return future.result()
    except BrokenProcessPool:
        raise _dead() from None


def _dead() -> DataError:
    return DataError("a worker process died, perhaps for want of memory; give fewer processes")


def _context(work: Callable[[Any], Any]) -> BaseContext | None:
    """How workers are started, None if they can't be."""
    if "fork" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("fork")
    try:
        pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError):
        return None
    return multiprocessing.get_context("spawn")


def _start(parent: int, sent: Callable[[Any], Any] | None) -> None:
    global _work  # noqa: PLW0603
    _work = sent or _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this worker when its parent has been killed: nobody would tell it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _answer(piece: Any) -> Any:
    assert _work is not None
    return _work(piece)
