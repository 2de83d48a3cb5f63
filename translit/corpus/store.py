"""A corpus: documents of any language in one file, searched by any spelling of a name."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any

from translit.checks import require_count, require_list, require_text
from translit.corpus.add import (
    BLOCK,
    Vocabulary,
    index_texts,
    insert_documents,
    remove_documents,
    remove_documents_of_files,
)
from translit.corpus.asked import Lookup
from translit.corpus.documents import Document, Hit, as_document
from translit.corpus.files import Report, text_in_file
from translit.corpus.named_entities import NamedEntities
from translit.corpus.postings import join_segments
from translit.corpus.schema import connect, sentences, transaction

if TYPE_CHECKING:
    from translit.corpus.search import Filter

LARGEST = 1 << 22  # letters of the documents of one block


class Corpus(NamedEntities):
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
        self._lookup = Lookup(self._connection)
        row = self._connection.execute("SELECT value FROM settings WHERE name = 'texts'").fetchone()
        self.keeps_texts = row[0] == "1"

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
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
            with self._writing():
                self._write(block, [None] * len(block))
            count += len(block)
        return count

    def add_files(self, paths: Sequence[str | Path], **how: Any) -> Report:
        """Add files and folders of files, only those that are new or changed: see `add_files.add_files`."""
        from translit.corpus.add_files import add_files

        return add_files(self, paths, **how)

    def known_files(self) -> dict[str, bytes]:
        """The files that documents came from, with their digests."""
        with self._lock, sentences(self.path):
            return dict(self._connection.execute("SELECT path, digest FROM files"))

    def write_files(
        self,
        documents: Sequence[tuple[Document, str]],
        changed: Sequence[str],
        read: Mapping[str, bytes],
        options: str,
    ) -> None:
        """Write documents and the files they are of, in one transaction.

        The documents that `changed` files had before go; `read` files are known by their digests from then on.
        """
        with self._writing():
            remove_documents_of_files(self._connection, changed)
            rows = [(path, read.get(path, b""), options) for path in {*changed, *read}]
            self._connection.executemany(
                "INSERT INTO files(path, digest, options) VALUES(?, ?, ?)"
                " ON CONFLICT(path) DO UPDATE SET digest = excluded.digest, options = excluded.options",
                sorted(rows),
            )
            numbers = dict(self._connection.execute("SELECT path, number FROM files"))
            self._write([document for document, _ in documents], [numbers[path] for _, path in documents])

    def remove_files(self, paths: Sequence[str]) -> int:
        """Take out the documents that came from these files; how many there were."""
        with self._writing():
            count = remove_documents_of_files(self._connection, paths)
            self._connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])
            return count

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All of it or nothing."""
        with self._lock, sentences(self.path):
            if self._vocabulary.is_full():
                self._vocabulary.forget()
            try:
                with transaction(self._connection):
                    yield
            except BaseException:
                self._vocabulary.forget()
                raise

    def _write(self, documents: Sequence[Document], files: Sequence[int | None]) -> None:
        """Put documents in place of those with the same ids; the last of those with one id counts."""
        distinct = {document.id: (document, file) for document, file in zip(documents, files, strict=True)}
        mine = [document for document, _ in distinct.values()]
        if not mine:
            return
        numbers = insert_documents(self._connection, mine, self.keeps_texts, [file for _, file in distinct.values()])
        index_texts(self._connection, self._vocabulary, numbers, [document.text for document in mine])
        join_segments(self._connection)

    def remove(self, ids: Iterable[str]) -> int:
        """Take out the documents with these ids; how many there were."""
        require_list(ids, "the ids")
        with self._writing():
            return remove_documents(self._connection, list(ids))

    def documents(self) -> Iterator[Document]:
        """All documents in the order of adding."""
        last = 0
        while True:
            with self._lock, sentences(self.path):
                rows = self._connection.execute(
                    "SELECT number, id, title, source, date, language, url FROM documents WHERE number > ?"
                    " ORDER BY number LIMIT 256",
                    (last,),
                ).fetchall()
            for number, name, title, source, date, language, url in rows:
                yield Document(name, self._text(number), title, source, date, language, url)
                last = number
            if not rows:
                return

    def info(self) -> dict[str, Any]:
        """What is in the corpus: documents, letters, terms, files, and documents by source, language and year."""
        with self._lock, sentences(self.path):
            ask = self._connection.execute
            count, letters = ask("SELECT count(*), coalesce(sum(size), 0) FROM documents").fetchone()
            found: dict[str, Any] = {"documents": count, "letters": letters}
            for table in ("terms", "files", "removed"):
                found[table] = ask(f"SELECT count(*) FROM {table}").fetchone()[0]
            found["texts"] = self.keeps_texts
            for name, column in (("sources", "source"), ("languages", "language"), ("years", "substr(date, 1, 4)")):
                rows = ask(f"SELECT {column} AS value, count(*) FROM documents GROUP BY value ORDER BY value")
                found[name] = dict(rows)
        return found

    def compact(self) -> None:
        """Write the file anew without what is left of documents that are gone, as small as it can be."""
        from translit.corpus.compact import compact

        with self._lock, sentences(self.path):
            compact(self._connection)

    def text(self, document_id: str) -> str:
        """The text of a document; "" if the corpus has none of that id, or its file is gone."""
        with self._lock, sentences(self.path):
            row = self._connection.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
            return self._text(row[0]) if row else ""

    def search(self, query: str, limit: int = 10, wanted: Filter | None = None) -> list[Hit]:
        """The documents that name what the query asks for, best first, at most `limit`.

        A query is a name in any spelling, or names and "phrases" with AND, OR, NOT and brackets, or entity:id; `wanted`
        says of which source, language and time. Raises UsageError for a query that can't be read.
        """
        from translit.corpus.search import Filter, search

        require_text(query, "the query")
        require_count(limit, "the limit")
        with self._lock, sentences(self.path):
            return search(self._lookup, query, limit, wanted or Filter(), self._text)

    def _text(self, number: int) -> str:
        """The text of a document by its number."""
        with self._lock, sentences(self.path):
            row = self._connection.execute("SELECT text FROM texts WHERE number = ?", (number,)).fetchone()
            if row:
                return zlib.decompress(row[0]).decode()
            row = self._connection.execute(
                "SELECT d.id, f.path, f.options FROM documents d JOIN files f ON f.number = d.file WHERE d.number = ?",
                (number,),
            ).fetchone()
        return text_in_file(*row) if row and not self.keeps_texts else ""


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
