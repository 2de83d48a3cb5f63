"""How others find candidates for a name, in the same run as the index: half of benchmarks/index.py.

SQLite and DuckDB look up the blocking keys of the words in an indexed table and count how many are shared; SQLite's
full-text search ranks by trigrams and rapidfuzz compares with every name, both of names in plain Latin letters.
Each gives its best 50.
"""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from unidecode import unidecode

from translit.finding.blocking import name_keys

LIMIT = 50
Query = tuple[str, str, str]  # id, a spelling, the same with a typing error
Find = Callable[[str], Sequence[int]]  # a name → numbers of names, best first


def plain(name: str) -> str:
    """A name in small Latin letters."""
    return unidecode(name).lower()


def rows_of_keys(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Every key of every name, with the number of the name."""
    return ((key, number) for number, name in enumerate(names) for key in name_keys(name))


def sqlite_keys(names: Sequence[str]) -> Find:
    """SQLite, the keys in a table that is its own index."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE held (key TEXT, name INTEGER, PRIMARY KEY (key, name)) WITHOUT ROWID")
    database.executemany("INSERT INTO held VALUES (?, ?)", sorted(rows_of_keys(names)))

    def find(name: str) -> list[int]:
        keys = name_keys(name)
        marks = ",".join("?" * len(keys))
        rows = database.execute(
            f"SELECT name FROM held WHERE key IN ({marks}) GROUP BY name ORDER BY count(*) DESC, name LIMIT {LIMIT}",
            keys,
        )
        return [number for (number,) in rows]

    return find


def sqlite_trigrams(names: Sequence[str]) -> Find:
    """SQLite's FTS5 with trigrams, ranked by its own bm25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE held USING fts5(name, tokenize='trigram', detail='none')")
    database.executemany(
        "INSERT INTO held (rowid, name) VALUES (?, ?)", ((number, plain(name)) for number, name in enumerate(names))
    )

    def find(name: str) -> list[int]:
        words = [word.replace('"', "") for word in plain(name).split()]
        parts = dict.fromkeys(word[place : place + 3] for word in words for place in range(len(word) - 2))
        query = " OR ".join(f'"{part}"' for part in parts)
        rows = database.execute(f"SELECT rowid FROM held WHERE held MATCH ? ORDER BY rank LIMIT {LIMIT}", (query,))
        return [number for (number,) in rows]

    return find


def duckdb_keys(names: Sequence[str]) -> Find:
    """DuckDB, the keys in an indexed table."""
    import duckdb
    import pyarrow

    keys, numbers = zip(*rows_of_keys(names), strict=True)
    held = pyarrow.table({"key": keys, "name": numbers})
    database = duckdb.connect()
    database.execute("SET threads = 1")
    database.execute("CREATE TABLE held AS SELECT * FROM held ORDER BY key, name")
    database.execute("CREATE INDEX by_key ON held (key)")
    del held

    def find(name: str) -> list[int]:
        rows = database.execute(
            "SELECT name FROM held WHERE key IN (SELECT unnest(?)) "
            f"GROUP BY name ORDER BY count(*) DESC, name LIMIT {LIMIT}",
            [list(name_keys(name))],
        )
        return [number for (number,) in rows.fetchall()]

    return find


def rapidfuzz_scan(names: Sequence[str]) -> Find:
    """rapidfuzz, every name."""
    from rapidfuzz import fuzz, process

    held = [plain(name) for name in names]

    def find(name: str) -> list[int]:
        found = process.extract(plain(name), held, scorer=fuzz.token_sort_ratio, limit=LIMIT)
        return [number for _, _, number in found]

    return find


PEERS: dict[str, tuple[Callable[[Sequence[str]], Find], int]] = {  # how to make each, and how many queries it gets
    "SQLite, keys": (sqlite_keys, 200),
    "SQLite, trigrams": (sqlite_trigrams, 50),
    "DuckDB, keys": (duckdb_keys, 100),
    "rapidfuzz, all names": (rapidfuzz_scan, 20),
}


def measured(find: Find, queries: Sequence[Query], column: int, ids: Sequence[str]) -> tuple[float, float]:
    """Median seconds of a look-up, and the share of queries whose name is found."""
    found, took = 0, []
    for query in queries:
        start = time.process_time()
        numbers = find(query[column])
        took.append(time.process_time() - start)
        found += query[0] in {ids[number] for number in numbers}
    return statistics.median(took), found / len(queries)


def compare(ours: Callable[[], Find], names: Sequence[str], ids: Sequence[str], queries: Sequence[Query]) -> None:
    """Print the medians of every peer, and how many times ours they are, measured before and after on the same names.

    `ours` opens the index anew, so that nothing is remembered.
    """
    for label, (make, count) in PEERS.items():
        start = time.process_time()
        find = make(names)
        built = time.process_time() - start
        for column, kind in ((1, "clean"), (2, "one typing error")):
            some = queries[:count]
            median, recall = measured(find, some, column, ids)
            own, _ = measured(ours(), some, column, ids)
            print(
                f"{label}, {kind}: recall@50 {recall:.4f}, p50 {median * 1e3:.2f} ms,"
                f" {median / own:.1f} times ours; building {built:.1f} s"
            )
