"""Entities of every kind, and what their saved index must do when it is opened."""

from __future__ import annotations

from pathlib import Path

from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver

ENTITIES = [
    Entity("a", "person", ["Аляксандр Лукашэнка"], "president", 2.0, {"country": "BY"}),
    Entity("b", "organization", ["North Atlantic Treaty Organization"]),
    Entity("c", "place", ["Мінск", "Менск"]),
]


def opens(path: Path, entities: list[Entity]) -> None:
    found = Resolver.open(path)
    assert len(found) == len(entities)
    assert found.resolve(entities[0].name)[0].entity.id == entities[0].id
