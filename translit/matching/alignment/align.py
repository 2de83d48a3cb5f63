"""The alignment: the least cost of turning one folded token into another, unit by unit.

`costs` works on arrays of token pairs at once; `trace` is the same recursion a pair at a time, slow and plain, with
the steps it took: it explains, and tests hold the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from translit.arrays import Float32s, Indices, Int32s
from translit.matching.alignment.costs import LONGEST, UNLIKE, WIDTH, CostTable, Encoded
from translit.matching.alignment.diagonals import few
from translit.matching.alignment.unit_matches import ManyPairs
from translit.matching.phonetics.fold import END

CHUNK = 4096  # pairs worked at once
FEW = 200  # pairs that are aligned a diagonal at a time


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: these letters on the left stand for those on the right, at this cost in nats."""

    left: str
    right: str
    cost: float


def costs(table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s) -> Float32s:
    """The least cost of each pair left[rows[k]], right[columns[k]], in nats, as float32 [pairs]."""
    return few(table, left, right, rows, columns) if len(rows) <= FEW else many(table, left, right, rows, columns)


def many(table: CostTable, left: Encoded, right: Encoded, rows: Int32s, columns: Int32s) -> Float32s:
    """The same, a chunk of pairs of about one length at a time."""
    pairs, result = ManyPairs(table, left, right, rows, columns), np.empty(len(rows), dtype=np.float32)
    ends = left.lengths[rows], right.lengths[columns]
    order = np.lexsort(ends[::-1])
    for start in range(0, len(order), CHUNK):
        part = order[start : start + CHUNK]
        best = grid(pairs, part)
        result[part] = best[ends[0][part], ends[1][part], np.arange(len(part))]
    return result


def grid(pairs: ManyPairs, part: Indices) -> Float32s:
    """The recursion on some of the pairs: best[i][j] is the cost of the first i letters against the first j, of each.

    A row after another: what comes from rows before at a stroke, then what comes from the left, letter by letter.
    """
    a, b = pairs.letters(part)
    longer, letters = pairs.meeting(part), pairs.table.letters
    best = np.full((len(a) + 1, len(b) + 1, len(part)), UNLIKE, dtype=np.float32)
    best[0, 0] = 0.0
    flat, (row, cell) = best.reshape(-1), (best[0].size, len(part))
    to = longer.i * row + longer.j * cell + longer.pair
    back = to - longer.p * row - longer.q * cell
    ends = np.searchsorted(longer.i, np.arange(len(best) + 1)).tolist()
    lone_a, lone_b, row_a = letters[a, 0], letters[0, b], a * np.int32(len(letters))
    for i, here in enumerate(best):
        if i:
            before, some = best[i - 1], slice(ends[i], ends[i + 1])
            np.minimum(here, before + lone_a[i - 1], out=here)
            np.minimum(here[1:], before[:-1] + letters.take(row_a[i - 1] + b), out=here[1:])
            np.minimum.at(flat, to[some], flat[back[some]] + longer.cost[some])
        for j in range(len(b)):
            np.minimum(here[j + 1], here[j] + lone_b[j], out=here[j + 1])
    return best


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
