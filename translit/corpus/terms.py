"""The terms of a corpus: each distinct folded word that has a place, by its number, packed in rows of neighbours.

New terms are numbered in the order of their sound keys, so that those that a query looks at lie together.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

TERM_BITS = 7  # of a number: the terms of one row differ only in them
HELD = 1 << 10  # rows that are kept unpacked: ten kilobytes each


def all_terms(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """All terms with their numbers, in the order of these."""
    for row, packed in connection.execute("SELECT number, packed FROM terms ORDER BY number"):
        for place, term in enumerate(_unpacked(packed)):
            yield term, (row << TERM_BITS) + place


def count_terms(connection: sqlite3.Connection) -> int:
    """How many terms there are: the number that the next one gets."""
    row = connection.execute("SELECT number, packed FROM terms ORDER BY number DESC LIMIT 1").fetchone()
    return (row[0] << TERM_BITS) + len(_unpacked(row[1])) if row else 0


def append_terms(connection: sqlite3.Connection, first: int, terms: Sequence[str], keys: Sequence[str]) -> None:
    """Add terms numbered from `first` on, which is the next number, with their sound keys joined by blanks."""
    rows: list[tuple[int, bytes]] = []
    for row, group in groupby(range(first, first + len(terms)), lambda number: number >> TERM_BITS):
        mine = [terms[number - first] for number in group]
        if row << TERM_BITS < first:
            before = connection.execute("SELECT packed FROM terms WHERE number = ?", (row,)).fetchone()
            mine = _unpacked(before[0]) + mine
        rows.append((row, zlib.compress("\n".join(mine).encode(), 9)))
    connection.executemany("INSERT OR REPLACE INTO terms VALUES(?, ?)", rows)
    connection.executemany("INSERT INTO sounds(rowid, keys) VALUES(?, ?)", enumerate(keys, first + 1))


def terms_that_sound(connection: sqlite3.Connection, match: str) -> list[int]:
    """The numbers of the terms that have one of the sound keys of a full-text query, in order."""
    rows = connection.execute("SELECT rowid FROM sounds WHERE sounds MATCH ?", (match,))
    return [number - 1 for (number,) in rows]


def texts_of_terms(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[str]:
    """The terms with these numbers."""
    numbers = list(numbers)
    wanted = sorted({number >> TERM_BITS for number in numbers})
    rows = connection.execute(
        "SELECT t.number, t.packed FROM json_each(?) j CROSS JOIN terms t ON t.number = j.value", (json.dumps(wanted),)
    )
    found = {row: _unpacked(packed) for row, packed in rows}
    return [found[number >> TERM_BITS][number & ((1 << TERM_BITS) - 1)] for number in numbers]


@lru_cache(maxsize=HELD)
def _unpacked(packed: bytes) -> list[str]:
    return zlib.decompress(packed).decode().split("\n")
