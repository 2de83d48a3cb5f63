"""Compressed files: gzip and Zstandard, read and written as streams, told by the ending of the name."""

from __future__ import annotations

import gzip
import zlib
from enum import Enum
from typing import Any, BinaryIO, cast

from translit.decompression import DecompressedStream
from translit.errors import UsageError


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
        return cast(BinaryIO, DecompressedStream(gzip.GzipFile(fileobj=file), file, name))
    library = _zstandard(name)
    stream = library.ZstdDecompressor().stream_reader(file)
    return cast(BinaryIO, DecompressedStream(stream, file, name, (library.ZstdError,)))


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
