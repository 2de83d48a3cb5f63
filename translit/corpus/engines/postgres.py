"""Postgres: a column of text-search positions with an index, without an extension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translit.corpus.documents import Document
from translit.corpus.engines.elasticsearch import FREQUENT
from translit.corpus.engines.fields import BETWEEN, TOGETHER, field_of
from translit.corpus.engines.plan import Clause, plan_of, sure_terms, wanted_of

MOST_PLACES = 16_383  # of a word in a tsvector; later ones are put there
COLUMNS = ("id", "title", "source", "language", "url", "date", "text")


def setup() -> str:
    """The statements that make the table.

    >>> setup().count("CREATE")
    2
    """
    columns = ",\n  ".join(f"{name} text{' PRIMARY KEY' if name == 'id' else ''}" for name in COLUMNS)
    return (
        f"CREATE TABLE documents (\n  {columns},\n  names tsvector\n);\n"
        "CREATE INDEX documents_names ON documents USING gin (names);\n"
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
    """A statement that finds the documents, best first.

    >>> query("Мінск").startswith("SELECT id")
    True
    """
    plan = plan_of(name)
    tests = [(_literal(_asked(clause)), clause.strength) for clause in plan]
    best = " ".join(f"WHEN names @@ {asked}::tsquery THEN {strength}" for asked, strength in tests)
    terms = dict.fromkeys(term for clause in plan if len(clause.sides) == 1 for term in clause.sides[0])
    found = f"names @@ {_literal(' | '.join(map(_quoted, terms)))}::tsquery"
    sure = _literal(" | ".join(map(_quoted, sure_terms(wanted_of(name)))))
    score = f"CASE {best} ELSE 0 END + {FREQUENT} * ts_rank(names, {sure}::tsquery)"
    return f"SELECT id, {score} AS score FROM documents WHERE {found} ORDER BY score DESC, id"


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
