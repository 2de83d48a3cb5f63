"""Many names, in several processes: blocks go out and their answers come back in order, the same however many work.

The processes share the mapped files of an index, or by forking an index held in memory. What travels back is
numbers; entities are made here.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translit.finding.resolve import Candidate, Hit, Resolver
from translit.processes import workers


def resolve_blocks(
    resolver: Resolver, blocks: Iterable[Sequence[str]], limit: int = 1, processes: int = 1
) -> Iterator[list[list[Candidate]]]:
    """The candidates of every name, block by block, like `resolve_many`; equal names of a block are worked once.

    Raises UsageError for fewer than one process, DataError if a process dies.

    >>> from translit.finding.entities.sources import seeds
    >>> [[found[0].entity.id for found in block] for block in resolve_blocks(Resolver(seeds()), [["Vasil Bykaŭ"]])]
    [['bykau-vasil']]
    """
    waiting: deque[list[str]] = deque()

    def asked() -> Iterator[list[str]]:
        for block in blocks:
            waiting.append(list(block))
            yield waiting[-1]

    with workers(_Hits(resolver, limit), processes) as answers:
        for hits in answers(asked()):
            pairs = zip(waiting.popleft(), hits, strict=True)
            yield [[resolver.candidate(name, hit) for hit in found] for name, found in pairs]


class _Hits:
    """The hits of a block of names; sent to another process it opens the index there."""

    def __init__(self, resolver: Resolver, limit: int) -> None:
        self.resolver = resolver
        self.limit = limit

    def __call__(self, names: list[str]) -> list[list[Hit]]:
        return self.resolver.hits_many(names, self.limit)

    def __reduce__(self) -> tuple[object, ...]:
        if self.resolver.path is None:
            raise pickle.PicklingError("an index in memory can't be sent; save it and open the folder")
        return _opened, (self.resolver.path, self.limit)


def _opened(path: Path, limit: int) -> _Hits:
    return _Hits(Resolver.open(path), limit)
