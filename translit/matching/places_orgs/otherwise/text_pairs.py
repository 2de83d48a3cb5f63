"""Pairs of texts of which one is read as the other has its words: what all such readings have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translit.arrays import Int32s

Pairs = tuple[Sequence[str], Sequence[str], Int32s, Int32s]  # left and right texts, and which of them are pairs
Reading = Callable[[str, str], str]  # a text beside the other of its pair → as it is to be read; itself, if as it is


def read_beside(pairs: Pairs, is_marked: Callable[[str], bool], read: Reading, both: bool = True) -> Pairs:
    """The same pairs, each marked text as it is read beside the other; not `both`: where one of the two is marked.

    >>> import numpy as np
    >>> zero = np.zeros(1, dtype=np.int32)
    >>> left, right, rows, columns = read_beside((["a?"], ["ab"], zero, zero), lambda text: "?" in text, lambda a, b: b)
    >>> left[rows[0]], right[columns[0]], left
    ('ab', 'ab', ['a?', 'ab'])
    """
    left, right, rows, columns = pairs
    marked = [list(map(is_marked, texts)) for texts in (left, right)]
    if not any(map(any, marked)):
        return pairs
    left, right, rows, columns = list(left), list(right), rows.copy(), columns.copy()
    for place, (a, b) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        if not both and marked[0][a] and marked[1][b]:
            continue
        one, other = left[a], right[b]
        if marked[0][a] and (reading := read(one, other)) != one:
            rows[place] = len(left)
            left.append(reading)
        if marked[1][b] and (reading := read(other, one)) != other:
            columns[place] = len(right)
            right.append(reading)
    return left, right, rows, columns
