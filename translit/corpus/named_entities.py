"""The entities named in a corpus, for `Corpus`: finding them once, and what was found."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from translit.corpus.annotations import (
    StoredMention,
    Together,
    annotate_block,
    has_entities,
    leave_out,
    named_together,
    prepare,
    stored_mentions,
    unread,
)
from translit.corpus.asked import Lookup
from translit.corpus.schema import sentences

if TYPE_CHECKING:
    from translit.finding.resolve import Resolver


class NamedEntities:
    """What a corpus knows of the entities in its documents."""

    path: Path | None
    _connection: sqlite3.Connection
    _lookup: Lookup
    _lock: RLock

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _text(self, number: int) -> str:
        raise NotImplementedError

    def annotate(self, resolver: Resolver, *, anew: bool = False, every: bool = False) -> int:
        """Find the entities of a resolver in the documents that haven't been looked through, and keep where they are.

        With `anew`, for another list of entities, what was found before is dropped. Only those documents are read in
        which, by the index, a word of a name stands, unless there are more names than documents; with `every`, all. Of
        3,922 mentions in news 43 aren't found so, none of which was right. How many mentions were found.
        """
        with self._writing():
            prepare(self._connection, resolver, anew=anew)
            if not every:
                leave_out(self._connection, self._lookup, resolver)
        count = 0
        while True:
            with self._writing():
                block = unread(self._connection)
                if not block:
                    return count
                count += annotate_block(self._connection, resolver, block, self._text)

    def mentions(self) -> list[StoredMention]:
        """All mentions of entities that `annotate` found, in the order of documents and places."""
        with self._lock, sentences(self.path):
            return list(stored_mentions(self._connection)) if has_entities(self._connection) else []

    def together(self, entity_id: str, limit: int = 20) -> list[Together]:
        """Who is named in the same documents as an entity: how often, and where first; the most frequent first."""
        with self._lock, sentences(self.path):
            return named_together(self._connection, entity_id, limit)
