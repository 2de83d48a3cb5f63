"""Where terms stand: in which documents, at which word, and how written.

A segment is a run of documents that were added together; segments that have become many are joined. A row of `places`
holds the spots of sixteen neighbouring terms in one segment: two bytes that say which of them are there, how many bytes
each has, then the spots. A spot is a pair of numbers (see `varint`): the document, as its distance to
that of the pair before, and the word's place in it with the mark of how it is written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from translit.arrays import Int8s, Int32s, Int64s
from translit.corpus.varint import decode, encode

PLACE_BITS = 24  # of a spot as one number: the word's place in its document
MARK_BITS = 2
ROW_BITS = 4  # of a term's number: those of one row differ only in them
ROW_BYTES = (1 << ROW_BITS) // 8  # a bit for each term of a row
SEGMENT_BIT = 40  # of a row's number, from which on it says which segment
MOST_SEGMENTS = 8  # of about one size; then they are joined
GROWTH = 8  # how many times larger the segments of the next size are
REWRITTEN = 1 << 22  # bytes of rows that are joined at once: a dozen times as much memory


class SpotMark(IntEnum):
    """What is kept of how a word stands in its document."""

    SMALL_LETTERS = 0
    PLAIN = 1  # with a capital
    BESIDE_GIVEN = 2  # with a capital, beside a given name


SMALL_LETTERS, PLAIN, BESIDE_GIVEN = map(int, SpotMark)  # plain numbers for inner loops: see persons.marks


class Spots(NamedTuple):
    """Spots of several terms: which of them, the document and place as one number, and the mark; in no order."""

    which: Int32s
    codes: Int64s
    marks: Int8s


def write(connection: sqlite3.Connection, terms: Int64s, documents: Int64s, places: Int64s, marks: Int8s) -> None:
    """A new segment with these spots, which come in the order of documents and places."""
    if not len(terms):
        return
    segment = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM segments").fetchone()[0]
    connection.execute("INSERT INTO segments VALUES(?, ?)", (segment, len(terms)))
    _insert(connection, segment, terms, documents, places.astype(np.int64) << MARK_BITS | marks)


def _insert(connection: sqlite3.Connection, segment: int, terms: Int64s, documents: Int64s, values: Int64s) -> None:
    """Rows of a segment for spots in the order of documents."""
    order = np.argsort(terms, kind="stable")
    terms, documents = terms[order], documents[order]
    firsts = np.flatnonzero(np.diff(terms, prepend=-1))
    numbers = terms[firsts]
    pairs = np.empty(2 * len(terms), dtype=np.int64)
    pairs[0::2] = np.diff(documents, prepend=0)
    pairs[2 * firsts] = documents[firsts]
    pairs[1::2] = values[order]
    data, starts = encode(pairs)
    cuts = starts[2 * np.append(firsts, len(terms))]
    sizes, size_cuts = encode(np.diff(cuts))
    rows = np.flatnonzero(np.diff(numbers >> ROW_BITS, prepend=-1))
    packed, head = data.tobytes(), sizes.tobytes()
    there = np.add.reduceat(1 << (numbers & ((1 << ROW_BITS) - 1)), rows).tolist()
    ends = np.append(rows[1:], len(numbers))
    bounds = zip(
        ((segment << SEGMENT_BIT) + (numbers[rows] >> ROW_BITS)).tolist(), there,
        size_cuts[rows].tolist(), size_cuts[ends].tolist(), cuts[rows].tolist(), cuts[ends].tolist(), strict=True,
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO places VALUES(?, ?)",
        (
            (number, b"%b%b%b" % (some.to_bytes(ROW_BYTES, "little"), head[head_start:head_end], packed[first:last]))
            for number, some, head_start, head_end, first, last in bounds
        ),
    )


def read(connection: sqlite3.Connection, terms: Sequence[int]) -> Spots:
    """The spots of some terms; `which` are their numbers in the order given."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for place, term in enumerate(terms):
        wanted.setdefault(term >> ROW_BITS, []).append((term & ((1 << ROW_BITS) - 1), place))
    rows = connection.execute(
        "SELECT p.number, p.packed FROM segments s CROSS JOIN json_each(?1) j CROSS JOIN places p"
        " ON p.number = (s.number << ?2) + j.value",
        (json.dumps(sorted(wanted)), SEGMENT_BIT),
    )
    which: list[int] = []
    parts: list[bytes] = []
    for number, packed in rows:
        lows, bounds = _inside(packed)
        for low, place in wanted[number & ((1 << SEGMENT_BIT) - 1)]:
            if lows >> low & 1:
                at = (lows & ((1 << low) - 1)).bit_count()
                parts.append(packed[bounds[at] : bounds[at + 1]])
                which.append(place)
    places, documents, values = _decoded(parts)
    codes = documents << PLACE_BITS | values >> MARK_BITS
    marks = (values & ((1 << MARK_BITS) - 1)).astype(np.int8)
    return Spots(np.array(which, dtype=np.int32)[places], codes, marks)


