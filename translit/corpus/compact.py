"""Making a corpus file small: what is left of documents that are gone is taken out of the indexes."""

from __future__ import annotations

import sqlite3

import numpy as np

from translit.corpus.postings import drop_documents, join_segments
from translit.corpus.schema import transaction


def compact(connection: sqlite3.Connection) -> None:
    """Join all segments, drop the spots and words of documents that are gone, and give the space back."""
    with transaction(connection):
        gone = np.array(
            sorted(number for (number,) in connection.execute("SELECT number FROM removed")), dtype=np.int64
        )
        if len(gone):
            drop_documents(connection, gone)
        join_segments(connection, every=True)
        connection.execute("INSERT INTO words(words) VALUES('optimize')")
        connection.execute("INSERT INTO sounds(sounds) VALUES('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
