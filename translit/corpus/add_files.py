"""Adding files: in blocks, each whole or not at all, with what is needed to know a file again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from translit.corpus.documents import Document
from translit.corpus.files import Report, digest_of, files_in, gone, read_file
from translit.corpus.readers import Options
from translit.errors import DataError

if TYPE_CHECKING:
    from translit.corpus.store import Corpus

BLOCK = 2048  # documents written together
LARGEST = 1 << 23  # letters of them


class FileAdder:
    """Puts files into a corpus; `finish` writes what is left."""

    def __init__(self, corpus: Corpus, options: Options, source: str) -> None:
        self.report = Report()
        self._corpus, self._options, self._source = corpus, options, source
        self._known = corpus.known_files()
        self._documents: list[tuple[Document, str]] = []  # with the path of the file
        self._letters = 0
        self._changed: list[str] = []  # files whose old documents must go before the new ones come
        self._read: dict[str, bytes] = {}  # files of which all has been read, and their digests

    def add(self, path: Path) -> None:
        """Add a file, unless it is as it was; what is wrong with it is noted in the report."""
        name = path.as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            self.report.faults[name] = f"it can't be read ({error.strerror})"
            return
        digest = digest_of(data, self._options, self._source)
        if self._known.get(name) == digest:
            self.report.unchanged += 1
            return
        self._changed.append(name)
        try:
            for document in read_file(path, data, self._options, self._source):
                self._documents.append((document, name))
                self._letters += len(document.text)
                if len(self._documents) >= BLOCK or self._letters > LARGEST:
                    self.finish()
        except DataError as error:
            self.report.faults[name] = str(error)
            self._read[name] = b""  # so that it is tried again
            return
        self.report.files += 1
        self._read[name] = digest

    def finish(self) -> None:
        """Write what has been read."""
        if self._documents or self._read or self._changed:
            options = json.dumps(asdict(self._options) | {"source_given": self._source})
            self._corpus.write_files(self._documents, self._changed, self._read, options)
            self.report.documents += len(self._documents)
        self._documents, self._letters, self._changed, self._read = [], 0, [], {}


def add_files(
    corpus: Corpus,
    paths: Sequence[str | Path],
    options: Options | None = None,
    *,
    source: str = "",
    prune: bool = False,
    tick: Callable[[Path], None] = lambda path: None,
) -> Report:
    """Add files and folders of files; with `prune`, take out the documents of files that are gone from the folders.

    Raises UsageError for a path that isn't there.
    """
    adder = FileAdder(corpus, options or Options(), source)
    for path in files_in(list(paths)):
        adder.add(path)
        tick(path)
    adder.finish()
    if prune:
        adder.report.removed = corpus.remove_files(gone(corpus.known_files(), paths))
    return adder.report
