"""The alignment: the least cost of turning one folded token into another, unit by unit.

`costs` works on arrays of token pairs at once; `trace` is the same recursion a pair at a time, slow and plain, with
the steps it took: it explains, and tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from translit.arrays import Float32s, Indices, Int8s, Int32s
from translit.matching.alignment.costs import LONGEST, UNLIKE, WIDTH, CostTable, Encoded
from translit.matching.alignment.diagonals import few
from translit.matching.alignment.unit_matches import among_many
from translit.matching.phonetics.fold import END

CHUNK = 4096  # pairs worked at once
FEW = 200  # pairs that are aligned a diagonal at a time
_Steps = tuple[int, int, Indices, Float32s]  # letters left and right, pairs, costs


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: these letters on the left stand for those on the right, at this cost in nats."""

    left: str
    right: str
    cost: float


def costs(table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s) -> Float32s:
    """The least cost of each pair left[rows[k]], right[columns[k]], in nats, as float32 [pairs]."""
    if len(rows) <= FEW:
        return few(table, left, right, rows, columns)
    result = np.empty(len(rows), dtype=np.float32)
    order = np.lexsort((right.lengths[columns], left.lengths[rows]))
    for start in range(0, len(order), CHUNK):
        part = order[start : start + CHUNK]
        result[part] = best_costs(table, left, right, rows[part], columns[part])
    return result


def best_costs(
    table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s, moves: Int8s | None = None
) -> Float32s:
    """The recursion on one chunk: best[i][j] is the cost of the first i letters against the first j.

    `moves` [letters left + 1, letters right + 1, pairs], if given, is filled with the last unit of each
    best path, as letters left * 8 + letters right.
    """
    ends = left.lengths[rows], right.lengths[columns]
    height, width = int(ends[0].max(initial=0)), int(ends[1].max(initial=0))
    a, b = left.of(rows, height), right.of(columns, width)
    best = np.full((height + 1, width + 1, len(rows)), UNLIKE, dtype=np.float32)
    best[0, 0] = 0.0
    lone_a, lone_b = table.letters[a[0], 0], table.letters[0, b[0]]
    row_a = a[0] * np.int32(len(table.letters))
    longer = _longer_steps(table, a, b)
    for i in range(height + 1):
        for j in range(width + 1):
            here = best[i, j]
            if i:
                _improve(here, best[i - 1, j] + lone_a[i - 1], moves, (i, j), 8)
            if j:
                _improve(here, best[i, j - 1] + lone_b[j - 1], moves, (i, j), 1)
            if i and j:
                _improve(here, best[i - 1, j - 1] + table.letters.take(row_a[i - 1] + b[0][j - 1]), moves, (i, j), 9)
            for p, q, some, step in longer.get((i, j), ()):
                total = best[i - p, j - q].take(some) + step
                less = total < here.take(some)
                here[some[less]] = total[less]
                if moves is not None:
                    moves[i, j, some[less]] = p * 8 + q
    return np.asarray(best[ends[0], ends[1], np.arange(len(rows))], dtype=np.float32)


def _longer_steps(table: CostTable, a: Int32s, b: Int32s) -> dict[tuple[int, int], list[_Steps]]:
    """The units of several letters that end in each cell and have a cost, with the pairs they are in."""
    found: dict[tuple[int, int], list[_Steps]] = {}
    meeting = among_many(table, a, b)
    kinds = np.stack(meeting[:4])
    changed = np.asarray(np.diff(kinds).any(axis=0))
    cuts = [0, *(changed.nonzero()[0] + 1).tolist(), kinds.shape[1]]
    for start, end in pairwise(cuts):
        if end > start:
            p, q, i, j = kinds[:, start].tolist()
            found.setdefault((i, j), []).append((p, q, meeting.pair[start:end], meeting.cost[start:end]))
    return found


def _improve(here: Float32s, total: Float32s, moves: Int8s | None, cell: tuple[int, int], move: int) -> None:
    """Take the lesser cost, and note the move that gave it."""
    if moves is not None:
        moves[*cell, total < here] = move
    np.minimum(here, total, out=here)


def trace(table: CostTable, left: str, right: str) -> list[Step]:
    """The steps of the cheapest alignment of two folded tokens (the first found where several cost the same).

    >>> from translit.matching.alignment.costs import cost_table
    >>> [f"{step.left}~{step.right}" for step in trace(cost_table(), "ша", "sha")]
    ['ш~sh', 'а~a', '$~$']
    """
    left, right = left[: WIDTH - 1] + END, right[: WIDTH - 1] + END
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            options = [] if i or j else [best[0, 0]]
            for p in range(min(i, LONGEST) + 1):
                for q in range(min(j, LONGEST) + 1):
                    cost = table.pairs.get((left[i - p : i], right[j - q : j]))
                    if cost is not None and (p or q):
                        options.append((best[i - p, j - q][0] + cost, (p, q)))
            best[i, j] = min(options, key=lambda option: option[0], default=(UNLIKE, (1, 0) if i else (0, 1)))
    steps: list[Step] = []
    i, j = len(left), len(right)
    while i or j:
        cost, move = best[i, j]
        p, q = move or (0, 0)
        steps.append(Step(left[i - p : i], right[j - q : j], cost - best[i - p, j - q][0]))
        i, j = i - p, j - q
    return steps[::-1]
