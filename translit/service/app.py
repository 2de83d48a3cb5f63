"""The app: every address of the service, and the answer to whatever goes wrong.

Requests pass `security` first. The reconciliation API is in `reconciliation`, the page in `page`.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from translit.errors import TranslitError
from translit.finding.resolve import Resolver
from translit.service import job_name_routes, job_routes, page_routes
from translit.service.reconciliation import routes as reconciliation
from translit.service.security import Guard
from translit.service.service import Service
from translit.service.settings import Settings

log = logging.getLogger("translit.service")


def create_app(resolver: Resolver, settings: Settings | None = None) -> Starlette:
    """The service over the entities of a resolver, for uvicorn or any other ASGI server.

    >>> from translit.finding.entities.sources import seeds
    >>> create_app(Resolver(seeds())).url_path_for("manifest")
    '/reconcile/v1'
    """
    settings = settings or Settings()
    app = Starlette(
        routes=[*reconciliation.routes(), *job_routes.routes(), *job_name_routes.routes(), *page_routes.routes()],
        lifespan=_lifespan,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={TranslitError: _refused, HTTPException: _http, Exception: _failed},
    )
    app.state.service = Service(resolver, settings)
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Warm up, go on with jobs that were stopped; at the end stop those that run."""
    service: Service = app.state.service
    await service.run(service.warm_up)
    service.jobs.open()
    yield
    await service.jobs.close()
    if service.corpus is not None:
        service.corpus.close()


async def _refused(_: Request, error: Exception) -> Response:
    """A wrong request: what was wrong with it, in a sentence."""
    return JSONResponse({"message": str(error)}, getattr(error, "status", 400))


async def _http(request: Request, error: Exception) -> Response:
    """No such address, or another method."""
    assert isinstance(error, HTTPException)
    sentences = {
        404: f"there is nothing at {request.url.path[:200]}; the page is at / and the reconciliation API at /reconcile",
        405: f"{request.method} isn't answered at {request.url.path[:200]}",
    }
    message = sentences.get(error.status_code, error.detail)
    return JSONResponse({"message": message}, error.status_code, headers=error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    """A fault of ours: it goes into the log, the client gets no inside of it."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return JSONResponse({"message": "translit failed at this request; please report it, the log has why"}, 500)
