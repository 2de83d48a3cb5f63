"""Which columns the entity of a name adds to its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translit.edge.dialect import Dialect
from translit.finding.entity import Entity

ASIDE = 10  # candidates asked for where some may be of another kind


class Found(Protocol):
    """What a resolver gives for a name."""

    @property
    def entity(self) -> Entity:
        """The entity named."""

    @property
    def probability(self) -> float:
        """How sure that is."""

    @property
    def explanation(self) -> object:
        """Why."""


class Finder(Protocol):
    """Whatever resolves many names at once."""

    def resolve_many(self, names: Sequence[str], limit: int = 1) -> Sequence[Sequence[Found]]:
        """The best candidates of each name."""


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

    def cells(self, found: Sequence[Found]) -> list[str]:
        """The added cells for the candidates of one name, best first."""
        right = [candidate for candidate in found if self.kind in (None, candidate.entity.kind)]
        if not right or right[0].probability < self.threshold:
            return [""] * len(self.columns)
        best = right[0]
        cells = [best.entity.id, best.entity.name, f"{best.probability:.4f}"]
        if self.runner_up:
            cells += [right[1].entity.id, f"{right[1].probability:.4f}"] if len(right) > 1 else ["", ""]
        if self.reason:
            cells.append("; ".join(str(best.explanation).split("\n")))
        return cells

    def work(self, finder: Finder, dialect: Dialect) -> Callable[[list[str]], list[str]]:
        """The function that answers a list of names with the text of their new cells."""
        limit = ASIDE if self.kind else 2 if self.runner_up else 1

        def answered(names: list[str]) -> list[str]:
            rows = [self.cells(found) for found in finder.resolve_many(names, limit)] if names else []
            return dialect.texts(list(zip(*rows, strict=True))) if rows else []

        return answered
