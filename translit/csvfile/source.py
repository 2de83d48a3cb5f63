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
from zlib import crc32

from translit.csvfile.compression import Compression, decompressed
from translit.csvfile.encoding_guess import Guess, guess
from translit.csvfile.encodings import MARKS, codec, is_ascii_based, keeps_bytes
from translit.csvfile.mixed_utf8 import foreign_word, is_mostly_utf8, word_at
from translit.errors import DataError, UsageError

SAMPLE = 1 << 16


def recognise(sample: bytes) -> str | None:
    """The encoding of a sample without a byte order mark, or None if it isn't text.

    One shorter than SAMPLE is a whole file; a longer one may end amid a character.

    >>> recognise("імя\\n".encode()), recognise("Аляксандр Лукашэнка\\n".encode("cp1251"))
    ('utf-8', 'cp1251')
    >>> recognise("імя\\n".encode() + "Андрэй\\n".encode("cp1251"))  # whose last row is refused when it is read
    'utf-8'
    """
    if b"\0" in sample and (wide := _wide(sample)):
        return wide
    with suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) < SAMPLE)
        return "utf-8"
    if is_mostly_utf8(sample):
        return "utf-8"
    found = guess(sample)
    return found.encoding if found else None


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
        self.doubt: Guess | None = None  # about an encoding that was guessed
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
        self.checksum = crc32(sample)  # of what was read
        self.is_ascii_based = is_ascii_based(self.encoding)
        self._copied = False  # whether the output must have the same bytes
        self._unlike: DataError | None = None  # the first line that would have others

    def keep_bytes(self) -> None:
        """From now on refuse bytes that the encoding wouldn't write again; raises DataError if some were read."""
        self._copied = True
        if self._unlike:
            raise self._unlike

    def _opened(self, path: str) -> BinaryIO:
        if path == "-":
            if sys.stdin is None:
                raise DataError("standard input is closed; leave it open, or name a file")
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
        if found and not found.startswith("utf"):
            self.doubt = guess(sample)
            if foreign := foreign_word(sample, found):
                self.doubt = Guess(found, "utf-8", foreign)
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
            before_, _ = self._decoder.getstate()
            try:
                text = self._decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                raise self._undecodable(error) from None
            if not keeps_bytes(self.encoding):
                self._compare(before_ + data, text)
            self.lines += text.count("\n")
            if text:
                yield text
            if not data:
                return

    def _undecodable(self, error: UnicodeDecodeError) -> DataError:
        """The error of bytes that aren't in the encoding, with the line and what they may be."""
        before = bytes(error.object[: error.start]).decode(self.encoding, errors="ignore")
        where = f"line {self.lines + before.count(chr(10))} of {self.name} isn't {self.encoding.upper()}"
        if not self.guessed:
            return DataError(f"{where}; give the file's encoding with --encoding (for example --encoding cp1251)")
        word = word_at(bytes(error.object), error.start)
        found = guess(word) if word else None
        reading = f" ({word.decode(found.encoding)!r} if it is {found.encoding})" if found else ""
        return DataError(
            f"{where} as the rest is{reading}; correct it, or give the encoding of the whole file with --encoding"
        )

    def _compare(self, data: bytes, text: str) -> None:
        """Look whether a text would be written as the bytes it was read from."""
        waiting, _ = self._decoder.getstate()
        data = data[: len(data) - len(waiting)]
        if self._unlike or text.encode(self.encoding) == data:
            return
        lines = self.lines
        for line, bytes_ in zip(text.split("\n"), data.split(b"\n"), strict=False):
            if line.encode(self.encoding) != bytes_:
                break
            lines += 1
        self._unlike = DataError(
            f"line {lines} of {self.name} has bytes that {self.encoding.upper()} has two ways to write, so that a copy"
            " would differ; give --output-encoding utf-8"
        )
        if self._copied:
            raise self._unlike

    def decoded(self, data: bytes) -> str:
        """The text of bytes from `raw`.

        Raises DataError, without a line, if they aren't text in the encoding or wouldn't be written again.
        """
        try:
            text = data.decode(self.encoding)
        except UnicodeDecodeError:
            raise DataError(f"{self.name} isn't {self.encoding.upper()}") from None
        if self._copied and not keeps_bytes(self.encoding) and text.encode(self.encoding) != data:
            raise DataError(f"{self.name} has bytes that {self.encoding.upper()} writes otherwise")
        return text

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
        self.checksum = crc32(data, self.checksum)
        return data

    def close(self) -> None:
        """Close the file; standard input stays open."""
        if sys.stdin is None or self._file is not sys.stdin.buffer:
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
