"""The addresses of the reconciliation API: version 0.2 at /reconcile, 1.0 as drafted at /reconcile/v1.

A scheme or a language after either root (/reconcile/be-lacinka, /reconcile/ru) says in which spelling entities are
shown; `?name=` does the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from translit.finding.entities.entity import Entity
from translit.service.json_text import read_count
from translit.service.labels import Label, label_of
from translit.service.properties import columns, suggested
from translit.service.queries import Query, reconcile
from translit.service.reconciliation import version_02, version_1
from translit.service.refusal import Refusal
from translit.service.service import Service, of

ROOT, ROOT_1 = "/reconcile", "/reconcile/v1"
SUGGESTED, MOST_SUGGESTED = 10, 50
SHOWN_NAMES = 40  # names of an entity in its preview


def routes() -> list[Route]:
    """All addresses of both versions, the narrower before the wider."""
    found = []
    for root in (ROOT_1, f"{ROOT_1}/{{label}}"):
        found += [
            Route(f"{root}/match", _match, methods=["POST"]),
            Route(f"{root}/extend", _extend_1, methods=["POST"]),
            Route(f"{root}/preview", preview),
            *_shared(root),
            *_slashed(root, _manifest_1, ["GET"]),
        ]
    for root in (ROOT, f"{ROOT}/{{label}}"):
        found += [
            Route(f"{root}/flyout", _flyout),
            Route(f"{root}/preview", preview),
            Route(f"{root}/preview/{{id:path}}", preview),
            Route(f"{root}/entity/{{id:path}}", preview),
            *_shared(root),
            *_slashed(root, _root, ["GET", "POST"]),
        ]
    return found


def _shared(root: str) -> list[Route]:
    return [Route(f"{root}/suggest/{{what}}", _suggest), Route(f"{root}/extend/propose", _propose)]


def _slashed(root: str, endpoint: Callable[[Request], Awaitable[Response]], methods: list[str]) -> list[Route]:
    """A root with and without the last slash, since people paste both."""
    return [Route(root, endpoint, methods=methods, name="manifest"), Route(f"{root}/", endpoint, methods=methods)]


async def _root(request: Request) -> Response:
    """The manifest, a batch of queries, or a data extension."""
    service, fields = of(request), dict(request.query_params)
    if request.method == "POST":
        async with request.form(max_files=0, max_fields=100, max_part_size=service.settings.limits.form) as form:
            fields |= {key: value for key, value in form.items() if isinstance(value, str)}
    limits, label = service.settings.limits, _label(request)
    if "queries" in fields:
        queries = version_02.read_queries(fields["queries"], limits)
        found = await service.run(_results, service, list(queries.values()), label)
        return JSONResponse({key: {"result": result} for key, result in zip(queries, found, strict=True)})
    if "extend" in fields:
        ids, wanted = version_02.read_extension(fields["extend"], limits)
        return JSONResponse(await service.run(version_02.extension, ids, wanted, service.store, label))
    if "query" in fields:  # version 0.1, one query
        text = fields["query"]
        batch = f'{{"q": {text}}}' if text.lstrip().startswith("{") else None
        query = version_02.read_queries(batch, limits)["q"] if batch else Query(text, version_02.CANDIDATES)
        (result,) = await service.run(_results, service, [query], label)
        return JSONResponse({"result": result})
    if request.method == "POST":
        raise Refusal("send the form field queries or extend, as the reconciliation API 0.2 has it")
    base = _base(request, ROOT)
    return JSONResponse(version_02.manifest(base, service.store, _title(service, label), service.version))


def _results(service: Service, queries: Sequence[Query], label: Label) -> list[list[dict[str, Any]]]:
    found = reconcile(queries, service.store, service.settings.limits)
    return [version_02.results(one, label) for one in found]


async def _manifest_1(request: Request) -> Response:
    service = of(request)
    title = _title(service, _label(request))
    return JSONResponse(version_1.manifest(_base(request, ROOT_1), service.store, title, service.version))


async def _match(request: Request) -> Response:
    service, label = of(request), _label(request)
    queries = version_1.read_queries(await request.body(), service.settings.limits)

    def work() -> list[dict[str, Any]]:
        found = reconcile(queries, service.store, service.settings.limits)
        return [{"candidates": version_1.candidates(one, label)} for one in found]

    return JSONResponse({"results": await service.run(work)})


async def _extend_1(request: Request) -> Response:
    service = of(request)
    ids, wanted = version_02.read_extension(await request.body(), service.settings.limits)
    return JSONResponse(await service.run(version_1.extension, ids, wanted, service.store, _label(request)))


async def _suggest(request: Request) -> Response:
    """Entities, properties or types by what somebody has typed so far."""
    service, what, fields = of(request), request.path_params["what"], request.query_params
    prefix = fields.get("prefix", "")
    if len(prefix) > service.settings.limits.name:
        raise Refusal(f"the prefix has {len(prefix)} characters; send at most {service.settings.limits.name}")
    limit = read_count(_number(fields, "limit"), "limit", SUGGESTED, MOST_SUGGESTED)
    start = min(max(_number(fields, "cursor") or _number(fields, "offset") or 0, 0), 1000)
    if what == "entity":
        label = _label(request)
        result = await service.run(_entities, service, prefix, start + limit, label)
    elif what == "property":
        found = await service.run(suggested, service.store, prefix)
        result = [{"id": one.id, "name": one.name, "description": one.description} for one in found]
        if ROOT_1 in request.url.path:
            result = [{**one, "matchQualifiers": version_1.QUALIFIERS} for one in result]
    elif what == "type":
        wanted = prefix.strip().lower()
        result = [one for one in version_02.types(service.store) if one["id"].startswith(wanted)]
    else:
        raise Refusal(f"nothing is suggested for {what!r:.40}; ask for entity, property or type", 404)
    return JSONResponse({"result": result[start : start + limit]})


def _entities(service: Service, prefix: str, limit: int, label: Label) -> list[dict[str, Any]]:
    return [
        {
            "id": entity.id,
            "name": label.name(entity),
            "description": entity.role,
            "notable": [{"id": entity.kind, "name": entity.kind.capitalize()}],
        }
        for entity in service.store.suggest(prefix, limit)
    ]


async def _propose(request: Request) -> Response:
    """The properties that columns can be made of."""
    service, fields = of(request), request.query_params
    limit = read_count(_number(fields, "limit"), "limit", SUGGESTED * 2, MOST_SUGGESTED)
    found = (await service.run(columns, service.store))[:limit]
    listed = [{"id": one.id, "name": one.name, "description": one.description} for one in found]
    return JSONResponse({"type": fields.get("type", ""), "limit": limit, "properties": listed})


async def preview(request: Request) -> Response:
    """A page of one entity, for a small frame: no script, its style inside."""
    service = of(request)
    id_ = request.path_params.get("id") or request.query_params.get("id", "")
    entity = await service.run(service.store.entity, id_)
    if entity is None:
        return service.page("unknown.html", request, 404, id=id_)
    return service.page("preview.html", request, **_shown(entity, _label(request)))


async def _flyout(request: Request) -> Response:
    """The same as JSON with a piece of HTML, as clients before OpenRefine 3.8 want it."""
    service, id_ = of(request), request.query_params.get("id", "")
    entity = await service.run(service.store.entity, id_)
    if entity is None:
        raise Refusal(f"there is no entity {id_!r:.80}", 404)
    html = service.templates.get_template("flyout.html").render(**_shown(entity, _label(request)))
    return JSONResponse({"id": id_, "html": html})


def _shown(entity: Entity, label: Label) -> dict[str, Any]:
    return {
        "entity": entity,
        "label": label.name(entity),
        "names": entity.names[:SHOWN_NAMES],
        "attributes": _attributes(entity),
    }


def _attributes(entity: Entity) -> list[tuple[str, str]]:
    """What else is known of an entity, a line each."""
    return [(key, ", ".join(entity.values(key))) for key in list(entity.attributes)[:SHOWN_NAMES]]


def _label(request: Request) -> Label:
    return label_of(request.path_params.get("label") or request.query_params.get("name", ""))


def _title(service: Service, label: Label) -> str:
    spelling = label.scheme or label.language
    return f"{service.settings.title} ({spelling})" if spelling else service.settings.title


def _base(request: Request, root: str) -> str:
    """The address of the root that this request came by."""
    label = request.path_params.get("label") or request.query_params.get("name", "")
    return f"{request.url.scheme}://{request.url.netloc}{root}" + (f"/{label}" if label else "")


def _number(fields: Mapping[str, str], name: str) -> int | None:
    """A whole number among the parameters."""
    text = fields.get(name, "")
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise Refusal(f"{name} must be a whole number; {text!r:.40} isn't")
    return int(text)
