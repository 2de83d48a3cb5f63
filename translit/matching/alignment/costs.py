"""Units of one to four letters that may stand for one another, and what each pair costs.

The table `tables/match/costs.tsv` says which units may stand for which (sh ~ ш, cz ~ ч, owicz ~ …) and what that
costs, in nats: nothing for the usual spelling, about four for letters that have nothing in common.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Float32s, Indices, Int32s
from translit.compiled import compiled
from translit.data import folder
from translit.matching.alignment.orthographies import cost_rows, with_orthographies
from translit.matching.phonetics.fold import CYRILLIC, END, GLIDES, LETTERS, VOWELS
from translit.matching.phonetics.scripts import open_costs

LONGEST = 4  # letters in a unit
WIDTH = 24  # letters of a token that are looked at
UNLIKE = 99.0
_PLAIN_VOWELS = frozenset("aeouаэоу")
_SHIFT = 16  # bits for the number of a unit
_BITS = 7  # bits for a letter
_WIDTHS = {  # of the numbers that a table is made of
    **{"packed": "<i4", "sizes": "<i1", "bits": "<i1", "left": "<u2", "right": "<u2", "starts": "<u2"},
    **{"letters": "<f8", "costs": "<f8"},
}
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
    """Units and their costs.

    Units are numbered from 1, the letters first; 0 is no unit. `letters` [letters + 1, letters + 1] holds what one
    letter costs for another, or for none. Units of several letters are sparse: `known_pairs` looks them up. To leave
    out most pairs beforehand each unit has one of 32 `bits`, and `marks` [LONGEST, units], by the letters of the other
    unit, the bits of all that it may stand for.
    """

    def __init__(self, made: Mapping[str, Any]) -> None:
        self._made = made
        self.units: list[str] = made["units"].split("|")
        numbers = {name: _unpacked(made, name) for name in _WIDTHS}
        sizes = [numbers["packed"][numbers["sizes"] == size] for size in range(LONGEST + 1)]
        firsts = np.cumsum([0, *map(len, sizes)]).tolist()  # the number of the first unit of each size
        # numbers of units by their packed letters; those of the longest are looked up only where they may end
        self._direct = [np.zeros(1 << _BITS * size, dtype=np.uint16) for size in range(1, LONGEST)]
        for size, unit_of in enumerate(self._direct, 1):
            unit_of[sizes[size]] = np.arange(firsts[size], firsts[size + 1])
        self._longest = sizes[LONGEST] if len(sizes[LONGEST]) else np.array([-1]), firsts[LONGEST]
        self._may_end = np.zeros(1 << _BITS * (LONGEST - 1), dtype=np.bool_)
        self._may_end[self._longest[0] & len(self._may_end) - 1] = True
        self.letters = numbers["letters"].astype(np.float32).reshape(firsts[2], firsts[2])
        self.shapes = [(left, right) for left, right in made["shapes"]]
        left, right = numbers["left"], numbers["right"]
        self._keys = left << _SHIFT | right
        self._costs = numbers["costs"].astype(np.float32)
        self.bits = np.uint32(1) << numbers["bits"].astype(np.uint32)
        self.bits[0] = 0
        self.marks = np.zeros((LONGEST, len(self.bits)), dtype=np.uint32)  # by the other unit's letters: its bits
        np.bitwise_or.at(self.marks, (numbers["sizes"][right] - 1, left), self.bits[right])
        # whether a name that starts with one letter may start with another in a different spelling; by letter codes
        self.starts = np.eye(len(LETTERS) + 1, dtype=np.bool_)
        first, other = numbers["starts"].reshape(-1, 2).T
        self.starts[first, other] = self.starts[other, first] = True

    @classmethod
    def of(cls, rows: Sequence[tuple[str, str, float]], fallbacks: Fallbacks | None = None) -> CostTable:
        """The table of these rows: two units and the cost of one for the other."""
        return cls(tabulate(rows, fallbacks or Fallbacks()))

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], float]:
        """Two units, of which one may be none → the cost; what an alignment of a single pair asks."""
        units = self.units
        single = [unit for unit in units if len(unit) <= 1]
        found = dict(zip(product(single, single), _unpacked(self._made, "letters").tolist(), strict=True))
        left, right = (map(units.__getitem__, _unpacked(self._made, side)) for side in ("left", "right"))
        costs = _unpacked(self._made, "costs").tolist()
        return found | dict(zip(zip(left, right, strict=True), costs, strict=True))

    def partners(self, unit: int) -> dict[int, float]:
        """The units that one may stand for and the costs, without those of single letters for one another."""
        some = slice(*np.searchsorted(self._keys, (unit << _SHIFT | 1, unit + 1 << _SHIFT)).tolist())
        return dict(zip((self._keys[some] & (1 << _SHIFT) - 1).tolist(), self._costs[some].tolist(), strict=True))

    def known_pairs(self, a: Int32s, b: Int32s) -> tuple[Indices, Float32s]:
        """Which of these pairs of units that aren't both single letters have a cost, and the costs of those."""
        wanted = a.astype(np.int64) << _SHIFT | b
        found = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        good = (self._keys[found] == wanted).nonzero()[0]
        return good, self._costs[found[good]]

    def encode(self, tokens: Sequence[str]) -> tuple[Int32s, Int32s]:
        """Units and lengths of folded tokens; a token is cut to WIDTH letters, its END included.

        The first is [LONGEST, tokens, WIDTH]: the number of the unit of 1, 2 … letters that ends at each letter, 0
        where there is none.
        """
        tokens = [token[: WIDTH - 1] + END for token in tokens]
        lengths = np.fromiter(map(len, tokens), dtype=np.int32, count=len(tokens))
        letters = _CODE_POINTS[np.frombuffer("".join(tokens).encode("utf-32-le"), dtype=np.uint32)]
        used = np.arange(WIDTH)[None, :] < lengths[:, None]
        units = np.zeros((LONGEST, *used.shape), dtype=np.int32)
        packed = letters
        for size, numbers in enumerate(self._direct):  # no unit goes beyond END, a letter too
            if size:
                packed = packed.copy()
                packed[size:] |= letters[:-size] << (_BITS * size)
            units[size, used] = numbers[packed]
        longest = self._may_end[packed].nonzero()[0]
        longest = longest[longest >= LONGEST - 1]
        wanted = packed[longest] | letters[longest - LONGEST + 1] << (_BITS * (LONGEST - 1))
        known, first = self._longest
        place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        numbers = np.zeros(len(letters), dtype=np.int32)
        numbers[longest] = np.where(known[place] == wanted, place + first, 0)
        units[-1, used] = numbers
        return units, lengths


