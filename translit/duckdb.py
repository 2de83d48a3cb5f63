"""Names in DuckDB: `register` gives a connection the SQL functions below, worked a vector of rows at a time.

    translit(text, scheme)           VARCHAR    the text written by a scheme
    translit_keys(name)              VARCHAR[]  blocking keys: spellings of one name share at least one
    translit_link_keys(name)         VARCHAR[]  keys of two words each: fewer pairs to compare in large joins
    translit_compare(a, b [, kind])  DOUBLE     the probability that two names are one
    translit_resolve(name)           STRUCT(id VARCHAR, name VARCHAR, probability DOUBLE)
    translit_find(text)              STRUCT(…)[] the mentions in a text: unnest(translit_find(text)) is a row a mention

NULL in gives NULL out. Needs the extra `duckdb`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from translit.adapters import columns
from translit.adapters.columns import LEAST
from translit.errors import UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOUND = "STRUCT(id VARCHAR, name VARCHAR, probability DOUBLE)"
MENTIONS = (
    'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR, entity_id VARCHAR, entity_name VARCHAR, probability DOUBLE)[]'
)
REMEMBERED = 1 << 18  # answers; a CASE with several thresholds asks for the same probabilities again

__all__ = ["register"]


def register(connection: DuckDBPyConnection, resolver: Any = None, least: float = LEAST) -> None:
    """Give a DuckDB connection the functions of translit; calling it again replaces them.

    `resolver` is a Resolver, the path of a saved one, or nothing for the entities that come with translit; a name
    whose best entity is less probable than `least` gives NULL.

    >>> import duckdb
    >>> connection = duckdb.connect()
    >>> register(connection)
    >>> connection.execute("SELECT translit('Мінск', 'be-lacinka')").fetchone()
    ('Minsk',)
    """
    columns.need("pyarrow", "duckdb")
    compared = _Compared()
    _add(connection, "translit", _written, ["VARCHAR", "VARCHAR"], "VARCHAR")
    _add(connection, "translit_keys", _keys("words"), ["VARCHAR"], "VARCHAR[]")
    _add(connection, "translit_link_keys", _keys("links"), ["VARCHAR"], "VARCHAR[]")
    _add(connection, "translit_compare", compared, None, "DOUBLE")
    _add(connection, "translit_find", _mentions(resolver, least), ["VARCHAR"], MENTIONS)
    _add(connection, "translit_resolve", _resolved(resolver, least), ["VARCHAR"], FOUND)


def _add(
    connection: DuckDBPyConnection, name: str, work: Callable[..., Any], parameters: list[str] | None, result: str
) -> None:
    import duckdb

    with suppress(duckdb.InvalidInputException):  # it wasn't there
        connection.remove_function(name)
    # of NULL in its arguments DuckDB makes NULL itself, unless an answer may be NULL too
    nulls = "special" if result == FOUND else "default"
    connection.create_function(name, work, parameters, result, type="arrow", null_handling=nulls)


def _written(texts: Any, schemes: Any) -> Any:
    """The texts of a vector by their schemes; mostly there is one scheme for all."""
    import pyarrow as pa

    by_scheme: dict[str, list[int]] = {}
    for row, scheme in enumerate(schemes.to_pylist()):
        by_scheme.setdefault(scheme, []).append(row)
    values = texts.to_pylist()
    answers: list[str | None] = [None] * len(values)
    for scheme, rows in by_scheme.items():
        for row, text in zip(rows, columns.written([values[row] for row in rows], scheme), strict=True):
            answers[row] = text
    return pa.array(answers, pa.string())


def _keys(of: str) -> Callable[[Any], Any]:
    def answered(names: Any) -> Any:
        import pyarrow as pa

        return pa.array(columns.key_lists(names.to_pylist(), of), pa.list_(pa.string()))

    return answered


class _Compared:
    """The probabilities of pairs, remembered for the thresholds of one query and the rounds of another."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, str], float | None] = {}

    def __call__(self, *parameters: Any) -> Any:
        import pyarrow as pa

        if len(parameters) not in (2, 3):
            raise UsageError("translit_compare takes two names and perhaps a kind: translit_compare(a, b, 'place')")
        left, right, *given = (column.to_pylist() for column in parameters)
        kinds = given[0] if given else ["person"] * len(left)
        triples = list(zip(left, right, kinds, strict=True))
        known = self.known
        answers = {triple: known[triple] for triple in dict.fromkeys(triples) if triple in known}
        unseen = [triple for triple in dict.fromkeys(triples) if triple not in answers]
        for kind in dict.fromkeys(kind for _, _, kind in unseen):
            mine = [triple for triple in unseen if triple[2] == kind]
            a, b, _ = zip(*mine, strict=True)
            chances = columns.probabilities(a, b, kind, ("the first name", "the second name"))
            answers.update(zip(mine, chances, strict=True))
        if len(known) > REMEMBERED:
            self.known = {}
        self.known.update(answers)
        return pa.array([answers[triple] for triple in triples], pa.float64())


def _mentions(resolver: Any, least: float) -> Callable[[Any], Any]:
    def answered(texts: Any) -> Any:
        import pyarrow as pa

        found = columns.mentions(texts.to_pylist(), columns.resolver_of(resolver), least, "the text")
        return pa.array(found, columns.mention_type())

    return answered


def _resolved(resolver: Any, least: float) -> Callable[[Any], Any]:
    known: dict[str, columns.Found] = {}  # vectors are short: a name comes back in many of them

    def answered(names: Any) -> Any:
        import pyarrow as pa

        finder = columns.resolver_of(resolver)  # opened at the first call: most queries don't ask for it
        values = names.to_pylist()
        answers = {name: found for name in values if (found := known.get(name))}  # another thread may clear it
        unseen = [name for name in dict.fromkeys(values) if name not in answers]
        answers.update(zip(unseen, columns.found(unseen, finder, least), strict=True))
        if len(known) > REMEMBERED:
            known.clear()
        known.update(answers)
        rows = [
            {"id": row.entity_id, "name": row.entity_name, "probability": row.probability} if row.entity_id else None
            for row in map(answers.__getitem__, values)
        ]
        type_ = pa.struct([("id", pa.string()), ("name", pa.string()), ("probability", pa.float64())])
        return pa.array(rows, type_)

    return answered
