"""Files that are UTF-8 but for some words: rows from elsewhere, or a letter typed in another program.

That a word which isn't ASCII is UTF-8 by chance, and all its characters letters, hardly happens in any other encoding.
So the words are counted: if as many are UTF-8 as aren't, the file is UTF-8 and has faults, which are refused where they
stand; if fewer are, it is in another encoding, and has words that come out wrong by it.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from contextlib import suppress

_WORD = re.compile(rb'[^\s,;|"<>\x00-\x1f]*[\x80-\xff][^\s,;|"<>\x00-\x1f]*')
_SIGNS = frozenset("«»“”„’‘–—…№§°\xa0•·")
_BOTH = 2  # letters beyond ASCII that a word has which isn't UTF-8 by chance


def utf8_words(sample: bytes) -> tuple[list[str], list[bytes]]:
    """The words of a sample that are UTF-8 and not ASCII, and those that aren't, each once.

    The last one may end amid a character, if it has others beyond ASCII.

    >>> utf8_words("Łukašenka, Лук".encode() + b", Jos\\xe9")
    (['Łukašenka', 'Лук'], [b'Jos\\xe9'])
    """
    good: dict[str, None] = {}
    bad: dict[bytes, None] = {}
    for found in _WORD.finditer(sample):
        text = None
        with suppress(UnicodeDecodeError):
            text = getincrementaldecoder("utf-8")().decode(found[0], final=found.end() < len(sample))
        letters = text is not None and all(char.isascii() or char.isalpha() or char in _SIGNS for char in text)
        if text is None or text.isascii() or not letters:
            bad[found[0]] = None
        else:
            good[text] = None
    return list(good), list(bad)


def is_mostly_utf8(sample: bytes) -> bool:
    """Whether of the words that aren't ASCII as many are UTF-8 as aren't.

    >>> is_mostly_utf8("Лукашенко\\n".encode() + b"Jos\\xe9\\n"), is_mostly_utf8("Лукашенко\\n".encode("cp1251"))
    (True, False)
    """
    good, bad = utf8_words(sample)
    return bool(good) and len(good) >= len(bad)


def foreign_word(sample: bytes, encoding: str) -> tuple[str, str] | None:
    """A word that is UTF-8 in a sample of another encoding, by that encoding and as it is, None without any.

    >>> foreign_word("Иван Петров ".encode("cp1251") + "Ян".encode(), "cp1251")
    ('РЇРЅ', 'Ян')
    """
    for word in utf8_words(sample)[0]:
        if sum(not char.isascii() and char.isalpha() for char in word) >= _BOTH:
            with suppress(UnicodeDecodeError):
                return word.encode().decode(encoding), word
    return None


def word_at(data: bytes, place: int) -> bytes:
    """The word of bytes that the byte at a place belongs to.

    >>> word_at(b"1;Jos\\xe9 M.;x", 5)
    b'Jos\\xe9'
    """
    return next((found[0] for found in _WORD.finditer(data) if found.start() <= place < found.end()), b"")
