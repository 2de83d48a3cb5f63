"""What stands in the index for a reading of a word, and for a concept of a list: short sums."""

from __future__ import annotations

from zlib import crc32

READING, CONCEPT = "0", "1"  # what readings and concepts begin with in the index
SUMS = 1 << 16


def trimmed(pivot: str) -> str:
    """A pivot without its last vowels, which are the first to change with the case.

    >>> trimmed("polša"), trimmed("polšu"), trimmed("oslo"), trimmed("rio")
    ('polš', 'polš', 'osl', 'rio')
    """
    short = pivot.rstrip("aeiouyj")
    return short if len(short) > 2 else pivot


def as_reading(reading: str) -> str:
    """A reading as the index has it: a short sum, which a few share, since what is found is read again."""
    return f"{READING}{crc32(reading.encode()) % SUMS:x}"


def as_concept(key: str) -> str:
    """A concept of a list as the index has it: a short sum as well.

    >>> as_concept("ministry")
    '1531'
    """
    return f"{CONCEPT}{crc32(key.encode()) % SUMS:x}"
