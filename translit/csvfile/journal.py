"""The journal of a stopped run: which part is its own, how far that goes, and which options made it.

Every line carries a checksum. The first says that the file is a journal of ours and holds the options, the second
which file the part is, each of the others how far the run had come. A journal is only appended to: a run that goes on
cuts a torn line at its end and writes behind what is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

from translit.csvfile.output import Place
from translit.errors import DataError
from translit.safe_files import create, give_name, open_own, write_all

FORMAT, VERSION = "translit-journal", 2


class Journal:
    """The journal at a path, open for appending.

    `settings` are the options of the run that wrote it, `part` device and number of the file it vouches for, `last`
    how far that run came.
    """

    def __init__(self, path: Path, descriptor: int, settings: Mapping[str, Any]) -> None:
        self.path = path
        self.settings = settings
        self.part: tuple[int, int] | None = None
        self.last = Place()
        self._descriptor = descriptor

    @classmethod
    def begun(cls, path: Path, made: Path, settings: Mapping[str, Any]) -> Journal:
        """A new journal, made under another name; raises FileExistsError if something is at the path."""
        journal = cls(path, create(made), settings)
        try:
            journal._append({"format": FORMAT, "version": VERSION, "settings": settings})
            journal.sync()
            give_name(made, path)
        except BaseException:
            journal.close()
            with suppress(OSError):
                made.unlink()
            raise
        return journal

    @classmethod
    def opened(cls, path: Path) -> Journal:
        """The journal that a stopped run left.

        Raises FileNotFoundError if there is none, DataError for a file that isn't a whole journal of ours.
        """
        try:
            descriptor = open_own(path)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise _foreign(path) from error
        try:
            data = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
            whole = data[: data.rfind(b"\n") + 1]
            lines = [_unsealed(line) for line in whole.splitlines()]
            while lines and lines[-1] is None:  # what a failure of power left behind the last line that was synced
                lines.pop()
            journal = cls._of(path, descriptor, lines)
            kept = sum(len(line) + 1 for line in whole.split(b"\n")[: len(lines)])
            if kept < len(data):
                os.ftruncate(descriptor, kept)
            os.lseek(descriptor, kept, os.SEEK_SET)
            return journal
        except BaseException:
            os.close(descriptor)
            raise

    @classmethod
    def _of(cls, path: Path, descriptor: int, lines: list[Any]) -> Journal:
        try:
            head, *others = lines
            if (head["format"], head["version"]) != (FORMAT, VERSION):
                raise _foreign(path)
            journal = cls(path, descriptor, dict(head["settings"]))
            for line in others:
                if "part" in line:
                    journal.part = tuple(line["part"])
                else:
                    journal.last = Place(**line)
        except (KeyError, TypeError, ValueError) as error:
            if isinstance(error, DataError):
                raise
            raise _foreign(path) from error
        return journal

    def vouch(self, part: os.stat_result) -> None:
        """Note which file the part is."""
        self.part = part.st_dev, part.st_ino
        self._append({"part": self.part})
        self.sync()

    def sync(self) -> None:
        """Have what was noted outlast a failure of power."""
        os.fsync(self._descriptor)

    def note(self, place: Place) -> None:
        """Note how far the run has come."""
        self._append(asdict(place))
        self.last = place

    def _append(self, value: Mapping[str, Any]) -> None:
        text = json.dumps(value)
        try:
            write_all(self._descriptor, f"{crc32(text.encode()):08x} {text}\n".encode())
        except OSError as error:
            error.filename = str(self.path)
            raise

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):
            os.close(self._descriptor)


def _unsealed(line: bytes) -> Any:
    """What a line says, None if it isn't what was written."""
    check, _, text = line.partition(b" ")
    try:
        return json.loads(text) if int(check, 16) == crc32(text) else None
    except (ValueError, RecursionError):
        return None


def _foreign(path: Path) -> DataError:
    return DataError(
        f"{path} is damaged, or not the journal of a stopped run; to start anew remove it and the part beside it,"
        " or give another output"
    )
