"""The alignment of a few token pairs: the same recursion as `align`, a diagonal at a time.

All cells whose letters on both sides add up to one number are worked at once, with every kind of unit, so the number
of steps is the letters of both tokens rather than their product. With few pairs that is ten times faster; with
many, `align` wins, since it skips the units that no pair has. Sums are taken in the same order: same costs.
"""

from __future__ import annotations

import numpy as np

from translit.arrays import Float32s, Int32s
from translit.matching.alignment.costs import UNLIKE, CostTable, Encoded
from translit.matching.alignment.unit_matches import among_few


def few(table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s) -> Float32s:
    """The least cost of each pair left[rows[k]], right[columns[k]], in nats, as float32 [pairs]."""
    ends = left.lengths[rows], right.lengths[columns]
    height, width = int(ends[0].max(initial=0)), int(ends[1].max(initial=0))
    a, b = left.of(rows, height), right.of(columns, width)
    longer = among_few(table, a, b)
    shapes = list(zip(longer.p.tolist(), longer.q.tolist(), strict=True))
    kinds = sorted({(0, 1), (1, 0), (1, 1), *shapes})
    steps = np.full((len(kinds), height + width + 1, height + 1, len(rows)), UNLIKE, dtype=np.float32)
    i, j = np.indices((height + 1, width + 1))  # letters of the left side, letters of the right side
    steps[0, (i + j)[:, 1:], i[:, 1:]] = table.letters[0, b[0]]
    steps[1, (i + j)[1:], i[1:]] = table.letters[a[0], 0][:, None]
    steps[2, (i + j)[1:, 1:], i[1:, 1:]] = table.letters[a[0][:, None], b[0][None, :]]
    kind = {shape: number for number, shape in enumerate(kinds)}
    steps[[kind[shape] for shape in shapes], longer.i + longer.j, longer.i, longer.pair] = longer.cost
    diagonal, letter = np.arange(height + width + 1)[:, None, None], np.arange(height + 1)[None, None, :]
    p, q = (np.array(sizes)[None, :, None] for sizes in zip(*kinds, strict=True))
    there = (letter >= p) & (diagonal - letter >= q) & (diagonal - letter <= width)
    back = np.where(there, 1 + (diagonal - p - q) * (height + 1) + letter - p, 0)  # 0 is a cell that can't be
    best = np.full((1 + (height + width + 1) * (height + 1), len(rows)), UNLIKE, dtype=np.float32)
    best[1] = 0.0
    for at in range(1, height + width + 1):
        start = 1 + at * (height + 1)
        total = best[back[at]]
        total += steps[:, at]
        np.minimum(total.min(axis=0), np.float32(UNLIKE), out=best[start : start + height + 1])
    return np.asarray(best[1 + (ends[0] + ends[1]) * (height + 1) + ends[0], np.arange(len(rows))], dtype=np.float32)
