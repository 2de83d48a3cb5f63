"""Scoring names by number: how like the words of a query are to those of each name, many names at once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Bools, Float32s, Int16s, Int64s, UInt16s, UInt32s
from translit.finding.index.ranges import spread
from translit.finding.index.uint24 import Packed
from translit.finding.index.word_match import Match

SLOTS = 4  # words of a name that lie side by side in memory; a name may have more
EXTRA = 0.03  # what a word costs that the query hasn't
MOST_EXTRA = 4
INITIAL = 0.10  # what an initial gives that fits
JOINED = 0.95  # two words of the query that are one in the name
STEPS = 1000  # of a likeness of one, in `reached`
MANY = 1 << 13  # names from which on their lists are copied whole
CHUNK = 1 << 20

Row = tuple[Match, tuple[int, ...]]  # the places in the query of the words that are matched


class Scorer:
    """The words of names, and scratch space in which they are looked up. Threads may share it."""

    def __init__(
        self, name_words: Packed, word_counts: NDArray[Any], name_firsts: UInt32s, postings: Packed,
        postings_at: UInt32s, initials: UInt32s,
    ) -> None:  # fmt: skip
        self._flat, self._firsts, self._counts = name_words, name_firsts, word_counts
        self._postings, self._at, self._initials = postings, postings_at, initials
        self._local = threading.local()

    @cached_property
    def words(self) -> UInt32s:
        """The first words of each name [names, SLOTS]; the number after the last word's where there is none."""
        found = np.full((len(self._counts), SLOTS), len(self._initials), dtype=np.uint32)
        for start in range(0, len(found), CHUNK):
            counts = self._counts[start : start + CHUNK]
            firsts = self._firsts[start : start + len(counts) + 1].astype(np.int64)
            flat = self._flat[int(firsts[0]) : int(firsts[-1])]
            for slot in range(SLOTS):
                some = np.flatnonzero(counts > slot)
                found[start + some, slot] = flat[firsts[some] - firsts[0] + slot]
        return found

    @cached_property
    def _any_long(self) -> bool:
        return bool(self._counts.max(initial=0) > SLOTS)

    @cached_property
    def postings(self) -> UInt32s:
        """The names of each word, one word after the other."""
        return self._postings[:]

    def keys(self, names: NDArray[Any]) -> list[bytes]:
        """For each name bytes that only names of the same words have."""
        data, size = self.words.take(names, axis=0).tobytes(), SLOTS * 4
        found = [data[start : start + size] for start in range(0, len(data), size)]
        if self._any_long:
            for place in np.flatnonzero(self._counts[names] > SLOTS).tolist():
                start, end = self._firsts[names[place]], self._firsts[names[place] + 1]
                found[place] = self._flat[int(start) : int(end)].tobytes()
        return found

    def names_of(self, words: Int64s, most: int) -> tuple[Int64s, Int64s]:
        """The names of some words, one word after the other, and how many each has; together at most so many."""
        starts, ends = self._at.take(words).astype(np.int64), self._at.take(words + 1).astype(np.int64)
        sizes = ends - starts
        if int(sizes.sum()) <= MANY:
            return self.postings.take(spread(starts, ends)[:most]).astype(np.int64), sizes
        parts = [self.postings[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        return np.concatenate(parts)[:most].astype(np.int64), sizes

    def distinct(self, names: Int64s) -> Int64s:
        """The names, each once."""
        mark, order = self._scratch("mark", len(self._counts)), np.arange(len(names), dtype=np.int32)
        mark[names] = order
        return np.asarray(names[mark.take(names) == order], dtype=np.int64)

    def reached(self, rows: Sequence[tuple[Int64s, UInt16s]], least: int, enough: int) -> Int64s:
        """The names that get `least` from all rows together; of very many about `enough`, those that get most."""
        sums = self._scratch("sums", len(self._counts), np.uint16)
        every = np.concatenate([names for names, _ in rows])
        try:
            for names, values in rows:
                sums[names] = sums.take(names) + values
            got = sums.take(every)
        finally:
            sums[every] = 0
        some = np.flatnonzero(got >= least)
        if len(some) > enough:
            some = np.flatnonzero(got >= np.partition(got[some], -enough)[-enough])
        return self.distinct(every[some])

    def scores(self, names: Int64s, rows: Sequence[Row], weights: Sequence[float], initials: Sequence[int]) -> Float32s:
        """The weighted likeness of the words of the query to those of each name; initials are sums of letters' bits."""
        if not len(names):
            return np.empty(0, dtype=np.float32)
        table = self._scratch("table", len(self._initials) + 1)
        table[-1] = 1  # no word: neither matched nor left over
        matched = rows[0][0].words if len(rows) == 1 else np.concatenate([match.words for match, _ in rows])
        try:  # whatever interrupts, the table is left as it was
            table[matched] = np.arange(2, len(matched) + 2, dtype=np.int32)
            likeness = np.zeros((len(weights), len(matched) + 2), dtype=np.float32)
            for match, places in rows:
                at = table.take(match.words)
                values = match.likeness * np.float32(JOINED) if len(places) > 1 else match.likeness
                for place in places:
                    row = likeness[place]
                    row[at] = np.maximum(row.take(at), values)
            return self._summed(names, table, likeness, weights, initials)
        finally:
            table[matched] = 0

    def _summed(
        self, names: Int64s, table: Any, likeness: Float32s, weights: Sequence[float], initials: Sequence[int]
    ) -> Float32s:
        words = self.words.take(names, axis=0).T.astype(np.int64)
        ids = table.take(words)
        best = likeness.take(ids, axis=1).max(axis=1)
        unused = ids == 0
        extra = unused.sum(axis=0, dtype=np.int16)
        fits = [((self._initials.take(words, mode="clip") & np.uint32(bits)) > 0) & unused for bits in initials]
        fitting = [fit.any(axis=0) for fit in fits]
        if self._any_long:
            self._add_long(names, table, likeness, best, extra, initials, fitting)
        score = np.minimum(extra, MOST_EXTRA) * np.float32(-EXTRA)
        for row, weight in zip(best, weights, strict=True):  # in this order: the same sum wherever a name stands
            score += row * np.float32(weight)
        for fit in fitting:
            score += np.float32(INITIAL) * fit
        return np.asarray(score, dtype=np.float32)

    def _add_long(
        self, names: Int64s, table: Any, likeness: Float32s, best: Float32s, extra: Int16s,
        initials: Sequence[int], fitting: list[Bools],
    ) -> None:  # fmt: skip
        """The words of long names beyond those that lie side by side."""
        counts = self._counts[names]
        slot, some = SLOTS, np.flatnonzero(counts > SLOTS)
        while len(some):
            words = self._flat[self._firsts[names[some]].astype(np.int64) + slot]
            ids = table[words]
            best[:, some] = np.maximum(best[:, some], likeness[:, ids])
            extra[some] += ids == 0
            for fit, bits in zip(fitting, initials, strict=True):
                fit[some] |= ((self._initials[words] & np.uint32(bits)) > 0) & (ids == 0)
            slot += 1
            some = some[counts[some] > slot]

    def _scratch(self, name: str, size: int, kind: Any = np.int32) -> NDArray[Any]:
        """An array of a thread's own, at first of zeros."""
        found: NDArray[Any] | None = getattr(self._local, name, None)
        if found is None:
            found = np.zeros(size, dtype=kind)
            setattr(self._local, name, found)
        return found


def each_once(found: Sequence[tuple[Int64s, Float32s]]) -> tuple[Int64s, Float32s]:
    """The names of several searches with their scores, each once with its best.

    >>> scores = np.array([0.5, 0.6], dtype=np.float32)
    >>> each_once([(np.array([3, 5]), scores), (np.array([5, 3]), scores)])[0].tolist()
    [3, 5]
    """
    if len(found) == 1:
        return found[0]
    names = np.concatenate([np.empty(0, dtype=np.int64), *(each[0] for each in found)])
    scores = np.concatenate([np.empty(0, dtype=np.float32), *(each[1] for each in found)])
    order = np.lexsort((-scores, names))
    first = np.unique(names[order], return_index=True)[1]
    return names[order][first], scores[order][first]


def best_of(names: Int64s, scores: Float32s, margin: float, most: int) -> tuple[Int64s, Float32s]:
    """The best names, at most `most`, none more than `margin` below the first; of equals the first names.

    >>> names, _ = best_of(np.array([7, 5, 3]), np.array([0.5, 0.9, 0.9], dtype=np.float32), 0.25, 8)
    >>> names.tolist()
    [3, 5]
    """
    floor = float(scores.max(initial=0.0)) - margin
    if len(scores) > most:
        floor = max(floor, float(np.partition(scores, -most)[-most]))
    kept = np.flatnonzero(scores >= floor)
    kept = kept[np.lexsort((names[kept], -scores[kept]))][:most]
    return names[kept], scores[kept]
