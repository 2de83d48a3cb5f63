"""Records as they stand in the files of others, turned into entities: one function for each form.

Each gives the entity of a record, or None for a record of something that has no kind here (a ship, a law). What is
neither id, kind, name, role nor weight becomes an attribute, under the name that it has in the file.
Each raises DataError, or lets a KeyError, TypeError or AttributeError pass, for a record that isn't of its form.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from io import StringIO
from typing import Any

from translit.errors import DataError
from translit.finding.entities.entity import Attribute, Entity
from translit.finding.entities.kind_words import kind_of
from translit.kinds import KINDS, Kind

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
OWN_COLUMNS = ("id", "kind", "weight", *ROLE_COLUMNS)  # all others that aren't names are attributes
TARGET_COLUMNS = ("id", "name", "aliases")
FTM_NAMES = ("name", "alias", "previousName")
WIKIDATA_CLAIMS = {"P569": "birth_date", "P570": "death_date", "P21": "gender", "P27": "country", "P17": "country"}
WIKIDATA_GENDERS = {"Q6581097": "male", "Q6581072": "female"}


def is_name_column(column: str) -> bool:
    """Whether a column holds names.

    >>> [column for column in ("id", "name", "name_be", "name:uk", "aliases") if is_name_column(column)]
    ['name', 'name_be', 'name:uk', 'aliases']
    """
    return any(fnmatch(column.lower(), pattern) for pattern in NAME_COLUMNS)


def from_row(row: Mapping[str, Any], kind: Kind = "person") -> Entity | None:
    """A row or object with `id`, `kind` (else the one given) and name columns, several names a cell by `|`.

    An object may hold its attributes under `attributes`; `weight` is a number above 0.

    >>> minsk = from_row({"id": "minsk", "kind": "place", "name": "Мінск|Менск", "name_ru": "Минск", "country": "BY"})
    >>> minsk.names, minsk.attributes
    (('Мінск', 'Менск', 'Минск'), {'country': 'BY'})
    """
    names = [name for column, cell in row.items() if is_name_column(column) for name in _values(cell, "|")]
    role = next((str(row[column]) for column in ROLE_COLUMNS if row.get(column)), "")
    attributes = {key: row[key] for key in row if key not in OWN_COLUMNS and not is_name_column(key)}
    inner = attributes.get("attributes")
    if isinstance(inner, Mapping):
        attributes = {**{key: cell for key, cell in attributes.items() if key != "attributes"}, **inner}
    said = str(row.get("kind") or "").strip()
    return _entity(
        row.get("id"),
        _kind(said) if said else kind,
        names,
        role,
        _weight(row.get("weight")),
        _attributes(attributes, "|"),
    )


def from_targets(row: Mapping[str, Any]) -> Entity | None:
    """A row of OpenSanctions' targets.simple.csv: a cell has several values with semicolons, quoted where need be.

    >>> row = {"id": "Q2", "schema": "Company", "name": "Belkali", "aliases": 'БКК;"Belkali; JSC"'}
    >>> from_targets(row).names
    ('Belkali', 'БКК', 'Belkali; JSC')
    """
    if row["schema"] not in SCHEMATA:
        return None
    attributes = {key: _quoted(cell) for key, cell in row.items() if key not in TARGET_COLUMNS}
    return _entity(
        row["id"], SCHEMATA[row["schema"]], [row["name"], *_quoted(row["aliases"])], attributes=_attributes(attributes)
    )


def from_ftm(record: Mapping[str, Any]) -> Entity | None:
    """A FollowTheMoney entity; its weak aliases (nicknames) and all other properties are attributes.

    >>> from_ftm({"id": "a", "schema": "Person", "caption": "B", "properties": {"name": ["A", "B"]}}).names
    ('B', 'A')
    """
    properties = record["properties"]
    if record["schema"] not in SCHEMATA:
        return None
    names: list[str] = [name for key in FTM_NAMES for name in properties.get(key, ())]
    caption = record.get("caption")
    role = "; ".join(properties.get("position", ()))
    first = [str(caption)] if caption in names else []
    attributes = {_snake(key): found for key, found in properties.items() if key not in FTM_NAMES}
    attributes.update(schema=record["schema"], datasets=record.get("datasets"))
    return _entity(record["id"], SCHEMATA[record["schema"]], [*first, *names], role, attributes=_attributes(attributes))


def from_wikidata(record: Mapping[str, Any]) -> Entity | None:
    """An item of a Wikidata dump, with its labels and aliases in every language, the English label first.

    A human is a person, what has coordinates a place, what has a headquarters, a founder or the like an
    organization; anything else is None. Dates of birth and death, gender and country (an item) are its attributes.
    """
    labels, aliases = record["labels"] or {}, record.get("aliases") or {}
    claims = record.get("claims") or {}
    kind = _wikidata_kind(claims)
    if kind is None:
        return None
    languages = sorted(labels, key=lambda language: language not in ("en", "mul"))
    names = [labels[language]["value"] for language in languages]
    names += [alias["value"] for listed in aliases.values() for alias in listed]
    described = (record.get("descriptions") or {}).get("en", {})
    role = described.get("value", "")
    if not isinstance(role, str):
        raise DataError(f"the description {role!r} is no text")
    return _entity(record["id"], kind, names, role, attributes=_claimed(claims))


def from_json(record: Mapping[str, Any], kind: Kind = "person") -> Entity | None:
    """A JSON object in whichever of the forms it is; `kind` is that of a plain one that says none."""
    if "properties" in record and "schema" in record:
        return from_ftm(record)
    return from_wikidata(record) if "labels" in record else from_row(record, kind)


def _kind(said: str) -> Kind:
    """The kind that a cell says; raises DataError for one that is none."""
    found = kind_of(said)
    if found is None:
        raise DataError(f"the kind {said!r} is none of {', '.join(KINDS)}")
    return found


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


def _claimed(claims: Mapping[str, Any]) -> dict[str, Attribute]:
    """The attributes that the claims of a Wikidata item give; a date is as long as it is precise."""
    found: dict[str, list[str]] = {}
    for property_, attribute in WIKIDATA_CLAIMS.items():
        for claim in claims.get(property_, ()):
            value = claim["mainsnak"].get("datavalue", {}).get("value", {})
            if "time" in value:
                length = {9: 4, 10: 7, 11: 10}.get(value.get("precision"), 0)
                text = str(value["time"]).removeprefix("+")[:length]
            else:
                text = WIKIDATA_GENDERS.get(value.get("id"), value.get("id") or "")
            found.setdefault(attribute, []).append(text)
    return _attributes(found)


def _quoted(cell: str | None) -> list[str]:
    """The values of a cell with semicolons."""
    return [value for cells in csv.reader(StringIO(cell or "", newline=""), delimiter=";") for value in cells]


def _snake(key: str) -> str:
    """The name of a property as columns are named: birthDate is birth_date."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", key).lower()


