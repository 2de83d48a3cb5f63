"""Codes: words that stand for something by its key, so that an index or a join has it among the sounds of words."""

from __future__ import annotations

from zlib import crc32

_LETTERS = "bdfklmnprtvz"  # which are read in one way, and each as itself
_LENGTH = 9  # letters that hold the 32 bits of a check sum


def coded(key: str) -> str:
    """A word of nine letters for a key, the same wherever it is asked for.

    >>> coded("ministry") == coded("ministry"), coded("ministry") == coded("minister"), len(coded("ministry"))
    (True, False, 9)
    """
    number, letters = crc32(key.encode()), []
    for _ in range(_LENGTH):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)
