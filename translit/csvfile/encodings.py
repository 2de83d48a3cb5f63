"""Encodings: which one a name means, which are refused, and which give every byte back."""

from __future__ import annotations

import codecs
from functools import cache

from translit.errors import UsageError, did_you_mean

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKED = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE, "utf-32": codecs.BOM_UTF32_LE}
COMMON = ("utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "koi8-u", "cp866", "cp1250", "cp1252", "cp1257")
UNICODE = ("utf-8", "utf-16", "utf-32")
# What one byte means depends on those before it, or bytes stand for escapes: text in them can't be copied in pieces.
REFUSED = ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "hz", "mbcs", "oem")
SHIFTING = "iso2022"


def codec(name: str) -> tuple[str, bytes]:
    """The codec of an encoding's name, and the byte order mark a new file in it begins with.

    Raises UsageError for a name that no codec has, and for encodings that don't give every byte back.

    >>> codec("UTF-16"), codec("cp1251")
    (('utf-16-le', b'\\xff\\xfe'), ('cp1251', b''))
    """
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        remedy = did_you_mean(name, COMMON) or f"; usual ones are {', '.join(COMMON)}"
        raise UsageError(f"there is no encoding {name!r}{remedy}") from None
    if not getattr(found, "_is_text_encoding", True):
        raise UsageError(f"{name!r} doesn't encode text; usual encodings are {', '.join(COMMON)}")
    plain = found.name.replace("-", "_")
    if plain.startswith(SHIFTING) or found.name in REFUSED or plain in REFUSED:
        raise UsageError(f"{name!r} doesn't keep every byte of a file; convert it to UTF-8 first")
    mark = MARKED.get(found.name, b"")
    return next((known for bom, known in MARKS if bom == mark), found.name), mark


@cache
def keeps_bytes(encoding: str) -> bool:
    """Whether text in an encoding, once decoded, is always encoded to the same bytes.

    >>> keeps_bytes("cp1251"), keeps_bytes("cp932"), keeps_bytes("mac_arabic")
    (True, False, False)
    """
    if encoding.startswith(UNICODE):
        return True
    met = 0
    for code in range(256):
        byte = bytes([code])
        try:
            if byte.decode(encoding).encode(encoding) != byte:
                return False
            met += 1
        except UnicodeError:
            continue
    return met == 256 or _has_one_byte_only(encoding)


def _has_one_byte_only(encoding: str) -> bool:
    """Whether no byte waits for another: the encoding has gaps, and no characters of several bytes."""
    decoder = codecs.getincrementaldecoder(encoding)
    for code in range(256):
        try:
            if not decoder().decode(bytes([code])):
                return False
        except UnicodeError:
            continue
    return True


@cache
def is_ascii_based(encoding: str) -> bool:
    """Whether the signs that separate cells and lines are their own single bytes.

    >>> is_ascii_based("cp1251"), is_ascii_based("utf-16-le"), is_ascii_based("cp500")
    (True, False, False)
    """
    signs = "\n\r,;\t|\"'"
    try:
        return signs.encode(encoding) == signs.encode("ascii")
    except UnicodeError:
        return False
