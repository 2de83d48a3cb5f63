"""The entities that a service knows: by id, by name, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.kinds import KINDS
from translit.service.name_prefixes import NamePrefixes

OWN = ("name", "description", "kind")  # properties that every entity has a place for


class EntityStore:
    """A resolver with what a service asks besides.

    >>> from translit.finding.entities.sources import seeds
    >>> store = EntityStore(Resolver(seeds()))
    >>> store.entity("minsk").kind, store.entity("nowhere")
    ('place', None)
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def __len__(self) -> int:
        return len(self.resolver)

    def entity(self, id_: str) -> Entity | None:
        """The entity of an id, None if there is none."""
        number = -1 if "\n" in id_ else self.resolver.index.ids.find(id_)
        return self.resolver.index.entity(number) if number >= 0 else None

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that some entity is of."""
        return tuple(kind for number, kind in enumerate(KINDS) if number in self.resolver.index.held)

    @cached_property
    def prefixes(self) -> NamePrefixes:
        """Names by the beginnings of their words."""
        return NamePrefixes(self.resolver.index)

    def suggest(self, prefix: str, limit: int, kinds: Sequence[str] = ()) -> list[Entity]:
        """The entities that somebody may mean who has typed this much; whole names may be misspelled.

        >>> from translit.finding.entities.sources import seeds
        >>> store = EntityStore(Resolver(seeds()))
        >>> [store.suggest(text, 1)[0].id for text in ("Alaksandar Łuk", "Лукашенко Александр", "Tikhanovskaya Sv")]
        ['lukashenka-alaksandar', 'lukashenka-alaksandar', 'tsikhanouskaya-sviatlana']
        """
        index = self.resolver.index
        found: dict[str, Entity] = {}
        for number in self.prefixes.entities(prefix, limit, [KINDS.index(kind) for kind in kinds if kind in KINDS]):
            entity = index.entity(number)
            found[entity.id] = entity
        if len(found) < limit and prefix.strip():
            for candidate in self.resolver.resolve(prefix, limit):
                if not kinds or candidate.entity.kind in kinds:
                    found.setdefault(candidate.entity.id, candidate.entity)
        return list(found.values())[:limit]

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """The ids of the properties that entities have, those of every entity first."""
        found: dict[str, None] = dict.fromkeys(OWN)
        for number in range(min(len(self.resolver), LOOKED_AT)):
            found.update(dict.fromkeys(self.resolver.index.entity(number).attributes))
        return tuple(found)


LOOKED_AT = 20_000  # entities whose attributes are listed: a file names the same ones in every row


def values(entity: Entity, property_: str) -> tuple[str, ...]:
    """The values of a property, none if nothing is known.

    >>> values(Entity(id="minsk", kind="place", names=["Мінск", "Минск"], role="capital"), "name")
    ('Мінск', 'Минск')
    """
    if property_ in entity.attributes:
        return entity.values(property_)
    own = {"name": tuple(entity.names), "description": (entity.role,), "kind": (entity.kind,)}
    return tuple(value for value in own.get(property_, ()) if value)
