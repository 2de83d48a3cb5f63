"""Writers of rows, one for each form of file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from translit.csvfile.compressed_output import CompressedOutput
from translit.errors import DataError
from translit.tablefile.columnar import arrow
from translit.tablefile.formats import Format
from translit.tablefile.sink import Sink
from translit.tablefile.table_block import Added, typed_rows
from translit.tablefile.values import ColumnType, Missing, as_json, text_of

if TYPE_CHECKING:
    from translit.tablefile.table_reader import Head


class Writer(Protocol):
    """Writes rows to an output."""

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None: ...

    def write(self, added: Added) -> None:
        """Write these rows after those before."""

    def close(self) -> None:
        """Write the end of the file."""


def writer_of(form: Format) -> type[Writer]:
    """The writer of a form."""
    if form in (Format.XLSX, Format.ODS):
        from translit.tablefile.workbook_writers import ExcelWriter, OpenDocumentWriter

        return ExcelWriter if form is Format.XLSX else OpenDocumentWriter
    writers: dict[Format, type[Writer]] = {
        Format.PARQUET: ParquetWriter,
        Format.JSON_LINES: JsonLinesWriter,
        Format.TSV: TabWriter,
    }
    return writers.get(form, DelimitedWriter)


class DelimitedWriter:
    """Rows as lines of text with commas."""

    delimiter = ","

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None:
        self._output = output
        if head.named:
            self._lines([head.names])

    def write(self, added: Added) -> None:
        """Write the rows, each value as `text_of` gives it."""
        self._lines([[text_of(value) for value in row] for row in added.rows()])

    def _lines(self, rows: Sequence[Sequence[str]]) -> None:
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerows(rows)
        self._output.write(text.getvalue())

    def close(self) -> None:
        """Nothing is left to write."""


class TabWriter(DelimitedWriter):
    """Rows as lines of text with tabs."""

    delimiter = "\t"


class JsonLinesWriter:
    """Rows as objects, one a line; a key that was missing stays so."""

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None:
        self._output, self._names, self._types, self._first = output, head.names, types, len(head.types)

    def write(self, added: Added) -> None:
        """Write the rows."""
        lines = []
        for row in typed_rows(added, self._types, self._first):
            record = {name: value for name, value in zip(self._names, row, strict=True) if value is not Missing.MISSING}
            lines.append(as_json(record) + "\n")
        self._output.write("".join(lines))

    def close(self) -> None:
        """Nothing is left to write."""


class ParquetWriter:
    """Rows as Parquet; the columns of a Parquet input are copied as they are."""

    def __init__(self, output: CompressedOutput, head: Head, types: Sequence[ColumnType]) -> None:
        self._pa = pa = arrow(output.name)
        from pyarrow import parquet

        self._first = len(head.types)
        kept = list(head.schema) if head.schema is not None else []
        new = zip(head.names[len(kept) :], types[len(kept) :], strict=True)
        self._types = types
        self._schema = pa.schema([*kept, *(pa.field(name, _arrow_type(pa, type_)) for name, type_ in new)])
        if head.schema is not None and head.schema.metadata:
            self._schema = self._schema.with_metadata(head.schema.metadata)
        self._name = output.name
        self._writer = parquet.ParquetWriter(Sink(output), self._schema, compression="zstd")

    def write(self, added: Added) -> None:
        """Write the rows as a group."""
        pa, fields = self._pa, list(self._schema)
        batch = added.block.batch
        rows = list(typed_rows(added, self._types, self._first))
        columns = list(zip(*rows, strict=True))
        kept = batch.take(pa.array(added.places)).columns if batch is not None else []
        arrays = [
            kept[place] if place < len(kept) else self._array(columns[place], field)
            for place, field in enumerate(fields)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def _array(self, values: Sequence[Any], field: Any) -> Any:
        there = [None if value is Missing.MISSING else value for value in values]
        if field.type == self._pa.string():
            there = [None if value is None else text_of(value) for value in there]
        try:
            return self._pa.array(there, field.type)
        except (self._pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            known = f"column {field.name} has a value that isn't {field.type} ({error})"
            raise DataError(f"{self._name} can't be Parquet: {known}; write CSV or JSON lines") from None

    def close(self) -> None:
        """Write the foot of the file."""
        self._writer.close()


def _arrow_type(pa: Any, type_: ColumnType) -> Any:
    return {
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
        ColumnType.DATETIME: pa.timestamp("us"),
    }.get(type_, pa.string())
