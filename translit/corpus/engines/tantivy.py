"""Tantivy (and what is built on it): a field split at blanks, alternatives one after another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from translit.corpus.documents import Document
from translit.corpus.engines.elasticsearch import FREQUENT, fields
from translit.corpus.engines.fields import TOGETHER
from translit.corpus.engines.plan import TIE, plan_of, sure_terms, wanted_of

SLOP = 10  # terms that may stand between those of two words beside each other: a word has six, one after another


def setup() -> dict[str, Any]:
    """The fields of the schema, each with its tokenizer; `names` isn't stored.

    >>> setup()["names"]
    {'type': 'text', 'tokenizer': 'whitespace', 'stored': False}
    """
    stored = {"type": "text", "tokenizer": "raw", "stored": True}
    names = ("id", "title", "source", "language", "url", "date", "text")
    return {"names": {"type": "text", "tokenizer": "whitespace", "stored": False}} | dict.fromkeys(names, stored)


def field(names: str) -> str:
    """The field of names for an engine without alternatives at one position: they stand one after another.

    >>> field("a|=b c _ d")
    'a =b c _ d'
    """
    return names.replace(TOGETHER, " ")


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """Documents as JSON lines, for `Document.from_dict` or an ingest API.

    >>> next(rows([Document("1", "Мінск")]))
    '{"id": "1", "text": "Мінск", "names": "minsk =mnsk =188a7"}'
    """
    for document in documents:
        found = fields(document)
        yield json.dumps({"id": document.id} | found | {"names": field(found["names"])}, ensure_ascii=False)


def query(name: str) -> list[dict[str, Any]]:
    """The clauses of a query, of which the best counts: its score, and rows of terms, one of each beside each other.

    >>> query("Быкаў")
    [{'score': 1.0, 'near': [['bikav']]}, {'score': 0.333, 'near': [['=bk']]}]
    """
    return [{"score": clause.strength, "near": list(map(list, clause.sides))} for clause in plan_of(name)]


def engine_query(schema: Any, name: str) -> Any:
    """The same as a query of the Python package tantivy, for an index of this schema; needs that package.

    >>> import tantivy
    >>> schema = tantivy.SchemaBuilder().add_text_field("names", tokenizer_name="whitespace").build()
    >>> type(engine_query(schema, "Мінск")).__name__
    'Query'
    """
    from tantivy import Occur, Query

    clauses = []
    for clause in query(name):
        if len(clause["near"]) == 1:
            found = Query.term_set_query(schema, "names", clause["near"][0])
        else:
            sides = ["|".join(map(re.escape, side)) for side in clause["near"]]
            either = [Query.regex_phrase_query(schema, "names", row, slop=SLOP) for row in (sides, sides[::-1])]
            found = Query.disjunction_max_query(either)
        clauses.append(Query.const_score_query(found, clause["score"]))
    terms = [Query.term_query(schema, "names", term) for term in sure_terms(wanted_of(name))]
    frequent = Query.boost_query(Query.disjunction_max_query(terms), FREQUENT)
    return Query.boolean_query([(Occur.Must, Query.disjunction_max_query(clauses, TIE)), (Occur.Should, frequent)])
