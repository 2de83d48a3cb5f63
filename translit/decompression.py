"""Compressed input read as a stream: damage is one kind of error, and what expands without measure is refused."""

from __future__ import annotations

import io
import zlib
from typing import Any

from translit.errors import DataError

FREE = 1 << 28  # bytes that any file may expand to
RATIO = 200  # bytes from one compressed byte beyond that; lists of names have 3 to 20, all-equal rows 1000


class DecompressedStream(io.RawIOBase):
    """The stream of a decompressor over a file.

    `damage` are the errors by which the decompressor tells of damage, beside those of gzip. Raises DataError for
    damage, and once the content is out of all proportion to the file.
    """

    def __init__(self, stream: Any, file: Any, name: str, damage: tuple[type[Exception], ...] = ()) -> None:
        self._stream, self._file, self._name = stream, file, name
        self._damage: tuple[type[Exception], ...] = (EOFError, zlib.error, OSError, *damage)
        self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        pieces, left = [], size if size is not None and size >= 0 else None
        while left is None or left > 0:  # a stream may give less than was asked for
            try:
                piece = self._stream.read(1 << 20 if left is None else min(left, 1 << 20))
            except self._damage as error:
                said = f"can't be read: it can't be decompressed ({error})"
                raise DataError(f"{self._name} {said}; get the file again") from error
            if not piece:
                break
            pieces.append(piece)
            left = None if left is None else left - len(piece)
            self._count(len(piece))
        return b"".join(pieces)

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as there is something."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _count(self, size: int) -> None:
        self._given += size
        if self._given <= FREE:
            return
        try:
            taken = self._file.tell()
        except (OSError, ValueError):  # standard input
            return
        if self._given > RATIO * max(taken, 1):
            raise DataError(
                f"{self._name} holds more than {RATIO} times its own size, which no list of names does; decompress it"
                " yourself if it is right"
            )

    def close(self) -> None:
        """Close the decompressor and the file."""
        if not self.closed:
            self._stream.close()
            self._file.close()
        super().close()
