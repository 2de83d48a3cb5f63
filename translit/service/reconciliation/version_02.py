"""Version 0.2 of the reconciliation API: what is read from a request and what is written into an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translit.service.entity_store import EntityStore
from translit.service.json_text import described as kind_of_value
from translit.service.json_text import read_count, read_json, read_object, read_text
from translit.service.labels import Label
from translit.service.properties import cells, columns
from translit.service.property_evidence import Condition
from translit.service.queries import Found, Query, described
from translit.service.refusal import Refusal
from translit.service.settings import Limits

CANDIDATES = 5  # of a query that sets no limit
STRICT = ("any", "all", "should")


def manifest(base: str, store: EntityStore, title: str, version: str) -> dict[str, Any]:
    """What the service at the address `base` offers."""
    suggest = {
        what: {"service_url": base, "service_path": f"/suggest/{what}"} for what in ("entity", "property", "type")
    }
    suggest["entity"] |= {"flyout_service_url": base, "flyout_service_path": "/flyout?id=${id}"}
    return {
        "versions": ["0.1", "0.2"],
        "name": title,
        "identifierSpace": f"{base}/entity/",
        "schemaSpace": f"{base}/type/",
        "serviceVersion": version,
        "defaultTypes": types(store),
        "view": {"url": f"{base}/preview?id={{{{id}}}}"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", "width": 420, "height": 260},
        "suggest": suggest,
        "extend": {"propose_properties": {"service_url": base, "service_path": "/extend/propose"}},
        "batchSize": Limits().batch,
    }


def types(store: EntityStore) -> list[dict[str, str]]:
    """The types that the entities have."""
    return [{"id": kind, "name": kind.capitalize()} for kind in store.kinds]


def read_queries(text: str, limits: Limits) -> dict[str, Query]:
    """A batch of queries by their keys. Raises Refusal for a batch that isn't one, or is too large.

    >>> read_queries('{"q0": {"query": "Minsk", "limit": 3}}', Limits())["q0"].limit
    3
    """
    batch = read_object(read_json(text, "queries"), "queries")
    check_size(len(batch), limits)
    return {key: read_query(query, f"query {key!r:.40}", limits) for key, query in batch.items()}


def check_size(count: int, limits: Limits) -> None:
    """Refuse more than a batch holds."""
    if count > limits.batch:
        raise Refusal(f"{count} in one batch are too many; send at most {limits.batch} (batchSize)", 413)


def read_query(query: Any, what: str, limits: Limits) -> Query:
    """One query of a batch."""
    fields = read_object(query, what)
    name = read_text(fields.get("query", ""), f"the query of {what}")
    strict = fields.get("type_strict") or "any"
    if strict not in STRICT:
        raise Refusal(f"type_strict of {what} must be one of {', '.join(STRICT)}")
    type_ = fields.get("type") or []
    listed = [type_] if isinstance(type_, str | dict) else type_
    if not isinstance(listed, list):
        raise Refusal(f"the type of {what} must be a text or a list of texts, not {kind_of_value(type_)}")
    found = [read_text(one.get("id") if isinstance(one, dict) else one, f"the type of {what}") for one in listed]
    properties = [] if fields.get("properties") is None else fields["properties"]
    if not isinstance(properties, list):
        raise Refusal(f"the properties of {what} must be a list, not {kind_of_value(properties)}")
    limit = read_count(fields.get("limit"), f"the limit of {what}", CANDIDATES, limits.candidates)
    return Query(name, limit, tuple(found), strict, tuple(_condition(one, what) for one in properties))


def _condition(condition: Any, what: str) -> Condition:
    fields = read_object(condition, f"a property of {what}")
    property_ = fields.get("pid", fields.get("p", fields.get("id")))
    return Condition(read_text(property_, f"the pid of a property of {what}"), read_values(fields.get("v"), what))


def read_values(value: Any, what: str) -> tuple[Any, ...]:
    """The values of a property: a text, number or truth value, an object with an id, or a list of such."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        inner = one.get("name", one.get("id")) if isinstance(one, dict) else one
        if isinstance(inner, dict | list):
            raise Refusal(f"a property of {what} has {kind_of_value(inner)} as its value; send a text or a number")
        found.append(read_text(inner, f"a property of {what}") if isinstance(inner, str) else inner)
    return tuple(found)


def results(found: Sequence[Found], label: Label) -> list[dict[str, Any]]:
    """Candidates as they are sent."""
    return [
        {
            "id": one.candidate.entity.id,
            "name": label.name(one.candidate.entity),
            "description": described(one),
            "type": [{"id": one.candidate.entity.kind, "name": one.candidate.entity.kind.capitalize()}],
            "score": one.score,
            "match": one.match,
            "features": [{"id": id_, "value": value} for id_, value in one.features.items()],
        }
        for one in found
    ]


def read_extension(text: str | bytes, limits: Limits) -> tuple[list[str], list[tuple[str, Mapping[str, Any]]]]:
    """The ids and the properties, each with its settings, that a data extension asks for."""
    fields = read_object(read_json(text, "extend"), "extend")
    ids, properties = fields.get("ids"), fields.get("properties")
    if not isinstance(ids, list) or not isinstance(properties, list):
        raise Refusal('extend must have the lists "ids" and "properties"')
    check_size(len(ids), limits)
    check_size(len(properties), limits)
    wanted: list[tuple[str, Mapping[str, Any]]] = []
    for one in properties:
        settings = read_object(one, "a property of extend").get("settings") or {}
        wanted.append((read_text(one.get("id"), "the id of a property"), read_object(settings, "settings")))
    return [read_text(id_, "an id of extend") for id_ in ids], wanted


def extension(
    ids: Sequence[str], wanted: Sequence[tuple[str, Mapping[str, Any]]], store: EntityStore, label: Label
) -> dict[str, Any]:
    """The wanted properties of the entities; nothing for those that aren't known."""
    rows = {}
    for id_ in ids:
        entity = store.entity(id_)
        rows[id_] = {
            property_: cells(entity, property_, label, settings.get("limit")) for property_, settings in wanted
        }
    return {"meta": meta(wanted, store), "rows": rows}


def meta(wanted: Sequence[tuple[str, Mapping[str, Any]]], store: EntityStore) -> list[dict[str, str]]:
    """The wanted properties with their names, in the order of the columns."""
    names = {column.id: column.name for column in columns(store)}
    return [{"id": property_, "name": names.get(property_, property_)} for property_, _ in wanted]
