"""Resolving: the entities that a name may mean, the likeliest first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from translit.errors import DataError
from translit.finding.entity import Entity
from translit.finding.keys import name_keys
from translit.matching.compare import probabilities
from translit.matching.explain import Explanation, explain

COMPARED = 40  # names compared for each query


@dataclass(frozen=True)
class Candidate:
    """An entity that a name may mean; `matched_name` is the one of its names that came closest."""

    query: str
    entity: Entity
    probability: float
    matched_name: str

    @cached_property
    def explanation(self) -> Explanation:
        """Why: the words that were held against each other and what each contributed."""
        return explain(self.query, self.matched_name, self.entity.kind)


class Resolver:
    """Finds entities by any spelling of any of their names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = list(entities)
        self._names = [(place, name) for place, entity in enumerate(self._entities) for name in entity.names]
        self._postings: dict[str, list[int]] = {}
        for number, (_, name) in enumerate(self._names):
            for key in name_keys(name):
                self._postings.setdefault(key, []).append(number)

    @classmethod
    def open(cls, path: str | Path) -> Resolver:
        """A resolver from the folder that `save` wrote."""
        file = Path(path) / "entities.jsonl"
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise DataError(f"{path} isn't an index of names; make one with Resolver(entities).save") from error
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
        return cls(Entity(id=row["id"], kind=row["kind"], names=row["names"], role=row["role"]) for row in rows)

    def save(self, path: str | Path) -> None:
        """Write the index to a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        with (Path(path) / "entities.jsonl").open("w", encoding="utf-8") as out:
            for entity in self._entities:
                row = {"id": entity.id, "kind": entity.kind, "names": list(entity.names), "role": entity.role}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")

    def resolve(self, name: str, limit: int = 5) -> list[Candidate]:
        """The entities that a name may mean, at most `limit`, the likeliest first."""
        return self.resolve_many([name], limit)[0]

    def resolve_many(self, names: Sequence[str], limit: int = 1) -> list[list[Candidate]]:
        """The same for many names, in their order; equal names are worked once."""
        answers = {name: self._resolved(name, limit) for name in dict.fromkeys(names)}
        return [answers[name] for name in names]

    def _resolved(self, query: str, limit: int) -> list[Candidate]:
        score: Counter[int] = Counter()
        for key in name_keys(query):
            found = self._postings.get(key, ())
            for number in found:
                score[number] += 1 / (3 + len(found) ** 0.5)  # type: ignore[assignment]
        best = sorted(score, key=lambda number: (-score[number], number))[:COMPARED]
        by_kind: dict[str, list[int]] = {}
        for number in best:
            by_kind.setdefault(self._entities[self._names[number][0]].kind, []).append(number)
        answers: dict[int, Candidate] = {}
        for kind, numbers in by_kind.items():
            texts = [self._names[number][1] for number in numbers]
            columns = np.arange(len(texts), dtype=np.int32)
            chances = probabilities([query], texts, np.zeros_like(columns), columns, kind)
            for number, chance in zip(numbers, chances.tolist(), strict=True):
                place, name = self._names[number]
                if place not in answers or chance > answers[place].probability:
                    answers[place] = Candidate(query, self._entities[place], chance, name)
        order = sorted(answers.values(), key=lambda found: (-found.probability, found.entity.id))
        return order[:limit]
