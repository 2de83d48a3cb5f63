"""The command `serve`: the reconciliation service and the page."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from translit.cli.console import examples, note
from translit.cli.entities import ENTITIES, SKIP_FAULTY, resolver_of
from translit.cli.options import ONLY_OF_KIND
from translit.kinds import Kind

GRACE = 30  # seconds that running requests have to end when the service is stopped
ANYWHERE = ("0.0.0.0", "::", "")


@click.command(
    epilog=examples(
        "serve",
        "serve -e people.csv --port 8080",
        "serve -e index-folder --jobs jobs --corpus articles.db",
        "serve --host 0.0.0.0 --allow-host names.example.org",
    )
)
@ENTITIES
@ONLY_OF_KIND
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A further name under which browsers may reach the service."
)
@click.option("--title", default="translit", show_default=True, help="The name that clients show.")
@click.option("--corpus", type=click.Path(path_type=Path), help="A corpus to search on the page.")
@click.option("--jobs", type=click.Path(path_type=Path), help="A folder that keeps jobs when the service ends.")
@SKIP_FAULTY
def serve(
    entities: tuple[str, ...],
    *,
    kind: Kind | None,
    port: int,
    host: str,
    allow_host: tuple[str, ...],
    title: str,
    corpus: Path | None,
    jobs: Path | None,
    skip_faulty: bool,
) -> None:
    """Serve the page for browsers, and the reconciliation API for OpenRefine.

    The page is at http://127.0.0.1:8000/, the API (0.2) at /reconcile and (1.0-draft) at /reconcile/v1. Only this
    machine can reach them, unless --host says otherwise. Ctrl-C stops it once running requests have ended.
    """
    from translit.errors import UsageError

    try:
        import uvicorn

        from translit.service.app import create_app
    except ImportError as error:
        raise UsageError(f"translit serve needs {error.name}; install translit-names[web]") from None
    from translit.service.settings import LOCAL, Settings

    if corpus is not None and not corpus.is_file():
        raise UsageError(f"there is no corpus {str(corpus)!r}; make one with translit corpus add")
    names = tuple(name.lower() for name in allow_host) + (() if host in ANYWHERE else (_in_url(host),))
    settings = Settings(title, tuple(dict.fromkeys((*LOCAL, *names))), jobs, corpus)
    with _listening(host, port) as listener:
        resolver = resolver_of(entities, kind, skip_faulty)
        app = create_app(resolver, settings)
        config = uvicorn.Config(
            app,
            log_level="warning",
            timeout_graceful_shutdown=GRACE,
            server_header=False,
            proxy_headers=False,  # what a proxy says of itself is believed by nobody here
            ws="none",
            lifespan="on",
        )
        shown = "127.0.0.1" if host in ANYWHERE else _in_url(host)
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        many = "1 entity" if len(resolver) == 1 else f"{len(resolver):,} entities"
        note(f"{many} at {address} (OpenRefine: {address}reconcile); Ctrl-C stops")
        try:
            uvicorn.Server(config).run([listener])
        except (KeyboardInterrupt, SystemExit):  # uvicorn has ended everything in order and passes the signal on
            note("stopped")


def _in_url(host: str) -> str:
    """An address as it stands in a URL.

    >>> _in_url("::1"), _in_url("127.0.0.1")
    ('[::1]', '127.0.0.1')
    """
    return f"[{host}]" if ":" in host else host.lower()


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens, taken before the entities are read so that a wrong port is told at once."""
    from translit.errors import UsageError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{host}:{port} can't be listened on ({reason}); give another --host or --port") from None