def tabulate(rows: Sequence[tuple[str, str, float]], fallbacks: Fallbacks) -> dict[str, Any]:
    """What a `CostTable` is made of: units, the costs of letters in rows, and of longer units by their numbers.

    A name may start with another letter in a different spelling: across scripts also with the first of several (S. for
    Шамиль), within one script not (K. isn't Hans).
    """
    pairs: dict[tuple[str, str], float] = {}
    for left in LETTERS:
        pairs[left, ""] = pairs["", left] = fallbacks.drop(left)
        for right in LETTERS:
            pairs[left, right] = 0.0 if left == right else fallbacks.pair(left, right)
    for left, right, cost in rows:
        pairs[left, right] = pairs[right, left] = cost
    units = sorted({unit for pair in pairs for unit in pair}, key=lambda unit: (len(unit), _pack(unit)))
    number = {unit: place for place, unit in enumerate(units)}
    single = [unit for unit in units if len(unit) <= 1]
    long = sorted((number[a], number[b], cost) for (a, b), cost in pairs.items() if len(a) > 1 or len(b) > 1)
    starts = [
        (_CODES[a[0]], _CODES[b[0]])
        for (a, b), cost in pairs.items()
        if a
        and b
        and (cost < _most_across(a, b) if (a[0] in CYRILLIC) != (b[0] in CYRILLIC) else cost < 0.7 and len(a + b) == 2)
    ]
    return {
        "units": "|".join(units),
        "packed": _packed("packed", [_pack(unit) for unit in units]),
        "sizes": _packed("sizes", [len(unit) for unit in units]),
        # open sounds of other scripts have a bit of their own, so that they cost Latin and Cyrillic words nothing
        "bits": _packed("bits", [n % 31 if unit == unit.lower() else 31 for n, unit in enumerate(units)]),
        "letters": _packed("letters", [pairs.get((a, b), UNLIKE) for a in single for b in single]),
        "shapes": sorted({(len(a), len(b)) for a, b in pairs if a and b and len(a + b) > 2}),
        "left": _packed("left", [a for a, _, _ in long]),
        "right": _packed("right", [b for _, b, _ in long]),
        "costs": _packed("costs", [cost for *_, cost in long]),
        "starts": _packed("starts", [*chain.from_iterable(sorted(set(starts)))]),
    }


def _packed(name: str, values: Sequence[float]) -> str:
    """Numbers as text that is read at a stroke."""
    return b64encode(np.array(values, dtype=_WIDTHS[name]).tobytes()).decode()


def _unpacked(made: Mapping[str, Any], name: str) -> NDArray[Any]:
    found = np.frombuffer(b64decode(made[name]), dtype=_WIDTHS[name])
    return found if _WIDTHS[name] == "<f8" else found.astype(np.int64)


def _most_across(a: str, b: str) -> float:
    """The cost below which two units of two scripts may start one name.

    Of plain vowels only the letters themselves count: О. isn't Alexei, though оле may be ale in the middle of a word.
    """
    vowels = a[0] in _PLAIN_VOWELS and b[0] in _PLAIN_VOWELS
    return 0.0 if vowels and len(a + b) > 2 else 0.35


def _pack(unit: str) -> int:
    """Letters as one integer, the last letter in the lowest bits."""
    value = 0
    for letter in unit:
        value = value << _BITS | _CODES[letter]
    return value


class Encoded:
    """Folded tokens ready for alignment."""

    def __init__(self, table: CostTable, tokens: Sequence[str]) -> None:
        self.units, self.lengths = table.encode(tokens)

    def of(self, tokens: Int32s, letters: int) -> Int32s:
        """The units of these tokens, as far as this letter: [sizes, letters, tokens]."""
        return np.ascontiguousarray(self.units[:, tokens, :letters].transpose(0, 2, 1))


@cache
def cost_table() -> CostTable:
    """The project's costs: of `costs.tsv`, of Western orthographies, and of other scripts' sounds (`open.toml`)."""
    match = folder("tables") / "match"
    tables = [match / name for name in ("costs.tsv", "orthographies.toml", "open.toml")]

    def make() -> dict[str, Any]:
        return tabulate([*with_orthographies(cost_rows(tables[0])), *open_costs()], Fallbacks())

    return CostTable(compiled("costs", tables, make))
