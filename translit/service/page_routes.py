"""The pages, and what they ask for besides lists: spellings, names in a text, tables, search."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from translit.service import spellings, table_bench
from translit.service.json_text import read_json, read_object, read_text
from translit.service.languages import LANGUAGES, load
from translit.service.openapi import description
from translit.service.refusal import Refusal
from translit.service.service import HERE, of

YEAR = 365 * 24 * 3600


def routes() -> list[Route | Mount]:
    """All pages and what they load."""
    return [
        Route("/", _names),
        Route("/spellings", _spellings),
        Route("/spellings.json", _spellings_of),
        Route("/text", _text),
        Route("/text/find", _find, methods=["POST"]),
        Route("/search", _search),
        Route("/search.json", _hits),
        Route("/tables", _tables),
        Route("/tables/{scheme}.toml", _table),
        Route("/tables/check", _check, methods=["POST"]),
        Route("/entities.json", _entities),
        Route("/openapi.json", _openapi),
        Route("/language/{language}", _language),
        Route("/texts/{language}.json", _texts),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


async def _names(request: Request) -> Response:
    return of(request).page("names.html", request, here="names")


async def _spellings(request: Request) -> Response:
    return of(request).page("spellings.html", request, here="spellings", written=spellings.languages())


async def _spellings_of(request: Request) -> Response:
    """Every spelling of a name, or the originals of a spelling."""
    name, language = request.query_params.get("name", "").strip(), request.query_params.get("language") or None
    if not name or len(name) > 200:
        raise Refusal("give a name of at most 200 characters")
    return JSONResponse(await of(request).run(spellings.spellings, name, language))


async def _text(request: Request) -> Response:
    return of(request).page("text.html", request, here="text")


async def _find(request: Request) -> Response:
    """The names that stand in a text."""
    service = of(request)
    text = read_text((await _body(request)).get("text"), "text")
    if len(text) > service.settings.limits.text:
        raise Refusal(f"the text has {len(text):,} characters; send at most {service.settings.limits.text:,}", 413)
    from translit.service.marked_text import mentions

    return JSONResponse({"mentions": await service.run(mentions, text, service.store.resolver)})


async def _search(request: Request) -> Response:
    if of(request).settings.corpus is None:
        raise Refusal("no corpus is served; start with translit serve --corpus FILE", 404)
    return of(request).page("search.html", request, here="search")


async def _hits(request: Request) -> Response:
    """The documents that a query finds."""
    service, query = of(request), request.query_params.get("query", "").strip()
    if service.corpus is None:
        raise Refusal("no corpus is served; start with translit serve --corpus FILE", 404)
    if not query or len(query) > service.settings.limits.name:
        raise Refusal(f"give a query of at most {service.settings.limits.name} characters")
    from translit.service.corpus_hits import hits

    return JSONResponse({"hits": await service.run(hits, service.corpus, query)})


async def _tables(request: Request) -> Response:
    return of(request).page("tables.html", request, here="tables", schemes=table_bench.listed())


async def _table(request: Request) -> Response:
    text = await of(request).run(table_bench.source, request.path_params["scheme"])
    return Response(text, media_type="application/toml; charset=utf-8")


async def _check(request: Request) -> Response:
    """What the linter says of a table, and what its examples give."""
    service, fields = of(request), await _body(request)
    toml, words = read_text(fields.get("toml"), "toml"), read_text(fields.get("words", ""), "words")
    if len(toml) + len(words) > service.settings.limits.table:
        raise Refusal(f"the table is longer than {service.settings.limits.table:,} characters", 413)
    return JSONResponse(await service.run(table_bench.check, toml, words))


async def _entities(request: Request) -> Response:
    """Entities that somebody looks for by hand."""
    service, prefix = of(request), request.query_params.get("prefix", "")[:200]
    found = await service.run(service.store.suggest, prefix, 9)
    return JSONResponse(
        {"entities": [{"id": one.id, "name": one.name, "role": one.role, "kind": one.kind} for one in found]}
    )


async def _openapi(request: Request) -> Response:
    """What the addresses take and answer."""
    base = f"{request.url.scheme}://{request.url.netloc}"
    return JSONResponse(description(base, of(request).version))


async def _language(request: Request) -> Response:
    """Keep the language that somebody chose, and go back."""
    language = request.path_params["language"]
    if language not in LANGUAGES:
        raise Refusal(f"the page isn't in {language!r:.20}; it is in {', '.join(LANGUAGES)}", 404)
    back = request.query_params.get("back", "/")
    answer = RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
    answer.set_cookie("lang", language, max_age=YEAR, httponly=True, samesite="strict")
    return answer


async def _texts(request: Request) -> Response:
    if request.path_params["language"] not in LANGUAGES:
        raise Refusal("there are no texts in this language", 404)
    texts = dict(load(request.path_params["language"]).all)
    return Response(json.dumps(texts, ensure_ascii=False), media_type="application/json")


async def _body(request: Request) -> dict[str, Any]:
    return read_object(read_json(await request.body(), "the request"), "the request")
