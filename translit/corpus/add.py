"""Adding documents: what `analysis` found in them goes into the tables, and what had their ids before goes out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from translit.arrays import Int64s
from translit.corpus.analysis import Analysis, joined_keys
from translit.corpus.annotations import has_entities
from translit.corpus.blocks import drop_texts, write_blocks
from translit.corpus.documents import Document
from translit.corpus.postings import write
from translit.corpus.terms import all_terms, append_terms, count_terms
from translit.errors import TranslitError

BATCH = 1024  # documents written together
LARGEST = 1 << 22  # letters of them
ASKED = 500  # values in one SQL statement
SUMS = 1 << 32  # of ids: half of them negative, so that SQLite keeps each in four bytes


@dataclass(frozen=True)
class Batch:
    """Documents that are written together, no two with one id, each with the path of the file it is of, if any.

    The documents that `changed` files had before go; `read` files are known by their digests from then on.
    """

    documents: Sequence[Document]
    paths: Sequence[str | None]
    changed: Sequence[str] = ()
    read: Mapping[str, bytes] = field(default_factory=dict)
    options: str = ""


def batch_of(documents: Sequence[Document], paths: Sequence[str | None] | None = None) -> Batch:
    """A batch of documents; the last of those with one id counts.

    >>> [one.text for one in batch_of([Document("1", "Мінск"), Document("1", "Гродна")]).documents]
    ['Гродна']
    """
    paths = paths if paths is not None else [None] * len(documents)
    distinct = {document.id: (document, path) for document, path in zip(documents, paths, strict=True)}
    return Batch([document for document, _ in distinct.values()], [path for _, path in distinct.values()])


def in_batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in lists that are neither long nor have long texts; before an error comes what went before it.

    >>> [len(some) for some in in_batches(Document(str(n), "") for n in range(1500))]
    [1024, 476]
    """
    batch: list[Document] = []
    size = 0
    try:
        for document in documents:
            batch.append(document)
            size += len(document.text)
            if len(batch) >= BATCH or size > LARGEST:
                yield batch
                batch, size = [], 0
    except TranslitError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


class Vocabulary:
    """The terms of a corpus and their numbers, for adding more."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.forget()

    def forget(self) -> None:
        """Start anew, after a transaction that came to nothing."""
        self._numbers: dict[str, int] = {}

    def numbers(self, terms: Sequence[str], keys: Sequence[str]) -> Int64s:
        """The numbers of terms with these sound keys ("" if they aren't at hand); new ones are added to the corpus."""
        if count_terms(self._connection) != len(self._numbers):  # another program has added some
            self._numbers = dict(all_terms(self._connection))
        known = self._numbers
        new = [(mine, term) for term, mine in zip(terms, keys, strict=True) if term not in known]
        lacking = [term for mine, term in new if not mine]
        found = dict(zip(lacking, joined_keys(lacking), strict=True))
        new = sorted((mine or found[term], term) for mine, term in new)
        first = len(known)
        append_terms(self._connection, first, [term for _, term in new], [mine for mine, _ in new])
        known.update((term, first + place) for place, (_, term) in enumerate(new))
        return np.fromiter(map(known.__getitem__, terms), dtype=np.int64, count=len(terms))


def write_batch(connection: sqlite3.Connection, vocabulary: Vocabulary, batch: Batch, analysis: Analysis) -> None:
    """Put the documents of a batch, and what was found in them, into the tables."""
    if batch.changed or batch.read:
        write_files(connection, batch)
    if not batch.documents:
        return
    numbers = dict(connection.execute("SELECT path, number FROM files")) if any(batch.paths) else {}
    files = [None if path is None else numbers[path] for path in batch.paths]
    first = insert_documents(connection, batch.documents, files)
    write_blocks(connection, first, analysis.blocks)
    terms = vocabulary.numbers(analysis.terms, analysis.keys)
    documents = analysis.documents.astype(np.int64) + first
    write(connection, terms[analysis.which], documents, analysis.places.astype(np.int64), analysis.marks)


def write_files(connection: sqlite3.Connection, batch: Batch) -> None:
    """Take out what the changed files of a batch had, and note the files that were read."""
    remove_documents_of_files(connection, batch.changed)
    rows = [(path, batch.read.get(path, b""), batch.options) for path in {*batch.changed, *batch.read}]
    connection.executemany(
        "INSERT INTO files(path, digest, options) VALUES(?, ?, ?)"
        " ON CONFLICT(path) DO UPDATE SET digest = excluded.digest, options = excluded.options",
        sorted(rows),
    )


def insert_documents(connection: sqlite3.Connection, documents: Sequence[Document], files: Sequence[int | None]) -> int:
    """Rows for documents, in place of those with the same ids; the number of the first, from which the others count."""
    remove_documents(connection, [document.id for document in documents])
    first = 1 + int(
        connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'documents'").fetchone()[0]
    )
    connection.executemany(
        "INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (n, d.id, sum_of(d.id), d.title, d.source, d.date, d.language, d.url, len(d.text), file)
            for n, (d, file) in enumerate(zip(documents, files, strict=True), first)
        ),
    )
    return first


def numbers_of(connection: sqlite3.Connection, ids: Sequence[str]) -> list[int]:
    """The numbers of the documents with these ids, of which there are at most `ASKED`."""
    marks = ",".join("?" * len(ids))
    rows = connection.execute(
        f"SELECT number FROM documents WHERE sum IN ({marks}) AND id IN ({marks})", [*map(sum_of, ids), *ids]
    )
    return [number for (number,) in rows]


def sum_of(name: str) -> int:
    """A sum of an id by which the document is found: an index of the ids themselves would be as large as these.

    >>> sum_of("articles/2021/02/28.html")
    -1279203695
    """
    return crc32(name.encode()) - SUMS // 2


def remove_documents_of_files(connection: sqlite3.Connection, paths: Sequence[str]) -> int:
    """Take out the documents that came from these files; how many there were."""
    count = 0
    for path in paths:
        ids = connection.execute(
            "SELECT id FROM documents WHERE file = (SELECT number FROM files WHERE path = ?)", (path,)
        ).fetchall()
        count += remove_documents(connection, [row[0] for row in ids])
    return count


def remove_documents(connection: sqlite3.Connection, ids: Sequence[str]) -> int:
    """Take documents out, with their texts; how many there were."""
    count = 0
    for start in range(0, len(ids), ASKED):
        part = ids[start : start + ASKED]
        gone = [(number,) for number in numbers_of(connection, part)]
        connection.executemany("DELETE FROM documents WHERE number = ?", gone)
        connection.executemany("INSERT INTO removed VALUES(?)", gone)
        drop_texts(connection, [number for (number,) in gone])
        if has_entities(connection):
            connection.executemany("DELETE FROM mentions WHERE document = ?", gone)
            connection.executemany("DELETE FROM annotated WHERE document = ?", gone)
        count += len(gone)
    return count
