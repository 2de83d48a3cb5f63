"""Adding files: in batches, each whole or not at all, with what is needed to know a file again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from translit.corpus.add import BATCH, LARGEST, Batch, batch_of
from translit.corpus.documents import Document
from translit.corpus.files import Report, digest_of, files_in, gone, read_file
from translit.corpus.readers import Options
from translit.errors import DataError, counted


class Store(Protocol):
    """What files are added to: a `Corpus`."""

    def known_files(self) -> dict[str, bytes]:
        """The files that documents came from, with their digests."""

    def documents_of_files(self) -> dict[str, int]:
        """How many documents came from each file that has any."""

    def write_batches(self, batches: Iterable[Batch], processes: int = 1) -> None:
        """Write batches of documents, each in one transaction."""

    def remove_files(self, paths: Sequence[str]) -> int:
        """Take out the documents that came from these files; how many there were."""


class FileReader:
    """Reads files that are new or changed into batches of documents.

    `known` has the digests of the files that were read before, `counts` how many documents each of them has.
    """

    def __init__(self, known: dict[str, bytes], counts: dict[str, int], options: Options, source: str) -> None:
        self.report = Report()
        self._options, self._source, self._known, self._counts = options, source, known, counts
        self._documents: list[tuple[Document, str]] = []  # with the path of the file
        self._letters = 0
        self._changed: list[str] = []  # files whose old documents must go before the new ones come
        self._read: dict[str, bytes] = {}  # files of which all has been read, and their digests

    def batches(self, paths: Iterable[Path], tick: Callable[[Path], None]) -> Iterator[Batch]:
        """The documents of some files, those aside that are as they were; faults are noted in the report."""
        for path in paths:
            yield from self._batches(path)
            tick(path)
        if self._documents or self._read or self._changed:
            yield self._batch()

    def _batches(self, path: Path) -> Iterator[Batch]:
        name = path.as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            self._note_fault(name, f"it can't be read ({error.strerror})")
            return
        digest = digest_of(data, self._options, self._source)
        if self._known.get(name) == digest:
            self.report.unchanged += 1
            return
        try:
            documents = read_file(path, data, self._options, self._source)
            if name in self._counts:  # what is indexed may only go when all of the new is there
                documents = iter(list(documents))
            self._changed.append(name)
            for document in documents:
                self._documents.append((document, name))
                self._letters += len(document.text)
                if len(self._documents) >= BATCH or self._letters > LARGEST:
                    yield self._batch()
        except DataError as error:
            self._note_fault(name, str(error))
            if name not in self._counts:
                self._read[name] = b""  # so that it is tried again
            return
        self.report.files += 1
        self._read[name] = digest

    def _note_fault(self, name: str, fault: str) -> None:
        """Note why a file can't be read, and that what the corpus has of it is still there."""
        count = self._counts.get(name, 0)
        kept = f"; what was indexed from it before stays ({counted(count, 'document')})" if count else ""
        self.report.faults[name] = fault + kept

    def _batch(self) -> Batch:
        """What has been read since the last one."""
        options = json.dumps(asdict(self._options) | {"source_given": self._source})
        found = batch_of([document for document, _ in self._documents], [path for _, path in self._documents])
        self.report.documents += len(self._documents)
        found = Batch(found.documents, found.paths, self._changed, self._read, options)
        self._documents, self._letters, self._changed, self._read = [], 0, [], {}
        return found


def add_files(
    corpus: Store,
    paths: Sequence[str | Path],
    options: Options | None = None,
    *,
    source: str = "",
    prune: bool = False,
    processes: int = 1,
    tick: Callable[[Path], None] = lambda path: None,
) -> Report:
    """Add files and folders of files; with `prune`, take out the documents of files that are gone from the folders.

    The documents of a file that was read before are replaced by those it has now, once all of them have been read; if
    that fails, the old ones stay. Of a new file the documents before the fault are added.

    Raises UsageError for a path that isn't there.
    """
    reader = FileReader(corpus.known_files(), corpus.documents_of_files(), options or Options(), source)
    corpus.write_batches(reader.batches(files_in(list(paths)), tick), processes)
    if prune:
        reader.report.removed = corpus.remove_files(gone(corpus.known_files(), paths))
    return reader.report
