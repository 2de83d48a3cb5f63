"""Mentions written for people and programs: rows, JSON lines, a page of marked text, and standoff files of brat."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from translit.text.mention import Mention

COLUMNS = ("document", "start", "end", "text", "entity_id", "entity_name", "kind", "probability", "ambiguous", "reason")
CLOSE = 0.5  # share of the first candidate's probability from which on another is about as probable


class Found(NamedTuple):
    """A document, or a piece of a long one, and its mentions; `offset` is where the piece starts."""

    document: str
    text: str
    offset: int
    mentions: list[Mention]


def ambiguous(mention: Mention) -> int:
    """How many other entities are about as probable."""
    return sum(one.probability >= CLOSE * mention.probability for one in mention.candidates[1:])


def row(document: str, offset: int, mention: Mention) -> list[str]:
    """A mention as cells, in the order of COLUMNS; an entity that is none of the list has no id."""
    entity = mention.entity
    return [
        document,
        str(offset + mention.start),
        str(offset + mention.end),
        " ".join(mention.text.split()),
        entity.id,
        " ".join(entity.name.split()),
        entity.kind,
        f"{mention.probability:.4f}",
        str(ambiguous(mention)),
        mention.explanation,
    ]


def tsv(found: Iterable[Found]) -> Iterator[str]:
    """Lines of cells with tabs between them; the first names the columns."""
    yield "\t".join(COLUMNS) + "\n"
    for one in found:
        for mention in one.mentions:
            yield "\t".join(row(one.document.replace("\t", " "), one.offset, mention)) + "\n"


def jsonl(found: Iterable[Found]) -> Iterator[str]:
    """One JSON object a mention and line."""
    for one in found:
        for mention in one.mentions:
            yield json.dumps(as_object(one.document, one.offset, mention), ensure_ascii=False) + "\n"


def as_object(document: str, offset: int, mention: Mention) -> dict[str, object]:
    """A mention as what JSON can say."""
    return {
        "document": document,
        "start": offset + mention.start,
        "end": offset + mention.end,
        "text": mention.text,
        "entity": {"id": mention.entity.id, "name": mention.entity.name, "kind": mention.entity.kind},
        "probability": mention.probability,
        "candidates": [
            {"id": one.entity.id, "name": one.entity.name, "matched_name": one.matched_name,
             "probability": one.probability} for one in mention.candidates
        ],
        "explanation": mention.explanation,
    }  # fmt: skip


_PAGE = """<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>Names in texts</title>
<style>
body { max-width: 48em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.6 Georgia, serif; }
article { white-space: pre-wrap; }
a.mention { color: inherit; text-decoration: none; border-bottom: 2px solid #2a6f97; }
a.place { border-color: #588157; }
a.organization { border-color: #9d4edd; }
a.ambiguous { border-bottom-style: dotted; }
</style>
</head>
<body>
"""


def html(found: Iterable[Found], link: str = "") -> Iterator[str]:
    """A page of the texts with their mentions marked, ambiguous ones dotted.

    `link` is the address of an entity with {id} in it; without one the link leads to the list of entities at the end.
    """
    yield _PAGE
    listed: dict[str, tuple[str, str]] = {}
    document = None
    for one in found:
        if one.document != document:
            yield "</article>\n" if document is not None else ""
            document = one.document
            yield f"<h2>{escape(document)}</h2>\n<article>"
        at = 0
        for mention in one.mentions:
            yield escape(one.text[at : mention.start], quote=False) + _marked(mention, link)
            at = mention.end
            listed.setdefault(mention.entity.id, (mention.entity.name, mention.entity.kind))
        yield escape(one.text[at:], quote=False)
    if document is not None:
        yield "</article>\n"
    if listed and not link:
        yield "<h2>Entities</h2>\n<ul>\n"
        for id_, (name, kind) in listed.items():
            yield f'<li id="{escape(id_)}">{escape(name)} ({kind})</li>\n'
        yield "</ul>\n"
    yield "</body>\n</html>\n"


def _marked(mention: Mention, link: str) -> str:
    from urllib.parse import quote

    entity = mention.entity
    address = link.replace("{id}", quote(entity.id, safe="")) if link else "#" + quote(entity.id, safe="")
    others = ", ".join(f"{one.entity.name} {one.probability:.0%}" for one in mention.candidates)
    title = escape(f"{entity.name} ({entity.kind}), {mention.probability:.0%}; {mention.explanation}; {others}")
    style = f"mention {entity.kind}" + " ambiguous" * bool(ambiguous(mention))
    return f'<a class="{style}" href="{escape(address)}" title="{title}">{escape(mention.text, quote=False)}</a>'


def brat(found: Iterable[Found]) -> Iterator[str]:
    """The standoff annotation of one document: T lines for spans, N lines for entities, # lines for probabilities."""
    number = 0
    for one in found:
        for mention in one.mentions:
            number += 1
            start, end = one.offset + mention.start, one.offset + mention.end
            entity = mention.entity
            yield f"T{number}\t{entity.kind.capitalize()} {_pieces(mention.text, start, end)}\t{_flat(mention.text)}\n"
            if entity.id:
                yield f"N{number}\tReference T{number} entity:{_flat(entity.id)}\t{_flat(entity.name)}\n"
            yield f"#{number}\tAnnotatorNotes T{number}\t{mention.probability:.4f} {_flat(mention.explanation)}\n"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _pieces(text: str, start: int, end: int) -> str:
    """Where a span is: brat wants one piece a line."""
    if "\n" not in text:
        return f"{start} {end}"
    pieces, at = [], start
    for line in text.split("\n"):
        if line:
            pieces.append(f"{at} {at + len(line)}")
        at += len(line) + 1
    return ";".join(pieces)
