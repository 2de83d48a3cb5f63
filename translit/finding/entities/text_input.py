"""Text files of entities: opened once, decompressed and decoded, and read line by line within limits."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from translit.decompression import DecompressedStream
from translit.errors import DataError, UsageError

COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}
LONGEST_LINE = 1 << 26  # characters; what is longer is no record of a name
LONGEST_CELL = 1 << 27
SENTINEL = "\0end of file"


def require_file(path: Path) -> None:
    """Refuse what can't be read more than once, such as a pipe.

    Raises UsageError.
    """
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "no file but a pipe or a device"
        raise UsageError(f"{path} is {what}; give a file of entities")


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """The text of a file, decompressed and decoded.

    Raises DataError, while it is read, where compressed data is damaged or expands without measure.
    """
    with path.open("rb") as file:
        stream: Any = file
        if path.suffix in COMPRESSED:
            module = import_module(COMPRESSED[path.suffix])
            opened = module.open(file, "rb")
            damage = (module.LZMAError,) if path.suffix == ".xz" else ()
            stream = io.BufferedReader(DecompressedStream(opened, file, str(path), damage))
        start = stream.peek(2)[:2]
        encoding = "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
        with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
            yield text


def lines_of(file: TextIO, path: Path) -> Iterator[str]:
    """The lines with their ends.

    Raises DataError for one that is out of all measure.
    """
    number = 1
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
            raise DataError(f"{path}, line {number} is longer than {LONGEST_LINE:,} characters; give one record a line")
        yield line
        number += 1


def rows_of(lines: Iterable[str], path: Path, delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of CSV lines, each with the number of the line it begins in, that of the first line given.

    Raises DataError for a cell whose quotation mark is never closed: it would swallow the rows after it.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))

    def ended() -> Iterator[str]:
        yield from lines
        yield SENTINEL

    rows = csv.reader(ended(), delimiter=delimiter, strict=True)
    line = first
    try:
        for row in rows:
            if row == [SENTINEL]:
                return
            if row:
                yield line, row
            line = rows.line_num + first
    except csv.Error as error:
        raise DataError(
            f"{path}, line {line}: a cell is opened by a quotation mark that isn't closed, or not where a cell can end"
            f" ({error}); close it"
        ) from None
    raise DataError(f"{path}, line {line}: a cell is opened by a quotation mark that is never closed; close it")
