"""Files and folders into a corpus: only what is new or changed is read, and a broken file doesn't stop the others."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from translit.corpus.documents import Document
from translit.corpus.readers import ENDINGS, ROOT, Options, reader_of
from translit.errors import DataError, UsageError

DIGEST = 16  # bytes: enough that two files are never taken for one


@dataclass
class Report:
    """What came of adding files: documents added, files that were as before, files that couldn't be read, and why."""

    documents: int = 0
    files: int = 0
    unchanged: int = 0
    removed: int = 0
    faults: dict[str, str] = field(default_factory=dict)


def require_there(paths: Sequence[str | Path]) -> None:
    """Refuse paths that aren't there, before anything is made of the others.

    Raises UsageError.
    """
    for path in paths:
        if not Path(path).exists():
            raise UsageError(f"there is no file {path}; give files or folders of documents")


def files_in(paths: Sequence[str | Path]) -> Iterator[Path]:
    """The files named, and in folders those that there is a reader for, in order.

    Raises UsageError for a path that isn't there.
    """
    require_there(paths)
    for given in paths:
        path = Path(given)
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (
                    Path(folder, name) for name in sorted(names) if not name.startswith(".") and reader_of(name)
                )
        else:
            yield path


def read_file(path: Path, data: bytes, options: Options, source: str) -> Iterator[Document]:
    """The documents of a file, with ids that begin with its path.

    Raises DataError where it can't be read; documents before the fault have been given then.
    """
    reader = reader_of(path.name)
    if reader is None:
        ending = path.suffix or "no ending"
        known = ", ".join(sorted(one[1:] for one in ENDINGS))
        raise DataError(f"files with {ending} can't be read; those that can are {known}")
    for document in reader(data, options):
        name = path.as_posix() if document.id == ROOT else f"{path.as_posix()}#{document.id}"
        yield replace(document, id=name, source=source or document.source or path.parent.name)


def text_in_file(document_id: str, path: str, options: str) -> str:
    """The text of a document, read from its file again; "" if that is gone or has changed so that it isn't there."""
    try:
        stamp = os.stat(path)
    except OSError:
        return ""
    return _texts_in_file(path, options, stamp.st_mtime_ns, stamp.st_size).get(document_id, "")


@lru_cache(maxsize=1)  # a file may hold many documents, which are asked for one after another
def _texts_in_file(path: str, options: str, changed: int, size: int) -> dict[str, str]:
    said = json.loads(options)
    source = said.pop("source_given")
    how = Options(**said | {"text": tuple(said["text"])})
    found: dict[str, str] = {}
    with suppress(OSError, DataError):
        for document in read_file(Path(path), Path(path).read_bytes(), how, source):
            found[document.id] = document.text
    return found


def digest_of(data: bytes, options: Options, source: str) -> bytes:
    """What tells a file that has changed, or is read otherwise, from one that is as before."""
    head = repr((options, source)).encode()
    return hashlib.blake2b(data, digest_size=DIGEST, key=hashlib.blake2b(head, digest_size=DIGEST).digest()).digest()


def gone(known: Iterable[str], paths: Sequence[str | Path]) -> list[str]:
    """The files among those known that lie in the folders given and aren't there any more.

    >>> gone(["/nowhere/a.txt", "/elsewhere/b.txt"], ["/nowhere"])
    ['/nowhere/a.txt']
    """
    folders = [Path(path) for path in paths]
    mine = (name for name in known if any(Path(name).is_relative_to(folder) for folder in folders))
    return [name for name in mine if not Path(name).exists()]
