"""Solr: a field type for the schema API, documents for the update handler, queries as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.elasticsearch import COARSE, NEAR, SLOP, fields
from translit.corpus.engines.fields import TOGETHER, main_words, wanted_of

MOST_PAIRS = 400  # of readings that are asked for near each other: Solr takes 1,024 clauses


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
    '{"id": "1", "text": "Мінск", "names": "mensk|=mnsk"}'
    """
    for document in documents:
        yield json.dumps({"id": document.id} | fields(document), ensure_ascii=False)


def query(name: str) -> dict[str, Any]:
    """The body for `POST /solr/documents/query`.

    >>> query("Быкаў")["query"]
    'names:(bekav OR "=bk"^0.1)'
    """
    wanted = wanted_of(name)
    terms = [term for one in main_words(wanted) for term in one.terms]
    coarse = [f'"{key}"^{COARSE}' for one in main_words(wanted) for key in one.keys]
    main = f"names:({' OR '.join([*terms, *coarse])})"
    pairs = [
        f'names:"{a} {b}"~{SLOP + 1}^{NEAR}'
        for one, other in pairwise(wanted)
        for a, b in list(product(one.terms, other.terms))[:MOST_PAIRS]
    ]
    return {"query": f"+{main} {' '.join(pairs)}" if pairs else main}
