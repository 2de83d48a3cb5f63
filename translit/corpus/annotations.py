"""Entities in a corpus: who is named where, kept beside the documents, so that nothing needs reading again.

A table of mentions holds for each place in a text the entity that `Resolver.find` finds there. It is filled for the
documents that have none yet, and anew for another list of entities. The index says which documents needn't be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from translit.corpus.asked import Lookup
from translit.corpus.documents import Snippet
from translit.corpus.highlights import passage
from translit.corpus.named_where import documents_that_may_name
from translit.corpus.rank import Ranked
from translit.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from translit.finding.resolve import Resolver

BLOCK = 64  # documents read at once
_TABLES = """
CREATE TABLE IF NOT EXISTS entities(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT, name TEXT);
CREATE TABLE IF NOT EXISTS mentions(entity INTEGER, document INTEGER, start INTEGER, end INTEGER, text TEXT,
    probability REAL, reason TEXT, PRIMARY KEY(entity, document, start)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_by_document ON mentions(document);
CREATE TABLE IF NOT EXISTS annotated(document INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A place in a document that names an entity."""

    document_id: str
    entity_id: str
    entity_name: str
    kind: str
    start: int
    end: int
    text: str
    probability: float
    source: str
    date: str
    language: str


@dataclass(frozen=True, slots=True)
class Together:
    """Two entities named in the same documents: how many, and the first by date."""

    entity_id: str
    other_id: str
    other_name: str
    documents: int
    first_document: str
    first_date: str


def prepare(connection: sqlite3.Connection, resolver: Resolver, *, anew: bool) -> None:
    """Make the tables ready for this list of entities; with `anew` what another list found is dropped."""
    for statement in filter(str.strip, _TABLES.split(";\n")):
        connection.execute(statement)
    if anew:
        for table in ("mentions", "annotated", "entities"):
            connection.execute(f"DELETE FROM {table}")
    connection.executemany(
        "INSERT INTO entities(id, kind, name) VALUES(?, ?, ?)"
        " ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, name = excluded.name",
        ((entity.id, str(entity.kind), entity.name) for entity in map(resolver.index.entity, range(len(resolver)))),
    )


def leave_out(connection: sqlite3.Connection, lookup: Lookup, resolver: Resolver) -> None:
    """Count as looked through the documents that by the index can't name an entity.

    Not where there are more names than documents: to look a name up takes about as long as to read a text.
    """
    rows = connection.execute(
        "SELECT number FROM documents WHERE number NOT IN (SELECT document FROM annotated)"
    ).fetchall()
    if len(resolver) > len(rows):
        return
    entities = map(resolver.index.entity, range(len(resolver)))
    names = dict.fromkeys(name for entity in entities for name in entity.names)
    if len(names) > len(rows):
        return
    may = set(documents_that_may_name(lookup, names).tolist())
    connection.executemany("INSERT INTO annotated VALUES(?)", [row for row in rows if row[0] not in may])


def unread(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """The next documents without annotations: number and language."""
    return connection.execute(
        "SELECT number, language FROM documents WHERE number NOT IN (SELECT document FROM annotated)"
        " ORDER BY number LIMIT ?",
        (BLOCK,),
    ).fetchall()


def annotate_block(
    connection: sqlite3.Connection, resolver: Resolver, block: Sequence[tuple[int, str]], texts: Callable[[int], str]
) -> int:
    """Find the entities in some documents and keep them; how many mentions."""
    from translit.text.reading.readings import require_language

    rows: list[tuple[object, ...]] = []
    numbers = dict(connection.execute("SELECT id, number FROM entities"))
    for language in dict.fromkeys(language for _, language in block):
        mine = [number for number, own in block if own == language]
        known: str | None = language or None
        try:
            require_language(known)
        except UsageError:
            known = None  # a language that nothing is known of: recognised by its letters
        for number, found in zip(mine, resolver.find_many([texts(number) for number in mine], known), strict=True):
            rows += [
                (numbers[one.entity.id], number, one.start, one.end, one.text, one.probability, one.explanation)
                for one in found
            ]
    connection.executemany("INSERT OR REPLACE INTO mentions VALUES(?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT OR REPLACE INTO annotated VALUES(?)", [(number,) for number, _ in block])
    return len(rows)


def has_entities(connection: sqlite3.Connection) -> bool:
    """Whether the corpus was annotated."""
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'entities'").fetchone())


def entity_number(connection: sqlite3.Connection, entity_id: str) -> int:
    """The number of an entity.

    Raises UsageError if the corpus has no entities, or not this one.
    """
    if not has_entities(connection):
        raise UsageError("the corpus has no entities; add them with: translit corpus add CORPUS FILES -e ENTITIES")
    row = connection.execute("SELECT number FROM entities WHERE id = ?", (entity_id,)).fetchone()
    if row is None:
        known = [name for (name,) in connection.execute("SELECT id FROM entities LIMIT 100000")]
        raise UsageError(f"the corpus has no entity {entity_id!r}{did_you_mean(entity_id, known)}")
    return int(row[0])


def entity_documents(
    connection: sqlite3.Connection, entity_id: str
) -> tuple[Ranked, Callable[[int, str], list[Snippet]]]:
    """The documents that name an entity, and how to show where."""
    number = entity_number(connection, entity_id)
    rows = connection.execute(
        "SELECT document, max(probability), count(*), 1.0 FROM mentions WHERE entity = ? GROUP BY document"
        " ORDER BY document",
        (number,),
    ).fetchall()
    table = np.array(rows, dtype=np.float64).reshape(len(rows), 4)
    numbers, counts = table[:, 0].astype(np.int64), table[:, 2].astype(np.int64)
    found = Ranked(numbers, table[:, 1] + 0.05 * np.log1p(counts), table[:, 1], counts)
    return found, partial(_shown, connection, number)


def _shown(connection: sqlite3.Connection, entity: int, document: int, text: str) -> list[Snippet]:
    rows = connection.execute(
        "SELECT start, end, probability, reason FROM mentions WHERE entity = ? AND document = ?"
        " ORDER BY probability DESC, start LIMIT 3",
        (entity, document),
    ).fetchall()
    return [passage(text, start, end, chance, reason) for start, end, chance, reason in rows if end <= len(text)]


def stored_mentions(connection: sqlite3.Connection) -> Iterator[StoredMention]:
    """All mentions, in the order of documents and places."""
    rows = connection.execute(
        "SELECT d.id, e.id, e.name, e.kind, m.start, m.end, m.text, m.probability, d.source, d.date, d.language"
        " FROM mentions m JOIN documents d ON d.number = m.document JOIN entities e ON e.number = m.entity"
        " ORDER BY m.document, m.start"
    )
    for row in rows:
        yield StoredMention(*row)


def named_together(connection: sqlite3.Connection, entity_id: str, limit: int) -> list[Together]:
    """Who is named in the same documents as an entity, the most frequent first."""
    number = entity_number(connection, entity_id)
    rows = connection.execute(
        "WITH pairs AS (SELECT DISTINCT o.entity AS other, o.document AS document FROM mentions o WHERE o.document IN"
        " (SELECT document FROM mentions WHERE entity = ?1) AND o.entity <> ?1)"
        " SELECT e.id, e.name, count(*) AS documents, min(CASE WHEN d.date = '' THEN '~' ELSE d.date END || char(9)"
        " || d.id) FROM pairs p JOIN entities e ON e.number = p.other JOIN documents d ON d.number = p.document"
        " GROUP BY p.other ORDER BY documents DESC, e.id LIMIT ?2",
        (number, limit),
    ).fetchall()
    return [
        Together(entity_id, other, name, count, first.split("\t", 1)[1], first.split("\t", 1)[0].strip("~"))
        for other, name, count, first in rows
    ]
