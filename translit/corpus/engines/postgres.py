"""Postgres: a column of text-search positions with an index, without an extension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from translit.corpus.documents import Document
from translit.corpus.engines.fields import BETWEEN, TOGETHER, Wanted, field_of, main_words, wanted_of

MOST_PLACES = 16_383  # of a word in a tsvector; later ones are put there
COARSE = 0.1  # weight of sound keys, which many words share: set by hand
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
    "'mensk':1,3 '=mnsk':1,3"
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
    "'mensk':1 '=mnsk':1"
    """
    for document in documents:
        cells = [getattr(document, name) for name in COLUMNS]
        yield "\t".join(_escaped(cell) for cell in [*cells, vector(document.text)])


def query(name: str) -> str:
    """A statement that finds the documents, best first.

    >>> query("Мінск").startswith("SELECT id")
    True
    """
    wanted = wanted_of(name)
    main = " | ".join(map(_either, main_words(wanted)))
    near = " | ".join(
        f"({left} <{gap}> {right})"
        for one, other in combinations(wanted, 2)
        for left, right in ((_either(one), _either(other)), (_either(other), _either(one)))
        for gap in (1, 2)
    )
    sure = " | ".join(_quoted(term) for one in main_words(wanted) for term in one.terms)
    rank = f"ts_rank(names, {_literal(sure)}::tsquery, 1) + {COARSE} * ts_rank(names, {_literal(main)}::tsquery, 1)"
    if near:
        rank = f"(names @@ {_literal(near)}::tsquery)::int + {rank}"
    where = f"names @@ {_literal(main)}::tsquery"
    return f"SELECT id, {rank} AS score FROM documents WHERE {where} ORDER BY score DESC, id"


def _either(wanted: Wanted) -> str:
    return f"({' | '.join(map(_quoted, (*wanted.terms, *wanted.keys)))})"


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
