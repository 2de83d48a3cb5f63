"""Where terms stand: what is written into segments is read again, joined or not, without documents that are gone."""

import random
import sqlite3
from collections.abc import Sequence

import numpy as np
import pytest

from translit.corpus.postings import MOST_SEGMENTS, PLACE_BITS, drop_documents, join_segments, read, write
from translit.corpus.schema import connect

Spot = tuple[int, int, int, int]  # term, document, place, mark


def made(seed: int, first: int, documents: int) -> list[Spot]:
    """Spots of some documents; a few terms stand in most of them, so that their bytes are many."""
    chance = random.Random(seed)
    found = []
    for document in range(first, first + documents):
        for place in sorted(chance.sample(range(3000), 40)):
            term = chance.choice((chance.randrange(4), chance.randrange(400), 1 << chance.randrange(20)))
            found.append((term, document, place, chance.randrange(3)))
    return found


def add(connection: sqlite3.Connection, spots: Sequence[Spot]) -> None:
    terms, documents, places, marks = np.array(spots, dtype=np.int64).T
    write(connection, terms, documents, places, marks.astype(np.int8))


def stored(connection: sqlite3.Connection, terms: Sequence[int]) -> set[Spot]:
    which, codes, marks = read(connection, terms)
    rows = zip(which.tolist(), codes.tolist(), marks.tolist(), strict=True)
    return {(terms[row], code >> PLACE_BITS, code & ((1 << PLACE_BITS) - 1), mark) for row, code, mark in rows}


@pytest.fixture
def connection() -> sqlite3.Connection:
    return connect(None)


def test_what_is_written_is_read_and_joining_changes_nothing(connection: sqlite3.Connection) -> None:
    every: list[Spot] = []
    for part in range(MOST_SEGMENTS + 1):
        some = made(part, 1 + 60 * part, 60)
        add(connection, some)
        every += some
    terms = [*sorted({term for term, *_ in every}), 77_777_777]
    assert stored(connection, terms) == set(every)
    assert max(map(len, (row[0] for row in connection.execute("SELECT packed FROM places")))) > 256
    join_segments(connection)
    assert connection.execute("SELECT count(*) FROM segments").fetchone()[0] < MOST_SEGMENTS
    assert stored(connection, terms) == set(every)
    join_segments(connection, every=True)
    assert stored(connection, terms) == set(every)
    some_terms = terms[::3]
    assert stored(connection, some_terms) == {spot for spot in every if spot[0] in set(some_terms)}


def test_documents_that_are_gone_leave_nothing(connection: sqlite3.Connection) -> None:
    every = [*made(1, 1, 50), (5_000_000, 7, 3, 1)]
    add(connection, sorted(every, key=lambda spot: (spot[1], spot[2])))
    gone = {3, 7, 50}
    drop_documents(connection, np.array(sorted(gone)))
    terms = sorted({term for term, *_ in every})
    assert stored(connection, terms) == {spot for spot in every if spot[1] not in gone}
    assert stored(connection, [5_000_000]) == set()
