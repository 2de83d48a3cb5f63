"""Where terms stand: in which documents, at which word, and how written.

A row of `places` holds the spots of one term in one segment, a run of documents that were added together. They are
pairs of numbers (see `varint`): the document, as its distance to that of the pair before, and the word's place in it
with the mark of how it is written. Segments that have become many are joined, so that a term has few rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from translit.arrays import Int8s, Int32s, Int64s
from translit.corpus.varint import decode, encode

PLACE_BITS = 24  # of a spot as one number: the word's place in its document
MARK_BITS = 2
SMALL_LETTERS, PLAIN, BESIDE_GIVEN = 0, 1, 2  # marks: in small letters, with a capital, that beside a given name
MOST_SEGMENTS = 8  # of about one size; then they are joined
GROWTH = 8  # how many times larger the segments of the next size are


class Spots(NamedTuple):
    """Spots of several terms: which of them, the document and place as one number, and the mark; in no order."""

    which: Int32s
    codes: Int64s
    marks: Int8s


def write(connection: sqlite3.Connection, terms: Int64s, documents: Int64s, places: Int64s, marks: Int8s) -> None:
    """A new segment with these spots, which come in the order of documents and places."""
    if not len(terms):
        return
    order = np.argsort(terms, kind="stable")
    terms, documents = terms[order], documents[order]
    firsts = np.flatnonzero(np.diff(terms, prepend=terms[0] - 1))
    steps = np.diff(documents, prepend=0)
    steps[firsts] = documents[firsts]
    values = np.empty(2 * len(terms), dtype=np.int64)
    values[0::2] = steps
    values[1::2] = places[order] << MARK_BITS | marks[order]
    data, starts = encode(values)
    cuts = starts[2 * np.append(firsts, len(terms))].tolist()
    lasts = documents[np.append(firsts[1:], len(terms)) - 1].tolist()
    packed = data.tobytes()
    segment = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM segments").fetchone()[0]
    connection.execute("INSERT INTO segments VALUES(?, ?)", (segment, len(terms)))
    connection.executemany(
        "INSERT INTO places VALUES(?, ?, ?, ?)",
        (
            (term, segment, last, packed[start:end])
            for term, last, start, end in zip(terms[firsts].tolist(), lasts, cuts[:-1], cuts[1:], strict=True)
        ),
    )


def read(connection: sqlite3.Connection, terms: Iterable[int]) -> Spots:
    """The spots of some terms; `which` are their numbers in the order given."""
    rows = connection.execute(
        "SELECT j.key, p.spots FROM json_each(?) j CROSS JOIN places p ON p.term = j.value", (json.dumps(list(terms)),)
    ).fetchall()
    if not rows:
        return Spots(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int8))
    data = np.frombuffer(b"".join([spots for _, spots in rows]), dtype=np.uint8)
    values = decode(data)
    ends = np.cumsum(data < 0x80)[np.cumsum([len(spots) for _, spots in rows]) - 1] // 2
    counts = np.diff(ends, prepend=0)
    starts = ends - counts
    documents = np.cumsum(values[0::2])
    before = np.where(starts > 0, documents[starts - 1], 0)
    documents -= np.repeat(before, counts)
    codes = documents << PLACE_BITS | values[1::2] >> MARK_BITS
    which = np.repeat(np.array([key for key, _ in rows], dtype=np.int32), counts)
    return Spots(which, codes, (values[1::2] & ((1 << MARK_BITS) - 1)).astype(np.int8))


def drop_documents(connection: sqlite3.Connection, gone: Int64s) -> None:
    """Take the spots of some documents out of all rows."""
    for term, segment in connection.execute("SELECT term, segment FROM places").fetchall():
        row = connection.execute("SELECT spots FROM places WHERE term = ? AND segment = ?", (term, segment)).fetchone()
        values = decode(row[0])
        documents = np.cumsum(values[0::2])
        keep = ~np.isin(documents, gone)
        if keep.all():
            continue
        if not keep.any():
            connection.execute("DELETE FROM places WHERE term = ? AND segment = ?", (term, segment))
            continue
        values = values.reshape(-1, 2)[keep]
        values[:, 0] = np.diff(documents[keep], prepend=0)
        data, _ = encode(values.ravel())
        connection.execute(
            "UPDATE places SET spots = ?, last = ? WHERE term = ? AND segment = ?",
            (data.tobytes(), int(documents[keep][-1]), term, segment),
        )


def join_segments(connection: sqlite3.Connection, every: bool = False) -> None:
    """Join segments of about one size where there are many; or all."""
    while True:
        rows = connection.execute("SELECT number, size FROM segments ORDER BY number").fetchall()
        if len(rows) < 2:
            return
        some = [number for number, _ in rows] if every else _many_alike(rows)
        if not some:
            return
        _join(connection, some)


def _many_alike(rows: list[tuple[int, int]]) -> list[int]:
    """The latest segments, if enough of them are together no larger than a few times the largest of them."""
    run: list[int] = []
    largest = 1
    for number, size in reversed(rows):
        if run and size > largest * GROWTH:
            break
        largest = max(largest, size)
        run.append(number)
    return sorted(run) if len(run) >= MOST_SEGMENTS else []


def _join(connection: sqlite3.Connection, numbers: list[int]) -> None:
    """Make one segment, with the number of the first, of segments in a row."""
    first, last = numbers[0], numbers[-1]
    rows = connection.execute(
        "SELECT term, last, spots FROM places WHERE segment BETWEEN ? AND ? ORDER BY term, segment", (first, last)
    ).fetchall()
    connection.execute("DELETE FROM places WHERE segment BETWEEN ? AND ?", (first, last))
    joined = ((term, first, *_joined(list(group))) for term, group in groupby(rows, itemgetter(0)))
    connection.executemany("INSERT INTO places VALUES(?, ?, ?, ?)", joined)
    size = connection.execute("SELECT sum(size) FROM segments WHERE number BETWEEN ? AND ?", (first, last)).fetchone()[
        0
    ]
    connection.execute("DELETE FROM segments WHERE number BETWEEN ? AND ?", (first, last))
    connection.execute("INSERT INTO segments VALUES(?, ?)", (first, size))


def _joined(rows: list[tuple[int, int, bytes]]) -> tuple[int, bytes]:
    """The last document and the spots of a term's rows: only the first number of each row changes."""
    _, last, spots = rows[0]
    parts = [spots]
    for _, own_last, own in rows[1:]:
        size = next(place for place, byte in enumerate(own) if byte < 0x80) + 1
        parts += [_one(_number(own[:size]) - last), own[size:]]
        last = own_last
    return last, b"".join(parts)


def _number(data: bytes) -> int:
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(data))


def _one(value: int) -> bytes:
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
