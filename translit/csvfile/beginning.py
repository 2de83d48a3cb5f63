"""The beginning of a CSV file: its first record, and what the first lines say of how the file is written."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.csvfile.dialect import (
    DELIMITERS,
    LONGEST_RECORD,
    Dialect,
    lines_of,
    mixed_line_ends,
    parsed,
    separator_line,
    sniffed,
)
from translit.errors import DataError


@dataclass(frozen=True)
class Beginning:
    """How a file is written, the cells and the text of its first record, and the text from there on."""

    newline: str
    dialect: Dialect
    preamble: str  # a line that names the delimiter
    cells: list[str]
    first: str
    text: str


def beginning(chunks: Iterator[str], delimiter: str | None, quote: str, name: str) -> Beginning:
    """Read until the first record is whole.

    Raises DataError if there is none, or its lines end in different ways.
    """
    read = next(chunks, "")
    if not read.strip("\r\n\0 "):
        raise DataError(f"{name} is empty; it needs a line of column names")
    while True:
        newline = newline_of(read, quote, name)
        preamble, said = separator_line(read)
        text = read[len(preamble) :]
        dialect = Dialect(delimiter or said or sniffed(text, quote, newline), quote)
        try:
            records, lines = _first_record(text, newline, dialect)
        except csv.Error:
            raise mixed_line_ends(name) from None
        first = "".join(lines)
        whole = first.endswith(newline) and not (first.endswith("\r") and len(first) == len(text))
        if (records and whole) or len(text) > LONGEST_RECORD:
            break
        more = _as_much(chunks, len(read))
        if not more:
            break
        read += more
    if not records:
        raise unclosed(1 + bool(preamble), name)
    return Beginning(newline, dialect, preamble, records[0], first, text)


def _as_much(chunks: Iterator[str], wanted: int) -> str:
    """So many more characters, or what there is."""
    pieces = []
    while wanted > 0 and (piece := next(chunks, "")):
        pieces.append(piece)
        wanted -= len(piece)
    return "".join(pieces)


def unclosed(line: int, name: str) -> DataError:
    """The error of a cell that a quotation mark opens and none closes, or none where a cell can end."""
    return DataError(
        f"line {line} of {name} opens a cell with a quotation mark that is never closed;"
        " close it, or give --quote none if the file quotes nothing"
    )


def newline_of(text: str, quote: str, name: str) -> str:
    """What ends the lines of a text: a line feed, alone or after a carriage return, or a carriage return alone.

    Raises DataError if the first line ends in a carriage return and other lines in a line feed.

    >>> newline_of('id,name\\r1,"a\\nb"\\r', '"', "f"), newline_of('"a\\rb",c\\r\\n', '"', "f")
    ('\\r', '\\n')
    """
    if "\r" not in text:
        return "\n"
    at = 0
    search = re.compile(f"(?:^|[{DELIMITERS}]){re.escape(quote)}|\r\n?|\n" if quote else "\r\n?|\n").search
    while found := search(text, at):
        if found[0] == "\r" and found.end() < len(text):
            outside = "".join(text.split(quote)[::2]) if quote else text
            if "\n" in outside:
                raise mixed_line_ends(name)
            return "\r"
        if found[0][-1] in "\r\n":
            return "\n"
        at = _closed(text, quote, found.end())
        if not at:
            break
    return "\n" if "\n" in text else "\r"


def _closed(text: str, quote: str, at: int) -> int:
    """The place behind the mark that closes a cell, 0 if none does."""
    while (end := text.find(quote, at)) >= 0:
        if not text.startswith(quote, end + 1):
            return end + 1
        at = end + 2
    return 0


def _first_record(text: str, newline: str, dialect: Dialect) -> tuple[list[list[str]], list[str]]:
    """The first record of a text as cells, none if it isn't whole, and the lines it takes."""
    lines = lines_of(text, newline)
    records, taken = parsed(lines[:1000], dialect)
    if not records and len(lines) > 1000:
        records, taken = parsed(lines, dialect)
    return records[:1], lines[: taken[0]] if records else lines[:1]
