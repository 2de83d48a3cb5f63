"""Tables of documents: CSV with a header, and JSON lines; columns have names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from translit.corpus.documents import Document, checked_date
from translit.corpus.readers import Options
from translit.corpus.readers.plain import decoded
from translit.errors import DataError

_LONGEST_CELL = 1 << 27
_DELIMITERS = ",;\t|"


def read_csv(data: bytes, options: Options) -> Iterator[Document]:
    """A document for each row of a CSV file with a header.

    Raises DataError, with the line, if a row can't be read, and where the file has no column of the text.
    """
    text = decoded(data)
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        if not rows.fieldnames:
            raise DataError("it is empty; it needs a line of column names")
        _require(options, rows.fieldnames)
        for number, row in enumerate(rows, 2):
            if None in row:
                raise DataError(
                    f"row {number} has more cells than the header; quote cells with a {delimiter!r} in them"
                )
            yield _document(row, options, number)
    except csv.Error as error:
        raise DataError(f"line {rows.line_num} can't be read ({error}); mend it") from None


def read_json_lines(data: bytes, options: Options) -> Iterator[Document]:
    """A document for each line, a JSON object.

    Raises DataError, with the line, for one that can't be read or has no text.
    """
    for number, line in enumerate(decoded(data).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise DataError(f"line {number} isn't JSON; write one object a line") from None
        if not isinstance(row, dict):
            raise DataError(f"line {number} isn't a JSON object; write one a line")
        if number == 1 or not any(column in row for column in options.text):
            _require(options, row, f"line {number} has no")
        yield _document(row, options, number)


def _require(options: Options, names: Iterable[str], lacks: str = "there is no column") -> None:
    names = [name for name in names if name]
    if not any(column in names for column in options.text):
        there = ", ".join(map(repr, names)) or "nothing"
        raise DataError(f"{lacks} {options.text[0]!r}, but {there}; say which has the text with --text-column")


def _document(row: Mapping[str, object], options: Options, number: int) -> Document:
    def cell(name: str) -> str:
        value = row.get(name)
        return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    text = "\n\n".join(filter(None, map(cell, options.text)))
    try:
        date = checked_date(cell(options.date)[:10].strip(), f"row {number}")
        return Document(
            cell(options.id) or str(number), text, title=cell(options.title), source=cell(options.source), date=date,
            language=cell(options.language), url=cell(options.url),
        )  # fmt: skip
    except DataError as error:
        raise DataError(f"row {number}: {error}" if not str(error).startswith("row ") else str(error)) from None
