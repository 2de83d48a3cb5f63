"""Which columns the entity of a name adds to its row, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translit.csvfile.decisions import Decision, key_of_name
from translit.csvfile.row_names import WHOLE_CELL, RowNames

if TYPE_CHECKING:
    from translit.finding.entities.entity import Entity
    from translit.finding.entity_candidate import Candidate
    from translit.finding.resolve import Resolver
    from translit.matching.explanation import Explanation

ASIDE = 10  # candidates asked for where some may be of another kind, or about as probable as the best
MOST_NAMED = 50  # candidates of one name that --all writes
LONGEST_NAME = 1000  # what is longer is no name, and gets no entity

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityColumns:
    """Which columns are added for the entity of a name, and when they stay empty.

    Without `every`, a row gets the entity whose probability reaches the threshold; with it, a row for each candidate
    whose name_probability does. `names` says which cells of a row are its name, `label` writes an entity's name.
    """

    threshold: float = 0.5
    kind: str | None = None
    runner_up: bool = False
    reason: bool = False
    every: bool = False
    name_probability: bool = False
    names: RowNames = WHOLE_CELL
    require: tuple[str, ...] = ()
    label: Callable[[Entity], str] | None = None
    decisions: Mapping[tuple[str, str], Decision] | None = None

    @property
    def columns(self) -> list[str]:
        """The names of the added columns.

        >>> EntityColumns(reason=True).columns
        ['entity_id', 'entity_name', 'probability', 'ambiguous', 'reason']
        """
        return [
            *(("resolved_name",) if self.names.split else ()),
            *("entity_id", "entity_name", "probability", "ambiguous"),
            *(("name_probability",) if self.name_probability or self.every else ()),
            *(("runner_up_id", "runner_up_name", "runner_up_probability") if self.runner_up else ()),
            *(("reason",) if self.reason else ()),
            *(("decided",) if self.decisions is not None else ()),
        ]

    @property
    def numbers(self) -> list[str]:
        """Those that are numbers."""
        return [name for name in self.columns if name.endswith("probability") or name == "ambiguous"]

    @property
    def expand(self) -> bool:
        """Whether a row may become several."""
        return self.every or self.names.split

    def work(self, resolver: Resolver) -> Callable[[list[str]], list[list[Row]]]:
        """The function that answers the keys of rows with the rows of new cells for each."""
        aside = self.kind is not None or self.runner_up or self.decisions is not None
        limit = MOST_NAMED if self.every else ASIDE if aside else 1

        def answered(keys: list[str]) -> list[list[Row]]:
            names = [self.names.of(key) for key in keys]
            asked = [name if len(name) <= LONGEST_NAME else "" for row in names for name in row]
            evidence = None
            if self.names.attributes:
                evidence = [self.names.evidence(key) for key, row in zip(keys, names, strict=True) for _ in row]
            found = iter(resolver.resolve_many(asked, limit, evidence, self.require if evidence else ()))
            return [
                [cells for name in row for cells in self._answer(name, key, next(found))]
                for key, row in zip(keys, names, strict=True)
            ]

        return answered

    def _answer(self, name: str, key: str, found: Sequence[Candidate]) -> list[Row]:
        """The rows of a name: as it was decided, else by its candidates."""
        if self.decisions is None:
            return self._rows(name, found)
        decision = self.decisions.get(key_of_name(name, self.names.evidence(key)))
        if decision is None:
            return [(*row, "") for row in self._rows(name, found)]
        right = [each for each in found if each.entity.id == decision.entity_id]
        cells = dict.fromkeys(self.columns, "")
        cells.update(resolved_name=name, decided=decision.verdict.value)
        if decision.entity_id:
            label = self._label(right[0]) if right else decision.entity_name
            cells.update(entity_id=decision.entity_id, entity_name=label, probability="1.0000", ambiguous="0")
            if right:
                cells["name_probability"] = f"{right[0].name_probability:.4f}"
        return [tuple(cells[column] for column in self.columns)]

    def _rows(self, name: str, found: Sequence[Candidate]) -> list[Row]:
        """The rows of added cells for the candidates of one name, best first; one row at least."""
        first = (name,) if self.names.split else ()
        right = [candidate for candidate in found if self.kind in (None, candidate.entity.kind)]
        if self.every:
            wanted = [each for each in right if each.name_probability >= self.threshold]
            rows = [(*first, *self._cells(right, each)) for each in wanted]
            return rows or [(*first, *self._cells(right, None))]
        best = right[0] if right and right[0].probability >= self.threshold else None
        return [(*first, *self._cells(right, best))]

    def _cells(self, found: Sequence[Candidate], named: Candidate | None) -> Row:
        """The added cells where `named` is the entity that is named, or nobody is."""
        cells = ["", "", ""]
        if named:
            cells = [named.entity.id, self._label(named), f"{named.probability:.4f}"]
        others = found[0].ambiguous if found else 0
        cells.append(str(others) if named or others else "")
        if self.name_probability or self.every:
            cells.append(f"{named.name_probability:.4f}" if named else "")
        if self.runner_up:
            other = next((each for each in found if each is not named), None) if named or others else None
            cells += [other.entity.id, self._label(other), f"{other.probability:.4f}"] if other else ["", "", ""]
        if self.reason:
            cells.append(in_a_line(named.explanation) if named else "")
        return tuple(cells)

    def _label(self, candidate: Candidate) -> str:
        return self.label(candidate.entity) if self.label else candidate.entity.name


def in_a_line(found: Explanation) -> str:
    """Why two names are one, or aren't: word by word, and remarks."""
    words = [f"{pair.left} ~ {pair.right}: {pair.verdict}" for pair in found.pairs]
    alone = [f"only on one side: {', '.join(found.alone)}"] if found.alone else []
    return "; ".join([*words, *alone, *found.notes])
