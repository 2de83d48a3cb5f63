"""Texts that commands read: files, folders, standard input, and a column of tables of every form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from translit.cli.options import FileForm
from translit.cli.table_files import reading, say_encoding
from translit.errors import DataError, TranslitError, UsageError, did_you_mean, what_it_is

if TYPE_CHECKING:
    from translit.csvfile.compression import Compression

PIECE = 1 << 20  # characters of a long text that are given at once
BINARY = "\0"
LONGEST_LINE = 1 << 28  # characters of one JSON object


class Piece(NamedTuple):
    """A text, or a piece of a long one: the name of its document, where the piece starts, the size in bytes."""

    document: str
    offset: int
    text: str
    size: int


class TextFiles:
    """The texts of files, and of all files in folders, in the order of the paths.

    A file that can't be read is passed over; of several each such is told to `complain`. A text file is one text, given
    in pieces that end with a line; a row of a table is one text, named by the file and its number. An encoding that
    `form` has is that of the files of text and CSV; workbooks and Parquet have their own.
    """

    def __init__(
        self, paths: Sequence[str], column: str | None, form: FileForm, complain: Callable[[str], None]
    ) -> None:
        self._paths, self._column, self._form, self._complain = paths, column, form, complain
        self._several = len(paths) > 1 or any(map(_is_folder, paths))
        self._count = 0
        self._faults: list[TranslitError] = []

    def pieces(self) -> Iterator[Piece]:
        """The texts."""
        for path in self._paths:
            folder = _is_folder(path)
            inside = sorted(str(found) for found in Path(path).rglob("*") if found.is_file()) if folder else [path]
            if folder and not inside:
                self._count += 1
                self._fault(DataError(f"{path} is an empty folder"))
            for file in inside:
                self._count += 1
                try:
                    yield from _of_file(file, self._column, self._form)
                except TranslitError as error:
                    self._fault(error)
                except OSError as error:
                    self._fault(DataError(f"{file} can't be read: {error.strerror}; check the file"))

    def _fault(self, error: TranslitError) -> None:
        self._faults.append(error)
        if self._several:
            self._complain(str(error))

    def error(self, *, all_of_them: bool = False) -> TranslitError | None:
        """What to end with once all is read: the fault of the only file, or how many couldn't be read.

        It is a UsageError where the call is wrong for each of them. With `all_of_them` only where none could be read.
        """
        if not self._faults or (all_of_them and len(self._faults) < self._count):
            return None
        if not self._several:
            return self._faults[0]
        bad, usage = len(self._faults), all(isinstance(fault, UsageError) for fault in self._faults)
        said = f"none of the {bad:,} files could be read" if bad > 1 else "nothing could be read"
        if bad < self._count:
            said = f"{bad:,} of {self._count:,} files could not be read; the others were"
        return (UsageError if usage else DataError)(said)


def _is_folder(path: str) -> bool:
    return path != "-" and Path(path).is_dir()


def _of_file(path: str, column: str | None, form: FileForm) -> Iterator[Piece]:
    from translit.csvfile.compression import compression_of
    from translit.tablefile.formats import ENDINGS, Format, format_of

    compression = compression_of(path)
    if column is None:
        ending = Path(path.lower().removesuffix(compression.value)).suffix
        if form.format_ or (ending in ENDINGS and ending != ".txt"):
            if Path(path).is_file() and not Path(path).stat().st_size:
                raise DataError(f"{path} is empty; it needs a line of column names")
            raise UsageError(f"{path} is a table; name the column of the texts with -c")
        yield from _of_text(path, form.encoding, compression)
        return
    kind, _ = format_of(path, form.format_)
    if kind is Format.JSON_LINES:
        yield from _of_lines(path, column, form.encoding, compression)
    else:
        yield from _of_table(path, column, form if kind.delimited else replace(form, encoding=None, delimiter=None))


def _of_text(path: str, encoding: str | None, compression: Compression) -> Iterator[Piece]:
    """The text of a file in pieces, each cut where a line ends, or else a word."""
    from translit.csvfile.source import Source

    with Source(path, encoding, compression) as source:
        if source.guessed and not source.encoding.startswith("utf"):
            say_encoding(source, True, "--encoding")
        offset, held = 0, ""
        for chunk in source.chunks(PIECE):
            if BINARY in chunk:
                raise DataError(f"{source.name} is no text: it has the character U+0000; leave it out")
            held += chunk
            while len(held) > PIECE:
                cut = _cut(held)
                yield Piece(source.name, offset, held[:cut], cut)
                offset, held = offset + cut, held[cut:]
        if held:
            yield Piece(source.name, offset, held, len(held))


def _cut(text: str) -> int:
    """Where a long text is cut: behind a line or a word if there is one in its second half."""
    for end in ("\n", " "):
        cut = text.rfind(end, PIECE // 2, PIECE) + 1
        if cut:
            return cut
    return PIECE


def _of_table(path: str, column: str, form: FileForm) -> Iterator[Piece]:
    with reading(path, form) as reader:
        index = reader.column(column)
        number = 0
        for block in reader.blocks(index):
            for cell in block.cells:
                number += 1
                if cell:
                    yield Piece(f"{reader.source.name}:{number}", 0, cell, len(cell))


def _of_lines(path: str, column: str, encoding: str | None, compression: Compression) -> Iterator[Piece]:
    """The texts of JSON lines; a line that isn't an object with that text is an error with its number."""
    from translit.csvfile.source import Source

    with Source(path, encoding, compression) as source:
        held, number = "", 0
        for chunk in source.chunks(PIECE):
            held += chunk
            if len(held) > LONGEST_LINE and "\n" not in held:
                raise DataError(f"line {number + 1} of {source.name} is too long for one JSON object; give one a line")
            *lines, held = held.split("\n")
            for line in lines:
                number += 1
                yield from _of_line(source.name, number, line, column)
        yield from _of_line(source.name, number + 1, held, column)


def _of_line(name: str, number: int, line: str, column: str) -> Iterator[Piece]:
    if not line.strip():
        return
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise DataError(f"line {number} of {name} isn't JSON; give one object a line") from None
    if not isinstance(record, dict):
        raise DataError(f"line {number} of {name} is {what_it_is(record)}; give one object a line")
    if column not in record:
        there = ", ".join(record) or "nothing"
        kind = UsageError if number == 1 else DataError  # the first object shows what the others have
        raise kind(f"line {number} of {name} has no {column!r}; it has {there}{did_you_mean(column, record)}")
    text = record[column]
    if text is None:
        return
    if not isinstance(text, str):
        raise DataError(f"line {number} of {name} has as {column!r} {what_it_is(text)}; give text")
    yield Piece(str(record.get("id", f"{name}:{number}")), 0, text, len(line))
