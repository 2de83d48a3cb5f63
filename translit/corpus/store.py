"""A corpus: documents of any language in one file, searched by any spelling of a name."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType

from translit.checks import require_list
from translit.corpus.add import BLOCK, Vocabulary, index_texts, insert_documents, remove_documents
from translit.corpus.documents import Document, Hit, as_document
from translit.corpus.postings import join_segments
from translit.corpus.schema import connect, sentences, transaction

LARGEST = 1 << 22  # letters of the documents of one block


class Corpus:
    """Documents and the index over the names in them, in one SQLite file or in memory.

    >>> corpus = Corpus()
    >>> corpus.add([("1", "В Минске Лукашенко встретился с Путиным."), ("2", "Ладзімір Пуцін у Маскве")])
    2
    >>> [hit.document_id for hit in corpus.search("Uładzimir Pucin")]
    ['2', '1']
    """

    def __init__(self, path: str | Path | None = None, *, create: bool = True, keep_texts: bool = True) -> None:
        self.path = Path(path) if path is not None else None
        self._connection = connect(self.path, create=create, keep_texts=keep_texts)
        self._lock = RLock()
        self._vocabulary = Vocabulary(self._connection)
        row = self._connection.execute("SELECT value FROM settings WHERE name = 'texts'").fetchone()
        self.keeps_texts = row[0] == "1"

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def __len__(self) -> int:
        with self._lock, sentences(self.path):
            return int(self._connection.execute("SELECT count(*) FROM documents").fetchone()[0])

    def __repr__(self) -> str:
        return f"<Corpus {self.path or 'in memory'}: {len(self)} documents>"

    def add(self, documents: Iterable[Document | Sequence[str]]) -> int:
        """Add documents, or (id, text) pairs, in place of those with the same ids; how many.

        Blocks of documents are added whole or not at all: what was added before an error stays. Raises DataError for a
        document that can't be added, or a file that can't be written.
        """
        require_list(documents, "the documents")
        checked = (as_document(value, number) for number, value in enumerate(documents, 1))
        count = 0
        for block in blocks_of(checked):
            count += self._add(block)
        return count

    def _add(self, block: Sequence[Document], files: Sequence[int | None] | None = None) -> int:
        """Add a block of documents in one transaction; the last of those with one id counts."""
        distinct = {document.id: document for document in block}
        mine = list(distinct.values())
        with self._lock, sentences(self.path):
            if self._vocabulary.is_full():
                self._vocabulary.forget()
            try:
                with transaction(self._connection):
                    numbers = insert_documents(self._connection, mine, self.keeps_texts, files or [None] * len(mine))
                    index_texts(self._connection, self._vocabulary, numbers, [document.text for document in mine])
                    join_segments(self._connection)
            except BaseException:
                self._vocabulary.forget()
                raise
        return len(block)

    def remove(self, ids: Iterable[str]) -> int:
        """Take out the documents with these ids; how many there were."""
        require_list(ids, "the ids")
        with self._lock, sentences(self.path), transaction(self._connection):
            return remove_documents(self._connection, list(ids))

    def text(self, document_id: str) -> str:
        """The text of a document; "" if the corpus has no such document, or keeps no texts."""
        with self._lock, sentences(self.path):
            row = self._connection.execute(
                "SELECT text FROM texts WHERE number = (SELECT number FROM documents WHERE id = ?)", (document_id,)
            ).fetchone()
        return zlib.decompress(row[0]).decode() if row else ""

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The documents that name what the query asks for, best first, at most `limit`."""
        from translit.corpus.search import search

        with self._lock, sentences(self.path):
            return search(self._connection, query, limit)


def blocks_of(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in blocks that are neither many nor long."""
    given = iter(documents)
    while first := list(islice(given, 1)):
        block, size = first, len(first[0].text)
        for document in islice(given, BLOCK - 1):
            block.append(document)
            size += len(document.text)
            if size > LARGEST:
                break
        yield block
