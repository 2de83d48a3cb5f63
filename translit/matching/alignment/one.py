"""The alignment of one pair of tokens: the same recursion as `align`, in plain Python, with the very same costs.

Arrays of one pair cost more to set up than to work through. Sums are rounded to single precision as they are there.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection
from functools import cache
from operator import add

from translit.matching.alignment.costs import LONGEST, UNLIKE, WIDTH, CostTable
from translit.matching.phonetics.fold import END

Step = tuple[int, int, float]  # the sizes of two units, and what one costs for the other
Steps = dict[int, dict[int, list[Step]]]  # letters left, letters right → steps that end there
Partners = tuple[frozenset[int], dict[int, float], int]  # units that one may stand for, their costs, its size


class Letters:
    """A folded token ready for alignment: the numbers of its letters, and of its longer units, with where they end.

    `drops` is what each letter costs that is left out.
    """

    __slots__ = ("_left_out", "codes", "drops", "long")

    def __init__(self, token: str, number: dict[str, int], drops: list[float]) -> None:
        token = token[: WIDTH - 1] + END
        numbered = number.get
        self.codes = [numbered(letter, 0) for letter in token]  # 0 is a sign that nothing is known of
        self.drops = [drops[code] for code in self.codes]
        self._left_out: list[float] = []
        self.long: dict[int, list[int]] = {}
        pieces: Collection[str] = token
        for size in range(2, LONGEST + 1):
            pieces = list(map(add, pieces, token[size - 1 :]))
            for end, unit in enumerate(map(numbered, pieces), size):
                if unit:
                    if unit in self.long:
                        self.long[unit].append(end)
                    else:
                        self.long[unit] = [end]

    def ends(self, unit: int) -> list[int]:
        """Where one of its units ends."""
        return self.long.get(unit) or [end for end, code in enumerate(self.codes, 1) if code == unit]

    @property
    def left_out(self) -> list[float]:
        """What the first letters cost together that are left out, from none to all."""
        if not self._left_out:
            together = array("f", (0.0,))  # rounds to single precision
            for drop in self.drops:
                together.append(together[-1] + drop)
            self._left_out = together.tolist()
        return self._left_out


class Aligner:
    """A cost table as lists and dicts."""

    def __init__(self, table: CostTable) -> None:
        self._table = table
        self._number = {unit: number for number, unit in enumerate(table.units) if unit}
        self._sizes = list(map(len, table.units))
        self._letters: list[list[float]] = table.letters.tolist()
        self._partners: dict[int, Partners] = {}  # of the units that were met

    def letters(self, token: str) -> Letters:
        """A folded token ready for alignment."""
        return Letters(token, self._number, self._letters[0])

    def cost(self, left: Letters, right: Letters) -> float:
        """The least cost of two tokens, in nats: `align.costs` of one pair.

        >>> from translit.matching.alignment.costs import cost_table
        >>> same = aligner(cost_table())
        >>> same.cost(same.letters("ша"), same.letters("sha")) < same.cost(same.letters("ша"), same.letters("ba"))
        True
        """
        if left.codes == right.codes:
            return 0.0
        letters, longer = self._letters, self._longer_steps(left, right)
        best = [right.left_out]
        for i, code in enumerate(left.codes, 1):
            best.append(_row(best, letters[code], right, longer.get(i)))
        return min(best[-1][-1], UNLIKE)

    def _longer_steps(self, left: Letters, right: Letters) -> Steps:
        """Where units of several letters end that have a cost, with one of several letters or with a single one."""
        found: Steps = {}
        long = set(right.long)
        for units, others in ((set(left.codes), long), (left.long, long.union(right.codes))):
            for unit in units:
                partners, costs, size = self._partners.get(unit) or self._partners_of(unit)
                if others.isdisjoint(partners):
                    continue
                for other in others & partners:
                    step, ends = (size, self._sizes[other], costs[other]), right.ends(other)
                    for i in left.ends(unit):
                        row = found.setdefault(i, {})
                        for j in ends:
                            row.setdefault(j, []).append(step)
        return found

    def _partners_of(self, unit: int) -> Partners:
        costs = self._table.partners(unit)
        self._partners[unit] = found = frozenset(costs), costs, self._sizes[unit]
        return found


def _row(
    best: list[list[float]], stands: list[float], right: Letters, longer: dict[int, list[Step]] | None
) -> list[float]:
    """The costs of one letter more on the left, against each beginning of the right, from the rows before."""
    before, drops, drop = best[-1], right.drops, stands[0]
    cell, corner = array("f", (0.0,)), before[0]  # what is put into the cell is rounded
    cell[0] = corner + drop
    last = cell[0]
    here = [last]
    for j, code in enumerate(right.codes, 1):
        least = corner + stands[code]
        corner = before[j]
        total = corner + drop
        if total < least:  # noqa: PLR1730  a call takes longer
            least = total
        total = last + drops[j - 1]
        if total < least:  # noqa: PLR1730  a call takes longer
            least = total
        if longer is not None and j in longer:
            for p, q, step in longer[j]:
                total = best[-p][j - q] + step
                if total < least:  # noqa: PLR1730  a call takes longer
                    least = total
        cell[0] = least
        last = cell[0]
        here.append(last)
    return here


@cache
def aligner(table: CostTable) -> Aligner:
    """The aligner of a cost table, made once."""
    return Aligner(table)
