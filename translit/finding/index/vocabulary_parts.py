"""The vocabulary of an index as it is built: the words by their readings, and what finds a reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.arrays import Int64s, UInt32s
from translit.finding.index.prefilter import LETTERS, letter_marks, smooth, sums_of
from translit.finding.index.text_column import Lines
from translit.matching.phonetics.pivots import reader


def vocabulary_parts(
    words: Sequence[str], parts: Sequence[Sequence[str]]
) -> tuple[Int64s, dict[str, NDArray[Any]], dict[str, Lines]]:
    """The order of the words by reading, and the vocabulary over the words in that order."""
    read = _readings(parts)
    pivots = list({pivot for mine in read for pivot in mine})
    key_of = dict(zip(pivots, zip(reader().keys(pivots), _smoothed(pivots), strict=True), strict=True))
    first = [(*key_of[mine[0]], word) if mine else ("", "", word) for mine, word in zip(read, words, strict=True)]
    order = np.array(sorted(range(len(words)), key=first.__getitem__), dtype=np.int64)
    entries = sorted(set(key_of.values()))
    place = {entry: number for number, entry in enumerate(entries)}
    keys = [key for key, _ in entries]
    starts = [number for number, key in enumerate(keys) if not number or key != keys[number - 1]]
    distinct = [keys[start] for start in starts]
    pairs = [
        (entry, number)
        for number, at in enumerate(order.tolist())
        for entry in dict.fromkeys(place[key_of[pivot]] for pivot in read[at])
    ]
    of_pivot = np.array([entry for entry, _ in pairs], dtype=np.int64)
    of_word = np.array([word for _, word in pairs], dtype=np.uint32)
    sums, numbers = sums_of(distinct)
    arrays: dict[str, NDArray[Any]] = {
        "key_starts": np.array([*starts, len(entries)], dtype=np.uint32),
        "pivot_firsts": firsts_of(of_pivot, len(entries)),
        "pivot_words": of_word[np.argsort(of_pivot, kind="stable")],
        "delete_sums": sums,
        "delete_keys": numbers,
        "initials": np.array([_initials(read[at]) for at in order.tolist()], dtype=np.uint32),
    }
    texts = [text for _, text in entries]
    arrays["pivot_letters"] = letter_marks(texts)
    return order, arrays, {"keys": Lines.of(distinct), "pivots": Lines.of(texts)}


def _readings(parts: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The pivots of each word, of all its folded parts."""
    folded = list(dict.fromkeys(part[:40] for mine in parts for part in mine))
    pivots_of = dict(zip(folded, reader().pivots(folded), strict=True))
    found = ((pivot for part in mine for pivot in pivots_of[part[:40]]) for mine in parts)
    return [tuple(dict.fromkeys(pivot for pivot in mine if pivot)) for mine in found]


def _smoothed(pivots: Sequence[str]) -> list[str]:
    """The pivots as the vocabulary holds them, all worked at once."""
    return smooth("\n".join(pivots)).split("\n") if pivots else []


def initial_bit(pivot: str) -> int:
    """The bit of the letter that a pivot starts with."""
    return 1 << (LETTERS.find(pivot[0]) + 1)


def _initials(read: Sequence[str]) -> int:
    bits = 0
    for pivot in read:
        bits |= initial_bit(pivot)
    return bits


def firsts_of(owners: NDArray[Any], count: int) -> UInt32s:
    """Where the entries of each owner start, once the entries are sorted by owner; one more for the end."""
    return np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=count))]).astype(np.uint32)