def _inside(packed: bytes) -> tuple[int, list[int]]:
    """Which terms a row has, a bit for each of sixteen; and where the spots of each start, and the last end."""
    lows = int.from_bytes(packed[:ROW_BYTES], "little")
    count = lows.bit_count()
    sizes = list(packed[ROW_BYTES : ROW_BYTES + count])
    place = ROW_BYTES + count
    if max(sizes) >= 0x80:
        place, sizes = _long_sizes(packed, count)
    return lows, list(accumulate(sizes, initial=place))


def _long_sizes(packed: bytes, count: int) -> tuple[int, list[int]]:
    """The sizes in a row where some take more than one byte, and where they end."""
    place, sizes = ROW_BYTES, []
    for _ in range(count):
        size = shift = 0
        while (byte := packed[place]) >= 0x80:
            size |= (byte & 0x7F) << shift
            shift += 7
            place += 1
        sizes.append(size | byte << shift)
        place += 1
    return place, sizes


def _decoded(parts: Sequence[bytes]) -> tuple[Int64s, Int64s, Int64s]:
    """The spots of several terms: the number of the part of each, its document, its place with the mark."""
    if not parts:
        none = np.empty(0, dtype=np.int64)
        return none, none, none
    data = np.frombuffer(b"".join(parts), dtype=np.uint8)
    values = decode(data)
    ends = np.cumsum(data < 0x80)[np.cumsum(list(map(len, parts))) - 1] // 2
    counts = np.diff(ends, prepend=0)
    starts = ends - counts
    documents = np.cumsum(values[0::2])
    documents -= np.repeat(np.where(starts > 0, documents[starts - 1], 0), counts)
    return np.repeat(np.arange(len(parts)), counts), documents, values[1::2]


def drop_documents(connection: sqlite3.Connection, gone: Int64s) -> None:
    """Take the spots of some documents out of all rows."""
    for (segment,) in connection.execute("SELECT number FROM segments").fetchall():
        _rewrite(connection, [segment], gone)


def join_segments(connection: sqlite3.Connection, every: bool = False) -> None:
    """Join segments of about one size where there are many; or all."""
    while True:
        rows = connection.execute("SELECT number, size FROM segments ORDER BY number").fetchall()
        some = [number for number, _ in rows] if every else _many_alike(rows)
        if len(some) < 2:
            return
        _rewrite(connection, some)
        first, last = some[0], some[-1]
        size = sum(size for number, size in rows if first <= number <= last)
        connection.execute("DELETE FROM segments WHERE number BETWEEN ? AND ?", (first, last))
        connection.execute("INSERT INTO segments VALUES(?, ?)", (first, size))


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


def _rewrite(connection: sqlite3.Connection, segments: Sequence[int], gone: Int64s | None = None) -> None:
    """Make one segment, with the number of the first, of segments in a row, without documents that are gone."""
    for rows in _runs(connection, segments):
        numbers: list[int] = []
        parts: list[bytes] = []
        for number, packed in rows:
            base = (number & ((1 << SEGMENT_BIT) - 1)) << ROW_BITS
            lows, bounds = _inside(packed)
            numbers += [base | low for low in range(1 << ROW_BITS) if lows >> low & 1]
            parts += [packed[start:end] for start, end in pairwise(bounds)]
        which, documents, values = _decoded(parts)
        terms = np.array(numbers, dtype=np.int64)[which]
        if gone is not None:
            keep = ~np.isin(documents, gone)
            terms, documents, values = terms[keep], documents[keep], values[keep]
        connection.executemany("DELETE FROM places WHERE number = ?", [(number,) for number, _ in rows])
        if len(terms):
            _insert(connection, segments[0], terms, documents, values)


def _runs(connection: sqlite3.Connection, segments: Sequence[int]) -> Iterator[list[tuple[int, bytes]]]:
    """The rows of some segments, all those of the same terms together, in runs that aren't large."""
    sizes: dict[int, int] = {}
    mask = (1 << SEGMENT_BIT) - 1
    bounds = (segments[0] << SEGMENT_BIT, (segments[-1] + 1) << SEGMENT_BIT)
    for number, size in connection.execute(
        "SELECT number, length(packed) FROM places WHERE number >= ? AND number < ?", bounds
    ):
        sizes[number & mask] = sizes.get(number & mask, 0) + size
    run: list[int] = []
    total = 0
    last = max(sizes, default=0)
    for row in sorted(sizes):
        run.append(row)
        total += sizes[row]
        if total > REWRITTEN or row == last:
            found: list[tuple[int, bytes]] = []
            for segment in segments:
                low = (segment << SEGMENT_BIT) + run[0]
                found += connection.execute(
                    "SELECT number, packed FROM places WHERE number BETWEEN ? AND ? ORDER BY number",
                    (low, low + run[-1] - run[0]),
                ).fetchall()
            yield found
            run, total = [], 0
