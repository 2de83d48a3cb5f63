"""The description of the reconciliation API and of the page's own addresses, as OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TEXT: Mapping[str, Any] = {"type": "string"}
COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 1}
FROM_ZERO: Mapping[str, Any] = {"type": "integer", "minimum": 0}
REFUSED: Mapping[str, Any] = {
    "description": "The request is wrong; one sentence says what to do.",
    "content": {
        "application/json": {
            "schema": {"type": "object", "properties": {"message": {"type": "string"}}, "required": ["message"]}
        }
    },
}
VALUE: Mapping[str, Any] = {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]}
CONDITION: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "matchType": {"enum": ["name", "id", "property"]},
        "propertyId": TEXT,
        "propertyValue": VALUE,
        "required": {"type": "boolean"},
        "matchQuantifier": {"enum": ["any", "all", "none"]},
        "matchQualifier": {"enum": ["alike", "exact"]},
    },
    "required": ["matchType", "propertyValue"],
}
MATCH: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "queries": {
            "type": "array",
            "maxItems": 20,
            "items": {
                "type": "object",
                "properties": {
                    "type": TEXT,
                    "limit": COUNT,
                    "conditions": {"type": "array", "minItems": 1, "items": CONDITION},
                },
                "required": ["conditions"],
            },
        }
    },
    "required": ["queries"],
}
EXTEND: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "ids": {"type": "array", "items": TEXT},
        "properties": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": TEXT, "settings": {"type": "object"}},
                "required": ["id"],
            },
        },
    },
    "required": ["ids", "properties"],
}


def description(base: str, version: str) -> dict[str, Any]:
    """The description of a service at an address.

    >>> sorted(description("http://localhost", "1")["paths"])[:2]
    ['/entities.json', '/jobs']
    """
    paths: dict[str, Any] = {}
    for root in ("/reconcile", "/reconcile/v1"):
        paths |= {
            f"{root}/suggest/entity": {
                "get": _get("Entities by what was typed", _parameters(prefix=TEXT, limit=COUNT))
            },
            f"{root}/suggest/property": {"get": _get("Properties", _parameters(prefix=TEXT))},
            f"{root}/suggest/type": {"get": _get("Types", _parameters(prefix=TEXT))},
            f"{root}/extend/propose": {"get": _get("Properties for columns", _parameters(type=TEXT, limit=COUNT))},
            f"{root}/preview": {"get": _get("A page of one entity", _parameters(id=TEXT), "text/html")},
        }
    fields = {"queries": TEXT, "extend": TEXT}
    form = {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": fields}}}
    paths["/reconcile"] = {
        "get": _get(
            "The manifest of 0.2, or a batch in the address", _parameters(queries=TEXT, extend=TEXT, query=TEXT)
        ),
        "post": _post("A batch of queries, or a data extension", form),
    }
    paths["/reconcile/v1"] = {"get": _get("The manifest of 1.0-draft")}
    paths["/reconcile/v1/match"] = {"post": _post("A batch of queries", _json(MATCH))}
    paths["/reconcile/v1/extend"] = {"post": _post("A data extension", _json(EXTEND))}
    paths["/reconcile/flyout"] = {"get": _get("A piece of HTML on one entity", _parameters(id=TEXT))}
    paths["/spellings.json"] = {"get": _get("Every spelling of a name", _parameters(name=TEXT, language=TEXT))}
    paths["/entities.json"] = {"get": _get("Entities by the beginning of a name", _parameters(prefix=TEXT))}
    paths |= _of_lists()
    info = {"title": "translit", "version": version or "0", "description": __doc__}
    return {
        **{"openapi": "3.1.0", "info": info, "servers": [{"url": base}], "paths": paths},
        "components": {"securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": "X-Translit-Token"}}},
    }


def _of_lists() -> dict[str, Any]:
    """The addresses of lists of names, which need the token of the page."""
    text = {"type": "object", "properties": {"text": TEXT}, "required": ["text"]}
    table = {"type": "object", "properties": {"toml": TEXT, "words": TEXT}, "required": ["toml"]}
    decision = {
        "type": "object",
        "properties": {"name": TEXT, "entity_id": TEXT, "decision": {"enum": ["accept", "none", ""]}},
        "required": ["name", "decision"],
    }
    id_ = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    names = _parameters(show=TEXT, start=FROM_ZERO, count=COUNT)
    return {
        "/jobs": {"post": _post("A new list: the file as it is", {"application/octet-stream": {}}, token=True)},
        "/jobs/{id}/state": {"get": _get("How far a list is", [id_])},
        "/jobs/{id}/names": {"get": _get("Names with their candidates", [id_, *names])},
        "/jobs/{id}/decisions": {"post": _post("A decision", _json(decision), [id_], token=True)},
        "/text/find": {"post": _post("The names in a text", _json(text), token=True)},
        "/tables/check": {"post": _post("What the linter says of a table", _json(table), token=True)},
    }


def _parameters(**schemas: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": schema} for name, schema in schemas.items()]


def _json(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _answers(media: str) -> dict[str, Any]:
    return {"2XX": {"description": "The answer", "content": {media: {}}}, "4XX": REFUSED}


def _get(
    summary: str, parameters: list[dict[str, Any]] | None = None, media: str = "application/json"
) -> dict[str, Any]:
    return {"summary": summary, "parameters": parameters or [], "responses": _answers(media)}


def _post(
    summary: str, content: Mapping[str, Any], parameters: list[dict[str, Any]] | None = None, *, token: bool = False
) -> dict[str, Any]:
    found = {**_get(summary, parameters), "requestBody": {"required": True, "content": dict(content)}}
    return found | ({"security": [{"token": []}]} if token else {})
