"""SQLite with FTS5 for programs of one's own: the field of `tantivy`, in a table that any SQLite reads.

Whoever has translit needs none of this: a corpus is an SQLite file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from translit.corpus.documents import Document
from translit.corpus.engines.fields import field_of
from translit.corpus.engines.plan import TIE, Clause, plan_of
from translit.corpus.engines.tantivy import SLOP, field

COLUMNS = ("id", "title", "source", "language", "url", "date", "text")


def setup() -> str:
    """The statements that make the tables: the documents, and the index of their names, which keeps no text.

    >>> setup().count("CREATE")
    2
    """
    columns = ", ".join(("number INTEGER PRIMARY KEY", *(f"{name} TEXT" for name in COLUMNS)))
    how = "content = '', columnsize = 0, tokenize = \"unicode61 tokenchars '=_'\""
    return f"CREATE TABLE documents({columns});\nCREATE VIRTUAL TABLE names USING fts5(readings, {how});\n"


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """The statements that fill it.

    >>> next(rows([Document("1", "Мінск")])).endswith("last_insert_rowid(), 'minsk =mnsk =188a7');")
    True
    """
    for document in documents:
        values = ", ".join(_literal(getattr(document, name)) for name in COLUMNS)
        yield (
            f"INSERT INTO documents({', '.join(COLUMNS)}) VALUES({values}); INSERT INTO names(rowid, readings) "
            f"VALUES(last_insert_rowid(), {_literal(field(field_of(document.text)))});"
        )


def query(name: str) -> str:
    """A statement that finds the documents, best first.

    >>> "MATCH" in query("Мінск")
    True
    """
    parts = " UNION ALL ".join(
        f"SELECT rowid, {clause.strength} AS score FROM names WHERE names MATCH {_literal(_asked(clause))}"
        for clause in plan_of(name)
    )
    best = f"SELECT rowid AS found, max(score) + {TIE} * sum(score) AS score FROM ({parts}) GROUP BY rowid"
    return f"SELECT id FROM ({best}) JOIN documents ON number = found ORDER BY score DESC, number"


def _asked(clause: Clause) -> str:
    if len(clause.sides) == 1:
        return " OR ".join(f'"{term}"' for term in clause.sides[0])
    return " OR ".join(f'NEAR("{a}" "{b}", {SLOP})' for a, b in product(*clause.sides))


def _literal(text: str) -> str:
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
