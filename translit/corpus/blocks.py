"""Texts packed together: neighbours are alike, so that a block of them takes two thirds of what each would by itself.

A row of `blocks` has its own number, that of its first document, how many it holds, and their texts, compressed; none
where the corpus is kept without texts. The index of all words knows them by block.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST_TEXTS = 32
LARGEST = 1 << 16  # letters of a block, unless one text alone has more
LEVEL = 5  # of compression: 6 is a hundredth of the text smaller, and takes twice as long


class Block(NamedTuple):
    """How many texts, what `cut` makes of all their words joined by blanks, and the texts packed, if they are kept."""

    texts: int
    cuts: str
    packed: bytes | None


def blocks_of_texts(texts: Sequence[str], cuts: Sequence[set[str]], keep: bool) -> list[Block]:
    """Texts in blocks; `cuts` are what `tokens.cut` makes of the words of each.

    >>> [block.texts for block in blocks_of_texts(["Мінск"] * 40, [{"мінск"}] * 40, True)]
    [32, 8]
    """
    found = []
    start = 0
    while start < len(texts):
        end, size = start + 1, len(texts[start])
        while end < len(texts) and end - start < MOST_TEXTS and size + len(texts[end]) <= LARGEST:
            size += len(texts[end])
            end += 1
        some = sorted(set().union(*cuts[start:end]))
        found.append(Block(end - start, " ".join(some), pack(texts[start:end]) if keep else None))
        start = end
    return found


def pack(texts: Sequence[str]) -> bytes:
    """Texts as bytes: their lengths, then all of them.

    >>> unpack(pack(["Мінск", "", "Гродна"]))
    ['Мінск', '', 'Гродна']
    """
    head = json.dumps(list(map(len, texts)), separators=(",", ":"))
    return zlib.compress("\n".join((head, "".join(texts))).encode(), LEVEL)


def unpack(packed: bytes) -> list[str]:
    """The texts of a block."""
    head, _, every = zlib.decompress(packed).decode().partition("\n")
    texts, start = [], 0
    for size in json.loads(head):
        texts.append(every[start : start + size])
        start += size
    return texts


def write_blocks(connection: sqlite3.Connection, first: int, blocks: Sequence[Block]) -> None:
    """Write blocks of documents that are numbered from `first` on."""
    number = 1 + int(connection.execute("SELECT coalesce(max(number), 0) FROM blocks").fetchone()[0])
    rows = []
    for place, block in enumerate(blocks, number):
        rows.append((place, first, block.texts, block.packed))
        first += block.texts
    connection.executemany("INSERT INTO blocks VALUES(?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO words(rowid, body) VALUES(?, ?)",
        ((row[0], block.cuts) for row, block in zip(rows, blocks, strict=True)),
    )


def text_of(connection: sqlite3.Connection, number: int) -> str | None:
    """The text of a document, None if the corpus doesn't keep it."""
    row = connection.execute(
        "SELECT first, packed FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1", (number,)
    ).fetchone()
    if row is None or row[1] is None:
        return None
    texts = unpack(row[1])
    return texts[number - row[0]] if number - row[0] < len(texts) else None


def documents_of(connection: sqlite3.Connection, blocks: Iterable[int]) -> list[int]:
    """The numbers of the documents of some blocks, without those that are gone."""
    rows = connection.execute(
        "SELECT d.number FROM json_each(?) j JOIN blocks b ON b.number = j.value"
        " JOIN documents d ON d.number BETWEEN b.first AND b.first + b.count - 1 ORDER BY d.number",
        (json.dumps(list(blocks)),),
    )
    return [number for (number,) in rows]


def drop_texts(connection: sqlite3.Connection, gone: Iterable[int]) -> None:
    """Take the texts of documents that are gone out of their blocks."""
    blocks: dict[int, set[int]] = {}
    for number in gone:
        row = connection.execute("SELECT max(first) FROM blocks WHERE first <= ?", (number,)).fetchone()
        if row[0] is not None:
            blocks.setdefault(row[0], set()).add(number - row[0])
    for first, places in blocks.items():
        (packed,) = connection.execute("SELECT packed FROM blocks WHERE first = ?", (first,)).fetchone()
        if packed is not None:
            texts = ["" if place in places else text for place, text in enumerate(unpack(packed))]
            connection.execute("UPDATE blocks SET packed = ? WHERE first = ?", (pack(texts), first))
