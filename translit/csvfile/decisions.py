"""Decisions of people about names: who was meant, or nobody listed; kept in a CSV file, applied by `resolve`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from translit.csvfile.output import Output
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError

COLUMNS = ("name", "evidence", "decision", "entity_id", "entity_name")


class Verdict(Enum):
    """What was decided about a name."""

    IS = "is"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Decision:
    """A name, with what else its row says, is an entity, or nobody listed."""

    name: str
    evidence: str
    verdict: Verdict
    entity_id: str = ""
    entity_name: str = ""


Key = tuple[str, str]
Decisions = dict[Key, Decision]


def key_of_name(name: str, evidence: Mapping[str, str] | None) -> Key:
    """What a decision is looked up by.

    >>> key_of_name("Иван Петров", {"country": "BY", "born": "1954"})
    ('Иван Петров', 'born=1954; country=BY')
    """
    return name, "; ".join(f"{key}={value}" for key, value in sorted((evidence or {}).items()))


def read_decisions(path: str) -> Decisions:
    """The decisions of a file; of several about one name the last.

    Raises UsageError for a file that isn't there, DataError, with its line, for one that isn't a decision.
    """
    with Source(path) as source:
        reader = Reader(source)
        places = [reader.column(name) for name in COLUMNS]
        found: Decisions = {}
        rows = (cell for block in reader.blocks(tuple(places)) for cell in block.cells if cell)
        for number, row in enumerate(rows, 1):
            name, evidence, verdict, id_, label = row.split("\x1f")
            if verdict not in [each.value for each in Verdict] or (verdict == Verdict.IS.value) != bool(id_):
                raise DataError(
                    f"decision {number} of {path} is {verdict!r} with the id {id_!r}; use is and an id, or nobody"
                )
            found[name, evidence] = Decision(name, evidence, Verdict(verdict), id_, label)
        return found


def write_decisions(path: str, decisions: Iterable[Decision]) -> None:
    """Write the decisions to a file, whole or not at all."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(
        (each.name, each.evidence, each.verdict.value, each.entity_id, each.entity_name) for each in decisions
    )
    with Output(path) as output:
        output.write(text.getvalue())
        output.finish()


def decisions_in(path: str) -> Decisions:
    """The decisions of a file that may not be there yet."""
    return read_decisions(path) if Path(path).exists() else {}
