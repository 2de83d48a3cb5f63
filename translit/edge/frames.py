"""One adapter for the columns of pandas, Modin, polars and pyarrow: narwhals reads them, their own library builds
the answer, so that index, name and type are kept.

A polars expression is taken too; it then works block by block, lazy and streaming.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from translit.edge import columns
from translit.edge.columns import FOUND_COLUMNS, LEAST, Found
from translit.errors import UsageError

Column = Any  # a pandas, Modin or polars Series, a pyarrow Array or ChunkedArray, or a polars Expr
Frame = Any


def to(texts: Column, scheme: str) -> Column:
    """The column written by a scheme; its index, name and type stay, and missing values stay missing.

    A polars Enum, whose categories are fixed, gives strings. Raises UnknownScheme if no table has this id,
    UsageError if the column isn't text.

    >>> import pyarrow
    >>> to(pyarrow.array(["Мінск", None]), "be-lacinka").to_pylist()
    ['Minsk', None]
    """
    from translit.writing.registry import scheme as scheme_of

    scheme_of(scheme)  # an unknown one is told at once, not when a lazy frame is collected
    if _is_expression(texts):
        import polars

        return _mapped(texts, lambda series: to(series, scheme), polars.String)
    values, column = _read(texts)
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
    values, column = _read(names)
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
    values, column = _read(names)
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
    left, column = _read(a)
    if isinstance(b, str):
        return column.numbers(columns.probabilities(left, [b] * len(left), kind, (column.label, "the name")))
    right, other = _read(b)
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
    values, column = _read(names)
    return column.frame(columns.found(values, finder, least, column.label))


def _is_expression(value: object) -> bool:
    return type(value).__name__ == "Expr" and type(value).__module__.startswith("polars.")


def _mapped(expression: Any, work: Callable[[Any], Any], dtype: Any) -> Any:
    return expression.map_batches(work, return_dtype=dtype, is_elementwise=True)


class _Pandas:
    """Builds columns beside a pandas or Modin Series."""

    def __init__(self, native: Any, library: Any) -> None:
        self.native = native
        self.library = library
        self.index = native.index
        self.label = _label(native.name)
        self.category = isinstance(native.dtype, library.CategoricalDtype)

    def like(self, values: Sequence[str | None]) -> Any:
        if self.category:
            known = list(dict.fromkeys(value for value in values if value is not None))
            dtype = self.library.CategoricalDtype(known, ordered=self.native.cat.ordered)
            return self._series(values, dtype)
        if not any(value is not None for value in values):
            return self.native.copy()
        if self.native.dtype == object:  # the missing values themselves stay: None, NaN or NA
            values = [old if new is None else new for old, new in zip(self.native, values, strict=True)]
        return self._series(values, self.native.dtype)

    def numbers(self, values: Sequence[float | None]) -> Any:
        dtype = self.native.dtype
        if type(dtype).__name__ == "ArrowDtype":
            return self._series(values, "double[pyarrow]")
        nullable = getattr(dtype, "na_value", None) is getattr(self.library, "NA", ...)
        return self._series(values, "Float64" if nullable else "float64")

    def lists(self, values: Sequence[list[str] | None]) -> Any:
        return self._series(values, object)

    def frame(self, found: Sequence[Found]) -> Any:
        text = object if self.category or self.native.dtype.kind == "f" else self.native.dtype
        ids, names, probabilities = _parts(found)
        parts = (self._series(ids, text), self._series(names, text), self.numbers(probabilities))
        return self.library.DataFrame(dict(zip(FOUND_COLUMNS, parts, strict=True)), index=self.index)

    def _series(self, values: Sequence[Any], dtype: Any) -> Any:
        return self.library.Series(values, index=self.index, name=self.native.name, dtype=dtype)


class _Polars:
    """Builds columns beside a polars Series."""

    index = None

    def __init__(self, native: Any, library: Any) -> None:
        self.native = native
        self.library = library
        self.label = _label(native.name)

    def like(self, values: Sequence[str | None]) -> Any:
        dtype = self.native.dtype
        kept = dtype == self.library.Categorical
        return self.library.Series(self.native.name, values, dtype if kept else self.library.String)

    def numbers(self, values: Sequence[float | None]) -> Any:
        return self.library.Series(self.native.name, values, self.library.Float64)

    def lists(self, values: Sequence[list[str] | None]) -> Any:
        return self.library.Series(self.native.name, values, self.library.List(self.library.String))

    def frame(self, found: Sequence[Found]) -> Any:
        types = (self.library.String, self.library.String, self.library.Float64)
        return self.library.DataFrame(_parts(found), dict(zip(FOUND_COLUMNS, types, strict=True)), orient="col")


class _Arrow:
    """Builds columns beside a pyarrow ChunkedArray, or an Array where that was given."""

    index = None
    label = "the column"

    def __init__(self, native: Any, library: Any, chunked: bool = True) -> None:
        self.type = native.type
        self.library = library
        self.chunked = chunked

    def like(self, values: Sequence[str | None]) -> Any:
        types = self.library.types
        if types.is_dictionary(self.type):
            return self._array(self.library.array(values, self.type.value_type).dictionary_encode().cast(self.type))
        return self._array(self.library.array(values, self.type))

    def numbers(self, values: Sequence[float | None]) -> Any:
        return self._array(self.library.array(values, self.library.float64()))

    def lists(self, values: Sequence[list[str] | None]) -> Any:
        return self._array(self.library.array(values, self.library.list_(self.library.string())))

    def frame(self, found: Sequence[Found]) -> Any:
        pa = self.library
        types = (pa.string(), pa.string(), pa.float64())
        return pa.table(
            [pa.array(part, type_) for part, type_ in zip(_parts(found), types, strict=True)], FOUND_COLUMNS
        )

    def _array(self, array: Any) -> Any:
        return self.library.chunked_array([array]) if self.chunked else array


def _label(name: object) -> str:
    return "the column" if name in (None, "") else f"the column {name!r}"


def _parts(found: Sequence[Found]) -> tuple[list[str | None], list[str | None], list[float | None]]:
    return [row.entity_id for row in found], [row.entity_name for row in found], [row.probability for row in found]


def _read(native: Column) -> tuple[list[Any], _Pandas | _Polars | _Arrow]:
    """The values of a column, and what builds columns beside it.

    Raises UsageError for something that isn't a column of a known library.
    """
    columns.need("narwhals", "frames")
    import narwhals.stable.v2 as nw

    if type(native).__module__ == "pyarrow.lib" and isinstance(native, _arrow_array()):
        import pyarrow

        return native.to_pylist(), _Arrow(native, pyarrow, chunked=False)
    try:
        series = nw.from_native(native, series_only=True)
    except TypeError:
        given = f"{type(native).__module__}.{type(native).__name__}"
        raise UsageError(f"{given} isn't a column of pandas, Modin, polars or pyarrow; give one of those") from None
    library = nw.get_native_namespace(series)
    if series.implementation.is_polars():
        return series.to_list(), _Polars(native, library)
    if series.implementation.is_pyarrow():
        return series.to_list(), _Arrow(native, library)
    if series.implementation.is_pandas_like():
        return series.to_list(), _Pandas(native, library)
    raise UsageError(f"{library.__name__} isn't supported; turn the column into one of pandas, polars or pyarrow")


def _arrow_array() -> Any:
    import pyarrow

    return pyarrow.Array
