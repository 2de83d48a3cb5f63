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
    """A folded token ready for alignment: the numbers of its letters; those of all its units, with where they end."""

    __slots__ = ("codes", "units")

    def __init__(self, token: str, number: dict[str, int]) -> None:
        token = token[: WIDTH - 1] + END
        self.codes = [number[letter] for letter in token]
        self.units: dict[int, list[int]] = {}
        for end in range(1, len(token) + 1):
            for size in range(1, min(end, LONGEST) + 1):
                unit = number.get(token[end - size : end])
                if unit is not None:
                    self.units.setdefault(unit, []).append(end)


class Aligner:
    """A cost table as lists and dicts."""

    def __init__(self, table: CostTable) -> None:
        units = table.units
        self._table = table
        self._number = {unit: number for number, unit in enumerate(units) if unit}
        self._sizes = list(map(len, units))
        self._letters: list[list[float]] = table.letters.tolist()
        self._partners: dict[int, dict[int, float]] = {}  # of the units that were met

    def letters(self, token: str) -> Letters:
        """A folded token ready for alignment."""
        return Letters(token, self._number)

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
        drops = [letters[0][code] for code in right.codes]
        before = array("f", bytes(4 * len(drops) + 4))
        for j, drop in enumerate(drops):
            before[j + 1] = min(before[j] + drop, UNLIKE)
        best = [before]
        for i, code in enumerate(left.codes, 1):
            here = self._row(before, letters[code], right.codes, drops, longer.get(i), best)
            best.append(here)
            before = here
        return before[-1]

    def _row(
        self, before: array[float], stands: list[float], codes: list[int], drops: list[float],
        longer: dict[int, list[tuple[int, int, float]]] | None, best: list[array[float]],
    ) -> array[float]:  # fmt: skip
        """The costs of one letter more on the left, against each beginning of the right."""
        here, drop = array("f", bytes(4 * len(drops) + 4)), stands[0]
        here[0] = min(before[0] + drop, UNLIKE)
        last = here[0]  # rounded to single precision
        for j, code in enumerate(codes):
            least = before[j] + stands[code]
            total = before[j + 1] + drop
            if total < least:  # noqa: PLR1730  a call takes longer
                least = total
            total = last + drops[j]
            if total < least:  # noqa: PLR1730  a call takes longer
                least = total
            if longer is not None and j + 1 in longer:
                for p, q, step in longer[j + 1]:
                    total = best[-p][j + 1 - q] + step
                    if total < least:  # noqa: PLR1730  a call takes longer
                        least = total
            here[j + 1] = least if least < UNLIKE else UNLIKE
            last = here[j + 1]
        return here

    def _longer_steps(self, left: Letters, right: Letters) -> Steps:
        """Where units of several letters end that have a cost: their sizes, and the cost."""
        found: Steps = {}
        others = right.units.keys()
        for unit, ends in left.units.items():
            stands = self._partners.get(unit)
            if stands is None:
                stands = self._partners[unit] = self._table.partners(unit)
            if others.isdisjoint(stands):
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
