"""A candidate: an entity that a name may mean, how probable that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from translit.finding.entities.entity import Entity
from translit.matching.compare import compare
from translit.matching.explanation import Explanation
from translit.notebook import html_table


@dataclass(frozen=True)
class Candidate:
    """An entity that a name may mean.

    `probability` is that of this entity being meant: namesakes share it, and so do people who aren't listed.
    `name_probability` is that of the two names being one, whoever else bears it. `matched_name` is the one of the
    entity's names that came closest; `ambiguous` says how many other entities are about as probable.
    """

    query: str
    entity: Entity
    probability: float
    matched_name: str
    name_probability: float = 0.0
    ambiguous: int = 0

    @cached_property
    def explanation(self) -> Explanation:
        """Why: the words that were held against each other and what each contributed."""
        return compare(self.query, self.matched_name, self.entity.kind).explanation

    def _repr_html_(self) -> str:
        """The candidate in a notebook."""
        rows = [("entity", self.entity.id), ("name", self.entity.name), ("matched name", self.matched_name)]
        chances = [("probability", f"{self.probability:.3f}"), ("of the names", f"{self.name_probability:.3f}")]
        return html_table([*rows, *chances, ("about as probable", self.ambiguous)], self.query)
