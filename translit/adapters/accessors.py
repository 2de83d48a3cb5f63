"""`.translit` on the columns and frames of pandas, Modin and polars; `register` puts it there."""

from __future__ import annotations

import sys
from typing import Any

from translit.adapters import frames
from translit.adapters.backends import Column, Frame
from translit.adapters.columns import FOUND_COLUMNS, LEAST
from translit.errors import UsageError, did_you_mean


class OnColumn:
    """What `column.translit` offers, for a Series and for a polars expression."""

    def __init__(self, column: Column) -> None:
        self._column = column

    def to(self, scheme: str) -> Column:
        """The column written by a scheme; see `translit.frames.to`."""
        return frames.to(self._column, scheme)

    def keys(self, of: str = "words") -> Column:
        """The blocking keys of each name; see `translit.frames.keys`."""
        return frames.keys(self._column, of)

    def readings(self) -> Column:
        """Each name as its words are likeliest read; see `translit.frames.readings`."""
        return frames.readings(self._column)

    def compare(self, other: Column | str, kind: str = "person") -> Column:
        """The probability that this name and the other are one; see `translit.frames.compare`."""
        return frames.compare(self._column, other, kind)

    def resolve(self, resolver: Any = None, least: float = LEAST) -> Frame:
        """The entity of each name; see `translit.frames.resolve`."""
        return frames.resolve(self._column, resolver, least)

    def find(self, resolver: Any = None, least: float = LEAST) -> Column:
        """The mentions of entities in each text; see `translit.frames.find`."""
        return frames.find(self._column, resolver, least)


class OnFrame:
    """What `frame.translit` offers: the frame with new columns beside its own."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def to(self, column: str, scheme: str, into: str | None = None) -> Frame:
        """The frame with a column written by a scheme, as `into`, else COLUMN_SCHEME."""
        return self._with(**{into or f"{column}_{scheme}": frames.to(self._of(column), scheme)})

    def keys(self, column: str, of: str = "words", into: str | None = None) -> Frame:
        """The frame with the blocking keys of a column of names, as `into`, else COLUMN_keys."""
        return self._with(**{into or f"{column}_keys": frames.keys(self._of(column), of)})

    def compare(self, column: str, other: str, into: str = "probability", kind: str = "person") -> Frame:
        """The frame with the probability that the names of two columns are one."""
        return self._with(**{into: frames.compare(self._of(column), self._of(other), kind)})

    def resolve(self, column: str, resolver: Any = None, least: float = LEAST) -> Frame:
        """The frame with entity_id, entity_name and probability of the names of a column."""
        found = frames.resolve(self._of(column), resolver, least)
        if self._lazy():
            return self._with(_found=found).unnest("_found")
        return self._with(**{name: found[name] for name in FOUND_COLUMNS})

    def join(self, right: Frame, on: str, right_on: str | None = None, **options: Any) -> Frame:
        """The rows with those of another frame whose names mean the same; see `translit.frames.join`."""
        from translit.adapters.joins import join

        return join(self._frame, right, on, right_on, **options)

    def find(self, column: str, resolver: Any = None, into: str = "mentions", least: float = LEAST) -> Frame:
        """The frame with the mentions in a column of texts, a list of structs in each row."""
        return self._with(**{into: frames.find(self._of(column), resolver, least)})

    def _lazy(self) -> bool:
        return type(self._frame).__name__ == "LazyFrame"

    def _of(self, column: str) -> Column:
        if self._lazy():
            import polars

            return polars.col(column)
        if column not in self._frame.columns:
            known = [str(name) for name in self._frame.columns]
            raise UsageError(f"the frame has no column {column!r}{did_you_mean(column, known)}")
        return self._frame[column]

    def _with(self, **new: Column) -> Frame:
        add = getattr(self._frame, "with_columns", None) or self._frame.assign
        return add(**new)


def register() -> list[str]:
    """Put `.translit` on the columns and frames of every installed library; gives the names of those.

    Modin starts processes of its own, so it is only taken where it has been imported before.
    """
    done = []
    for name, put in (("pandas", _pandas), ("polars", _polars), ("modin.pandas", _modin)):
        try:
            put()
        except ImportError:
            continue
        done.append(name)
    return done


def _pandas() -> None:
    from pandas.api import extensions

    extensions.register_series_accessor("translit")(OnColumn)
    extensions.register_dataframe_accessor("translit")(OnFrame)


def _polars() -> None:
    from polars import api

    for put in (api.register_series_namespace, api.register_expr_namespace):
        put("translit")(OnColumn)
    for put in (api.register_dataframe_namespace, api.register_lazyframe_namespace):
        put("translit")(OnFrame)


def _modin() -> None:
    if "modin.pandas" not in sys.modules:
        raise ImportError
    from modin.pandas.api import extensions

    extensions.register_series_accessor("translit")(property(OnColumn))
    extensions.register_dataframe_accessor("translit")(property(OnFrame))
