"""Where results go: an output file appears whole or not at all.

The text is written into a file beside the output, which takes the output's name at the end; meanwhile no other run
writes the same output. Standard output and devices are written directly.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from translit.errors import DataError, UsageError
from translit.safe_files import Lock, create, sync_folder


@dataclass(frozen=True, slots=True)
class Place:
    """How far a run came: bytes and checksum of the input, bytes of the output, rows, checksum of the output."""

    input: int = 0
    checksum: str = ""
    output: int = 0
    rows: int = 0
    written: str = ""


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
        self._standard = path == "-"
        self._target = Path(os.path.realpath(path))
        self._direct = path == "-" or (os.path.exists(path) and not os.path.isfile(path))
        self._lock: Lock | None = None
        self._part = Path(path) if self._direct else self._target  # /dev/stdout is more than what it leads to
        try:
            if not self._direct:
                self._require_writable()
                self._lock = Lock(self._target)
            self.file: BinaryIO = sys.stdout.buffer if path == "-" else self._opened()
        except OSError as error:
            self._release()
            raise UsageError(f"{self.name} can't be written: {error.strerror}; check the path") from error
        except BaseException:
            self._release()
            raise

    def _require_writable(self) -> None:
        if self._target.exists() and not os.access(self._target, os.W_OK):
            raise UsageError(f"{self.name} is write-protected; change its mode, or name another output")

    def _opened(self) -> BinaryIO:
        """The file that is written until all is there, with the mode of the one that it will replace."""
        if self._lock is None:
            return self._part.open("wb")
        self._part = self._lock.beside("part")
        return os.fdopen(create(self._part, self._mode()), "wb")

    def _mode(self) -> int:
        """What a new part may be read by while it is written: no more than the output that is there."""
        return 0o600 if self._target.exists() else 0o666

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
            self._lock = None

    def write(self, text: str | bytes) -> None:
        """Write text at the end, or bytes that are text in the encoding of the output."""
        try:
            data = text if isinstance(text, bytes) else text.encode(self.encoding)
        except UnicodeEncodeError as error:
            sign = error.object[error.start]
            remedy = "take it out of the input" if "\ud800" <= sign <= "\udfff" else "add --output-encoding utf-8"
            raise DataError(f"{self.encoding} has no {sign!r}, which {self.name} would need; {remedy}") from None
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
        try:
            if error is None:
                self._close_in_order()
            else:
                self.abandon(error)
        finally:
            self._release()

    def _close_in_order(self) -> None:
        try:
            self.file.flush()
            if not self._direct:
                self._take_rights()
                os.fsync(self.file.fileno())
            if not self._standard:
                self.file.close()
            if not self._direct:
                self._part.replace(self._target)
                sync_folder(self._target.parent)
        except OSError as failure:
            self.abandon(failure)
            raise self.failed(failure) from failure
        except BaseException as stop:
            self.abandon(stop)
            raise

    def _take_rights(self) -> None:
        """Give the part the mode of the file it will replace, and its owner where that is allowed."""
        with suppress(FileNotFoundError):
            there, descriptor = self._target.stat(), self.file.fileno()
            mine = os.fstat(descriptor)
            if (there.st_uid, there.st_gid) != (mine.st_uid, mine.st_gid):
                with suppress(OSError):
                    os.fchown(descriptor, there.st_uid, there.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(there.st_mode))

    def abandon(self, error: BaseException) -> None:
        """Close and remove what was written so far."""
        if self._standard:
            return
        with suppress(OSError):  # the buffered rest doesn't fit either; the first error is the one to tell
            self.file.close()
        if not self._direct:
            with suppress(OSError):
                self._part.unlink(missing_ok=True)


def require_other_file(out: str | None, inputs: Iterable[str], option: str = "-o") -> None:
    """Refuse an output that is one of the files which are read, or whose part would be.

    Raises UsageError.
    """
    if out in (None, "-"):
        return
    remedy = "give the output another name" if option == "-o" else f"name another file with {option}"
    target = Path(os.path.realpath(str(out)))
    part = target.with_name(f"{target.name}.part")
    for path in inputs:
        if _reads(path, target):
            raise UsageError(f"{option} {out} is the input itself; {remedy}")
        if _reads(path, part):
            raise UsageError(f"{path} has the name of a part of {out}; {remedy}")


def _reads(path: str, target: Path) -> bool:
    """Whether reading a file or folder reads the target."""
    with suppress(OSError):
        status = os.stat(path) if path != "-" else os.fstat(0)
        if stat.S_ISDIR(status.st_mode):
            return os.path.samestat(status, target.parent.stat())
        return stat.S_ISREG(status.st_mode) and os.path.samestat(status, target.stat())
    return False
