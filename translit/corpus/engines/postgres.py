"""Postgres: a column of text-search positions with an index, without an extension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translit.corpus.documents import Document
from translit.corpus.engines.fields import BETWEEN, TOGETHER, field_of
from translit.corpus.engines.plan import TIE, Clause, plan_of

MOST_PLACES = 16_383  # of a word in a tsvector; later ones are put there
COLUMNS = ("id", "title", "source", "language", "url", "date", "text")


def setup() -> str:
    """The statements that make the table, and the function that asks its index.

    The planner takes reading every row for cheap, as it doesn't know that long values lie elsewhere; the function says
    that it isn't.

    >>> setup().count("CREATE")
    3
    """
    columns = ",\n  ".join(f"{name} text{' PRIMARY KEY' if name == 'id' else ''}" for name in COLUMNS)
    return (
        f"CREATE TABLE documents (\n  {columns},\n  names tsvector\n);\n"
        "CREATE INDEX documents_names ON documents USING gin (names);\n"
        "CREATE FUNCTION documents_with(tsquery) RETURNS SETOF text LANGUAGE sql STABLE SET enable_seqscan = off\n"
        "  AS 'SELECT id FROM documents WHERE names @@ $1';\n"
    )


def vector(text: str) -> str:
    """The names of a text as a tsvector, alternatives at one position.

    >>> vector("Мінск ці Мінск")
    "'minsk':1,3 '=mnsk':1,3 '=188a7':1,3"
    """
    places: dict[str, list[int]] = {}
    for place, together in enumerate(field_of(text).split(), 1):
        if together != BETWEEN:
            for term in together.split(TOGETHER):
                places.setdefault(term, []).append(min(place, MOST_PLACES))
    return " ".join(f"{_quoted(term)}:{','.join(map(str, found[:255]))}" for term, found in places.items())


def rows(documents: Iterable[Document]) -> Iterator[str]:
    """The lines of a file for `COPY documents FROM STDIN`.

    >>> next(rows([Document("1", "Мінск")])).split("\\t")[-1]
    "'minsk':1 '=mnsk':1 '=188a7':1"
    """
    for document in documents:
        cells = [getattr(document, name) for name in COLUMNS]
        yield "\t".join(_escaped(cell) for cell in [*cells, vector(document.text)])


def query(name: str) -> str:
    """A statement that finds the documents, best first: each clause by the index.

    >>> query("Мінск").startswith("SELECT id")
    True
    """
    parts = " UNION ALL ".join(
        f"SELECT documents_with({_literal(_asked(clause))}::tsquery) AS id, {clause.strength} AS score"
        for clause in plan_of(name)
    )
    score = f"max(score) + {TIE} * sum(score) AS score"
    return f"SELECT id, {score} FROM ({parts}) AS found GROUP BY id ORDER BY 2 DESC, id"


def _asked(clause: Clause) -> str:
    """A clause as a text-search query: the words of a name in either order, with one between them at most."""
    sides = [f"({' | '.join(map(_quoted, side))})" for side in clause.sides]
    if len(sides) == 1:
        return sides[0]
    return " | ".join(f"({a} <{gap}> {b})" for a, b in (sides, sides[::-1]) for gap in (1, 2))


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escaped(cell: str) -> str:
    """A cell as COPY reads it; a NUL, which Postgres can't store, goes."""
    signs: Sequence[tuple[str, str]] = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"), ("\0", ""))
    for sign, written in signs:
        cell = cell.replace(sign, written)
    return cell
