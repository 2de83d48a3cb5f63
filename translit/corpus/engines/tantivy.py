"""Tantivy (and what is built on it): a field split at blanks, alternatives one after another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.elasticsearch import GIVEN, fields
from translit.corpus.engines.fields import BETWEEN, KEY, TOGETHER, main_words, wanted_of

NEXT = "+"  # joins the readings of two words that stand beside each other into a term of their own
MOST_PAIRS = 300
COARSE, COARSE_PAIR = 0.1, 1.0  # weights of sound keys, which many words share
PAIR = 2.0  # weight of two words of the name beside each other


def setup() -> dict[str, Any]:
    """The fields of the schema, each with its tokenizer; `names` isn't stored.

    >>> setup()["names"]
    {'type': 'text', 'tokenizer': 'whitespace', 'stored': False}
    """
    stored = {"type": "text", "tokenizer": "raw", "stored": True}
    names = ("id", "title", "source", "language", "url", "date", "text")
    return {"names": {"type": "text", "tokenizer": "whitespace", "stored": False}} | dict.fromkeys(names, stored)


def field(names: str) -> str:
    """The field of names for an engine without alternatives at one position: neighbours have terms of their own.

    >>> field("a|=b c _ d")
    'a =b c a+c d'
    """
    parts: list[str] = []
    before: list[str] = []
    for together in names.split():
        terms = [] if together == BETWEEN else together.split(TOGETHER)
        parts += terms
        parts += [f"{a}{NEXT}{b}" for a in before for b in terms if (a[0] == KEY) == (b[0] == KEY)]
        before = terms
    return " ".join(parts)


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """Documents as JSON lines, for `Document.from_dict` or an ingest API.

    >>> next(rows([Document("1", "Мінск")]))
    '{"id": "1", "text": "Мінск", "names": "mensk =mnsk"}'
    """
    for document in documents:
        found = fields(document)
        yield json.dumps({"id": document.id} | found | {"names": field(found["names"])}, ensure_ascii=False)


def query(name: str) -> list[dict[str, Any]]:
    """The clauses of a boolean query: the terms of which one counts, the weight, and whether one must be there.

    >>> [(clause["must"], len(clause["terms"]) > 0) for clause in query("Мінск")]
    [(True, True), (False, True)]
    """
    wanted = wanted_of(name)
    main = main_words(wanted)
    found: list[dict[str, Any]] = [
        {"terms": [term for one in main for term in (*one.terms, *one.keys)], "weight": COARSE, "must": True},
    ]
    found += [{"terms": list(one.terms), "weight": 1.0, "must": False} for one in main]
    found += [{"terms": list(one.terms), "weight": GIVEN, "must": False} for one in wanted if one not in main]
    for one, other in combinations(wanted, 2):
        pairs = [f"{a}{NEXT}{b}" for a in one.terms for b in other.terms][:MOST_PAIRS]
        pairs += [f"{b}{NEXT}{a}" for a in one.terms for b in other.terms][:MOST_PAIRS]
        found.append({"terms": pairs, "weight": PAIR, "must": False})
        pairs = [f"{a}{NEXT}{b}" for a in one.keys for b in other.keys]
        pairs += [f"{b}{NEXT}{a}" for a in one.keys for b in other.keys]
        found.append({"terms": pairs, "weight": COARSE_PAIR, "must": False})
    return found


def engine_query(schema: Any, name: str) -> Any:
    """The same as a query of the Python package tantivy, for an index of this schema; needs that package.

    >>> import tantivy
    >>> schema = tantivy.SchemaBuilder().add_text_field("names", tokenizer_name="whitespace").build()
    >>> type(engine_query(schema, "Мінск")).__name__
    'Query'
    """
    from tantivy import Occur, Query

    parts = []
    for clause in query(name):
        if clause["terms"]:
            terms = [Query.term_query(schema, "names", term) for term in clause["terms"]]
            either = Query.boost_query(Query.disjunction_max_query(terms), clause["weight"])
            parts.append((Occur.Must if clause["must"] else Occur.Should, either))
    return Query.boolean_query(parts)
