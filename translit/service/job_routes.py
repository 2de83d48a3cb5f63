"""The addresses of lists of names: upload, how it is read, its names, decisions, downloads."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from translit.errors import TranslitError
from translit.kinds import KINDS
from translit.service.conversion import as_csv
from translit.service.downloads import decisions_as_csv, with_columns
from translit.service.explaining import in_full, why
from translit.service.guess import DELIMITERS, ENCODINGS, Preview, checked, guessed, preview, sentence
from translit.service.job_files import Form, Job
from translit.service.json_text import read_count, read_json, read_object, read_text
from translit.service.name_table import NameTable, Show
from translit.service.refusal import Refusal
from translit.service.service import Service, of

PAGE, MOST = 50, 200  # names shown at once
DECISIONS = ("accept", "none", "")
WHYS = 60  # reasons asked for at once


def routes() -> list[Route]:
    """All addresses of jobs."""
    return [
        Route("/jobs", _upload, methods=["POST"]),
        Route("/jobs/{id}", _page),
        Route("/jobs/{id}", _remove, methods=["DELETE"]),
        Route("/jobs/{id}/state", _state),
        Route("/jobs/{id}/preview", _preview, methods=["POST"]),
        Route("/jobs/{id}/start", _start, methods=["POST"]),
        Route("/jobs/{id}/names", _names),
        Route("/jobs/{id}/why", _why, methods=["POST"]),
        Route("/jobs/{id}/decisions", _decide, methods=["POST"]),
        Route("/jobs/{id}/explain", _explain),
        Route("/jobs/{id}/table.csv", _table),
        Route("/jobs/{id}/decisions.csv", _decisions),
    ]


def _job(request: Request) -> tuple[Service, Job]:
    service = of(request)
    return service, service.jobs.get(request.path_params["id"])


async def _upload(request: Request) -> Response:
    """A file as the body of the request, its name as a parameter."""
    service = of(request)
    name = Path(request.query_params.get("name") or "names.csv").name[:200]

    async def pieces() -> AsyncIterator[bytes]:
        async for piece in request.stream():
            yield piece

    job = await service.jobs.create(name, pieces())
    try:
        await service.run(as_csv, service.jobs.path(job), name)
        found = await service.run(guessed, service.jobs.path(job), service.store.resolver)
    except TranslitError as error:
        await service.jobs.remove(job)
        raise Refusal(sentence(error), getattr(error, "status", 422)) from None
    service.jobs.describe(job, found.form)
    return JSONResponse({"id": job.id, **_shown(found)}, 201)


def _shown(found: Preview) -> dict[str, Any]:
    form = found.form
    return {
        **{"encoding": form.encoding, "delimiter": form.delimiter, "header": form.header, "column": form.column},
        **{"kind": form.kind, "columns": found.columns, "rows": found.rows},
    }


async def _page(request: Request) -> Response:
    service, job = _job(request)
    encodings = list(dict.fromkeys((job.form.encoding, *ENCODINGS)))
    return service.page(
        "job.html",
        request,
        here="names",
        job=job,
        encodings=encodings,
        delimiters=DELIMITERS,
        kinds=service.store.kinds,
    )


async def _remove(request: Request) -> Response:
    service, job = _job(request)
    await service.jobs.remove(job)
    return Response(status_code=204)


async def _state(request: Request) -> Response:
    """How far a job is, and how many names each filter shows."""
    service, job = _job(request)
    counts = await service.run(_with_table, service, job, NameTable.counts) if job.state != "new" else {}
    return JSONResponse({"state": job.state, "progress": job.progress, "error": _error(job), "counts": counts})


def _error(job: Job) -> str:
    return sentence(TranslitError(job.error)) if job.error else ""


def _with_table(service: Service, job: Job, work: Any, *arguments: Any) -> Any:
    with service.jobs.table(job) as table:
        return work(table, *arguments)


async def _body(request: Request) -> dict[str, Any]:
    return read_object(read_json(await request.body(), "the request"), "the request")


def _form(job: Job, fields: dict[str, Any]) -> Form:
    """The form of a job with what a user has chosen."""
    form = job.form
    if "encoding" in fields and fields["encoding"] != form.encoding:
        form = checked(replace(form, encoding=read_text(fields["encoding"], "encoding")))
    if "delimiter" in fields and fields["delimiter"] != form.delimiter:
        form = checked(replace(form, delimiter=read_text(fields["delimiter"], "delimiter")))
    if "column" in fields:
        form = replace(form, column=read_count(_one_more(fields["column"]), "column", 1, 100_000) - 1)
    if "kind" in fields:
        kind = read_text(fields["kind"], "kind")
        if kind and kind not in KINDS:
            raise Refusal(f"kind must be one of {', '.join(KINDS)}, or empty for all")
        form = replace(form, kind=kind)
    return replace(form, header=fields.get("header", form.header) is True)


def _one_more(value: Any) -> Any:
    return value + 1 if isinstance(value, int) and not isinstance(value, bool) else value


async def _preview(request: Request) -> Response:
    """The first rows, read as the user says."""
    service, job = _job(request)
    form = _form(job, await _body(request))
    try:
        found = await service.run(preview, service.jobs.path(job), form)
    except TranslitError as error:
        raise Refusal(sentence(error), getattr(error, "status", 422)) from None
    service.jobs.describe(job, form)
    return JSONResponse(_shown(found))


async def _start(request: Request) -> Response:
    service, job = _job(request)
    form = _form(job, await _body(request))
    return JSONResponse({"state": service.jobs.start(job, form).state}, 202)


async def _names(request: Request) -> Response:
    """Names with their candidates, those of a filter."""
    service, job = _job(request)
    fields = request.query_params
    wanted = fields.get("show", "all").upper()
    if wanted not in Show.__members__:
        raise Refusal(f"show must be one of {', '.join(show.name.lower() for show in Show)}")
    start, count = (int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else fallback
                    for text, fallback in ((fields.get("start", ""), 0), (fields.get("count", ""), PAGE)))  # fmt: skip
    rows = await service.run(_with_table, service, job, NameTable.rows, Show[wanted], start, min(count, MOST))
    for row in rows:
        row["why"] = json.loads(row["why"]) if row["why"] else None
    return JSONResponse({"rows": rows})


async def _why(request: Request) -> Response:
    """Why the best candidate of each name is the best; kept once it is found."""
    service, job = _job(request)
    names = (await _body(request)).get("names")
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
    service, job = _job(request)
    fields = await _body(request)
    name, decision = read_text(fields.get("name"), "name"), read_text(fields.get("decision"), "decision")
    entity = read_text(fields.get("entity_id", ""), "entity_id")
    if decision not in DECISIONS:
        raise Refusal('decision must be "accept", "none", or empty to take it back')
    if decision == "accept" and service.store.entity(entity) is None:
        raise Refusal(f"there is no entity {entity!r:.80}", 404)
    row = await service.run(_with_table, service, job, NameTable.row, name)
    if row is None:
        raise Refusal("this name isn't in the list", 404)
    entity = entity if decision == "accept" else ""
    await service.run(_with_table, service, job, NameTable.decide, name, entity, decision)
    return JSONResponse({"name": name, "decision": decision, "decided": entity, "rows": row["rows"]})


async def _explain(request: Request) -> Response:
    """Why a name is that of an entity, in full."""
    service, job = _job(request)
    name, id_ = request.query_params.get("name", ""), request.query_params.get("entity", "")
    row = await service.run(_with_table, service, job, NameTable.row, name)
    entity = service.store.entity(id_)
    if row is None or entity is None:
        raise Refusal("there is no such name or entity in this list", 404)
    matched = next((one["matched"] for one in row["candidates"] if one["id"] == id_), entity.name)
    return JSONResponse(await service.run(in_full, name, matched, entity))


async def _table(request: Request) -> Response:
    """The file with its new columns."""
    service, job = _job(request)
    folder = service.jobs.path(job)
    target = folder / "output.csv"

    def work() -> None:
        with service.jobs.table(job) as table:
            with_columns(folder, target, job.form, table, service.store)

    if job.state == "new":
        raise Refusal("this list isn't being processed yet; start it first", 409)
    try:
        await service.run(work)
    except TranslitError as error:
        raise Refusal(sentence(error), getattr(error, "status", 422)) from None
    return FileResponse(target, media_type="text/csv", headers=_attached(f"{Path(job.name).stem}-translit.csv"))


async def _decisions(request: Request) -> Response:
    service, job = _job(request)
    text = await service.run(_with_table, service, job, decisions_as_csv, service.store)
    name = f"{Path(job.name).stem}-decisions.csv"
    return Response(text, media_type="text/csv; charset=utf-8", headers=_attached(name))


def _attached(name: str) -> dict[str, str]:
    """The header that makes a browser save a file under a name."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
