"""Parquet, a batch at a time, with pyarrow; a column keeps its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from translit.errors import DataError, UsageError
from translit.tablefile.table_block import Row
from translit.tablefile.values import ColumnType


class Columnar:
    """The columns and rows of a Parquet file; `schema` is that of Arrow."""

    named = True

    def __init__(self, file: str | BinaryIO, name: str) -> None:
        pa = arrow(name)
        from pyarrow import parquet

        self._name = name
        try:
            self._file = parquet.ParquetFile(file)
            self.schema = self._file.schema_arrow
        except (pa.ArrowException, OSError) as error:
            raise damaged(name, error) from error
        self.names: list[str] = list(self.schema.names)
        self.types = [_type(pa, field.type) for field in self.schema]

    def batches(self, sizes: Iterator[int]) -> Iterator[tuple[list[Row], Any]]:
        """The rows as values, with the batches they come from."""
        pa = arrow(self._name)
        try:
            for whole in self._file.iter_batches(1 << 13):
                start = 0
                while start < len(whole):
                    batch = whole.slice(start, next(sizes))
                    start += len(batch)
                    values = [_values(pa, column) for column in batch.columns]
                    yield list(zip(*values, strict=True)), batch
        except (pa.ArrowException, OSError) as error:
            raise damaged(self._name, error) from error


def arrow(name: str) -> Any:
    """pyarrow; raises UsageError if it isn't installed."""
    try:
        import pyarrow
    except ImportError:
        raise UsageError(f"{name} needs pyarrow; install translit-names[files]") from None
    return pyarrow


def damaged(name: str, error: Exception) -> DataError:
    """The error for a file that isn't what its name says."""
    first = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
    return DataError(f"{name} can't be read ({first[:200]}); check that it is whole and of the form it is named for")


def _values(pa: Any, column: Any) -> list[Any]:
    """The values of a column; those that Python has no type for (nanoseconds, large decimals) as text."""
    try:
        found: list[Any] = column.to_pylist()
    except (ValueError, pa.ArrowException):
        found = column.cast(pa.string()).to_pylist()
    return found


def _type(pa: Any, type_: Any) -> ColumnType:
    types = pa.types
    for test, found in (
        (types.is_boolean, ColumnType.BOOLEAN),
        (types.is_integer, ColumnType.INTEGER),
        (types.is_floating, ColumnType.NUMBER),
        (types.is_date, ColumnType.DATE),
        (types.is_timestamp, ColumnType.DATETIME),
    ):
        if test(type_):
            return found
    return ColumnType.TEXT
