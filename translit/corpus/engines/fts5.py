"""SQLite with FTS5 for programs of one's own: the field of `tantivy`, in a table that any SQLite reads.

Whoever has translit needs none of this: a corpus is an SQLite file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translit.corpus.documents import Document
from translit.corpus.engines import tantivy
from translit.corpus.engines.fields import field_of

COLUMNS = ("id", "title", "source", "language", "url", "date", "text")


def setup() -> str:
    """The statements that make the table.

    >>> setup().count("names")
    1
    """
    columns = ", ".join(f"{name} UNINDEXED" for name in COLUMNS)
    return f"CREATE VIRTUAL TABLE documents USING fts5({columns}, names, tokenize = \"unicode61 tokenchars '+='\");\n"


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """The statements that fill it.

    >>> next(rows([Document("1", "Мінск")])).endswith("'mensk =mnsk');")
    True
    """
    for document in documents:
        cells = [*(getattr(document, name) for name in COLUMNS), tantivy.field(field_of(document.text))]
        values = ", ".join(_literal(cell) for cell in cells)
        yield f"INSERT INTO documents VALUES({values});"


def query(name: str) -> str:
    """A statement that finds the documents, best first.

    >>> "MATCH" in query("Мінск")
    True
    """
    clauses = tantivy.query(name)
    match = " OR ".join(f'"{term}"' for clause in clauses if clause["must"] for term in clause["terms"])
    more = " OR ".join(f'"{term}"' for clause in clauses if not clause["must"] for term in clause["terms"])
    found = f"({match}) OR (({match}) AND ({more}))" if more else match
    return f"SELECT id FROM documents WHERE documents MATCH {_literal(found)} ORDER BY rank"


def _literal(text: str) -> str:
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
