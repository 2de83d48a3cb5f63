"""The readings of many words as columns, and what the words of an index say of them, worked out for all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Float32s, Float64s, Int64s
from translit.finding.index.ranges import spread
from translit.text.lookup.hits import NEAR, Sounding, WordFinder, distances
from translit.text.reading.readings import CUT, Reading

NEAR_CUT = 0.25  # distance at which a word whose ending no table knows still counts
COST = 0.08  # what a nat of the base's cost counts beside the distance; set by hand, to choose among bases
BOTH = 0.05  # how much worse a base may be than the best and still lend its cases
ALIKE_CUT = 0.6  # likeness below which a word without its ending isn't aligned: hardly any is near enough
MOST_ALIGNED = 32  # words of the index that a word is aligned with, the likest ones: twelve did as well on news
BEHIND = 0.15  # how much less alike than a word's likeliest base another one may be and still be aligned


class Columns:
    """The readings of some words: each with the number of its word, and the number of its base in `texts`."""

    def __init__(self, rows: Sequence[Sequence[Reading]]) -> None:
        number: dict[str, int] = {}
        every = [reading for row in rows for reading in row]
        base = [number.setdefault(reading.folded, len(number)) for reading in every]
        self.texts = list(number)
        self.words = np.arange(len(rows)).repeat([len(row) for row in rows])
        self.bases = np.array(base, dtype=np.int64)
        self.costs = np.array([reading.cost for reading in every], dtype=np.float64)
        self.cells = [reading.cells for reading in every]  # more bits than numbers of arrays have
        self.derived = np.array([reading.derived for reading in every], dtype=np.bool_)
        order = np.argsort(self.bases, kind="stable")
        ends = np.cumsum(np.bincount(self.bases, minlength=len(number)))
        self._order, self._starts = order, np.concatenate([np.zeros(1, dtype=np.int64), ends])

    def with_bases(self, bases: Int64s) -> tuple[Int64s, Int64s]:
        """The readings that have one of these bases: the place of the base among these, the number of the reading."""
        starts, ends = self._starts[bases], self._starts[bases + 1]
        return np.arange(len(bases)).repeat(ends - starts), self._order[spread(starts, ends)]


class Near(NamedTuple):
    """What words are near: a reading, a word of the index, a folded part of that by its number, and the distance."""

    readings: Int64s
    words: Int64s
    parts: Int64s
    distances: Float64s


def near(columns: Columns, found: Sounding, finder: WordFinder, number: dict[str, int]) -> Near:
    """What the words of `columns` are near to; new parts are numbered in `number`.

    Of a word's bases only those are aligned with a word of the index that are about as alike as its likeliest one.
    """
    place, reading = columns.with_bases(found.bases)
    alike, words = found.alike[place], found.words[place]
    kept = np.flatnonzero((columns.costs[reading] < CUT) | (alike >= ALIKE_CUT))
    reading, alike, words = reading[kept], alike[kept], words[kept]
    kept = _about_best(columns.words[reading], words, columns.derived[reading], alike)
    reading, words, alike = reading[kept], words[kept], alike[kept]
    kept = _likeliest(columns.words[reading], words, alike)
    reading, words = reading[kept], words[kept]
    distinct, inverse = np.unique(words, return_inverse=True)
    folded = finder.parts(distinct.tolist())
    sizes = np.array([len(parts) for parts in folded], dtype=np.int64)
    numbers = np.array([number.setdefault(part, len(number)) for parts in folded for part in parts], dtype=np.int64)
    firsts = np.cumsum(sizes) - sizes
    parts = numbers[spread(firsts[inverse], firsts[inverse] + sizes[inverse])]
    reading, words = reading.repeat(sizes[inverse]), words.repeat(sizes[inverse])
    pairs, which = np.unique(columns.bases[reading] << 32 | parts, return_inverse=True)
    far = distances(columns.texts, list(number), pairs >> 32, pairs & 0xFFFFFFFF)[which]
    kept = np.flatnonzero(far <= np.where(columns.costs[reading] >= CUT, NEAR_CUT, NEAR))
    return Near(reading[kept], words[kept], parts[kept], far[kept])


def _about_best(owners: Int64s, words: Int64s, derived: Bools, alike: Float32s) -> Int64s:
    """Which are about as alike as the best of the same word, word of the index, and kind of base."""
    keys = (owners << 33) | (words << 1) | derived
    order = np.argsort(keys, kind="stable")
    starts = starts_of(keys[order])
    if not len(order):
        return order
    best = np.maximum.reduceat(alike[order], starts)
    sizes = np.diff(starts, append=len(order))
    return np.sort(order[alike[order] >= best.repeat(sizes) - BEHIND])


def _likeliest(owners: Int64s, words: Int64s, alike: Float32s) -> Int64s:
    """Which belong to the words of the index that are most alike each word: to `MOST_ALIGNED` of them, or few more."""
    order = np.lexsort((-alike, words, owners))
    first = starts_of(owners[order] << 32 | words[order])
    best = order[first]  # of each word and word of the index the likest base
    rank = np.lexsort((-alike[best], owners[best]))
    starts = starts_of(owners[best][rank])
    sizes = np.diff(starts, append=len(rank))
    last = np.minimum(starts + MOST_ALIGNED, starts + sizes) - 1
    least = np.zeros(int(owners.max(initial=-1)) + 1, dtype=np.float32)
    least[owners[best][rank][starts]] = alike[best][rank][last]  # equals stay, so that no order decides
    good = alike[best] >= least[owners[best]]
    kept = np.zeros(len(order), dtype=np.bool_)
    kept[order] = good.repeat(np.diff(first, append=len(order)))
    return np.flatnonzero(kept)


def starts_of(keys: Int64s) -> Int64s:
    """Where each new key begins among sorted ones."""
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    return np.flatnonzero(new)


class Best(NamedTuple):
    """For each word and part: the distance and cost of the best base, the cases of all that are about as good.

    And the least distances of bases that the word is derived from, and of the others.
    """

    words: list[int]
    parts: list[int]
    distances: list[float]
    costs: list[float]
    cells: list[int]
    derived: list[float]
    others: list[float]


def best(columns: Columns, readings: Int64s, parts: Int64s, distances: Float64s) -> Best:
    """What each word says of each part that it may be."""
    words, cost = columns.words[readings], columns.costs[readings]
    score = distances + COST * cost
    order = np.lexsort((readings, score, parts, words))
    words, parts, score, readings = words[order], parts[order], score[order], readings[order]
    far, cost = distances[order], cost[order]
    starts = starts_of(words << 32 | parts)
    if not len(starts):
        return Best([], [], [], [], [], [], [])
    sizes = np.diff(starts, append=len(order))
    lent = score < score[starts].repeat(sizes) + BOTH
    cells = [0] * len(starts)
    groups = np.arange(len(starts)).repeat(sizes)[lent].tolist()
    for group, reading in zip(groups, readings[lent].tolist(), strict=True):
        cells[group] |= columns.cells[reading]
    derived = columns.derived[readings]
    by_derived = np.minimum.reduceat(np.where(derived, far, np.inf), starts)
    by_others = np.minimum.reduceat(np.where(derived, np.inf, far), starts)
    one, other, near, least = (row[starts].tolist() for row in (words, parts, far, cost))
    return Best(one, other, near, least, cells, by_derived.tolist(), by_others.tolist())


def nearest(columns: Columns, found: Near, most: int) -> tuple[Int64s, Int64s]:
    """The words of the index that each word may be, by the numbers of both, sorted; of more than `most` the nearest."""
    owners = columns.words[found.readings]
    score = found.distances + COST * columns.costs[found.readings]
    order = np.lexsort((score, found.words, owners))
    order = order[starts_of((owners << 32 | found.words)[order])]
    owners, words, score = owners[order], found.words[order], score[order]
    starts = starts_of(owners)
    sizes = np.diff(starts, append=len(owners))
    if sizes.max(initial=0) > most:
        rank = np.empty(len(owners), dtype=np.int64)
        rank[np.lexsort((words, score, owners))] = np.arange(len(owners)) - starts.repeat(sizes)
        owners, words = owners[rank < most], words[rank < most]
    return owners, words
