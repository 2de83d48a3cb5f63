"""An output that can be continued: what a stopped run has done is kept beside it.

`OUT.part` holds the finished rows and `OUT.part.journal` says, a line after every block, how far the input was read,
how long the output was, and the checksums of both up to there. A run with `--resume` reads the input again up to that
place, compares the checksums, cuts what a killed run wrote after its last line, and goes on behind it. A file of
either name that no stopped run left is refused, never written over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from translit.csvfile.journal import Journal
from translit.csvfile.output import Output, Place
from translit.errors import DataError, UsageError, counted
from translit.safe_files import Lock, create, open_own, sync_folder

Settings = Mapping[str, Any]
SIZE = 1 << 20  # bytes of a file that are read at once


class ResumableOutput(Output):
    """An output in a file that keeps its journal; `settings` are the options that decide what is written.

    With `resume` it goes on where a stopped run with the same settings ended, if there is one. Raises
    DataError if the settings or the input are others, or another run writes the same file.
    """

    def __init__(self, path: str, encoding: str, mark: bytes, settings: Settings, *, resume: bool) -> None:
        self._settings = dict(settings)
        self._resume = resume
        self._read = 0
        self._digest = blake2b(digest_size=16)
        self._written = blake2b(digest_size=16)
        self._journal: Journal | None = None
        super().__init__(path, encoding, mark)

    def _opened(self) -> BinaryIO:
        if self._lock is None:
            raise UsageError(f"{self.name} is no file that can be continued; give one with -o")
        self._part = self._target.with_name(f"{self._target.name}.part")
        path = self._part.with_name(f"{self._part.name}.journal")
        try:
            self._journal = Journal.opened(path)
            part = self._own_part(self._journal)
            if part is not None and self._resume:
                return self._continued(self._journal, part)
            self._journal.close()
            with suppress(FileNotFoundError):
                self._part.unlink()
            path.unlink()
        except FileNotFoundError:
            pass
        if os.path.lexists(self._part):
            raise self._in_the_way()
        return self._begun(path, self._lock)

    def _begun(self, path: Path, lock: Lock) -> BinaryIO:
        self._journal = Journal.begun(path, lock.beside("journal"), self._settings)
        try:
            descriptor = create(self._part, self._mode())
        except FileExistsError:
            self._forget()
            raise self._in_the_way() from None
        except BaseException:
            self._forget()
            raise
        file = os.fdopen(descriptor, "r+b")
        try:
            self._journal.vouch(os.fstat(descriptor))
            sync_folder(path.parent)
        except BaseException:
            file.close()
            self._part.unlink(missing_ok=True)
            self._forget()
            raise
        return file

    def _own_part(self, journal: Journal) -> int | None:
        """The descriptor of the part that a journal vouches for, None if there is none.

        Raises DataError for a file that has the part's name and isn't what the stopped run wrote.
        """
        try:
            descriptor = open_own(self._part)
        except FileNotFoundError:
            return None
        except OSError:
            raise self._in_the_way() from None
        status, last = os.fstat(descriptor), journal.last
        moved = journal.part != (status.st_dev, status.st_ino)  # copied back from elsewhere, or another file
        if status.st_size < last.output or self._sum(descriptor, last.output) != last.written:
            os.close(descriptor)
            if moved:
                raise self._in_the_way()
            raise self._damaged(journal)
        if moved and not last.output and status.st_size:
            os.close(descriptor)
            raise self._in_the_way()
        return descriptor

    def _sum(self, descriptor: int, size: int) -> str:
        """The checksum of the first bytes of a part, with which this run goes on; "" of none."""
        self._written = blake2b(digest_size=16)
        at = 0
        while at < size and (data := os.pread(descriptor, min(SIZE, size - at), at)):
            self._written.update(data)
            at += len(data)
        return self._written.hexdigest() if size else ""

    def _continued(self, journal: Journal, descriptor: int) -> BinaryIO:
        others = [key for key in self._settings if journal.settings.get(key) != self._settings[key]]
        if others:
            os.close(descriptor)
            raise DataError(
                f"the stopped run of {self.name} had another {' and '.join(others)}; give the same,"
                " or leave out --resume to start anew"
            )
        self.done = journal.last
        if self.done.output:
            self._mark = b""
        os.ftruncate(descriptor, self.done.output)
        os.lseek(descriptor, self.done.output, os.SEEK_SET)
        return os.fdopen(descriptor, "r+b")

    def place(self, text: Callable[[], bytes], rows: int) -> Place | None:
        """The place after the next piece of the input, or None if the stopped run has done it.

        Raises DataError if the pieces aren't those that the stopped run read.
        """
        data = text()
        self._read += len(data)
        self._digest.update(data)
        checksum = self._digest.hexdigest()
        if self._read < self.done.input or (self._read, checksum) == (self.done.input, self.done.checksum):
            return None
        if self._read - len(data) < self.done.input:
            raise self._changed()
        return Place(self._read, checksum, 0, rows)

    def write_bytes(self, data: bytes) -> None:
        """As for other outputs, with the checksum of what was written."""
        self._written.update(self._mark + data)
        super().write_bytes(data)

    def commit(self, place: Place, text: str | bytes) -> None:
        """Write the output of a piece and note that it is done."""
        self.write(text)
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            output = self.file.tell()
            written = self._written.hexdigest() if output else ""
            done = Place(place.input, place.checksum, output, self.done.rows + place.rows, written)
            if self._journal:
                self._journal.note(done)
            self.done = done
        except OSError as error:
            raise self.failed(error) from error

    def finish(self) -> None:
        """Check at the end of the input that everything which was done had been read again.

        Raises DataError if the input is shorter than it was.
        """
        if self._read < self.done.input:
            raise self._changed()

    def failed(self, error: OSError) -> Exception:
        """As for other outputs; the finished rows are kept."""
        return DataError(f"{error.filename or self.name} can't be written: {error.strerror}")

    def __exit__(self, *error: Any) -> None:
        try:
            if error[1] is None:
                self._close_in_order()
                self._forget()
            else:
                self.abandon(error[1])
        finally:
            self._release()

    def abandon(self, error: BaseException) -> None:
        """Close; keep the finished rows if there are any, and say so."""
        with suppress(OSError):
            self.file.close()
        if self.done.rows and os.path.lexists(self._part):
            kept = f"{counted(self.done.rows, 'row')} {'is' if self.done.rows == 1 else 'are'} kept"
            error.add_note(f"{kept} in {self._part.name}; --resume goes on from there")
            if self._journal:
                self._journal.close()
            return
        with suppress(OSError):
            self._part.unlink(missing_ok=True)
        self._forget()

    def _forget(self) -> None:
        """Close and remove the journal, which isn't needed any more."""
        if self._journal:
            self._journal.close()
            with suppress(OSError):
                self._journal.path.unlink()

    def _changed(self) -> DataError:
        return DataError(f"the input isn't what the stopped run of {self.name} read; leave out --resume to start anew")

    def _damaged(self, journal: Journal) -> DataError:
        return DataError(
            f"{self._part} is damaged: it isn't what {journal.path.name} says; to start anew remove both, or give"
            " another output"
        )

    def _in_the_way(self) -> DataError:
        return DataError(
            f"{self._part} isn't the part of a stopped run and won't be written over; move it, or give another output"
        )


def fingerprint(path: Path) -> str:
    """A short checksum of a file, or of the files of a folder, to tell whether it is the same as before."""
    digest = blake2b(digest_size=8)
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb") as data:
                while piece := data.read(SIZE):
                    digest.update(piece)
    return digest.hexdigest()
