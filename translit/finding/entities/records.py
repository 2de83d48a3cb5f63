"""Records as they stand in the files of others, turned into entities: one function for each form.

Each gives the entity of a record, or None for a record of something that has no kind here (a ship, a law).
Each raises DataError, or lets a KeyError, TypeError or AttributeError pass, for a record that isn't of its form.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from typing import Any, get_args

from translit.errors import DataError
from translit.finding.entities.entity import Entity
from translit.kinds import Kind

NAME_COLUMNS = ("name", "names", "name_*", "name:*", "alias*")
SCHEMATA: Mapping[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "organization",
    "LegalEntity": "organization",
}
HUMAN, INSTANCE_OF, COORDINATES = "Q5", "P31", "P625"
OF_ORGANIZATIONS = ("P159", "P112", "P1454", "P169", "P488", "P749", "P452")  # headquarters, founder, legal form …
ROLE_COLUMNS = ("role", "description")


def is_name_column(column: str) -> bool:
    """Whether a column holds names.

    >>> [column for column in ("id", "name", "name_be", "name:uk", "aliases") if is_name_column(column)]
    ['name', 'name_be', 'name:uk', 'aliases']
    """
    return any(fnmatch(column.lower(), pattern) for pattern in NAME_COLUMNS)


def from_row(row: Mapping[str, Any]) -> Entity | None:
    """A row or object with `id`, `kind` (person if absent) and name columns, several names a cell by `|`.

    >>> from_row({"id": "minsk", "kind": "place", "name": "Мінск|Менск", "name_ru": "Минск"}).names
    ('Мінск', 'Менск', 'Минск')
    """
    names = [name for column, cell in row.items() if is_name_column(column) for name in _values(cell, "|")]
    kind = row.get("kind") or "person"
    role = next((str(row[column]) for column in ROLE_COLUMNS if row.get(column)), "")
    return _entity(row.get("id"), kind, names, role)


def from_targets(row: Mapping[str, Any]) -> Entity | None:
    """A row of OpenSanctions' targets.simple.csv: `aliases` has values parted and quoted by rules of its own.

    >>> row = {"id": "Q2", "schema": "Company", "name": "Belkali", "aliases": 'БКК;"Belkali; JSC"'}
    >>> from_targets(row).names
    ('Belkali', 'БКК', 'Belkali; JSC')
    """
    if row["schema"] not in SCHEMATA:
        return None
    aliases = [value for cells in csv.reader([row["aliases"] or ""], delimiter=";") for value in cells]
    return _entity(row["id"], SCHEMATA[row["schema"]], [row["name"], *aliases])


def from_ftm(record: Mapping[str, Any]) -> Entity | None:
    """A FollowTheMoney entity; its weak aliases (nicknames) are left out.

    >>> from_ftm({"id": "a", "schema": "Person", "caption": "B", "properties": {"name": ["A", "B"]}}).names
    ('B', 'A')
    """
    properties = record["properties"]
    if record["schema"] not in SCHEMATA:
        return None
    names: list[str] = [name for key in ("name", "alias", "previousName") for name in properties.get(key, ())]
    caption = record.get("caption")
    role = "; ".join(properties.get("position", ()))
    first = [str(caption)] if caption in names else []
    return _entity(record["id"], SCHEMATA[record["schema"]], [*first, *names], role)


def from_wikidata(record: Mapping[str, Any]) -> Entity | None:
    """An item of a Wikidata dump, with its labels and aliases in every language, the English label first.

    A human is a person, what has coordinates a place, what has a headquarters, a founder or the like an
    organization; anything else is None.
    """
    labels, aliases = record["labels"] or {}, record.get("aliases") or {}
    kind = _wikidata_kind(record.get("claims") or {})
    if kind is None:
        return None
    languages = sorted(labels, key=lambda language: language not in ("en", "mul"))
    names = [labels[language]["value"] for language in languages]
    names += [alias["value"] for listed in aliases.values() for alias in listed]
    described = (record.get("descriptions") or {}).get("en", {})
    return _entity(record["id"], kind, names, described.get("value", ""))


def from_json(record: Mapping[str, Any]) -> Entity | None:
    """A JSON object in whichever of the forms it is."""
    if "properties" in record and "schema" in record:
        return from_ftm(record)
    return from_wikidata(record) if "labels" in record else from_row(record)


def _wikidata_kind(claims: Mapping[str, Any]) -> Kind | None:
    classes = set()
    for claim in claims.get(INSTANCE_OF, ()):
        value = claim["mainsnak"].get("datavalue", {}).get("value", {})
        classes.add(value.get("id"))
    if HUMAN in classes:
        return "person"
    if COORDINATES in claims and not any(key in claims for key in OF_ORGANIZATIONS):
        return "place"
    return "organization" if any(key in claims for key in OF_ORGANIZATIONS) else None


def _values(cell: Any, separator: str) -> Iterator[str]:
    """The names of a cell: a text, a list, or nothing."""
    if cell is None:
        return
    if isinstance(cell, str):
        yield from cell.split(separator)
    elif isinstance(cell, Iterable):
        for value in cell:
            yield from _values(value, separator)
    else:
        raise DataError(f"the name {cell!r} is no text")


def _entity(id_: Any, kind: str, names: Iterable[str], role: str = "") -> Entity:
    if kind not in get_args(Kind):
        raise DataError(f"the kind {kind!r} is none of {', '.join(get_args(Kind))}")
    stripped = dict.fromkeys(name.strip() for name in names)
    return Entity("" if id_ is None else str(id_), kind, [name for name in stripped if name], role)  # type: ignore[arg-type]