def _weight(cell: Any) -> float:
    """The weight in a cell; 1 where there is none."""
    if cell is None or cell == "":
        return 1.0
    try:
        return float(cell)
    except (TypeError, ValueError):
        raise DataError(f"the weight {cell!r} is no number; give a number above 0 or leave it empty") from None


def _attributes(cells: Mapping[str, Any], separator: str = "") -> dict[str, Attribute]:
    """The attributes in cells or fields: texts, numbers, dates, lists of such; nothing else is one."""
    found = {str(key): [value.strip() for value in _plain(cell, separator)] for key, cell in cells.items()}
    return {key: values for key, values in found.items() if any(values)}


def _plain(cell: Any, separator: str) -> Iterator[str]:
    """The texts of a cell; objects (linked entities) have none."""
    if isinstance(cell, str):
        yield from cell.split(separator) if separator else (cell,)
    elif isinstance(cell, (list, tuple)):
        for value in cell:
            yield from _plain(value, separator)
    elif hasattr(cell, "isoformat"):
        yield cell.isoformat()
    elif cell is not None and not isinstance(cell, Mapping):
        yield str(cell)


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


def _entity(
    id_: Any,
    kind: Kind,
    names: Iterable[str],
    role: str = "",
    weight: float = 1.0,
    attributes: Mapping[str, Attribute] | None = None,
) -> Entity:
    stripped = dict.fromkeys(name.strip() for name in names)
    shown = [name for name in stripped if name]
    return Entity("" if id_ is None else str(id_), kind, shown, role, weight, attributes or {})
