"""Elasticsearch and OpenSearch: an index with one field of names; the same bodies serve both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.fields import TOGETHER, field_of
from translit.corpus.engines.plan import TIE, Clause, plan_of, sure_terms, wanted_of

SLOP = 2  # words that may stand between two of a name
FREQUENT = 0.01  # weight of how often a word stands there: it only orders documents of equal strength


def setup() -> dict[str, Any]:
    """The body that makes the index: `PUT /documents`.

    >>> setup()["settings"]["analysis"]["filter"]["readings"]["patterns"]
    ['([^|]+)']
    """
    analyzer = {"type": "custom", "tokenizer": "whitespace", "filter": ["readings"]}
    alternatives = {"type": "pattern_capture", "preserve_original": False, "patterns": [f"([^{TOGETHER}]+)"]}
    keyword = {"type": "keyword"}
    return {
        "settings": {"analysis": {"analyzer": {"names": analyzer}, "filter": {"readings": alternatives}}},
        "mappings": {
            "properties": {
                "names": {"type": "text", "analyzer": "names", "search_analyzer": "whitespace"},
                "text": {"type": "text"},
                "title": {"type": "text"},
                "source": keyword,
                "language": keyword,
                "url": {"type": "keyword", "index": False},
                "date": {"type": "date", "format": "yyyy-MM-dd||yyyy-MM||yyyy"},
            }
        },
    }


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """The lines of a bulk request: `POST /documents/_bulk`.

    >>> [len(line) > 0 for line in rows([Document("1", "Мінск")])]
    [True, True]
    """
    for document in documents:
        yield json.dumps({"index": {"_id": document.id}}, ensure_ascii=False)
        yield json.dumps(fields(document), ensure_ascii=False)


def fields(document: Document) -> dict[str, str]:
    """The fields of a document, empty ones left out.

    >>> fields(Document("1", "Мінск", language="be"))
    {'text': 'Мінск', 'language': 'be', 'names': 'minsk|=mnsk|=188a7'}
    """
    names = ("title", "text", "source", "language", "url", "date")
    found = {name: value for name in names if (value := getattr(document, name))}
    return found | {"names": field_of(document.text)}


def query(name: str) -> dict[str, Any]:
    """The body of a search for a name: `POST /documents/_search`.

    >>> body = query("Аляксандр Лукашэнка")["query"]["bool"]
    >>> [list(part) for part in (*body["must"], *body["should"])]
    [['dis_max'], ['dis_max']]
    """
    best = {"queries": [_constant(clause) for clause in plan_of(name)], "tie_breaker": TIE}
    terms = [{"term": {"names": {"value": term}}} for term in sure_terms(wanted_of(name))]
    return {
        "query": {"bool": {"must": [{"dis_max": best}], "should": [{"dis_max": {"queries": terms, "boost": FREQUENT}}]}}
    }


def _constant(clause: Clause) -> dict[str, Any]:
    """A clause that counts the same in every document which meets it."""
    found: dict[str, Any] = {"terms": {"names": list(clause.sides[0])}}
    if len(clause.sides) > 1:
        sides = [{"span_or": {"clauses": list(map(_span, side))}} for side in clause.sides]
        found = {"span_near": {"clauses": sides, "slop": SLOP, "in_order": False}}
    return {"constant_score": {"filter": found, "boost": clause.strength}}


def _span(term: str) -> dict[str, Any]:
    return {"span_term": {"names": {"value": term}}}
