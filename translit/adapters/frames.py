"""What translit does to the columns of pandas, Modin, polars and pyarrow; `backends` keeps index, name and type.

A polars expression is taken too; it then works block by block, lazy and streaming.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from translit.adapters import columns
from translit.adapters.backends import Column, Frame, mention_dtype, read
from translit.adapters.columns import FOUND_COLUMNS, LEAST
from translit.errors import UsageError


def to(texts: Column, scheme: str) -> Column:
    """The column written by a scheme; its index, name and type stay, and missing values stay missing.

    A polars Enum, whose categories are fixed, gives strings. Raises UnknownScheme if no table has this id,
    UsageError if the column isn't text.

    >>> import pyarrow
    >>> to(pyarrow.array(["Мінск", None]), "be-lacinka").to_pylist()
    ['Minsk', None]
    """
    from translit.writing.registry import scheme_of

    scheme_of(scheme)  # an unknown one is told at once, not when a lazy frame is collected
    if _is_expression(texts):
        import polars

        return _mapped(texts, lambda series: to(series, scheme), polars.String)
    values, column = read(texts)
    return column.like(columns.written(values, scheme, column.label))


def keys(names: Column, of: str = "words") -> Column:
    """The blocking keys of each name, a list in each row: spellings of one name mostly share one.

    `of` is "words" for keys of single words, "links" for keys of two words each (fewer pairs in large joins), "father"
    for what the patronymic says of the father's given name.

    >>> import pyarrow
    >>> keys(pyarrow.array(["Лукашэнка"])).type
    ListType(list<item: string>)
    """
    if _is_expression(names):
        import polars

        return _mapped(names, lambda series: keys(series, of), polars.List(polars.String))
    values, column = read(names)
    return column.lists(columns.key_lists(values, of, column.label))


def readings(names: Column) -> Column:
    """Each name as its words are likeliest read, in alphabetical order: equal for many spellings of one name.

    >>> import pyarrow
    >>> readings(pyarrow.array(["Łukašenka, Alaksandr"])).to_pylist()
    ['alaksandr lukašenka']
    """
    if _is_expression(names):
        import polars

        return _mapped(names, readings, polars.String)
    values, column = read(names)
    return column.like(columns.readings(values, column.label))


def compare(a: Column, b: Column | str, kind: str = "person") -> Column:
    """The probability, row by row, that two columns of names name the same; `b` may be one name for all rows.

    Missing where a name is missing. Raises UsageError for columns of different length or (pandas) index.

    >>> import pyarrow
    >>> compare(pyarrow.array(["Лукашэнка", None]), "Lukashenko").is_null().to_pylist()
    [False, True]
    """
    if _is_expression(a):
        import polars

        struct = polars.struct(a.alias("a"), (polars.lit(b) if isinstance(b, str) else b).alias("b"))
        work = lambda both: compare(both.struct.field("a"), both.struct.field("b"), kind)  # noqa: E731
        return _mapped(struct, work, polars.Float64)
    left, column = read(a)
    if isinstance(b, str):
        return column.numbers(columns.probabilities(left, [b] * len(left), kind, (column.label, "the name")))
    right, other = read(b)
    if column.index is not None and other.index is not None and not column.index.equals(other.index):
        raise UsageError("the two columns have different indexes; align them first, or reset the index of both")
    return column.numbers(columns.probabilities(left, right, kind, (column.label, other.label)))


def resolve(names: Column, resolver: Any = None, least: float = LEAST) -> Frame:
    """The entity of each name: a frame (of a polars expression: structs) of entity_id, entity_name and probability.

    `resolver` is a Resolver, the path of a saved one, or nothing for the entities that come with translit. A row
    whose best entity is less probable than `least` is left missing.
    """
    finder = columns.resolver_of(resolver)
    if _is_expression(names):
        import polars

        fields = dict(zip(FOUND_COLUMNS, (polars.String, polars.String, polars.Float64), strict=True))
        work = lambda series: resolve(series, finder, least).to_struct(series.name)  # noqa: E731
        return _mapped(names, work, polars.Struct(fields))
    values, column = read(names)
    return column.frame(columns.found(values, finder, least, column.label))


def find(texts: Column, resolver: Any = None, least: float = LEAST) -> Column:
    """The mentions of entities in each text, a list of structs: start, end, text, entity_id, entity_name, probability.

    pandas, which has no such type, gets lists of dicts. `resolver` is as for `resolve`; a missing text stays missing.

    >>> import pyarrow
    >>> found = find(pyarrow.array(["Сустрэча ў Мінску", None])).to_pylist()
    >>> [mention["entity_id"] for mention in found[0]], found[1]
    (['minsk'], None)
    """
    finder = columns.resolver_of(resolver)
    if _is_expression(texts):
        import polars

        return _mapped(texts, lambda series: find(series, finder, least), mention_dtype(polars))
    values, column = read(texts)
    return column.records(columns.mentions(values, finder, least, column.label))


def _is_expression(value: object) -> bool:
    return type(value).__name__ == "Expr" and type(value).__module__.startswith("polars.")


def _mapped(expression: Any, work: Callable[[Any], Any], dtype: Any) -> Any:
    return expression.map_batches(work, return_dtype=dtype, is_elementwise=True)
