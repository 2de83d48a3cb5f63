"""Where two words have units that may stand for one another and aren't both single letters.

Few units of several letters are in a word, and few of these meet one that they may stand for; the marks of the cost
table leave out most others before they are looked up. Of few pairs all places are tried at a stroke; of many first
whole words are held against each other, for each size of units, and of those that may meet the units one by one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from translit.arrays import Bools, Float32s, Indices, Int32s, UInt32s
from translit.matching.alignment.costs import CostTable, Encoded


class Meeting(NamedTuple):
    """Units that meet: their letters left and right, where they end, in which pair of words, and the cost in nats."""

    p: Indices
    q: Indices
    i: Indices
    j: Indices
    pair: Indices
    cost: Float32s


_NONE = np.zeros(0, dtype=np.intp)
_NOTHING = Meeting(_NONE, _NONE, _NONE, _NONE, _NONE, np.zeros(0, dtype=np.float32))


def among_few(table: CostTable, a: Int32s, b: Int32s) -> Meeting:
    """The units that meet in each pair of words.

    `a` [sizes, letters, pairs] are the numbers of the units that end at each letter, as from `Encoded`, and `b` the
    same for the right side.
    """
    here = table.marks[:, a][:, :, :, None, :] & table.bits[b][:, None, None, :, :]
    q, p, i, j, pair = np.unravel_index(here.astype(np.bool_).ravel().nonzero()[0], here.shape)
    good, costs = table.known_pairs(a[p, i, pair], b[q, j, pair])
    return Meeting(p[good] + 1, q[good] + 1, i[good] + 1, j[good] + 1, pair[good], costs)


class ManyPairs:
    """Pairs of words left[rows[k]], right[columns[k]]: what is said of a word is worked out once for all its pairs."""

    def __init__(self, table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s) -> None:
        self.table, self._left, self._right, self._of = table, left, right, (rows, columns)
        (ones, self._rows), (others, self._columns) = (np.unique(side, return_inverse=True) for side in (rows, columns))
        lefts, rights = (_units(side.units[:, used]) for side, used in ((left, ones), (right, others)))
        shapes = (
            (p, q, _Side(table, lefts[p - 1], len(ones), q), _Side(table, rights[q - 1], len(others), p))
            for p, q in table.shapes
        )
        self._shapes = [shape for shape in shapes if len(shape[2].units) and len(shape[3].units)]

    def letters(self, part: Indices) -> tuple[Int32s, Int32s]:
        """The letters of some of the pairs, left and right: [letters, pairs], as many as the longest word has."""
        rows, columns = (side[part] for side in self._of)
        height, width = (int(side.max(initial=0)) for side in (self._left.lengths[rows], self._right.lengths[columns]))
        return self._left.units[0, rows, :height].T, self._right.units[0, columns, :width].T

    def meeting(self, part: Indices) -> Meeting:
        """The units that meet in some of the pairs, by where they end on the left."""
        found = [self._of_sizes(*shape, self._rows[part], self._columns[part]) for shape in self._shapes]
        every = [np.concatenate(column) for column in zip(_NOTHING, *found, strict=True)]
        order = every[2].astype(np.int8).argsort(kind="stable")
        return Meeting(*(column[order] for column in every))

    def _of_sizes(self, p: int, q: int, left: _Side, right: _Side, rows: Indices, columns: Indices) -> Meeting:
        """The units of p letters that meet units of q."""
        pairs = (_meet(left.all_marks[rows], right.all_bits[columns])
                 & _meet(left.all_bits[rows], right.all_marks[columns])).nonzero()[0]  # fmt: skip
        if not len(pairs):
            return _NOTHING
        rows, columns = rows[pairs], columns[pairs]
        one, some = left.of(rows, right.all_bits[columns])
        other, others = right.of(columns, left.all_bits[rows])
        counts = np.bincount(other, minlength=len(pairs))
        reps, firsts = counts[one], (np.cumsum(counts) - counts)[one]
        one, some, others = one.repeat(reps), some.repeat(reps), others[_ranges(firsts, reps)]
        likely = _meet(left.marks[some], right.bits[others]).nonzero()[0]
        one, some, others = one[likely], some[likely], others[likely]
        good, costs = self.table.known_pairs(left.units[some], right.units[others])
        size = np.ones(len(good), dtype=np.intp)
        ends = left.ends[some[good]] + 1, right.ends[others[good]] + 1
        return Meeting(size * p, size * q, *ends, pairs[one[good]], costs)


def _units(every: Int32s) -> list[tuple[Int32s, Indices, Indices]]:
    """The units of each size, of units [sizes, words, letters]: their numbers, words, and last letters."""
    places = [units.nonzero() for units in every]
    return [(units[place], *place) for units, place in zip(every, places, strict=True)]


class _Side:
    """The units of one size of some words that may stand for some of another size, one word after another."""

    def __init__(self, table: CostTable, every: tuple[Int32s, Indices, Indices], words: int, size: int) -> None:
        marks = table.marks[size - 1][every[0]]
        some = marks.nonzero()[0]
        self.marks, (self.units, owners, self.ends) = marks[some], (column[some] for column in every)
        self.bits = table.bits[self.units]
        self._counts = np.bincount(owners, minlength=words)
        self._starts = np.cumsum(self._counts) - self._counts
        self.all_marks, self.all_bits = np.zeros((2, words), dtype=np.uint32)  # of each word, those of its units
        if len(some):
            there = self._counts.nonzero()[0]
            self.all_marks[there] = np.bitwise_or.reduceat(self.marks, self._starts[there])
            self.all_bits[there] = np.bitwise_or.reduceat(self.bits, self._starts[there])

    def of(self, words: Indices, bits: UInt32s) -> tuple[Indices, Indices]:
        """The units of some words that may stand for one with these bits: the place of the word among these, the unit.

        `bits` are given for each word.
        """
        counts = self._counts[words]
        places, units = np.arange(len(words)).repeat(counts), _ranges(self._starts[words], counts)
        kept = _meet(self.marks[units], bits[places])
        return places[kept], units[kept]


def _meet(marks: UInt32s, bits: UInt32s) -> Bools:
    return (marks & bits).astype(np.bool_)


def _ranges(starts: Indices, sizes: Indices) -> Indices:
    """The numbers of many ranges, one range after another."""
    return np.asarray(np.arange(sizes.sum()) + (starts + sizes - np.cumsum(sizes)).repeat(sizes))
