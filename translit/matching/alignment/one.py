"""The alignment of one pair of tokens: the same recursion as `align`, in plain Python, with the very same costs.

Arrays of one pair cost more to set up than to work through. Sums are rounded to single precision as they are there.
"""

from __future__ import annotations

from array import array
from functools import cache

from translit.matching.alignment.costs import LONGEST, UNLIKE, WIDTH, CostTable
from translit.matching.phonetics.fold import END

Steps = dict[int, dict[int, list[tuple[int, int, float]]]]  # letters left, letters right → sizes of two units, cost


class Letters:
    """A folded token ready for alignment: the numbers of its letters; those of all its units, with where they end.

    With it, what each letter costs that is left out, and the first ones together.
    """

    __slots__ = ("codes", "drops", "left_out", "units")

    def __init__(self, token: str, number: dict[str, int], drops: list[float]) -> None:
        token = token[: WIDTH - 1] + END
        self.codes = [number.get(letter, 0) for letter in token]  # 0 is a sign that nothing is known of
        self.drops = [drops[code] for code in self.codes]
        together = array("f", (0.0,))  # rounds to single precision
        for drop in self.drops:
            together.append(min(together[-1] + drop, UNLIKE))
        self.left_out = together.tolist()
        self.units: dict[int, list[int]] = {}
        for end, code in enumerate(self.codes, 1):
            if code:
                self.units.setdefault(code, []).append(end)
            for size in range(2, min(end, LONGEST) + 1):
                unit = number.get(token[end - size : end])
                if unit is None:
                    break
                if unit:
                    self.units.setdefault(unit, []).append(end)


class Aligner:
    """A cost table as lists and dicts."""

    def __init__(self, table: CostTable) -> None:
        units = table.units
        self._table = table
        ends = (unit[start:] for unit in units for start in range(1, len(unit)))  # so that one knows when to stop
        self._number = dict.fromkeys(ends, 0) | {unit: number for number, unit in enumerate(units) if unit}
        self._sizes = list(map(len, units))
        self._letters: list[list[float]] = table.letters.tolist()
        self._partners: dict[int, dict[int, float]] = {}  # of the units that were met

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
        before = right.left_out
        best = [before]
        for i, code in enumerate(left.codes, 1):
            before = self._row(before, letters[code], right, longer.get(i), best)
            best.append(before)
        return before[-1]

    def _row(
        self, before: list[float], stands: list[float], right: Letters,
        longer: dict[int, list[tuple[int, int, float]]] | None, best: list[list[float]],
    ) -> list[float]:  # fmt: skip
        """The costs of one letter more on the left, against each beginning of the right."""
        cell, drop, corner = array("f", (0.0,)), stands[0], before[0]  # what is put into the cell is rounded
        cell[0] = min(corner + drop, UNLIKE)
        last = cell[0]
        here, drops = [last], right.drops
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
            cell[0] = least if least < UNLIKE else UNLIKE
            last = cell[0]
            here.append(last)
        return here

    def _longer_steps(self, left: Letters, right: Letters) -> Steps:
        """Where units of several letters end that have a cost: their sizes, and the cost."""
        found: Steps = {}
        others = right.units.keys()
        for unit, ends in left.units.items():
            stands = self._partners.get(unit)
            if stands is None:
                stands = self._partners[unit] = self._table.partners(unit)
            if others.isdisjoint(stands.keys()):
                continue
            for other in others & stands.keys():
                step = self._sizes[unit], self._sizes[other], stands[other]
                for i in ends:
                    row = found.setdefault(i, {})
                    for j in right.units[other]:
                        row.setdefault(j, []).append(step)
        return found


@cache
def aligner(table: CostTable) -> Aligner:
    """The aligner of a cost table, made once."""
    return Aligner(table)
