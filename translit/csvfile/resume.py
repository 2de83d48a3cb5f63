"""An output that can be continued: what a stopped run has done is kept beside it.

`OUT.part` holds the finished rows and `OUT.part.journal` says, a line after every block, how far the input was
read, its checksum up to there and how long the output was. A run with `--resume` reads the input again up to that
place, compares the checksum, cuts what a killed run wrote after its last line, and goes on behind it.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from translit.csvfile.output import Output, Place
from translit.errors import DataError

Settings = Mapping[str, Any]


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
        super().__init__(path, encoding, mark)

    def _beside(self) -> Path:
        return self._target.with_name(f"{self._target.name}.part")

    def _opened(self) -> BinaryIO:
        self._journal = self._part.with_name(f"{self._part.name}.journal")
        lines = self._kept() if self._resume else []
        try:
            file = self._part.open("r+b" if lines else "ab")
        except OSError:
            return super()._opened()  # which says why it can't
        _lock(file, self.name)
        if lines:
            self.done = Place(**json.loads(lines[-1]))
            self._mark = b""
        else:
            lines = [json.dumps(self._settings)]
        file.truncate(self.done.output)
        file.seek(self.done.output)
        self._log = self._journal.open("w", encoding="utf-8")
        self._log.writelines(f"{line}\n" for line in (lines[0], json.dumps(asdict(self.done))))
        self._log.flush()
        return file

    def _kept(self) -> list[str]:
        """The whole lines of a stopped run's journal, none if there is nothing to go on with."""
        if not self._part.exists() or not self._journal.exists():
            return []
        lines = self._journal.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
        try:
            before, last = json.loads(lines[0]), Place(**json.loads(lines[-1]))
        except (IndexError, TypeError, ValueError):
            before, last = {}, Place(output=1 << 62)
        if self._part.stat().st_size < last.output:
            raise DataError(f"{self._journal.name} is damaged; leave out --resume to start anew")
        others = [key for key in self._settings if before.get(key) != self._settings[key]]
        if others:
            raise DataError(
                f"the stopped run of {self.name} had another {' and '.join(others)}; give the same,"
                " or leave out --resume to start anew"
            )
        return lines

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

    def commit(self, place: Place, text: str | bytes) -> None:
        """Write the output of a piece and note that it is done."""
        self.write(text)
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.done = Place(place.input, place.checksum, self.file.tell(), self.done.rows + place.rows)
            self._log.write(json.dumps(asdict(self.done)) + "\n")
            self._log.flush()
        except OSError as error:
            raise self.failed(error) from error

    def finish(self) -> None:
        """Check at the end of the input that everything which was done had been read again.

        Raises DataError if the input is shorter than it was.
        """
        if self._read < self.done.input:
            raise self._changed()

    def _changed(self) -> DataError:
        return DataError(f"the input isn't what the stopped run of {self.name} read; leave out --resume to start anew")

    def failed(self, error: OSError) -> Exception:
        """As for other outputs; the finished rows are kept."""
        return DataError(f"{self.name} can't be written: {error.strerror}")

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        if error[1] is None:
            self._log.close()
            self._journal.unlink(missing_ok=True)

    def abandon(self, error: BaseException) -> None:
        """Close; keep the finished rows if there are any, and say so."""
        with contextlib.suppress(OSError):
            self._log.close()
        with contextlib.suppress(OSError):
            self.file.close()
        if self.done.rows:
            error.add_note(f"{self.done.rows:,} rows are kept in {self._part.name}; --resume goes on from there")
        else:
            self._part.unlink(missing_ok=True)
            self._journal.unlink(missing_ok=True)


def _lock(file: BinaryIO, name: str) -> None:
    """Keep a second run from writing the same file, where the system can."""
    with contextlib.suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise DataError(f"another run is writing {name}; wait for it, or give another output") from None


def fingerprint(path: Path) -> str:
    """A short checksum of a file, or of the files of a folder, to tell whether it is the same as before."""
    digest = blake2b(digest_size=8)
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb") as data:
                while piece := data.read(1 << 20):
                    digest.update(piece)
    return digest.hexdigest()
