"""Work in several processes: pieces go out and their answers come back in order, the same however many work.

The workers fork, so they share whatever the work holds; where a system can't fork, the work is sent to them if it
can be pickled, and done in this process if not. A worker has one piece at a time, so neither side ever waits for
the other to read.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from translit.errors import DataError, UsageError
from translit.signals import STOPPING

MOST = 4  # processes for each processor: more only take memory
AHEAD = 3  # pieces begun for each process, until the first of them is done

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
Worker = tuple[BaseProcess, "Connection[Any, Any]"]


def available() -> int:
    """How many processes can work at once here.

    >>> available() >= 1
    True
    """
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def workers(work: Callable[[Piece], Answer], processes: int) -> Iterator[Callable[[Iterable[Piece]], Iterator[Answer]]]:
    """What answers pieces in order, in this process or in several; an error of the work is raised here.

    No more than four processes work for each processor. To be entered before an output is opened, so that the
    workers don't hold it open when this process is killed. Raises UsageError for fewer than one process, and when
    answering DataError if a worker dies.

    >>> with workers(str.upper, 2) as answers:
    ...     list(answers(["a", "b", "c"]))
    ['A', 'B', 'C']
    """
    if processes < 1:
        raise UsageError(f"{processes} processes can't work; give one or more")
    processes = min(processes, MOST * available())
    context = _context(work) if processes > 1 else None
    if context is None:
        yield partial(map, work)
        return
    pool: list[Worker] = []
    try:
        for _ in range(processes):
            pool.append(_started(context, work, [pipe for _, pipe in pool]))
        yield partial(_in_order, pool)
    except BaseException:
        for process, _ in pool:
            process.terminate()
        raise
    finally:
        for _, pipe in pool:
            pipe.close()  # which ends the worker
        for process, _ in pool:
            process.join()


def _started(context: BaseContext, work: Callable[[Any], Any], others: Sequence[Connection[Any, Any]]) -> Worker:
    here, there = context.Pipe()
    held = [here, *others] if context.get_start_method() == "fork" else []
    process = context.Process(target=_serve, args=(work, there, held), daemon=True)  # type: ignore[attr-defined]
    with _undisturbed():
        process.start()
    there.close()
    return process, here


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No signal to stop comes through meanwhile, neither here nor, until it serves, in a process that is started.

    A worker has the handlers of its parent at first, which aren't meant for it.
    """
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        yield


def _in_order(pool: Sequence[Worker], pieces: Iterable[Piece]) -> Iterator[Any]:
    idle = [pipe for _, pipe in pool]
    busy: dict[Connection[Any, Any], int] = {}
    done: dict[int, Any] = {}
    source = enumerate(pieces)
    next_ = 0  # the answer that is due
    more = True
    while more or busy or done:
        while more and idle and len(busy) + len(done) < AHEAD * len(pool):
            number, piece = next(source, (-1, None))
            more = number >= 0
            if more:
                _send(idle[-1], piece)
                busy[idle.pop()] = number
        if next_ in done:
            yield done.pop(next_)
            next_ += 1
        elif busy:
            for pipe in wait(list(busy)):
                done[busy.pop(pipe)] = _received(pipe)  # type: ignore[arg-type, call-overload]
                idle.append(pipe)  # type: ignore[arg-type]


def _send(pipe: Connection[Any, Any], piece: object) -> None:
    try:
        pipe.send(piece)
    except OSError:
        raise _dead() from None


def _received(pipe: Connection[Any, Any]) -> object:
    try:
        good, answer = pipe.recv()
    except (EOFError, OSError):
        raise _dead() from None
    if not good:
        raise answer
    return answer


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


def _serve(work: Callable[[Any], Any], pipe: Connection[Any, Any], held: Sequence[Connection[Any, Any]]) -> None:
    """Answer pieces until the other end is closed; it is also closed when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    for stopping in STOPPING[1:]:
        signal.signal(stopping, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    for other in held:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            piece = pipe.recv()
            try:
                answer = True, work(piece)
            except Exception as error:
                answer = False, error
            pipe.send(answer)
