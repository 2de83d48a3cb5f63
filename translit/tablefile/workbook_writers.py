"""Writers of Excel and OpenDocument workbooks, with openpyxl and odfpy."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any

from translit.csvfile.compressed_output import CompressedOutput
from translit.errors import DataError, UsageError
from translit.tablefile.sink import Sink
from translit.tablefile.table_block import Added, typed_rows
from translit.tablefile.values import ColumnType, text_of

if TYPE_CHECKING:
    from translit.tablefile.table_reader import Head

MOST_ROWS, LONGEST_CELL = 1 << 20, 32767  # limits of Excel
NATIVE = (int, float, bool, date, datetime)
LARGEST_NUMBER = 1 << 53  # beyond it a workbook, whose numbers are floats, would change the digits


class ExcelWriter:
    """Rows as the only sheet of an Excel workbook; text stays text, also where it begins with `=`."""

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None:
        try:
            import openpyxl
        except ImportError:
            raise UsageError(f"{output.name} needs openpyxl; install translit-names[files]") from None
        self._output, self._types, self._first = output, types, len(head.types)
        self._book = openpyxl.Workbook(write_only=True)
        self._sheet = self._book.create_sheet("names")
        self._sheet.freeze_panes = "A2" if head.named else None
        self._count = 0
        if head.named:
            self._append(head.names)

    def write(self, added: Added) -> None:
        """Add the rows to the sheet."""
        for row in typed_rows(added, self._types, self._first):
            self._append(row)

    def _append(self, row: Sequence[Any]) -> None:
        self._count += 1
        if self._count > MOST_ROWS:
            raise DataError(f"{self._output.name} would have more than {MOST_ROWS:,} rows; write CSV or Parquet")
        self._sheet.append([self._cell(value, place) for place, value in enumerate(row, 1)])

    def _cell(self, value: Any, place: int) -> Any:
        if value is None or (isinstance(value, NATIVE) and not _imprecise(value)):
            return value
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.utils.exceptions import IllegalCharacterError

        text = text_of(value)
        where = f"row {self._count}, column {place} of {self._output.name}"
        if len(text) > LONGEST_CELL:
            raise DataError(f"{where} has {len(text):,} characters, more than Excel takes; write CSV or Parquet")
        cell = WriteOnlyCell(self._sheet)
        try:
            cell.value = text
        except IllegalCharacterError:
            raise DataError(f"{where} has a control character, which Excel can't hold; write CSV instead") from None
        cell.data_type = "s"  # text like =1+1 is no formula
        return cell

    def close(self) -> None:
        """Write the workbook."""
        self._book.save(Sink(self._output))

    def abandon(self) -> None:
        """Close the sheet, which is a file of its own: left open, it complains when it is forgotten."""
        from openpyxl.utils.exceptions import WorkbookAlreadySaved

        with suppress(WorkbookAlreadySaved, OSError):
            self._sheet.close()


class OpenDocumentWriter:
    """Rows as the only sheet of an OpenDocument workbook."""

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None:
        try:
            from odf.opendocument import OpenDocumentSpreadsheet
            from odf.table import Table
        except ImportError:
            raise UsageError(f"{output.name} needs odfpy; install translit-names[files]") from None
        self._output, self._types, self._first = output, types, len(head.types)
        self._book = OpenDocumentSpreadsheet()
        self._sheet = Table(name="names")
        self._book.spreadsheet.addElement(self._sheet)
        if head.named:
            self._append(head.names)

    def write(self, added: Added) -> None:
        """Add the rows to the sheet."""
        for row in typed_rows(added, self._types, self._first):
            self._append(row)

    def _append(self, row: Sequence[Any]) -> None:
        from odf.table import TableCell, TableRow
        from odf.text import P

        found = TableRow()
        for value in row:
            cell = TableCell(**_attributes(value))
            for line in text_of(value).split("\n") if value is not None else ():
                cell.addElement(P(text=line))
            found.addElement(cell)
        self._sheet.addElement(found)

    def close(self) -> None:
        """Write the workbook."""
        import io

        data = io.BytesIO()  # the library goes back in the file that it writes
        self._book.write(data)
        self._output.write_bytes(data.getvalue())


def _attributes(value: Any) -> dict[str, str]:
    """What an OpenDocument cell says of its value."""
    if isinstance(value, bool):
        return {"valuetype": "boolean", "booleanvalue": text_of(value)}
    if isinstance(value, int | float) and not _imprecise(value):
        return {"valuetype": "float", "value": text_of(value)}
    if isinstance(value, datetime):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    if isinstance(value, date):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    return {"valuetype": "string"} if value is not None else {}


def _imprecise(value: int | float | date) -> bool:
    """Whether a number is none that a workbook holds: too many digits, or not finite."""
    if isinstance(value, bool | date):
        return False
    return not isfinite(value) or abs(value) > LARGEST_NUMBER
