"""What all addresses share: the entities, the settings, the templates, and the threads that do the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from translit.finding.resolve import Resolver
from translit.service.entity_store import EntityStore
from translit.service.jobs import Jobs
from translit.service.languages import LANGUAGES, texts
from translit.service.refusal import Refusal
from translit.service.settings import Settings

if TYPE_CHECKING:
    from translit.corpus.store import Corpus

THREADS = 4  # work that goes on at once; more would only take turns
HERE = Path(__file__).parent
Answer = TypeVar("Answer")


class Service:
    """The state of a running service; requests find it as `request.app.state.service`."""

    def __init__(self, resolver: Resolver, settings: Settings) -> None:
        self.store = EntityStore(resolver)
        self.settings = settings
        self.jobs = Jobs(resolver, settings.jobs, settings.limits)
        self.templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=select_autoescape(default=True),
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def warm_up(self) -> None:
        """Load what the first request would wait for."""
        self.store.suggest("Warm Up", 1)
        self.store.resolver.resolve("Warm Up", 1)
        _ = self.store.properties

    @cached_property
    def corpus(self) -> Corpus | None:
        """The documents to search, if there are any."""
        from translit.corpus.store import Corpus

        return Corpus(self.settings.corpus, read_only=True) if self.settings.corpus else None

    @cached_property
    def version(self) -> str:
        """The version of translit that answers."""
        try:
            return version("translit-names")
        except PackageNotFoundError:
            return ""

    @cached_property
    def _limiter(self) -> anyio.CapacityLimiter:
        return anyio.CapacityLimiter(THREADS)

    async def run(self, work: Callable[..., Answer], *arguments: Any, **named: Any) -> Answer:
        """The answer of a function that takes a while, from a thread. Raises Refusal after the time for it."""
        seconds = self.settings.limits.seconds
        with anyio.move_on_after(seconds):
            call = partial(work, *arguments, **named)
            return await anyio.to_thread.run_sync(call, limiter=self._limiter, abandon_on_cancel=True)
        raise Refusal(f"this takes longer than {seconds:.0f} seconds; send less at a time", 503)

    def page(self, template: str, request: Request, status: int = 200, **values: Any) -> HTMLResponse:
        """A template in the language that the request asks for."""
        language = texts(request)
        shared: dict[str, Any] = {"token": self.settings.token, "languages": LANGUAGES, "path": request.url.path}
        shared |= {"title": self.settings.title, "store": self.store, "corpus": self.settings.corpus}
        html = self.templates.get_template(template).render(t=language, **{**shared, **values})
        return HTMLResponse(html, status)


def of(request: Request) -> Service:
    """The service that a request is for."""
    found: Service = request.app.state.service
    return found
