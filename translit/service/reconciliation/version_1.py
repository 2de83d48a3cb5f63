"""Version 1.0 of the reconciliation API, as drafted: what is read from a request and written into an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translit.service.entity_store import EntityStore
from translit.service.json_text import described as kind_of_value
from translit.service.json_text import read_count, read_json, read_object, read_text
from translit.service.labels import Label
from translit.service.properties import cells
from translit.service.property_evidence import Condition
from translit.service.queries import Found, Query
from translit.service.reconciliation.version_02 import CANDIDATES, check_size, meta, read_values, results, types
from translit.service.refusal import Refusal
from translit.service.settings import Limits

QUANTIFIERS = ("any", "all", "none")
FEATURES = {
    "probability": "Probability that this entity is meant",
    "name_probability": "Probability that both names mean one bearer",
    "agreeing_properties": "Properties that agree",
    "contradicting_properties": "Properties that contradict",
}
QUALIFIERS = [{"id": "alike", "name": "Alike (the default)"}, {"id": "exact", "name": "Exactly the same"}]


def manifest(base: str, store: EntityStore, title: str, version: str) -> dict[str, Any]:
    """What the service at the address `base` offers."""
    return {
        "versions": ["1.0-draft"],
        "name": title,
        "lang": "en",
        "serviceVersion": version,
        "defaultTypes": types(store),
        "view": {"url": f"{base}/preview?id={{id}}"},
        "preview": {"width": 420, "height": 260},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": []},
        "standardizedScore": True,
    }


def read_queries(text: bytes, limits: Limits) -> list[Query]:
    """A batch of queries. Raises Refusal for a batch that isn't one, or is too large.

    >>> conditions = b'[{"matchType": "name", "propertyValue": "Minsk"}]'
    >>> read_queries(b'{"queries": [{"conditions": ' + conditions + b"}]}", Limits())[0].name
    'Minsk'
    """
    batch = read_object(read_json(text, "the request"), "the request").get("queries")
    if not isinstance(batch, list):
        raise Refusal(f'the request must have a list "queries", not {kind_of_value(batch)}')
    check_size(len(batch), limits)
    return [_query(query, f"query {number}", limits) for number, query in enumerate(batch, 1)]


def _query(query: Any, what: str, limits: Limits) -> Query:
    fields = read_object(query, what)
    conditions = fields.get("conditions")
    if not isinstance(conditions, list) or not conditions:
        raise Refusal(f'{what} must have a list "conditions" with one or more')
    type_ = read_text(fields.get("type") or "", f"the type of {what}")
    limit = read_count(fields.get("limit"), f"the limit of {what}", CANDIDATES, limits.candidates)
    names: list[str] = []
    ids: list[str] = []
    kept = []
    for condition in conditions:
        one = read_object(condition, f"a condition of {what}")
        given = read_values(one.get("propertyValue"), what)
        match one.get("matchType"):
            case "name":
                names += [read_text(value, f"the name of {what}") for value in given]
            case "id":
                ids += [read_text(value, f"the id of {what}") for value in given]
            case "property":
                kept.append(_condition(one, given, what))
            case other:
                raise Refusal(f"matchType of {what} must be name, id or property; {other!r:.40} isn't")
    return Query(names[0] if names else "", limit, (type_,) if type_ else (), "any", tuple(kept), tuple(ids))


def _condition(fields: Mapping[str, Any], given: tuple[Any, ...], what: str) -> Condition:
    quantifier = fields.get("matchQuantifier") or "any"
    if quantifier not in QUANTIFIERS:
        raise Refusal(f"matchQuantifier of {what} must be one of {', '.join(QUANTIFIERS)}")
    required = fields.get("required", False)
    if not isinstance(required, bool):
        raise Refusal(f"required of {what} must be true or false")
    property_ = read_text(fields.get("propertyId"), f"the propertyId of {what}")
    return Condition(property_, given, quantifier, required, fields.get("matchQualifier") == "exact")


def candidates(found: Sequence[Found], label: Label) -> list[dict[str, Any]]:
    """Candidates as they are sent."""
    listed = results(found, label)
    for one in listed:
        one["features"] = [{**feature, "name": FEATURES[feature["id"]]} for feature in one["features"]]
    return listed


def extension(
    ids: Sequence[str], wanted: Sequence[tuple[str, Mapping[str, Any]]], store: EntityStore, label: Label
) -> dict[str, Any]:
    """The wanted properties of the entities; nothing for those that aren't known."""
    rows = []
    for id_ in ids:
        entity = store.entity(id_)
        listed = [
            {"id": property_, "values": cells(entity, property_, label, settings.get("limit"))}
            for property_, settings in wanted
        ]
        rows.append({"id": id_, "properties": listed})
    return {"meta": meta(wanted, store), "rows": rows}
