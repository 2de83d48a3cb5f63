"""Hits put together: how many of each source and month, and how each source spells the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translit.corpus.documents import Hit

LIKELY = 0.5  # probability from which a document counts
LOOKED_AT = 20  # documents of a source whose spellings are looked at, the best first


@dataclass(frozen=True, slots=True)
class OfSource:
    """What a source has: documents, its spellings with how many of the documents looked at have each, the best hit."""

    source: str
    documents: int
    spellings: tuple[tuple[str, int], ...]
    best: Hit


def by_source(hits: Iterable[Hit]) -> list[OfSource]:
    """The likely hits of each source, the source with most documents first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.probability >= LIKELY:
            groups.setdefault(hit.source, []).append(hit)
    found = [OfSource(source, len(mine), _spellings(mine[:LOOKED_AT]), mine[0]) for source, mine in groups.items()]
    return sorted(found, key=lambda one: (-one.documents, one.source))


def _spellings(hits: Sequence[Hit]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for hit in hits:
        for spelling in {" ".join(one.spelling.split()) for one in hit.snippets}:
            counts[spelling] = counts.get(spelling, 0) + 1
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def counts(hits: Iterable[Hit]) -> list[tuple[str, str, int]]:
    """How many likely hits there are of each source and month, in that order; "" where a document has none.

    >>> counts([Hit("1", 1.0, 0.9, source="a", date="2021-02-03"), Hit("2", 1.0, 0.9, source="a", date="2021-02-05")])
    [('a', '2021-02', 2)]
    """
    found: dict[tuple[str, str], int] = {}
    for hit in hits:
        if hit.probability >= LIKELY:
            key = hit.source, hit.date[:7]
            found[key] = found.get(key, 0) + 1
    return [(source, month, count) for (source, month), count in sorted(found.items())]
