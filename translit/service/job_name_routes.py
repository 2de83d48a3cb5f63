"""The addresses of the names of a list: what was found for them, why, and what a person decides."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from translit.service.explaining import in_full, why
from translit.service.job_requests import body_of, job_of, with_table
from translit.service.json_text import read_text
from translit.service.name_table import NameTable, Show
from translit.service.refusal import Refusal

PAGE, MOST = 50, 200  # names shown at once
DECISIONS = ("accept", "none", "")
WHYS = 60  # reasons asked for at once


def routes() -> list[Route]:
    """All addresses of the names of jobs."""
    return [
        Route("/jobs/{id}/names", _names),
        Route("/jobs/{id}/why", _why, methods=["POST"]),
        Route("/jobs/{id}/decisions", _decide, methods=["POST"]),
        Route("/jobs/{id}/explain", _explain),
    ]


async def _names(request: Request) -> Response:
    """Names with their candidates, those of a filter."""
    service, job = job_of(request)
    fields = request.query_params
    wanted = fields.get("show", "all").upper()
    if wanted not in Show.__members__:
        raise Refusal(f"show must be one of {', '.join(show.name.lower() for show in Show)}")
    start, count = (int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else fallback
                    for text, fallback in ((fields.get("start", ""), 0), (fields.get("count", ""), PAGE)))  # fmt: skip
    rows = await service.run(with_table, service, job, NameTable.rows, Show[wanted], start, min(count, MOST))
    for row in rows:
        row["why"] = json.loads(row["why"]) if row["why"] else None
    return JSONResponse({"rows": rows})


async def _why(request: Request) -> Response:
    """Why the best candidate of each name is the best; kept once it is found."""
    service, job = job_of(request)
    names = (await body_of(request)).get("names")
    if not isinstance(names, list) or len(names) > WHYS:
        raise Refusal(f"names must be a list of at most {WHYS} names")

    def work() -> dict[str, Any]:
        found = {}
        with service.jobs.table(job) as table:
            for name in names:
                row = table.row(read_text(name, "a name"))
                if row and row["candidates"]:
                    best = row["candidates"][0]
                    found[name] = json.loads(row["why"]) if row["why"] else why(name, best["matched"], best["kind"])
                    if not row["why"]:
                        table.keep_why(name, json.dumps(found[name], ensure_ascii=False))
        return found

    return JSONResponse(await service.run(work))


async def _decide(request: Request) -> Response:
    """What a person decides on a name, for all rows that have it."""
    service, job = job_of(request)
    fields = await body_of(request)
    name, decision = read_text(fields.get("name"), "name"), read_text(fields.get("decision"), "decision")
    entity = read_text(fields.get("entity_id", ""), "entity_id")
    if decision not in DECISIONS:
        raise Refusal('decision must be "accept", "none", or empty to take it back')
    if decision == "accept" and service.store.entity(entity) is None:
        raise Refusal(f"there is no entity {entity!r:.80}", 404)
    row = await service.run(with_table, service, job, NameTable.row, name)
    if row is None:
        raise Refusal("this name isn't in the list", 404)
    entity = entity if decision == "accept" else ""
    await service.run(with_table, service, job, NameTable.decide, name, entity, decision)
    return JSONResponse({"name": name, "decision": decision, "decided": entity, "rows": row["rows"]})


async def _explain(request: Request) -> Response:
    """Why a name is that of an entity, in full."""
    service, job = job_of(request)
    name, id_ = request.query_params.get("name", ""), request.query_params.get("entity", "")
    row = await service.run(with_table, service, job, NameTable.row, name)
    entity = service.store.entity(id_)
    if row is None or entity is None:
        raise Refusal("there is no such name or entity in this list", 404)
    matched = next((one["matched"] for one in row["candidates"] if one["id"] == id_), entity.name)
    return JSONResponse(await service.run(in_full, name, matched, entity))
