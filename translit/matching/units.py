"""Units of one to four letters that may stand for one another, and what each pair costs.

The table `tables/match/costs.tsv` says which units may stand for which (sh ~ ш, cz ~ ч, owicz ~ …) and what that
costs, in nats: nothing for the usual spelling, about four for letters that have nothing in common.
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
from translit.matching.fold import CYRILLIC, END, GLIDES, LETTERS, VOWELS
from translit.matching.scripts import open_costs

LONGEST = 4  # letters in a unit
WIDTH = 24  # letters of a token that are looked at
UNLIKE = 99.0
Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Marks = NDArray[np.uint32]
_CODES = {letter: index + 1 for index, letter in enumerate(LETTERS)}
_CODE_POINTS = np.zeros(0x600, dtype=np.int64)  # folded tokens have no letter beyond Cyrillic
for _letter, _code in _CODES.items():
    _CODE_POINTS[ord(_letter)] = _code


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
        for left in LETTERS:
            self.pairs[left, ""] = self.pairs["", left] = fallbacks.drop(left)
            for right in LETTERS:
                self.pairs[left, right] = 0.0 if left == right else fallbacks.pair(left, right)
        for left, right, cost in rows:
            self.pairs[left, right] = self.pairs[right, left] = cost
        units = sorted({unit for pair in self.pairs for unit in pair if unit}, key=_pack)
        self.units = [[unit for unit in units if len(unit) == size] for size in range(LONGEST + 1)]
        self._codes = [np.array([_pack(unit) for unit in found] or [-1], dtype=np.int64) for found in self.units]
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
    def bits(self) -> Marks:
        """One bit for a unit's number, nothing for no unit: what `marks` are held against."""
        numbers = np.arange(1 + max(map(len, self.units)), dtype=np.uint32)
        return np.where(numbers > 0, np.uint32(1) << numbers % np.uint32(32), np.uint32(0))

    @cached_property
    def marks(self) -> dict[tuple[int, int], Marks]:
        """(length left, length right) of units that aren't both single letters → by left unit, the bits of all it may
        stand for."""
        found: dict[tuple[int, int], Marks] = {}
        for (left, right), matrix in self.matrices.items():
            if left and right and left + right > 2:
                bits = np.where(matrix < UNLIKE, self.bits[: matrix.shape[1]], np.uint32(0))
                found[left, right] = np.bitwise_or.reduce(bits, axis=1)
        return found

    @cached_property
    def starts(self) -> NDArray[np.bool_]:
        """Whether a name that starts with one letter may start with another in a different spelling; by letter codes.

        Across scripts a letter may also be the first of several (S. for Шамиль), within one script not (K. isn't Hans).
        """
        found = np.eye(len(LETTERS) + 1, dtype=np.bool_)
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
        tokens = [token[: WIDTH - 1] + END for token in tokens]
        lengths = np.fromiter(map(len, tokens), dtype=np.int32, count=len(tokens))
        letters = _CODE_POINTS[np.frombuffer("".join(tokens).encode("utf-32-le"), dtype=np.uint32)]
        used = np.arange(WIDTH)[None, :] < lengths[:, None]
        place = np.nonzero(used)[1]  # of each letter in its token
        packed = np.zeros_like(letters)
        found: list[Ints] = []
        for size, known in enumerate(self._codes[1:], 1):
            enough = np.nonzero(place >= size - 1)[0]
            packed[enough] += letters[enough - size + 1] << (7 * (size - 1))
            wanted = packed[enough]
            index = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
            ids = np.zeros(len(letters), dtype=np.int32)
            ids[enough] = np.where(known[index] == wanted, index + 1, 0)
            found.append(np.zeros(used.shape, dtype=np.int32))
            found[-1][used] = ids
        return found, lengths


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


@cache
def cost_table() -> CostTable:
    """The project's costs, from `tables/match/costs.tsv`, and those of other scripts' sounds from `open.toml`."""
    return CostTable([*cost_rows(folder("tables") / "match" / "costs.tsv"), *open_costs()])


def read_costs(path: Path) -> CostTable:
    """A table of the costs in a file; raises TableError as `cost_rows` does."""
    return CostTable(cost_rows(path))


def cost_rows(path: Path) -> list[tuple[str, str, float]]:
    """The costs in a file: `left TAB right TAB cost` a line, `#` starts the head's lines.

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
    return rows
