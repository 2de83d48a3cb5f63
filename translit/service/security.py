"""What stands before every address: who may ask, how much may be sent, and what browsers may do with the answer.

A service on this machine can be reached by every page that its user opens. So the name it is called by must be one
of ours (a page that lets its own name point here is refused), only the reconciliation API may be read by other
origins, and whatever changes something needs the token that only our own page has.
"""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from translit.service.refusal import Refusal
from translit.service.settings import Settings

OPEN = "/reconcile"  # the only addresses that pages of other origins may use
SAFE = ("GET", "HEAD", "OPTIONS")
TOKEN = "x-translit-token"
UPLOADS = "/jobs"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
}
PAGE_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
# A preview is one page without scripts, in a frame of whatever client shows it.
PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return  # a WebSocket is never opened
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        is_open = path == OPEN or path.startswith(f"{OPEN}/")

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), is_open)
            await send(message)

        try:
            self._check(headers, method, is_open)
            if is_open and method == "OPTIONS":
                await Response(status_code=204)(scope, receive, answer)
                return
            most = self.settings.limits.upload if path == UPLOADS else self.settings.limits.form
            body = _Limited(receive, most, headers)
        except Refusal as refusal:
            await JSONResponse({"message": str(refusal)}, refusal.status)(scope, receive, answer)
            return
        await self.app(scope, body, answer)

    def _check(self, headers: Headers, method: str, is_open: bool) -> None:
        """Refuse requests by other names, and changes asked for by other pages."""
        host = host_of(headers.get("host", ""))
        if host not in self.settings.hosts:
            known = self.settings.hosts[0]
            raise Refusal(f"there is no service for the name {host!r:.60}; use {known} or --allow-host", 421)
        if is_open or method in SAFE:
            return
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            raise Refusal("this address takes no requests from pages of other sites; open the page itself", 403)
        if not compare_digest(headers.get(TOKEN, "").encode(), self.settings.token.encode()):
            raise Refusal(f"the header {TOKEN} lacks or is of an earlier run; load the page anew", 403)


def host_of(header: str) -> str:
    """The name in a Host header, without the port.

    >>> host_of("localhost:8000"), host_of("[::1]:8000"), host_of("[::1]"), host_of("")
    ('localhost', '[::1]', '[::1]', '')
    """
    name, colon, port = header.rpartition(":")
    return (name if colon and port.isdigit() else header).lower()


def _add_headers(headers: MutableHeaders, is_open: bool) -> None:
    headers.update(HEADERS)
    if is_open:
        headers.update(CORS)
    else:
        headers.update({"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"})
    headers.setdefault("Content-Security-Policy", PREVIEW_POLICY if is_open else PAGE_POLICY)
    headers.setdefault("Cache-Control", "no-cache")


class _Limited:
    """The body of a request, refused once it grows larger than `most` bytes."""

    def __init__(self, receive: Receive, most: int, headers: Headers) -> None:
        self.receive = receive
        self.most = most
        self.taken = 0
        stated = headers.get("content-length", "0")
        self._count(int(stated) if stated.isdecimal() else 0)
        self.taken = 0

    def _count(self, size: int) -> None:
        self.taken += size
        if self.taken > self.most:
            raise Refusal(f"a request has at most {self.most:,} bytes here; send less at a time", 413)

    async def __call__(self) -> Message:
        """The next part of the body."""
        message = await self.receive()
        if message["type"] == "http.request":
            self._count(len(message.get("body", b"")))
        return message
