"""Solr: a field type for the schema API, documents for the update handler, queries as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.elasticsearch import SLOP, fields
from translit.corpus.engines.fields import KEY, TOGETHER
from translit.corpus.engines.plan import TIE, Clause, plan_of

MOST_CLAUSES = 1000  # Solr takes 1,024


def setup() -> dict[str, Any]:
    """The body for `POST /solr/documents/schema`.

    >>> [field["name"] for field in setup()["add-field"]][:2]
    ['names', 'text']
    """
    alternatives = {"class": "solr.PatternCaptureGroupFilterFactory", "pattern": f"([^{TOGETHER}]+)"}
    blank = {"class": "solr.WhitespaceTokenizerFactory"}
    strings = ("source", "language", "url", "date")
    return {
        "add-field-type": {
            "name": "translit_names",
            "class": "solr.TextField",
            "indexAnalyzer": {"tokenizer": blank, "filters": [alternatives | {"preserve_original": "false"}]},
            "queryAnalyzer": {"tokenizer": blank},
        },
        "add-field": [
            {"name": "names", "type": "translit_names", "stored": False},
            {"name": "text", "type": "text_general"},
            {"name": "title", "type": "text_general"},
            *({"name": name, "type": "string"} for name in strings),
        ],
    }


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """Documents as JSON lines for `POST /solr/documents/update/json/docs`.

    >>> next(rows([Document("1", "Мінск")]))
    '{"id": "1", "text": "Мінск", "names": "minsk|=mnsk|=188a7"}'
    """
    for document in documents:
        yield json.dumps({"id": document.id} | fields(document), ensure_ascii=False)


def query(name: str) -> dict[str, Any]:
    """The body for `POST /solr/documents/query`.

    >>> query("Быкаў")["query"]
    '{!maxscore tie=0.01}names:(bikav)^=1.0 OR names:("=bk")^=0.333'
    """
    parts: list[str] = []
    left = MOST_CLAUSES
    for clause in plan_of(name):
        left -= prod(map(len, clause.sides))
        if left >= 0:
            parts += _constant(clause)
    return {"query": f"{{!maxscore tie={TIE}}}{' OR '.join(parts)}"}


def _constant(clause: Clause) -> list[str]:
    score = f"^={clause.strength}"
    if len(clause.sides) == 1:
        return [f"names:({' OR '.join(map(_quoted, clause.sides[0]))}){score}"]
    return [f'names:"{a} {b}"~{SLOP + 1}{score}' for a, b in product(*clause.sides)]


def _quoted(term: str) -> str:
    return f'"{term}"' if term.startswith(KEY) else term
