"""Where results go: an output file appears whole or not at all.

The text is written into a file beside the output, which takes the output's name at the end. Standard output
and devices are written directly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from translit.errors import DataError, UsageError


@dataclass(frozen=True, slots=True)
class Place:
    """How far a run came: bytes and checksum of the input, bytes of the output, rows."""

    input: int = 0
    checksum: str = ""
    output: int = 0
    rows: int = 0


class Output:
    """An output that text is written to, in an encoding and behind a byte order mark.

    `path` "-" is standard output. Used in a `with`: leaving it in good order puts the file in its place,
    an exception leaves what was there before. Raises DataError if the text can't be written.
    """

    def __init__(self, path: str, encoding: str = "utf-8", mark: bytes = b"") -> None:
        self.name = "standard output" if path == "-" else path
        self.encoding = encoding
        self.done = Place()
        self._mark = mark
        self._target = Path(os.path.realpath(path))
        self._direct = path == "-" or (self._target.exists() and not self._target.is_file())
        self._part = self._target
        if not self._direct:
            self._part = self._beside()
        self.file: BinaryIO = sys.stdout.buffer if path == "-" else self._opened()

    def _beside(self) -> Path:
        """The file that is written until all is there."""
        return self._target.with_name(f".{self._target.name}.{os.getpid()}.part")

    def _opened(self) -> BinaryIO:
        try:
            return self._part.open("wb")
        except OSError as error:
            raise UsageError(f"{self.name} can't be written: {error.strerror}; check the path") from error

    def write(self, text: str | bytes) -> None:
        """Write text at the end, or bytes that are text in the encoding of the output."""
        try:
            data = text if isinstance(text, bytes) else text.encode(self.encoding)
        except UnicodeEncodeError as error:
            sign = error.object[error.start]
            raise DataError(
                f"{self.encoding} has no {sign!r}, which {self.name} would need; add --output-encoding utf-8"
            ) from None
        self.write_bytes(data)

    def write_bytes(self, data: bytes) -> None:
        """Write bytes at the end, the byte order mark before the first."""
        try:
            self.file.write(self._mark + data)
        except OSError as error:
            raise self.failed(error) from error
        self._mark = b""

    def failed(self, error: OSError) -> Exception:
        """The error to raise when writing fails: a closed pipe is the reader's right and stays as it is."""
        if isinstance(error, BrokenPipeError):
            return error
        lost = "" if self._direct else "; nothing was left behind"
        return DataError(f"{self.name} can't be written: {error.strerror}{lost}")

    def place(self, text: Callable[[], bytes], rows: int) -> Place | None:
        """The place after the next piece of the input; None if a stopped run has done it."""
        return Place(rows=rows)

    def commit(self, place: Place, text: str | bytes) -> None:
        """Write what a piece of the input gives."""
        self.write(text)
        if self._direct:  # who reads sees it at once
            self.flush()
        self.done = Place(rows=self.done.rows + place.rows)

    def flush(self) -> None:
        """Hand on what was written."""
        try:
            self.file.flush()
        except OSError as error:
            raise self.failed(error) from error

    def finish(self) -> None:
        """Say that the input is at its end."""

    def __enter__(self) -> Output:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is not None:
            self.abandon(error)
            return
        try:
            self.file.flush()
            if not self._direct:
                os.fsync(self.file.fileno())
        except OSError as failure:
            self.abandon(failure)
            raise self.failed(failure) from failure
        if self.file is not sys.stdout.buffer:
            self.file.close()
        if not self._direct:
            if self._target.exists():
                self._part.chmod(self._target.stat().st_mode)
            self._part.replace(self._target)

    def abandon(self, error: BaseException) -> None:
        """Close and remove what was written so far."""
        if self.file is sys.stdout.buffer:
            return
        with suppress(OSError):  # the buffered rest doesn't fit either; the first error is the one to tell
            self.file.close()
        if not self._direct:
            self._part.unlink(missing_ok=True)
