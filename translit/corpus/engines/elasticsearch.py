"""Elasticsearch and OpenSearch: an index with one field of names; the same bodies serve both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.fields import TOGETHER, Wanted, field_of, main_words, wanted_of

SLOP = 2  # words that may stand between two of a name
COARSE = 0.1  # weight of a sound key, which many words share: set by hand
GIVEN = 0.3  # weight of a given name alone: set by hand
NEAR = 4.0  # weight of words that stand together, beside one of them alone: set by hand


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
    {'text': 'Мінск', 'language': 'be', 'names': 'mensk|=mnsk'}
    """
    names = ("title", "text", "source", "language", "url", "date")
    found = {name: value for name in names if (value := getattr(document, name))}
    return found | {"names": field_of(document.text)}


def query(name: str) -> dict[str, Any]:
    """The body of a search for a name: `POST /documents/_search`.

    >>> list(query("Аляксандр Лукашэнка")["query"]["bool"])
    ['must', 'should']
    """
    wanted = wanted_of(name)
    main = main_words(wanted)
    others = [_any([one], GIVEN) for one in wanted if one not in main]
    return {"query": {"bool": {"must": [_any(main)], "should": [*others, *_near(wanted)]}}}


def _any(wanted: Sequence[Wanted], weight: float = 1.0) -> dict[str, Any]:
    return {"bool": {"should": [{"dis_max": {"queries": _terms(one, "term")}} for one in wanted], "boost": weight}}


def _terms(wanted: Wanted, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{kind: {"names": {"value": term}}} for term in wanted.terms]
    return found + [{kind: {"names": {"value": key, "boost": COARSE}}} for key in wanted.keys]


def _near(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    """Each two words of the name near each other."""
    return [
        {
            "span_near": {
                "clauses": [{"span_or": {"clauses": _terms(each, "span_term")}} for each in pair],
                "slop": SLOP,
                "in_order": False,
                "boost": NEAR,
            }
        }
        for pair in combinations(wanted, 2)
    ]
