"""Compressed files: gzip and Zstandard, read and written as streams, told by the ending of the name."""

from __future__ import annotations

import gzip
import io
import zlib
from enum import Enum
from typing import Any, BinaryIO, cast

from translit.errors import DataError, UsageError


class Compression(Enum):
    """How a file is compressed; the value is the ending of its name."""

    NONE = ""
    GZIP = ".gz"
    ZSTD = ".zst"


def compression_of(path: str) -> Compression:
    """The compression that the ending of a name tells.

    >>> compression_of("people.csv.gz"), compression_of("people.csv")
    (<Compression.GZIP: '.gz'>, <Compression.NONE: ''>)
    """
    return next((each for each in Compression if each.value and path.lower().endswith(each.value)), Compression.NONE)


def decompressed(file: BinaryIO, compression: Compression, name: str) -> BinaryIO:
    """A file's content as a stream, which raises DataError where the compressed data is damaged or cut short."""
    if compression is Compression.NONE:
        return file
    if compression is Compression.GZIP:
        return cast(BinaryIO, _Decompressed(gzip.GzipFile(fileobj=file), file, name))
    return cast(BinaryIO, _Decompressed(_zstandard(name).ZstdDecompressor().stream_reader(file), file, name))


def compressor(compression: Compression, name: str) -> Any:
    """What compresses bytes piece by piece (`compress`, then `flush`); equal data gives equal bytes.

    >>> piece = compressor(Compression.GZIP, "a.gz")
    >>> gzip.decompress(piece.compress(b"name") + piece.flush())
    b'name'
    """
    if compression is Compression.GZIP:
        return zlib.compressobj(6, zlib.DEFLATED, 31)  # 31: with the head and checksum of gzip
    return _zstandard(name).ZstdCompressor().compressobj()


def _zstandard(name: str) -> Any:
    try:
        import zstandard
    except ImportError:
        raise UsageError(f"{name} needs zstandard; install translit-names[files]") from None
    return zstandard


class _Decompressed(io.RawIOBase):
    """The stream, with every way in which damage shows turned into one error."""

    def __init__(self, stream: Any, file: BinaryIO, name: str) -> None:
        self._stream = stream
        self._file = file
        self._name = name
        self._damage: tuple[type[Exception], ...] = (EOFError, zlib.error, OSError)
        if not isinstance(stream, gzip.GzipFile):
            self._damage = (*self._damage, _zstandard(name).ZstdError)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        pieces, left = [], size if size is not None and size >= 0 else None
        try:
            while left is None or left > 0:  # a stream may give less than was asked for
                piece = self._stream.read(1 << 20 if left is None else left)
                if not piece:
                    break
                pieces.append(piece)
                left = None if left is None else left - len(piece)
        except self._damage as error:
            raise DataError(f"{self._name} can't be decompressed ({error}); get the file again") from error
        return b"".join(pieces)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._file.close()
        super().close()
