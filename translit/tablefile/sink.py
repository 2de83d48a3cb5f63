"""An output as a file that libraries write to."""

from __future__ import annotations

import io
from typing import Any

from translit.csvfile.compressed_output import CompressedOutput


class Sink(io.RawIOBase):
    """Takes the bytes that a library writes, and tells how many there were."""

    def __init__(self, output: CompressedOutput) -> None:
        self._output = output
        self._written = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Write bytes, or anything that has them."""
        piece = bytes(data)
        self._output.write_bytes(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._written
