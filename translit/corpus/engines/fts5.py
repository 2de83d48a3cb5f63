"""SQLite with FTS5 for programs of one's own: the field of `tantivy`, in a table that any SQLite reads.

Whoever has translit needs none of this: a corpus is an SQLite file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translit.corpus.documents import Document
from translit.corpus.engines.fields import field_of
from translit.corpus.engines.tantivy import field
from translit.corpus.engines.tantivy import query as query_clauses

COLUMNS = ("id", "title", "source", "language", "url", "date", "text")


def setup() -> str:
    """The statements that make the table; no positions are kept, since neighbours have terms of their own.

    >>> setup().count("names")
    1
    """
    columns = ", ".join([*(f"{name} UNINDEXED" for name in COLUMNS), "names"])
    how = "tokenize = \"unicode61 tokenchars '+='\", detail = column"
    return f"CREATE VIRTUAL TABLE documents USING fts5({columns}, {how});\n"


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """The statements that fill it.

    >>> next(rows([Document("1", "Мінск")])).endswith("'mensk =mnsk');")
    True
    """
    for document in documents:
        cells = [*(getattr(document, name) for name in COLUMNS), field(field_of(document.text))]
        values = ", ".join(_literal(cell) for cell in cells)
        yield f"INSERT INTO documents VALUES({values});"


def query(name: str) -> str:
    """A statement that finds the documents, best first.

    >>> "MATCH" in query("Мінск")
    True
    """
    clauses = query_clauses(name)
    match = _either(clause["terms"] for clause in clauses if clause["must"])
    more = _either(clause["terms"] for clause in clauses if not clause["must"])
    found = f"({match}) OR (({match}) AND ({more}))" if more else match
    return f"SELECT id FROM documents WHERE documents MATCH {_literal(found)} ORDER BY rank"


def _either(rows: Iterable[Iterable[str]]) -> str:
    return " OR ".join(f'"{term}"' for row in rows for term in row)


def _literal(text: str) -> str:
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
