"""Properties that columns can be made of: what is known of an entity, and its name by any scheme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from translit.errors import TranslitError
from translit.finding.entities.entity import Entity
from translit.service.entity_store import EntityStore, values
from translit.service.labels import Label, label_of
from translit.writing.registry import schemes

NAMES = {"name": "Names", "description": "Description", "kind": "Kind", "label": "Name shown"}
OFFERED = ("be-lacinka", "be-bgnpcgn-1979", "be-by-2007", "ru-bgnpcgn-1947", "uk-ua-2010")  # beside those of the data


@dataclass(frozen=True, slots=True)
class Property:
    """A property with the words for it."""

    id: str
    name: str
    description: str = ""


def columns(store: EntityStore) -> list[Property]:
    """The properties that entities have, then their names by the schemes that are asked for most."""
    found = [Property(id_, NAMES.get(id_, id_.replace("_", " ").capitalize())) for id_ in (*store.properties, "label")]
    return found + [_of_scheme(id_) for id_ in OFFERED]


def suggested(store: EntityStore, prefix: str) -> list[Property]:
    """The properties whose id or name has this text in it; of the schemes all are looked at.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.resolve import Resolver
    >>> [one.id for one in suggested(EntityStore(Resolver(seeds())), "lacinka")]
    ['in:be-lacinka', 'in:be-lacinka-classic', 'in:be-lacinka-geo', 'in:be-lacinka-polish', 'in:be-lacinka-soft']
    """
    wanted = prefix.strip().casefold()
    listed = {one.id: one for one in columns(store)}
    if wanted:
        listed |= {f"in:{info.id}": _of_scheme(info.id) for info in schemes()}
    return [one for one in listed.values() if wanted in f"{one.id}\n{one.name}\n{one.description}".casefold()]


def _of_scheme(id_: str) -> Property:
    title = next((info.title for info in schemes() if info.id == id_), "")
    return Property(f"in:{id_}", f"Name by {id_}", title)


def cells(entity: Entity | None, property_: str, label: Label, most: Any = None) -> list[dict[str, Any]]:
    """The values of a property as a data extension sends them, at most `most`."""
    found = [] if entity is None else _values(entity, property_, label)
    if isinstance(most, int) and not isinstance(most, bool) and most > 0:
        found = found[:most]
    return [_cell(value) for value in found]


def _values(entity: Entity, property_: str, label: Label) -> tuple[Any, ...]:
    if property_ == "label":
        return (label.name(entity),)
    if property_.startswith("in:"):
        try:
            return (label_of(property_.removeprefix("in:")).name(entity),)
        except TranslitError:
            return ()
    return values(entity, property_)


def _cell(value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"str": "true" if value else "false"}
    if isinstance(value, int):
        return {"int": value}
    return {"float": value} if isinstance(value, float) else {"str": str(value)}
