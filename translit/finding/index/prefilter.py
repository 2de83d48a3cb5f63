"""Pivots as an index keeps them: smoothed, their letters as bits, and keys with one symbol less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np

from translit.arrays import Int64s, UInt8s, UInt32s, UInt64s
from translit.patterns import plain_pattern

LETTERS = "abcčdefghijklmnopqrsštuvwxyzž"  # of pivots
LONGEST = 63  # letters that are counted
CHUNK = 1 << 16

_SMOOTH = [("j", ""), ("au", "av"), ("ou", "av"), ("eu", "ev"), ("ie", "e"), ("ia", "a"), ("iu", "u"), ("o", "a")]
_DOUBLED = plain_pattern(r"(.)(?=\1)")
_TWICE, _LENGTH = np.uint64(len(LETTERS)), np.uint64(2 * len(LETTERS))  # where in a mark these bits start
_LETTERS = np.uint64((1 << 2 * len(LETTERS)) - 1)
_COLUMNS = np.full(0x180, len(LETTERS), dtype=np.int64)  # letter → its number
_COLUMNS[[ord(letter) for letter in LETTERS]] = np.arange(len(LETTERS))
_BITS = np.array([1 << number for number in range(len(LETTERS))] + [0], dtype=np.int64)


def smooth(pivots: str) -> str:
    """Pivots, a line each, without the differences of vowels and glides that languages mix up.

    >>> smooth("lesia"), smooth("jakolev"), smooth("kavaliou")
    ('lesa', 'akalev', 'kavalav')
    """
    for before, after in _SMOOTH:
        pivots = pivots.replace(before, after)
    return _DOUBLED.sub("", pivots)


def deletes(key: str) -> set[str]:
    """A key without one of its symbols, doubled symbols made one.

    >>> sorted(deletes("lksn"))
    ['ksn', 'lkn', 'lks', 'lsn']
    """
    found = set()
    for place in range(len(key)):
        before, after = key[:place], key[place + 1 :]
        found.add(before + after[1:] if before[-1:] == after[:1] else before + after)
    return found - {""}


def sums_of(keys: Iterable[str]) -> tuple[UInt32s, UInt32s]:
    """Check sums of all deletions of all keys, sorted, and the number of the key of each."""
    sums: list[int] = []
    numbers: list[int] = []
    for number, key in enumerate(keys):
        if len(key) > 1:
            found = deletes(key)
            sums.extend(crc32(variant.encode()) for variant in found)
            numbers.extend([number] * len(found))
    order = np.lexsort((numbers, sums))
    return np.array(sums, dtype=np.uint32)[order], np.array(numbers, dtype=np.uint32)[order]


def letter_marks(texts: Sequence[str]) -> UInt64s:
    """For each text, as bits, the letters that it has, those it has twice, and its length.

    >>> marks = letter_marks(["anna", "hana", "han"])
    >>> least_edits(marks, marks[0]).tolist(), lengths_of(marks).tolist()
    ([0, 1, 2], [4, 4, 3])
    """
    found = np.zeros(len(texts), dtype=np.uint64)
    for start in range(0, len(texts), CHUNK):
        part = texts[start : start + CHUNK]
        lengths = np.fromiter(map(len, part), dtype=np.int64, count=len(part))
        letters = np.frombuffer("".join(part).encode("utf-32-le"), dtype=np.uint32)
        cells = np.arange(len(part)).repeat(lengths) * len(_BITS) + _COLUMNS.take(letters, mode="clip")
        counts = np.bincount(cells, minlength=len(part) * len(_BITS)).reshape(len(part), len(_BITS))
        marks = ((counts > 0) @ _BITS).astype(np.uint64) | ((counts > 1) @ _BITS).astype(np.uint64) << _TWICE
        found[start : start + len(part)] = marks | np.minimum(lengths, LONGEST).astype(np.uint64) << _LENGTH
    return found


def lengths_of(marks: UInt64s) -> Int64s:
    """The lengths of texts, by their marks; beyond 63 letters 63."""
    return (marks >> _LENGTH).astype(np.int64)


def least_edits(marks: UInt64s, mark: np.uint64 | UInt64s) -> UInt8s:
    """How many edits it takes at least to turn each text into another one, or each into its own, by their marks."""
    ahead, behind = np.bitwise_count(marks & ~mark & _LETTERS), np.bitwise_count(~marks & mark & _LETTERS)
    return np.asarray(np.maximum(ahead, behind), dtype=np.uint8)
