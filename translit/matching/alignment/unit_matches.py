"""Where two words have units that may stand for one another and aren't both single letters.

Few units of several letters are in a word, and few of these meet one that they may stand for; the marks of the cost
table leave out most others before they are looked up. Of few pairs all places are tried at a stroke; of many only
those are held against each other that stand for something of that length at all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from translit.arrays import Float32s, Indices, Int32s, UInt32s
from translit.matching.alignment.costs import CostTable


class Meeting(NamedTuple):
    """Units that meet: their letters left and right, where they end, in which pair of words, and the cost in nats."""

    p: Indices
    q: Indices
    i: Indices
    j: Indices
    pair: Indices
    cost: Float32s


def among_few(table: CostTable, a: Int32s, b: Int32s) -> Meeting:
    """The units that meet in each pair of words.

    `a` [sizes, letters, pairs] are the numbers of the units that end at each letter, as from `Encoded`, and `b` the
    same for the right side.
    """
    here = table.marks[:, a][:, :, :, None, :] & table.bits[b][:, None, None, :, :]
    q, p, i, j, pair = np.unravel_index(here.astype(np.bool_).ravel().nonzero()[0], here.shape)
    good, costs = table.known_pairs(a[p, i, pair], b[q, j, pair])
    return Meeting(p[good] + 1, q[good] + 1, i[good] + 1, j[good] + 1, pair[good], costs)


def among_many(table: CostTable, a: Int32s, b: Int32s) -> Meeting:
    """The same for many pairs: by where they end, of units that end at one place the shortest first."""
    left, right = [_Side(table, units) for units in a], [_Side(table, units) for units in b]
    found = [_of_sizes(table, left[p - 1], right[q - 1], p, q) for p, q in table.shapes]
    if not found:
        none = np.zeros(0, dtype=np.intp)
        return Meeting(none, none, none, none, none, np.zeros(0, dtype=np.float32))
    columns = [np.concatenate(column) for column in zip(*found, strict=True)]
    order = (columns[2] * (b.shape[1] + 1) + columns[3]).astype(np.int16).argsort(kind="stable")
    return Meeting(*(column[order] for column in columns))


class _Side:
    """The units of one size of all words: number, word and last letter, one word after another."""

    def __init__(self, table: CostTable, units: Int32s) -> None:
        flat = units.T.ravel()
        at = flat.astype(np.bool_).nonzero()[0]
        self.unit, self.pairs = flat[at], units.shape[1]
        self.pair, self.end = np.divmod(at, len(units))
        self.marks = [marks[self.unit] for marks in table.marks]

    def standing_for(self, size: int) -> tuple[Indices, UInt32s]:
        """The units that stand for some of so many letters, and their marks."""
        some = self.marks[size - 1].astype(np.bool_).nonzero()[0]
        return some, self.marks[size - 1][some]


def _of_sizes(table: CostTable, left: _Side, right: _Side, p: int, q: int) -> Meeting:
    """The units of p letters that meet units of q."""
    some, marks = left.standing_for(q)
    others, _ = right.standing_for(p)
    bits = table.bits[right.unit[others]]
    kept = _met(marks, left.pair[some], bits, right.pair[others], left.pairs)
    some, marks = some[kept], marks[kept]
    kept = _met(bits, right.pair[others], marks, left.pair[some], left.pairs)
    others, bits = others[kept], bits[kept]
    counts = np.bincount(right.pair[others], minlength=right.pairs)
    reps = counts[left.pair[some]]
    ends = np.cumsum(reps)
    at_a = np.arange(len(some)).repeat(reps)
    firsts = np.cumsum(counts) - counts
    at_b = np.arange(len(at_a)) - (ends - reps - firsts[left.pair[some]]).repeat(reps)
    likely = (marks[at_a] & bits[at_b]).astype(np.bool_).nonzero()[0]
    one, other = some[at_a[likely]], others[at_b[likely]]
    good, costs = table.known_pairs(left.unit[one], right.unit[other])
    one, other = one[good], other[good]
    size = np.ones(len(good), dtype=np.intp)
    return Meeting(size * p, size * q, left.end[one] + 1, right.end[other] + 1, left.pair[one], costs)


def _met(mine: UInt32s, pairs: Indices, theirs: UInt32s, others: Indices, count: int) -> Indices:
    """Which of the marks of one side have a bit in common with any on the other side of their pair."""
    every = np.zeros(count, dtype=np.uint32)
    if len(others):
        starts = np.concatenate([[0], np.diff(others).nonzero()[0] + 1])
        every[others[starts]] = np.bitwise_or.reduceat(theirs, starts)
    return (mine & every[pairs]).astype(np.bool_).nonzero()[0]
