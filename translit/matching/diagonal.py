"""The alignment of a few token pairs: the same recursion as `align`, a diagonal at a time.

All cells whose letters on both sides add up to one number are worked at once, with every kind of unit, so the number
of steps is the letters of both tokens rather than their product. With few pairs that is ten times faster; with
many, `align` wins, since it skips the units that no pair has. Sums are taken in the same order: same costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from translit.matching.units import CostTable, Encoded, Floats, Ints


def few(table: CostTable, left: Encoded, right: Encoded, rows: Ints, columns: Ints, unlike: float) -> Floats:
    """The least cost of each pair left[rows[k]], right[columns[k]], in nats, as float32 [pairs]."""
    ends = left.lengths[rows], right.lengths[columns]
    height, width = int(ends[0].max(initial=0)), int(ends[1].max(initial=0))
    units = [(p, q, matrix) for (p, q), matrix in table.matrices.items() if (p and q) or p + q == 1]
    diagonals, letters = np.arange(height + width + 1)[:, None], np.arange(height + 1)[None, :]
    others = diagonals - letters  # letters of the right side in the cell (diagonal, letters of the left side)
    steps = np.full((len(units), height + width + 1, height + 1, len(rows)), unlike, dtype=np.float32)
    back = np.zeros((height + width + 1, len(units), height + 1), dtype=np.int64)  # 0 is a cell that can't be
    for number, (p, q, matrix) in enumerate(units):
        there = (letters >= p) & (others >= q) & (others <= width)
        diagonal, i = np.nonzero(there)
        a = left.units[p - 1][rows][:, i - 1] if p else np.zeros((len(rows), len(i)), dtype=np.int32)
        b = right.units[q - 1][columns][:, others[there] - 1] if q else np.zeros((len(rows), len(i)), dtype=np.int32)
        steps[number, diagonal, i] = matrix[a, b].T
        back[diagonal, number, i] = 1 + (diagonal - p - q) * (height + 1) + i - p
    best = np.full((1 + (height + width + 1) * (height + 1), len(rows)), unlike, dtype=np.float32)
    best[1] = 0.0
    for at in range(1, height + width + 1):
        start = 1 + at * (height + 1)
        total = best[back[at]]
        total += steps[:, at]
        np.minimum(total.min(axis=0), np.float32(unlike), out=best[start : start + height + 1])
    return np.asarray(best[1 + (ends[0] + ends[1]) * (height + 1) + ends[0], np.arange(len(rows))], dtype=np.float32)
