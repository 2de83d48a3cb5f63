"""The alignment: the least cost of turning one folded token into another, unit by unit.

A unit is one to four letters. The table `tables/match/costs.tsv` says which units may stand for which
(sh ~ ш, cz ~ ч, owicz ~ …) and what that costs, in nats: nothing for the usual spelling, about four for
letters that have nothing in common. `costs` works on arrays of token pairs at once; `trace` is the
same recursion a pair at a time, slow and plain, with the steps it took: it explains, and tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translit.data import folder
from translit.errors import TableError
from translit.matching.fold import ALPHABET, CYRILLIC, END, GLIDES, VOWELS

LONGEST = 4  # letters in a unit
WIDTH = 24  # letters of a token that are looked at
CHUNK = 4096
FEW = 200  # pairs that are aligned a diagonal at a time
UNLIKE = 99.0
Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
_CODES = {letter: index + 1 for index, letter in enumerate(ALPHABET)}
_CODE_POINTS = np.zeros(0x600, dtype=np.int64)  # folded tokens have no letter beyond Cyrillic
for _letter, _code in _CODES.items():
    _CODE_POINTS[ord(_letter)] = _code


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: these letters on the left stand for those on the right, at this cost in nats."""

    left: str
    right: str
    cost: float


@dataclass(frozen=True)
class Fallbacks:
    """Costs of single letters that no row of the table covers, by kind of letter."""

    vowel: float = 2.6
    consonant: float = 4.2
    mixed: float = 4.6
    drop_vowel: float = 2.3
    drop_consonant: float = 3.6
    drop_glide: float = 1.2

    def pair(self, left: str, right: str) -> float:
        """The cost of one letter for another."""
        if END in (left, right):
            return UNLIKE
        kinds = (left in VOWELS) + (right in VOWELS)
        return (self.consonant, self.mixed, self.vowel)[kinds]

    def drop(self, letter: str) -> float:
        """The cost of a letter that the other side lacks."""
        if letter == END:
            return UNLIKE
        if letter in GLIDES:
            return self.drop_glide
        return self.drop_vowel if letter in VOWELS else self.drop_consonant


class CostTable:
    """Units and their costs, as matrices by the lengths of the two units."""

    def __init__(self, rows: Sequence[tuple[str, str, float]], fallbacks: Fallbacks | None = None) -> None:
        fallbacks = fallbacks or Fallbacks()
        self.pairs: dict[tuple[str, str], float] = {}
        for left in ALPHABET:
            self.pairs[left, ""] = self.pairs["", left] = fallbacks.drop(left)
            for right in ALPHABET:
                self.pairs[left, right] = 0.0 if left == right else fallbacks.pair(left, right)
        for left, right, cost in rows:
            self.pairs[left, right] = self.pairs[right, left] = cost
        units = sorted({unit for pair in self.pairs for unit in pair if unit})
        self.units = [[unit for unit in units if len(unit) == size] for size in range(LONGEST + 1)]
        self._codes = [np.array([_pack(unit) for unit in found] or [-1], dtype=np.int64) for found in self.units]
        self._order = [np.argsort(codes) for codes in self._codes]
        self.matrices = self._build()

    def _build(self) -> dict[tuple[int, int], Floats]:
        """(length left, length right) → costs [unit left + 1, unit right + 1]; index 0 is no unit."""
        index = [{unit: place + 1 for place, unit in enumerate(found)} for found in self.units]
        matrices: dict[tuple[int, int], Floats] = {}
        for (left, right), cost in self.pairs.items():
            key = (len(left), len(right))
            if key not in matrices:
                matrices[key] = np.full(
                    (len(self.units[key[0]]) + 1, len(self.units[key[1]]) + 1), UNLIKE, dtype=np.float32
                )
            row = index[key[0]][left] if left else 0
            column = index[key[1]][right] if right else 0
            matrices[key][row, column] = cost
        return matrices

    @cached_property
    def starts(self) -> NDArray[np.bool_]:
        """Whether a name that starts with one letter may start with another in a different spelling; by letter codes.

        Across scripts a letter may also be the first of several (S. for Шамиль), within one script not (K. isn't Hans).
        """
        found = np.eye(len(ALPHABET) + 1, dtype=np.bool_)
        for (a, b), cost in self.pairs.items():
            across = bool(a and b) and (a[0] in CYRILLIC) != (b[0] in CYRILLIC)
            if a and b and (cost < 0.35 if across else cost < 0.7 and len(a) == len(b) == 1):
                found[_CODES[a[0]], _CODES[b[0]]] = found[_CODES[b[0]], _CODES[a[0]]] = True
        return found

    def encode(self, tokens: Sequence[str]) -> tuple[list[Ints], Ints]:
        """Unit ids and lengths of folded tokens; a token is cut to WIDTH letters, its END included.

        The first is a list by unit length (1 to 4) of arrays [tokens, WIDTH]: the id of the unit of
        that length that ends at each letter, 0 where there is none.
        """
        count = len(tokens)
        tokens = [token[: WIDTH - 1] + END for token in tokens]
        codes = np.zeros((count, WIDTH), dtype=np.int64)
        lengths = np.fromiter(map(len, tokens), dtype=np.int32, count=count)
        flat = "".join(tokens)
        values = _CODE_POINTS[np.frombuffer(flat.encode("utf-32-le"), dtype=np.uint32)]
        codes[np.arange(WIDTH)[None, :] < lengths[:, None]] = values
        packed = np.zeros_like(codes)
        found: list[Ints] = []
        for size in range(1, LONGEST + 1):
            shifted = np.zeros_like(codes)
            shifted[:, size - 1 :] = codes[:, : WIDTH - size + 1]
            packed = packed + (shifted << (7 * (size - 1))) * (shifted > 0)
            valid = np.arange(WIDTH)[None, :] >= size - 1
            found.append(self._lookup(packed, size) * valid * (codes > 0))
        return found, lengths

    def _lookup(self, packed: NDArray[np.int64], size: int) -> Ints:
        codes, order = self._codes[size], self._order[size]
        place = np.searchsorted(codes, packed, sorter=order)
        index = order[np.minimum(place, len(order) - 1)]
        return np.where(codes[index] == packed, index + 1, 0).astype(np.int32)


