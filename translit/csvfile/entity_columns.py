"""Which columns the entity of a name adds to its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translit.csvfile.dialect import Dialect

if TYPE_CHECKING:
    from translit.finding.resolve import Candidate, Resolver

ASIDE = 10  # candidates asked for where some may be of another kind

LONGEST_NAME = 1000  # what is longer is no name, and gets no entity


@dataclass(frozen=True, slots=True)
class Answer:
    """Which columns are added for the entity of a name, and when they stay empty."""

    threshold: float = 0.5
    kind: str | None = None
    runner_up: bool = False
    reason: bool = False

    @property
    def columns(self) -> list[str]:
        """The names of the added columns.

        >>> Answer(reason=True).columns
        ['entity_id', 'entity_name', 'probability', 'reason']
        """
        return [
            *("entity_id", "entity_name", "probability"),
            *(("runner_up_id", "runner_up_probability") if self.runner_up else ()),
            *(("reason",) if self.reason else ()),
        ]

    def cells(self, found: Sequence[Candidate]) -> list[str]:
        """The added cells for the candidates of one name, best first."""
        right = [candidate for candidate in found if self.kind in (None, candidate.entity.kind)]
        if not right or right[0].probability < self.threshold:
            return [""] * len(self.columns)
        best = right[0]
        cells = [best.entity.id, best.entity.name, f"{best.probability:.4f}"]
        if self.runner_up:
            cells += [right[1].entity.id, f"{right[1].probability:.4f}"] if len(right) > 1 else ["", ""]
        if self.reason:
            cells.append(reason(best))
        return cells

    def work(self, resolver: Resolver, dialect: Dialect) -> Callable[[list[str]], list[str]]:
        """The function that answers a list of names with the text of their new cells."""
        limit = ASIDE if self.kind else 2 if self.runner_up else 1

        def answered(names: list[str]) -> list[str]:
            short = [name if len(name) <= LONGEST_NAME else "" for name in names]
            rows = [self.cells(found) for found in resolver.resolve_many(short, limit)]
            return dialect.texts(list(zip(*rows, strict=True))) if rows else []

        return answered


def reason(candidate: Candidate) -> str:
    """Why a candidate is the answer, in one line: its name that matched, word by word, and remarks."""
    found = candidate.explanation
    words = [f"{pair.left} ~ {pair.right}: {pair.verdict}" for pair in found.pairs]
    alone = [f"only on one side: {', '.join(found.alone)}"] if found.alone else []
    return "; ".join([*words, *alone, *found.notes])
