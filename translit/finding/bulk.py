"""Many names, in several processes: blocks go out and their answers come back in order, the same however many work.

The processes share the mapped files of an index; an index held in memory is shared by forking, where the system
can. What travels back is numbers; entities are made here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from translit.errors import DataError, UsageError
from translit.finding.resolve import Candidate, Hit, Resolver

AHEAD = 2  # blocks a process has before it

_resolver: Resolver | None = None  # of a worker process


def resolve_blocks(
    resolver: Resolver, blocks: Iterable[Sequence[str]], limit: int = 1, processes: int = 1
) -> Iterator[list[list[Candidate]]]:
    """The candidates of every name, block by block, like `resolve_many`; equal names of a block are worked once.

    Raises UsageError for fewer than one process or an index that can't be shared, DataError if a process dies.

    >>> from translit.finding.sources import seeds
    >>> [[found[0].entity.id for found in block] for block in resolve_blocks(Resolver(seeds()), [["Vasil Bykaŭ"]])]
    [['bykau-vasil']]
    """
    if processes < 1:
        raise UsageError(f"{processes} processes can't work; give one or more")
    if processes == 1:
        for block in blocks:
            yield resolver.resolve_many(block, limit)
        return
    for block, hits in _in_processes(resolver, blocks, limit, processes):
        yield [[resolver.candidate(name, hit) for hit in found] for name, found in zip(block, hits, strict=True)]


def _in_processes(
    resolver: Resolver, blocks: Iterable[Sequence[str]], limit: int, processes: int
) -> Iterator[tuple[Sequence[str], list[list[Hit]]]]:
    global _resolver  # noqa: PLW0603  workers that fork inherit it
    fork = "fork" in multiprocessing.get_all_start_methods()
    if resolver.path is None and not fork:
        raise UsageError("this system can't share an index in memory; save it and open the folder, or use one process")
    context = multiprocessing.get_context("fork" if fork else "spawn")
    _resolver = resolver
    pool = ProcessPoolExecutor(processes, context, initializer=_start, initargs=(None if fork else resolver.path,))
    ahead: deque[tuple[Sequence[str], Future[list[list[Hit]]]]] = deque()
    try:
        for block in blocks:
            ahead.append((block, pool.submit(_answer, list(block), limit)))
            if len(ahead) > AHEAD * processes:
                done, future = ahead.popleft()
                yield done, future.result()
        while ahead:
            done, future = ahead.popleft()
            yield done, future.result()
    except BrokenProcessPool:
        raise DataError("a process that resolved names died, perhaps for want of memory; use fewer") from None
    finally:
        _resolver = None
        pool.shutdown(wait=False, cancel_futures=True)


def _start(path: Path | None) -> None:
    global _resolver  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    if path is not None:
        _resolver = Resolver.open(path)


def _answer(names: list[str], limit: int) -> list[list[Hit]]:
    assert _resolver is not None, f"process {os.getpid()} has no index"
    return _resolver.hits_many(names, limit)
