"""The addresses of lists of names: upload, how it is read, how far it is, downloads."""

from __future__ import annotations

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
from translit.service.guess import DELIMITERS, ENCODINGS, Preview, checked, guessed, preview, sentence
from translit.service.job_files import Form, Job
from translit.service.job_requests import body_of, job_of, with_table
from translit.service.json_text import read_count, read_text
from translit.service.name_table import NameTable
from translit.service.refusal import Refusal
from translit.service.service import of


def routes() -> list[Route]:
    """All addresses of jobs."""
    return [
        Route("/jobs", _upload, methods=["POST"]),
        Route("/jobs/{id}", _page),
        Route("/jobs/{id}", _remove, methods=["DELETE"]),
        Route("/jobs/{id}/state", _state),
        Route("/jobs/{id}/preview", _preview, methods=["POST"]),
        Route("/jobs/{id}/start", _start, methods=["POST"]),
        Route("/jobs/{id}/table.csv", _table),
        Route("/jobs/{id}/decisions.csv", _decisions),
    ]


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
    service, job = job_of(request)
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
    service, job = job_of(request)
    await service.jobs.remove(job)
    return Response(status_code=204)


async def _state(request: Request) -> Response:
    """How far a job is, and how many names each filter shows."""
    service, job = job_of(request)
    counts = await service.run(with_table, service, job, NameTable.counts) if job.state != "new" else {}
    return JSONResponse({"state": job.state, "progress": job.progress, "error": _error(job), "counts": counts})


def _error(job: Job) -> str:
    return sentence(TranslitError(job.error)) if job.error else ""


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
    service, job = job_of(request)
    form = _form(job, await body_of(request))
    try:
        found = await service.run(preview, service.jobs.path(job), form)
    except TranslitError as error:
        raise Refusal(sentence(error), getattr(error, "status", 422)) from None
    service.jobs.describe(job, form)
    return JSONResponse(_shown(found))


async def _start(request: Request) -> Response:
    service, job = job_of(request)
    form = _form(job, await body_of(request))
    return JSONResponse({"state": service.jobs.start(job, form).state}, 202)


async def _table(request: Request) -> Response:
    """The file with its new columns."""
    service, job = job_of(request)
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
    service, job = job_of(request)
    text = await service.run(with_table, service, job, decisions_as_csv, service.store)
    name = f"{Path(job.name).stem}-decisions.csv"
    return Response(text, media_type="text/csv; charset=utf-8", headers=_attached(name))


def _attached(name: str) -> dict[str, str]:
    """The header that makes a browser save a file under a name."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
