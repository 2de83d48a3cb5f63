"""An output that is compressed as it is written."""

from __future__ import annotations

from translit.csvfile.compression import Compression, compressor
from translit.csvfile.output import Output


class CompressedOutput(Output):
    """An output whose file is compressed; its end is written by `finish`."""

    def __init__(
        self, path: str, encoding: str = "utf-8", mark: bytes = b"", compression: Compression = Compression.NONE
    ) -> None:
        self._compressor = None if compression is Compression.NONE else compressor(compression, path)
        self._start = mark
        super().__init__(path, encoding, b"")

    def write_bytes(self, data: bytes) -> None:
        """Write bytes at the end, compressed, the byte order mark before the first."""
        data, self._start = self._start + data, b""
        super().write_bytes(self._compressor.compress(data) if self._compressor else data)

    def finish(self) -> None:
        """Write what the compressor still holds."""
        if self._compressor:
            super().write_bytes(self._compressor.flush())
            self._compressor = None
        super().finish()
