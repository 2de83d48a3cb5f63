"""The distinct names of a job with their candidates, and what people decided: one SQLite file a job.

The process of the job adds names while the page reads them and writes decisions; SQLite keeps the two apart.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any

from translit.csvfile import tally
from translit.finding.entity_candidate import Candidate

UNLIKELY = 0.05  # the probability below which a candidate isn't worth a look
WAIT = 10.0  # seconds for the other side to end its writing
_TABLES = """
create table if not exists names (
  number integer primary key, name text unique not null, rows integer not null default 0,
  entity text, probability real not null, ambiguous integer not null, candidates text not null, why text
);
create table if not exists decisions (name text primary key, entity text not null, decision text not null);
"""


class Show(Enum):
    """Which names are shown; the value is the condition on them."""

    ALL = "1"
    SURE = f"probability >= {tally.SURE}"
    DOUBTFUL = f"probability < {tally.SURE} and probability >= {UNLIKELY}"
    NONE = f"probability < {UNLIKELY}"
    NAMESAKES = "ambiguous > 0"
    DECIDED = "decision is not null"


_JOINED = "names left join decisions using (name)"


class NameTable:
    """The names of one job.

    >>> with NameTable(":memory:") as table:
    ...     table.add([("Minsk", [])])
    ...     table.count({"Minsk": 3})
    ...     table.decide("Minsk", "minsk", "accept")
    ...     (row,) = table.rows(Show.DECIDED, 0, 10)
    >>> row["name"], row["rows"], row["decision"], row["decided"]
    ('Minsk', 3, 'accept', 'minsk')
    """

    def __init__(self, path: Path | str) -> None:
        self._file = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        self._file.row_factory = sqlite3.Row
        self._file.execute("pragma journal_mode = wal")
        self._file.execute("pragma synchronous = normal")
        self._file.executescript(_TABLES)

    def __enter__(self) -> NameTable:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows, all or none of them."""
        with closing(self._file.cursor()) as cursor:
            cursor.execute("begin immediate")
            try:
                cursor.executemany(sql, rows)
            except BaseException:
                cursor.execute("rollback")
                raise
            cursor.execute("commit")

    def start(self) -> None:
        """Count the rows anew; names that were looked up stay."""
        self._file.execute("update names set rows = 0")

    def unknown(self, names: Iterable[str]) -> list[str]:
        """Those of the names that weren't looked up yet, in their order."""
        known = self._file.execute
        return [name for name in names if not known("select 1 from names where name = ?", (name,)).fetchone()]

    def add(self, found: Iterable[tuple[str, Sequence[Candidate]]]) -> None:
        """Keep the candidates of names."""
        self._many(
            "insert or ignore into names (name, entity, probability, ambiguous, candidates) values (?, ?, ?, ?, ?)",
            [_row(name, candidates) for name, candidates in found],
        )

    def count(self, rows: Mapping[str, int]) -> None:
        """Add the rows that have a name."""
        self._many("update names set rows = rows + ? where name = ?", [(count, name) for name, count in rows.items()])

    def decide(self, name: str, entity: str, decision: str) -> None:
        """Keep a decision; an empty one takes back what was decided."""
        if not decision:
            self._file.execute("delete from decisions where name = ?", (name,))
            return
        self._file.execute("insert or replace into decisions values (?, ?, ?)", (name, entity, decision))

    def keep_why(self, name: str, why: str) -> None:
        """Keep why the best candidate is the best, which takes a while to find."""
        self._file.execute("update names set why = ? where name = ?", (why, name))

    def counts(self) -> dict[str, int]:
        """How many names each filter shows, and how many rows there are."""
        sums = ", ".join(f"coalesce(sum({show.value}), 0) as '{show.name.lower()}'" for show in Show)
        row = self._file.execute(f"select {sums}, coalesce(sum(rows), 0) as rows from {_JOINED}").fetchone()
        return dict(row)

    def rows(self, show: Show, start: int, count: int) -> list[dict[str, Any]]:
        """Names in the order of the file."""
        found = self._file.execute(
            "select number, name, rows, probability, ambiguous, candidates, why, decision, decisions.entity as decided"
            f" from {_JOINED} where {show.value} order by number limit ? offset ?",
            (count, start),
        )
        return [{**dict(row), "candidates": json.loads(row["candidates"])} for row in found]

    def row(self, name: str) -> dict[str, Any] | None:
        """One name with its candidates."""
        found = self._file.execute("select * from names where name = ?", (name,)).fetchone()
        return {**dict(found), "candidates": json.loads(found["candidates"])} if found else None

    def decisions(self) -> list[tuple[str, str, str]]:
        """Every decision: name, entity (empty for none), and what it is."""
        order = f"select name, decisions.entity, decision from {_JOINED} where decision is not null order by number"
        return [tuple(row) for row in self._file.execute(order)]

    def answers(self, names: Sequence[str]) -> list[tuple[str, str, float, int] | None]:
        """For each name its best candidate: id, shown name, probability and how many others are as probable."""
        found: list[tuple[str, str, float, int] | None] = []
        for name in names:
            row = self._file.execute("select candidates, ambiguous from names where name = ?", (name,)).fetchone()
            best = json.loads(row["candidates"])[:1] if row else []
            found.append((best[0]["id"], best[0]["name"], best[0]["probability"], row["ambiguous"]) if best else None)
        return found


def _row(name: str, candidates: Sequence[Candidate]) -> tuple[str, str | None, float, int, str]:
    best = candidates[0] if candidates else None
    listed = [shown(candidate) for candidate in candidates]
    return (
        name,
        best.entity.id if best else None,
        best.probability if best else 0.0,
        best.ambiguous if best else 0,
        json.dumps(listed, ensure_ascii=False),
    )


def shown(candidate: Candidate) -> dict[str, Any]:
    """A candidate as the page shows it."""
    entity = candidate.entity
    return {
        "id": entity.id,
        "name": entity.name,
        "role": entity.role,
        "kind": entity.kind,
        "matched": candidate.matched_name,
        "probability": round(candidate.probability, 4),
        "name_probability": round(candidate.name_probability, 4),
    }
