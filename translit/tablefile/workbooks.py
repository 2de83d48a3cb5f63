"""Excel and OpenDocument workbooks, one sheet of them, read with python-calamine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from translit.errors import UsageError, did_you_mean
from translit.tablefile.columnar import damaged
from translit.tablefile.table_block import Row
from translit.tablefile.values import text_of, type_of


class Workbook:
    """The rows of a sheet, the first unless another is named; its first row names the columns."""

    def __init__(
        self,
        file: str | BinaryIO,
        name: str,
        *,
        header: bool = True,
        sheet: str | None = None,
        report: Callable[[str], None] | None = None,
    ) -> None:
        rows = _rows(file, name, sheet, report)
        while rows and not any(map(text_of, rows[-1])):
            rows.pop()
        width = max(map(_width, rows), default=0)
        first = [text_of(value) for value in _padded(rows[0], width)] if header and rows else []
        self.named = header
        self.names = [each or f"column {number}" for number, each in enumerate(first, 1)]
        if not header:
            self.names = [str(number + 1) for number in range(width)]
        self._rows: list[Row] = [_padded(row, width) for row in rows[len(rows[:1]) if header else 0 :]]
        self.types = [type_of(column) for column in zip(*self._rows, strict=True)] or [type_of(())] * width

    def batches(self, sizes: Iterator[int]) -> Iterator[tuple[list[Row], Any]]:
        """The rows in order."""
        rows = iter(self._rows)
        while part := list(islice(rows, next(sizes))):
            yield part, None


def _rows(file: str | BinaryIO, name: str, sheet: str | None, report: Callable[[str], None] | None) -> list[list[Any]]:
    try:
        import python_calamine as calamine
    except ImportError:
        raise UsageError(f"{name} needs python-calamine; install translit-names[files]") from None
    try:
        book = calamine.load_workbook(file)
        sheets = book.sheet_names
        if sheet is not None and sheet not in sheets:
            there = ", ".join(sheets)
            raise UsageError(f"{name} has no sheet {sheet!r}; it has {there}{did_you_mean(sheet, sheets)}")
        if sheet is None and len(sheets) > 1 and report:
            report(f"{name} has {len(sheets)} sheets; {sheets[0]!r} is read, --sheet names another")
        if not sheets:
            return []
        rows: list[list[Any]] = book.get_sheet_by_name(sheet or sheets[0]).to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError, ValueError) as error:
        if isinstance(error, UsageError):
            raise
        raise damaged(name, error) from error
    return rows


def _width(row: Row) -> int:
    return next((place for place in range(len(row), 0, -1) if text_of(row[place - 1])), 0)


def _padded(row: list[Any], width: int) -> list[Any]:
    """A row of this width, with whole numbers as such and nothing where a cell is empty."""
    cells = [*row[:width], *[None] * (width - len(row))]
    return [_exact(cell) for cell in cells]


def _exact(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return int(value)
    return None if value == "" else value
