"""Scoring names by number: how like the words of a query are to those of each name, many names at once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.finding.packed import Packed
from translit.finding.vocabulary import Floats, Ints, Match, spread

SLOTS = 4  # words of a name that lie side by side in memory; a name may have more
EXTRA = 0.03  # what a word costs that the query hasn't
MOST_EXTRA = 4
INITIAL = 0.10  # what an initial gives that fits
JOINED = 0.95  # two words of the query that are one in the name
STEPS = 1000.0  # of a likeness in `reached`
CHUNK = 1 << 20

Names = NDArray[np.uint32]
Row = tuple[Match, tuple[int, ...]]  # the places in the query of the words that are matched


class Scorer:
    """The words of names, and scratch space in which they are looked up. Threads may share it."""

    def __init__(
        self, name_words: Packed, word_counts: NDArray[Any], name_firsts: NDArray[np.uint32], postings: Packed,
        postings_at: NDArray[np.uint32], initials: NDArray[np.uint32],
    ) -> None:  # fmt: skip
        self._flat, self._firsts, self._counts = name_words, name_firsts, word_counts
        self._postings, self._at, self._initials = postings, postings_at, initials
        self._local = threading.local()

    @cached_property
    def words(self) -> NDArray[np.uint32]:
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

    def keys(self, names: Names) -> list[bytes]:
        """For each name bytes that only names of the same words have."""
        data, size = self.words[names].tobytes(), SLOTS * 4
        found = [data[start : start + size] for start in range(0, len(data), size)]
        if self._any_long:
            for place in np.flatnonzero(self._counts[names] > SLOTS).tolist():
                start, end = self._firsts[names[place]], self._firsts[names[place] + 1]
                found[place] = self._flat[int(start) : int(end)].tobytes()
        return found

    def names_of(self, words: NDArray[np.uint32], most: int) -> tuple[Names, Ints]:
        """The names of some words, one word after the other, and how many each has; together at most so many."""
        at = words.astype(np.int64)
        starts, ends = self._at[at].astype(np.int64), self._at[at + 1].astype(np.int64)
        places = spread(starts, ends)
        return self._postings[places[:most]], ends - starts

    def distinct(self, names: Names) -> Names:
        """The names, each once."""
        mark, order = self._scratch("mark", len(self._counts)), np.arange(len(names), dtype=np.int32)
        mark[names] = order
        return np.asarray(names[mark[names] == order], dtype=np.uint32)

    def reached(self, rows: Sequence[tuple[Names, NDArray[np.uint16]]]) -> list[NDArray[np.uint16]]:
        """What each name of each row gets from all rows together."""
        sums = self._scratch("sums", len(self._counts), np.uint16)
        for names, values in rows:
            sums[names] += values
        found = [sums[names] for names, _ in rows]
        for names, _ in rows:
            sums[names] = 0
        return found

    def scores(
        self, names: Names, rows: Sequence[Row], weights: NDArray[np.float64], initials: Sequence[np.uint32]
    ) -> Floats:
        """The weighted likeness of the words of the query to those of each name."""
        table = self._scratch("table", len(self._initials) + 1)
        table[len(self._initials)] = 1  # no word: neither matched nor left over
        matched = np.concatenate([match.words for match, _ in rows])
        table[matched] = np.arange(2, len(matched) + 2, dtype=np.int32)
        likeness = np.zeros((len(weights), len(matched) + 2), dtype=np.float32)
        for match, places in rows:
            at, values = table[match.words], match.likeness * np.float32(JOINED if len(places) > 1 else 1.0)
            for place in places:
                likeness[place, at] = np.maximum(likeness[place, at], values)
        try:
            return self._summed(names, table, likeness, weights.astype(np.float32), initials)
        finally:
            table[matched] = 0

    def _summed(
        self, names: Names, table: Any, likeness: Floats, weights: Floats, initials: Sequence[np.uint32]
    ) -> Floats:
        words = np.ascontiguousarray(self.words[names].T)
        ids = table[words]
        best = likeness.take(ids, axis=1).max(axis=1)
        unused = ids == 0
        extra = unused.sum(axis=0, dtype=np.int16)
        fits = [((self._initials.take(words, mode="clip") & bits) > 0) & unused for bits in initials]
        fitting = [fit.any(axis=0) for fit in fits]
        if self._any_long:
            self._add_long(names, table, likeness, best, extra, initials, fitting)
        score = np.zeros(len(names), dtype=np.float32)
        for row, weight in zip(best, weights, strict=True):  # in this order: the same sum wherever a name stands
            score += row * weight
        for fit in fitting:
            score += np.float32(INITIAL) * fit
        return np.asarray(score - np.float32(EXTRA) * np.minimum(extra, MOST_EXTRA), dtype=np.float32)

    def _add_long(
        self, names: Names, table: Any, likeness: Floats, best: Floats, extra: NDArray[np.int16],
        initials: Sequence[np.uint32], fitting: list[NDArray[np.bool_]],
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
                fit[some] |= ((self._initials[words] & bits) > 0) & (ids == 0)
            slot += 1
            some = some[counts[some] > slot]

    def _scratch(self, name: str, size: int, kind: Any = np.int32) -> NDArray[Any]:
        """An array of a thread's own, at first of zeros."""
        found: NDArray[Any] | None = getattr(self._local, name, None)
        if found is None:
            found = np.zeros(size, dtype=kind)
            setattr(self._local, name, found)
        return found
