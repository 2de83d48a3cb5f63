"""Text that was written in one encoding and read in another: MÃ¼nster is Münster, Ìèíñê is Минск.

What is undone is UTF-8 that was read as Windows-1252 or Latin-1, and Windows-1251 that was read so. A sign that could
as well be meant stays: the Í and Ž of KŘÍŽ are the bytes of one letter in UTF-8.
"""

from __future__ import annotations

import re

from translit.patterns import plain_pattern

# what the bytes of 0x80 to 0xBF, which follow the first one of a letter in UTF-8, are read as
_CODES = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0x100)}
_BYTES = {ord(char): code for code, char in _CODES.items()} | {code: code for code in range(0x80, 0x100)}
_REST = f"[\x80-\xbf{re.escape(''.join(_CODES[code] for code in range(0x80, 0xA0)))}]"
_LETTER = f"[\xc2-\xdf]{_REST}|[\xe0-\xef]{_REST}{{2}}|[\xf0-\xf4]{_REST}{{3}}"
# Latin letters and signs may stand alone; letters of other scripts come several together
_MANGLED = plain_pattern(
    f"[\xc3-\xc5]{_REST}|\xc2[\xa0-\xbf]|\xe1[\xb8-\xbb]{_REST}|\xe2\u20ac{_REST}|(?:{_LETTER}){{2}}"
)
_ACCENTED = plain_pattern("[\xa1-\xff]")  # without any of them nothing is mangled: a quick look
_ANY = plain_pattern(f"(?:{_LETTER})+")
_RUN = "(?<![a-zA-Z])[\xa1\xa2\xa5\xa8\xaa\xaf\xb2-\xb4\xb8\xba\xbf\xc0-\xff]"
_SURE, _CYRILLIC = plain_pattern(_RUN + "{4,}(?![a-zA-Z])"), plain_pattern(_RUN + "+(?![a-zA-Z])")


def unmangled(text: str) -> str:
    """The text as it was before it was read in another encoding; any other text as it is.

    >>> unmangled("MÃ¼nster"), unmangled("Ìèíñê"), unmangled("KŘÍŽ"), unmangled("Åland")
    ('Münster', 'Минск', 'KŘÍŽ', 'Åland')
    """
    if text.isascii() or not _ACCENTED.search(text):
        return text
    if _MANGLED.search(text):
        text = _ANY.sub(lambda found: _as_utf8(found[0]), text)
    if any(_as_cyrillic(run) != run for run in _SURE.findall(text)):
        text = _CYRILLIC.sub(lambda found: _as_cyrillic(found[0]), text)
    return text


def _as_utf8(run: str) -> str:
    try:
        return bytes(_BYTES[ord(char)] for char in run).decode()
    except UnicodeDecodeError:
        return run


def _as_cyrillic(run: str) -> str:
    """A run of nothing but accented letters as Windows-1251 has it, if that is a word: small letters, or capitals."""
    word = bytes(map(ord, run)).decode("cp1251", "replace")
    return word if word.isalpha() and (word[1:].islower() or word.isupper()) else run
