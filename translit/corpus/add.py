"""Adding documents: their words become numbers of terms, which the full-text indexes hold."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np

from translit.corpus.annotations import has_entities
from translit.corpus.documents import Document
from translit.corpus.postings import BESIDE_GIVEN, PLAIN, SMALL_LETTERS, write
from translit.corpus.sounds import sound_keys
from translit.corpus.tokens import CAPITAL, LONGEST, cut, kept, kind_of, words_of
from translit.matching.persons.given_names import given_names
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings, pivots

BLOCK = 2048  # documents worked at once
MOST_WORDS = 1 << 20  # distinct words remembered; then all are forgotten
ASKED = 500  # values in one SQL statement
LEVEL = 9  # of compression: half again as slow as 6 and a hundredth smaller; reading is as fast


class Vocabulary:
    """The words met so far: what kind of word each is, its first letters, and the number of its term."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.forget()

    def forget(self) -> None:
        """Start anew, after a transaction that came to nothing or when the memory is full."""
        self._local: dict[str, int] = {}  # word as written → its number here
        self.cuts: list[str] = []
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}  # term → its number in the corpus
        self.kinds = np.empty(0, dtype=np.int8)
        self.given = np.empty(0, dtype=np.bool_)
        self.terms = np.empty(0, dtype=np.int64)  # number of the term, -1 if it isn't known yet

    def numbers(self, words: Sequence[str]) -> np.ndarray:
        """The local numbers of words as written; new ones get the next."""
        local = self._local
        new = [word for word in dict.fromkeys(words) if word not in local]
        if new:
            local.update(zip(new, range(len(local), len(local) + len(new)), strict=True))
            self._words += new
            self.cuts += map(cut, new)
            self.kinds = np.append(self.kinds, np.array(list(map(kind_of, new)), dtype=np.int8))
            self.given = np.append(self.given, np.zeros(len(new), dtype=np.bool_))
            self.terms = np.append(self.terms, np.full(len(new), -1, dtype=np.int64))
        return np.fromiter(map(local.__getitem__, words), dtype=np.int64, count=len(words))

    def know(self, numbers: np.ndarray) -> None:
        """Give every word among these a term, and say which are given names."""
        missing = np.unique(numbers[self.terms[numbers] < 0])
        if not len(missing):
            return
        words = [self._words[number][:LONGEST] for number in missing.tolist()]
        folded = [found or word.lower() for word, found in zip(words, fold.many(words), strict=True)]
        self.terms[missing] = term_numbers(self._connection, self._terms_known(), folded)
        self.given[missing] = are_given(folded) & (self.kinds[missing] == CAPITAL)

    def _terms_known(self) -> dict[str, int]:
        """The terms of the corpus: read once, and again when another program has added some."""
        last = self._connection.execute("SELECT coalesce(max(number), 0) FROM terms").fetchone()[0]
        if last != len(self._numbers):
            self._numbers = dict(self._connection.execute("SELECT term, number FROM terms"))
        return self._numbers

    def is_full(self) -> bool:
        """Whether it is time to forget."""
        return len(self._local) > MOST_WORDS


def are_given(terms: Sequence[str]) -> np.ndarray:
    """Which folded words are given names by the lists.

    >>> are_given(["светлана", "минск"]).tolist()
    [True, False]
    """
    firsts = [read[0] for read in pivots.many(terms)]
    sets = given_names().sets_as_read(terms, firsts, loose_readings.many(terms))
    return np.array([bool(found) for found in sets], dtype=np.bool_)


def term_numbers(connection: sqlite3.Connection, known: dict[str, int], terms: Sequence[str]) -> list[int]:
    """The numbers of terms; new ones are added to the known ones and to the corpus, with their sound keys."""
    new = [term for term in dict.fromkeys(terms) if term not in known]
    last = len(known)
    known.update(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
    connection.executemany("INSERT INTO terms VALUES(?, ?)", ((known[term], term) for term in new))
    keys = zip(new, sound_keys(new), strict=True)
    connection.executemany(
        "INSERT INTO sounds(rowid, keys) VALUES(?, ?)", ((known[term], " ".join(mine)) for term, mine in keys)
    )
    return [known[term] for term in terms]


def index_texts(
    connection: sqlite3.Connection, vocabulary: Vocabulary, numbers: Sequence[int], texts: Sequence[str]
) -> None:
    """Put the words of documents with these numbers into the full-text indexes."""
    rows = [words_of(text) for text in texts]
    every = vocabulary.numbers([word for row in rows for word in row])
    starts = [0, *accumulate(map(len, rows))]
    keep, capital = kept(vocabulary.kinds[every], starts[:-1])
    vocabulary.know(every[keep])
    given = vocabulary.given[every] & capital
    beside = np.zeros(len(every), dtype=np.bool_)
    beside[1:] |= given[:-1]
    beside[:-1] |= given[1:]
    marks = np.where(capital, np.where(beside, BESIDE_GIVEN, PLAIN), SMALL_LETTERS).astype(np.int8)
    sizes = np.diff(starts)
    documents = np.repeat(np.array(numbers, dtype=np.int64), sizes)
    places = np.arange(len(every)) - np.repeat(starts[:-1], sizes)
    write(connection, vocabulary.terms[every[keep]], documents[keep], places[keep], marks[keep])
    cuts, local = vocabulary.cuts, every.tolist()
    connection.executemany(
        "INSERT INTO words(rowid, body) VALUES(?, ?)",
        (
            (n, " ".join(sorted({cuts[word] for word in local[starts[k] : starts[k + 1]]})))
            for k, n in enumerate(numbers)
        ),
    )


def insert_documents(
    connection: sqlite3.Connection, documents: Sequence[Document], keep_texts: bool, files: Iterable[int | None]
) -> list[int]:
    """Rows for documents, in place of those with the same ids; their numbers."""
    remove_documents(connection, [document.id for document in documents])
    last = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'documents'").fetchone()[
        0
    ]
    numbers = list(range(last + 1, last + 1 + len(documents)))
    connection.executemany(
        "INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (n, d.id, d.title, d.source, d.date, d.language, d.url, len(d.text), file)
            for n, d, file in zip(numbers, documents, files, strict=True)
        ),
    )
    if keep_texts:
        connection.executemany(
            "INSERT INTO texts VALUES(?, ?)",
            ((n, zlib.compress(d.text.encode(), LEVEL)) for n, d in zip(numbers, documents, strict=True)),
        )
    return numbers


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
    """Take documents out; how many there were."""
    count = 0
    for start in range(0, len(ids), ASKED):
        part = ids[start : start + ASKED]
        marks = ",".join("?" * len(part))
        gone = connection.execute(f"SELECT number FROM documents WHERE id IN ({marks})", part).fetchall()
        for table in ("documents", "texts"):
            connection.executemany(f"DELETE FROM {table} WHERE number = ?", gone)
        connection.executemany("INSERT INTO removed VALUES(?)", gone)
        if has_entities(connection):
            connection.executemany("DELETE FROM mentions WHERE document = ?", gone)
            connection.executemany("DELETE FROM annotated WHERE document = ?", gone)
        count += len(gone)
    return count
