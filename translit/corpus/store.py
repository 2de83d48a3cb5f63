"""A corpus: documents of any language in one file, searched by any spelling of a name."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any

from translit.checks import require_count, require_list, require_text
from translit.corpus.add import (
    Batch,
    Vocabulary,
    batch_of,
    in_batches,
    numbers_of,
    remove_documents,
    remove_documents_of_files,
    write_batch,
)
from translit.corpus.analysis import Analyzer
from translit.corpus.asked import Lookup
from translit.corpus.blocks import text_of
from translit.corpus.documents import Document, Hit, as_document
from translit.corpus.files import Report, text_in_file
from translit.corpus.named_entities import NamedEntities
from translit.corpus.postings import join_segments
from translit.corpus.schema import connect, sentences, transaction
from translit.corpus.terms import count_terms
from translit.processes import workers

if TYPE_CHECKING:
    from translit.corpus.search import Filter


class Corpus(NamedEntities):
    """Documents and the index over the names in them, in one SQLite file or in memory.

    >>> corpus = Corpus()
    >>> corpus.add([("1", "В Минске Лукашенко встретился с Путиным."), ("2", "Ладзімір Пуцін у Маскве")])
    2
    >>> [hit.document_id for hit in corpus.search("Uładzimir Pucin")]
    ['2', '1']
    """

    def __init__(
        self, path: str | Path | None = None, *, create: bool = True, keep_texts: bool = True, read_only: bool = False
    ) -> None:
        self.path = Path(path) if path is not None else None
        self._connection = connect(self.path, create=create, keep_texts=keep_texts, read_only=read_only)
        self._lock = RLock()
        self._vocabulary = Vocabulary(self._connection)
        self._lookup = Lookup(self._connection)
        row = self._connection.execute("SELECT value FROM settings WHERE name = 'texts'").fetchone()
        self.keeps_texts = row[0] == "1"
        self._analyzer = Analyzer(self.keeps_texts)

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

    def add(self, documents: Iterable[Document | Sequence[str]], processes: int = 1) -> int:
        """Add documents, or (id, text) pairs, in place of those with the same ids; how many.

        Documents are added in batches, each whole or not at all: what was added before an error stays. The corpus is
        the same however many processes work. Raises DataError for a document that can't be added, or a file that can't
        be written.
        """
        require_list(documents, "the documents")
        count = 0

        def batches() -> Iterator[Batch]:
            nonlocal count
            for some in in_batches(as_document(value, number) for number, value in enumerate(documents, 1)):
                count += len(some)
                yield batch_of(some)

        self.write_batches(batches(), processes)
        return count

    def write_batches(self, batches: Iterable[Batch], processes: int = 1) -> None:
        """Write batches of documents, each in one transaction; an error in making one is raised after the others."""
        waiting: deque[Batch] = deque()
        failed: list[Exception] = []

        def texts() -> Iterator[list[str]]:
            try:
                for batch in batches:
                    waiting.append(batch)
                    yield [document.text for document in batch.documents]
            except Exception as error:
                failed.append(error)

        with workers(self._analyzer, processes) as answers:
            for analysis in answers(texts()):
                with self._writing():
                    write_batch(self._connection, self._vocabulary, waiting.popleft(), analysis)
                    join_segments(self._connection)
        if failed:
            raise failed[0]

    def add_files(self, paths: Sequence[str | Path], **how: Any) -> Report:
        """Add files and folders of files, only those that are new or changed; what became of each is in the report.

        `options` says how they are read, `source` what they are of; with `prune` the documents of files that are gone
        go too. Raises UsageError for a path that isn't there.
        """
        from translit.corpus.add_files import add_files

        return add_files(self, paths, **how)

    def known_files(self) -> dict[str, bytes]:
        """The files that documents came from, with their digests."""
        with self._lock, sentences(self.path):
            return dict(self._connection.execute("SELECT path, digest FROM files"))

    def documents_of_files(self) -> dict[str, int]:
        """How many documents came from each file that has any."""
        with self._lock, sentences(self.path):
            counted = "SELECT file, count(*) AS n FROM documents WHERE file IS NOT NULL GROUP BY file"
            return dict(self._connection.execute(f"SELECT path, n FROM files JOIN ({counted}) ON file = number"))

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
            try:
                with transaction(self._connection):
                    yield
            except BaseException:
                self._vocabulary.forget()
                raise

    def remove(self, ids: Iterable[str]) -> int:
        """Take out the documents with these ids; how many there were.

        >>> corpus = Corpus()
        >>> corpus.add([("1", "Мінск"), ("2", "Гомель")]), corpus.remove(["1", "3"]), len(corpus)
        (2, 1, 1)
        """
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
        """What is in the corpus: documents, letters, terms, files, and documents by source, language and year.

        >>> corpus = Corpus()
        >>> corpus.add([Document("1", "Мінск", date="2021-02")]), corpus.info()["years"]
        (1, {'2021': 1})
        """
        with self._lock, sentences(self.path):
            ask = self._connection.execute
            count, letters = ask("SELECT count(*), coalesce(sum(size), 0) FROM documents").fetchone()
            found: dict[str, Any] = {"documents": count, "letters": letters}
            found["terms"] = count_terms(self._connection)
            for table in ("files", "removed"):
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
        """The text of a document; "" if the corpus has none of that id, or its file is gone.

        >>> corpus = Corpus()
        >>> corpus.add([("1", "Мінск")]), corpus.text("1"), corpus.text("2")
        (1, 'Мінск', '')
        """
        with self._lock, sentences(self.path):
            numbers = numbers_of(self._connection, [document_id])
            return self._text(numbers[0]) if numbers else ""

    def search(self, query: str, limit: int = 10, wanted: Filter | None = None) -> list[Hit]:
        """The documents that name what the query asks for, best first, at most `limit`.

        A query is a name in any spelling, or names and "phrases" with AND, OR, NOT and brackets, or entity:id; `wanted`
        says of which source, language and time. Raises UsageError for a query that can't be read, and for a source or
        language that no document has.
        """
        from translit.corpus.search import Filter, search

        require_text(query, "the query")
        require_count(limit, "the limit")
        with self._lock, sentences(self.path):
            return search(self._lookup, query, limit, wanted or Filter(), self._text)

    def _text(self, number: int) -> str:
        """The text of a document by its number."""
        with self._lock, sentences(self.path):
            kept = text_of(self._connection, number)
            if kept is not None:
                return kept
            row = self._connection.execute(
                "SELECT d.id, f.path, f.options FROM documents d JOIN files f ON f.number = d.file WHERE d.number = ?",
                (number,),
            ).fetchone()
        return text_in_file(*row) if row and not self.keeps_texts else ""