def _pack(unit: str) -> int:
    """Letters as one integer, the last letter in the lowest seven bits."""
    value = 0
    for letter in unit:
        value = value << 7 | _CODES[letter]
    return value


class Encoded:
    """Folded tokens ready for alignment."""

    def __init__(self, table: CostTable, tokens: Sequence[str]) -> None:
        self.units, self.lengths = table.encode(tokens)

    def __len__(self) -> int:
        return len(self.lengths)


def costs(table: CostTable, left: Encoded, right: Encoded, rows: Ints, columns: Ints) -> Floats:
    """The least cost of each pair left[rows[k]], right[columns[k]], in nats, as float32 [pairs]."""
    if len(rows) <= FEW:
        from translit.matching.diagonal import few

        return few(table, left, right, rows, columns, UNLIKE)
    result = np.empty(len(rows), dtype=np.float32)
    order = np.lexsort((right.lengths[columns], left.lengths[rows]))
    for start in range(0, len(order), CHUNK):
        part = order[start : start + CHUNK]
        result[part] = _chunk(table, left, right, rows[part], columns[part])
    return result


def _chunk(
    table: CostTable, left: Encoded, right: Encoded, rows: Ints, columns: Ints, moves: NDArray[np.int8] | None = None
) -> Floats:
    """The recursion on one chunk: best[i][j] is the cost of the first i letters against the first j.

    `moves` [letters left + 1, letters right + 1, pairs], if given, is filled with the last unit of each
    best path, as letters left * 8 + letters right.
    """
    ends = left.lengths[rows], right.lengths[columns]
    height, width = int(ends[0].max(initial=0)), int(ends[1].max(initial=0))
    a = [np.ascontiguousarray(units[rows, :height].T) for units in left.units]
    b = [np.ascontiguousarray(units[columns, :width].T) for units in right.units]
    best = np.full((height + 1, width + 1, len(rows)), UNLIKE, dtype=np.float32)
    best[0, 0] = 0.0
    single, dropped, added = (table.matrices[key] for key in ((1, 1), (1, 0), (0, 1)))
    lone_a, lone_b = dropped[a[0], 0], added[0, b[0]]
    present_a, present_b = [units > 0 for units in a], [units > 0 for units in b]
    longer = [(p, q, matrix) for (p, q), matrix in table.matrices.items() if p and q and p + q > 2]
    for i in range(height + 1):
        for j in range(width + 1):
            here = best[i, j]
            if i:
                _improve(here, best[i - 1, j] + lone_a[i - 1], moves, (i, j), 8)
            if j:
                _improve(here, best[i, j - 1] + lone_b[j - 1], moves, (i, j), 1)
            if i and j:
                step = single.take(a[0][i - 1] * single.shape[1] + b[0][j - 1])
                _improve(here, best[i - 1, j - 1] + step, moves, (i, j), 9)
            for p, q, matrix in longer:  # few pairs have both units, so only those are looked at
                if p > i or q > j:
                    continue
                some = np.flatnonzero(present_a[p - 1][i - 1] & present_b[q - 1][j - 1])
                if len(some):
                    units = a[p - 1][i - 1][some] * matrix.shape[1] + b[q - 1][j - 1][some]
                    total = best[i - p, j - q][some] + matrix.take(units)
                    less = total < here[some]
                    here[some[less]] = total[less]
                    if moves is not None:
                        moves[i, j, some[less]] = p * 8 + q
    return np.asarray(best[ends[0], ends[1], np.arange(len(rows))], dtype=np.float32)


def _improve(
    here: Floats, total: Floats, moves: NDArray[np.int8] | None, cell: tuple[int, int], move: int
) -> None:
    """Take the lesser cost, and note the move that gave it."""
    if moves is not None:
        moves[*cell, total < here] = move
    np.minimum(here, total, out=here)


def trace(table: CostTable, left: str, right: str) -> list[Step]:
    """The steps of the cheapest alignment of two folded tokens (the first found where several cost the same).

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
            best[i, j] = min(options, key=lambda option: option[0], default=(UNLIKE, (1, 0)))
    steps: list[Step] = []
    i, j = len(left), len(right)
    while i or j:
        cost, move = best[i, j]
        p, q = move or (0, 0)
        steps.append(Step(left[i - p : i], right[j - q : j], cost - best[i - p, j - q][0]))
        i, j = i - p, j - q
    return steps[::-1]


@cache
def cost_table() -> CostTable:
    """The project's costs, from `tables/match/costs.tsv`."""
    return read_costs(folder("tables") / "match" / "costs.tsv")


def read_costs(path: Path) -> CostTable:
    """A table of costs from a file: `left TAB right TAB cost` a line, `#` starts the head's lines.

    Raises TableError, naming the line, if one can't be read.
    """
    rows: list[tuple[str, str, float]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        try:
            left, right, cost = line.split("\t")
            rows.append((left, right, float(cost)))
        except ValueError as error:
            raise TableError(f"{path.name}: line {number} isn't left, right and cost parted by tabs") from error
    return CostTable(rows)
