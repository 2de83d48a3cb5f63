"""How many rows were named, how many not, and why: the summary of a run."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Any

from translit.errors import counted

SURE = 0.95  # probability from which nobody needs to look, set by hand: one of twenty may be wrong


class Outcome(Enum):
    """What became of a row."""

    NAMED = "named"
    AMBIGUOUS = "ambiguous"
    EMPTY = "empty"
    NO_ANSWER = "without an answer"


class Tally:
    """Counts rows by what their new cells say: whether `named_by` is filled, and whether others fit as well.

    The keys of up to `most` doubtful rows are kept.
    """

    def __init__(self, dialect: Any, columns: Sequence[str], named_by: str = "entity_id", most: int = 0) -> None:
        self._dialect = dialect
        self._named_by, self._ambiguous = columns.index(named_by), columns.index("ambiguous")
        self._probability = columns.index("probability")
        self._known: dict[Any, tuple[Outcome, bool, bool]] = {}
        self.counts: Counter[Outcome] = Counter()
        self.with_others = 0  # rows that are named, though others are about as probable
        self.doubtful: Counter[str] = Counter()  # keys of rows that aren't sure
        self._most = most

    def count(self, keys: Sequence[str | None], answers: Sequence[Any]) -> None:
        """Count the rows of a block."""
        if len(self._known) > 1 << 18:
            self._known.clear()
        for key, answer in zip(keys, answers, strict=True):
            if not key or not key.strip("\x1f \t"):
                self.counts[Outcome.EMPTY] += 1
                continue
            first = answer if isinstance(answer, str) else answer[0] if answer else None
            if first is None:
                self.counts[Outcome.NO_ANSWER] += 1
                continue
            known = self._known.get(first)
            if known is None:
                known = self._known[first] = self._outcome(first)
            self.counts[known[0]] += 1
            self.with_others += known[0] is Outcome.NAMED and known[2]
            if known[1] and (key in self.doubtful or len(self.doubtful) < self._most):
                self.doubtful[key] += 1

    def _outcome(self, answer: str | Sequence[str]) -> tuple[Outcome, bool, bool]:
        """What became of a row, whether it is doubtful, and whether others are about as probable."""
        cells = answer if not isinstance(answer, str) else self._cells(answer)
        others = cells[self._ambiguous] not in ("", "0")
        if cells[self._named_by]:
            return Outcome.NAMED, others or float(cells[self._probability]) < SURE, others
        return (Outcome.AMBIGUOUS if others else Outcome.NO_ANSWER), True, others

    def _cells(self, text: str) -> Sequence[str]:
        if not self._dialect.quote:
            return text.split(self._dialect.delimiter)
        return next(csv.reader([text], delimiter=self._dialect.delimiter, quotechar=self._dialect.quote))

    def summary(self) -> str:
        """The counts in a line.

        >>> from translit.csvfile.dialect import Dialect
        >>> tally = Tally(Dialect(), ["entity_id", "probability", "ambiguous"])
        >>> tally.count(["Мінск", ""], ["minsk,0.99,0", ",,"])
        >>> tally.summary()
        '2 rows: 1 named, 0 ambiguous, 1 empty, 0 without an answer'
        """
        said = {each: f"{self.counts[each]:,} {each.value}" for each in Outcome}
        if self.with_others:
            said[Outcome.NAMED] += f" ({self.with_others:,} with others about as probable)"
        counts = ", ".join(said.values())
        total = self.counts.total()
        return f"{counted(total, 'row')}: {counts}"
