"""The tables of a corpus file, and how it is opened: whole at every moment, by SQLite's own journal.

| table | holds |
|---|---|
| documents | one row a document; its number is never given again; it is found by a sum of its id: see `sum_of` |
| blocks | which documents are packed together, and their texts, unless the corpus is kept without: see `blocks` |
| terms | each distinct word that has a position, folded: see `terms` |
| sounds | full-text index: sound keys of the readings and base forms of terms → the numbers of these, and one more |
| places, segments | where terms stand in which documents: see `postings` |
| words | full-text index without positions: sums of the first letters of the words of each block |
| files | the files that documents came from, with a digest of what was in them |
| removed | documents that are gone, whose words the full-text indexes still have until `compact` |

The full-text indexes are contentless: they hold no text. Positions are in a table of our own because FTS5 takes a tenth
of a millisecond to hand on those of one term, and a name has a hundred terms.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translit.errors import DataError, UsageError

APPLICATION = 0x7472636F  # "trco" in the file's head tells a corpus from other SQLite files
VERSION = 4
PATIENCE = 30.0  # seconds that a writer waits for another one
PAGE = 4096  # bytes: rows are small, and a block of texts leaves half a page empty

_TABLES = """
CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, sum INTEGER NOT NULL, title TEXT,
    source TEXT, date TEXT, language TEXT, url TEXT, size INTEGER NOT NULL, file INTEGER);
CREATE INDEX documents_by_sum ON documents(sum);
CREATE TABLE blocks(number INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, count INTEGER NOT NULL, packed BLOB);
CREATE TABLE files(number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, options TEXT);
CREATE INDEX documents_by_file ON documents(file) WHERE file IS NOT NULL;
CREATE TABLE terms(number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE removed(number INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE sounds USING fts5(keys, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE TABLE segments(number INTEGER PRIMARY KEY, size INTEGER NOT NULL);
CREATE TABLE places(number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(body, content='', detail=none, columnsize=0, tokenize='ascii');
"""


def connect(
    path: Path | None, *, create: bool = True, keep_texts: bool = True, read_only: bool = False
) -> sqlite3.Connection:
    """A connection to a corpus file, made if it isn't there; without a path, one in memory.

    With `read_only` nothing can be written to the file, nor made. Raises UsageError if there is no file and none is to
    be made, DataError if the file isn't a corpus, is damaged, is of another version or locked.
    """
    create = create and not read_only
    if path is not None and not create and not path.exists():
        raise UsageError(f"there is no corpus {path}; make one with: translit corpus add {path} FILES")
    if path is not None and path.is_dir():
        raise UsageError(f"{path} is a folder; give the file of a corpus")
    if path is not None and not create and path.is_file() and not path.stat().st_size:
        raise DataError(f"{path} is an empty file and no corpus; make one with: translit corpus add {path} FILES")
    with sentences(path):
        try:
            return _opened(path, keep_texts, read_only)
        except sqlite3.OperationalError:
            if path is None or not read_only or Path(f"{path}-wal").exists():
                raise
            # SQLite keeps two files beside one that is read; where it can't, as on a disc, nobody can write either
            return _opened(path, keep_texts, read_only, "?immutable=1")


def _opened(path: Path | None, keep_texts: bool, read_only: bool, how: str = "?mode=rw") -> sqlite3.Connection:
    where = f"{path.absolute().as_uri()}{how}" if path and read_only else path or ":memory:"
    found = sqlite3.connect(where, timeout=PATIENCE, check_same_thread=False, uri=isinstance(where, str))
    found.isolation_level = None  # transactions begin and end where the code says so
    try:
        _prepare(found, path, keep_texts, read_only)
    except BaseException:
        found.close()
        raise
    return found


def _prepare(found: sqlite3.Connection, path: Path | None, keep_texts: bool, read_only: bool) -> None:
    if not found.execute("SELECT 1 FROM pragma_compile_options WHERE compile_options = 'ENABLE_FTS5'").fetchone():
        raise DataError("this Python's sqlite3 has no full-text search (FTS5), which a corpus needs; use another build")
    number = found.execute("PRAGMA application_id").fetchone()[0]
    version = found.execute("PRAGMA user_version").fetchone()[0]
    empty = not found.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if read_only if empty else number != APPLICATION:
        raise DataError(f"{path} is a database but no corpus; give another file")
    if not empty and version != VERSION:
        raise DataError(
            f"{path} was made by {'an older' if version < VERSION else 'a newer'} version of translit; "
            "add its documents to a new corpus"
        )
    if empty:
        found.execute(f"PRAGMA page_size = {PAGE}")
    if not read_only:
        found.execute("PRAGMA journal_mode = WAL")
        found.execute("PRAGMA synchronous = NORMAL")
    found.execute("PRAGMA temp_store = MEMORY")
    if empty and not read_only:
        found.execute("BEGIN IMMEDIATE")
        if not found.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():  # another may have been quicker
            for statement in filter(str.strip, _TABLES.split(";\n")):
                found.execute(statement)
            found.execute("INSERT INTO settings VALUES('texts', ?)", (str(int(keep_texts)),))
            found.execute(f"PRAGMA application_id = {APPLICATION}")
            found.execute(f"PRAGMA user_version = {VERSION}")
        found.execute("COMMIT")
    if read_only:  # not mode=ro, which leaves the two files that SQLite keeps beside one that is read
        found.execute("PRAGMA query_only = ON")


@contextmanager
def sentences(path: Path | None) -> Iterator[None]:
    """Errors of SQLite as DataError, in a sentence that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        name = path or "the corpus in memory"
        text = str(error)
        if "locked" in text or "busy" in text:
            raise DataError(f"{name} is being written by another program; try again when that has ended") from None
        if "full" in text:
            raise DataError(f"{name}: the disk is full; free some space and try again, nothing was lost") from None
        if "not a database" in text or "malformed" in text:
            raise DataError(f"{name} isn't a corpus, or is damaged; give another file or make it again") from None
        if "readonly" in text or "unable to open" in text:
            raise DataError(f"{name} can't be opened or written here; check the folder and its permissions") from None
        if "disk I/O" in text:
            raise DataError(f"{name} can't be read or written ({text}); check the disk") from None
        raise


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; waits for another writer."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
