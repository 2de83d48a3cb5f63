"""One adapter for the columns of pandas, Modin, polars and pyarrow: narwhals reads them, their own library builds
the answer, so that index, name and type are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from translit.adapters import columns
from translit.adapters.columns import FOUND_COLUMNS, Found
from translit.errors import UsageError

Column = Any  # a pandas, Modin or polars Series, a pyarrow Array or ChunkedArray, or a polars Expr
Frame = Any


class Beside(Protocol):
    """Builds columns beside a given one; `label` names that in errors, `index` is None where there are none."""

    label: str
    index: Any

    def like(self, values: Sequence[str | None]) -> Column:
        """Texts in a column of the same type."""

    def numbers(self, values: Sequence[float | None]) -> Column:
        """Numbers, some missing."""

    def lists(self, values: Sequence[list[str] | None]) -> Column:
        """A list of texts in each row."""

    def records(self, values: Sequence[list[dict[str, Any]] | None]) -> Column:
        """A list of mentions in each row."""

    def frame(self, found: Sequence[Found]) -> Frame:
        """The entity of each row."""


def read(native: Column) -> tuple[list[Any], Beside]:
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

    def records(self, values: Sequence[list[dict[str, Any]] | None]) -> Any:
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

    def records(self, values: Sequence[list[dict[str, Any]] | None]) -> Any:
        return self.library.Series(self.native.name, values, mention_dtype(self.library))

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

    def records(self, values: Sequence[list[dict[str, Any]] | None]) -> Any:
        return self._array(self.library.array(values, columns.mention_type()))

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


def mention_dtype(polars: Any) -> Any:
    """The polars type of the mentions in a text."""
    types = (polars.Int64, polars.Int64, polars.String, polars.String, polars.String, polars.Float64)
    return polars.List(polars.Struct(dict(zip(columns.MENTION_FIELDS, types, strict=True))))
