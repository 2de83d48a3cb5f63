"""Where text comes from: a file or standard input, in an encoding that is told, marked or recognised.

A byte order mark is kept apart, so that the output can begin as the input did. Decoding is strict: what
can't be decoded is an error that names the line, never a replacement character.
"""

from __future__ import annotations

import codecs
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from translit.csvfile.compression import Compression, decompressed
from translit.errors import DataError, UsageError, did_you_mean

SAMPLE = 1 << 16
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKED = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE, "utf-32": codecs.BOM_UTF32_LE}
ONE_BYTE = ("cp1251", "koi8_r", "cp866", "cp1250", "cp1252", "cp1257")  # those that lists of names are found in
COMMON = ("utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "koi8-u", "cp866", "cp1250", "cp1252", "cp1257")


def codec(name: str) -> tuple[str, bytes]:
    """The codec of an encoding's name, and the byte order mark a new file in it begins with.

    Raises UsageError for a name that no codec has.

    >>> codec("UTF-16"), codec("cp1251")
    (('utf-16-le', b'\\xff\\xfe'), ('cp1251', b''))
    """
    try:
        found = codecs.lookup(name)
    except LookupError:
        remedy = did_you_mean(name, COMMON) or f"; usual ones are {', '.join(COMMON)}"
        raise UsageError(f"there is no encoding {name!r}{remedy}") from None
    if not getattr(found, "_is_text_encoding", True):
        raise UsageError(f"{name!r} doesn't encode text; usual encodings are {', '.join(COMMON)}")
    mark = MARKED.get(found.name, b"")
    return next((known for bom, known in MARKS if bom == mark), found.name), mark


def recognise(sample: bytes) -> str | None:
    """The encoding of a sample without a byte order mark, or None if it isn't text.

    >>> recognise("імя\\n".encode()), recognise("Аляксандр Лукашэнка\\n".encode("cp1251"))
    ('utf-8', 'cp1251')
    """
    if b"\0" in sample and (wide := _wide(sample)):
        return wide
    with suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(ONE_BYTE)).best()
    return best.encoding if best else None


def _wide(sample: bytes) -> str | None:
    """UTF-16 in the byte order in which nearly all letters are of our alphabets: read as the other, they are rare."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        if sum(char in "\t\r\n" or " " <= char < "\u0600" for char in text) > 0.9 * len(text):
            return encoding
    return None


class Source:
    """An open input: its text in chunks, with the encoding and byte order mark it was found to have.

    `path` "-" is standard input. Raises DataError if the file can't be opened or isn't text, UsageError
    for an unknown encoding.
    """

    def __init__(self, path: str, encoding: str | None = None, compression: Compression = Compression.NONE) -> None:
        self.name = "standard input" if path == "-" else path
        self.size: int | None = None
        told = codec(encoding)[0] if encoding else None
        self._file: BinaryIO = decompressed(self._opened(path), compression, self.name)
        if compression is not Compression.NONE:
            self.size = None  # what will be read isn't known
        try:
            sample = self._read(SAMPLE)
            self.mark, self.encoding = _marked(sample, told)
            self.guessed = not self.encoding
            if self.guessed:
                self.encoding = self._recognised(sample)
        except BaseException:
            self.close()
            raise
        self._ahead = deque([sample[len(self.mark) :]])  # read and not yet given
        self._decoder = codecs.getincrementaldecoder(self.encoding)()
        self.bytes_read = len(sample)
        self.lines = 1  # the line that is next

    def _opened(self, path: str) -> BinaryIO:
        if path == "-":
            return sys.stdin.buffer
        try:
            file = Path(path).open("rb")  # noqa: SIM115  closed by close()
            status = Path(path).stat()
        except OSError as error:
            raise UsageError(f"{path} can't be read: {error.strerror}; check the path") from error
        self.size = status.st_size or None
        return file

    def _recognised(self, sample: bytes) -> str:
        if sample.startswith(b"PK\x03\x04"):
            raise DataError(f"{self.name} is a workbook or an archive; give --format xlsx or ods, or save it as CSV")
        found = recognise(sample)
        if found is None:
            raise DataError(f"the encoding of {self.name} can't be recognised; give it with --encoding")
        return found

    def _read(self, size: int) -> bytes:
        try:
            return self._file.read(size)
        except OSError as error:
            raise DataError(f"{self.name} can't be read: {error.strerror}; check the file") from error

    def chunks(self, size: int) -> Iterator[str]:
        """The text in pieces of about `size` bytes.

        Raises DataError, with the line, where the bytes aren't text in the encoding.
        """
        while True:
            data = self._next(size)
            try:
                text = self._decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                before = bytes(error.object[: error.start]).decode(self.encoding, errors="ignore")
                raise DataError(
                    f"line {self.lines + before.count(chr(10))} of {self.name} isn't {self.encoding.upper()};"
                    " give the file's encoding with --encoding (for example --encoding cp1251)"
                ) from None
            self.lines += text.count("\n")
            if text:
                yield text
            if not data:
                return

    def raw(self, size: int) -> Iterator[bytes]:
        """The bytes behind the text that `chunks` has given, in pieces of about `size`."""
        undecoded, _ = self._decoder.getstate()
        self._decoder.reset()
        if undecoded:
            yield undecoded
        while data := self._next(size):
            yield data

    def back(self, pieces: Iterable[bytes]) -> None:
        """Have these bytes read once more, before the rest."""
        self._ahead.extend(pieces)

    def _next(self, size: int) -> bytes:
        if self._ahead:
            return self._ahead.popleft()
        data = self._read(size)
        self.bytes_read += len(data)
        return data

    def close(self) -> None:
        """Close the file; standard input stays open."""
        if self._file is not sys.stdin.buffer:
            self._file.close()

    def __enter__(self) -> Source:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _marked(sample: bytes, told: str | None) -> tuple[bytes, str]:
    """The byte order mark and the encoding, "" if neither mark nor user tells it."""
    for mark, encoding in MARKS:
        if sample.startswith(mark) and (told is None or told.startswith(encoding[:6])):
            return mark, encoding
    return b"", told or ""
