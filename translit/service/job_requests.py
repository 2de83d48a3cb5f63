"""What the addresses of a list of names have in common: its list, its table, and what was sent."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from translit.service.job_files import Job
from translit.service.json_text import read_json, read_object
from translit.service.service import Service, of


def job_of(request: Request) -> tuple[Service, Job]:
    """The service, and the list that an address names; raises Refusal if there is none."""
    service = of(request)
    return service, service.jobs.get(request.path_params["id"])


def with_table(service: Service, job: Job, work: Any, *arguments: Any) -> Any:
    """What `work` gives of the table of a list."""
    with service.jobs.table(job) as table:
        return work(table, *arguments)


async def body_of(request: Request) -> dict[str, Any]:
    """The object that was sent as JSON; raises Refusal for anything else."""
    return read_object(read_json(await request.body(), "the request"), "the request")
