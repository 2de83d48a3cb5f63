"""Plain text and Markdown, in whatever encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.corpus.documents import Document
from translit.corpus.readers import ROOT, Options
from translit.errors import DataError
from translit.patterns import plain_pattern

# What texts of the languages in our tables come in, if not in UTF-8.
_ENCODINGS = [
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1250", "iso8859_2", "cp1252", "cp1257",
    "iso8859_13", "cp1254",
]  # fmt: skip
_LOOKED_AT = 1 << 16  # bytes
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TITLE = plain_pattern(r"^#\s+(.+?)\s*#*$", re.MULTILINE)
_LONGEST_TITLE = 200


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, or what a byte order mark says, or the encoding that its letters speak for.

    Raises DataError for bytes that are no text.

    >>> decoded("Мінск".encode()), decoded("Лукашенко встретился с Путиным в Минске".encode("cp1251"))
    ('Мінск', 'Лукашенко встретился с Путиным в Минске')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise DataError("its byte order mark says UTF-16 or UTF-8, but the rest isn't; save it anew") from None
    if b"\0" in data[:_LOOKED_AT]:
        raise DataError("it isn't text but a program's own format; give it an ending that says which")
    try:
        return data.decode()
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:_LOOKED_AT], cp_isolation=_ENCODINGS).best()
        if best is None:
            raise DataError("its encoding isn't known; save it as UTF-8") from None
        return data.decode(best.encoding, errors="replace")


def read_text(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a text file; a short first line with an empty one after it is the title."""
    text = decoded(data)
    first, _, rest = text.partition("\n")
    is_title = 0 < len(first.strip()) <= _LONGEST_TITLE and not rest.partition("\n")[0].strip()
    yield Document(ROOT, text, title=first.strip() if is_title else "")


def read_markdown(data: bytes, options: Options) -> Iterator[Document]:
    """The document of a Markdown file, its first heading the title."""
    text = decoded(data)
    title = _TITLE.search(text)
    yield Document(ROOT, text, title=title[1] if title else "")
