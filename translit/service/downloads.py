"""What a job gives back: its file with columns of entities, and the decisions, both as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from translit.csvfile import decisions
from translit.csvfile.add_columns import add_columns
from translit.csvfile.decisions import Verdict
from translit.csvfile.encodings import codec
from translit.csvfile.output import Output
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.service.entity_store import EntityStore
from translit.service.job_files import INPUT, Form
from translit.service.name_table import NameTable

COLUMNS = ("entity_id", "entity_name", "probability", "ambiguous")
NAMED = 0.5  # the probability from which an entity is named, as with translit resolve
VERDICTS = {"accept": Verdict.IS, "none": Verdict.NOBODY}  # as files have what the page calls so
ACCEPTED = "1.0000"  # the probability of what a person has decided


def with_columns(folder: Path, target: Path, form: Form, table: NameTable, store: EntityStore) -> None:
    """Write the file of a job with the entities of its names: decided ones, else the likeliest from NAMED on.

    The other columns stay byte for byte. Where the file has columns of these names, the new ones get a number.
    """
    decided = {name: (entity, decision) for name, entity, decision in table.decisions()}

    def cells(name: str, best: tuple[str, str, float, int] | None) -> tuple[str, str, str, str]:
        if name in decided:
            entity = store.entity(decided[name][0])
            return (entity.id, entity.name, ACCEPTED, "") if entity else ("", "", "", "")
        if best is None or best[2] < NAMED:
            return ("", "", "", "")
        return best[0], best[1], f"{best[2]:.4f}", str(best[3]) if best[3] else ""

    with Source(str(folder / INPUT), form.encoding) as source:
        reader = Reader(source, form.delimiter, form.quote, header=form.header)

        def work(names: list[str]) -> list[str]:
            rows = [cells(name, best) for name, best in zip(names, table.answers(names), strict=True)]
            return reader.dialect.texts(list(zip(*rows, strict=True))) if rows else []

        encoding = source.encoding if _holds_any_name(source.encoding) else "utf-8"
        mark = source.mark if encoding == source.encoding else codec("utf-8-sig")[1]
        with Output(str(target), encoding, mark) as output:
            add_columns(
                reader,
                output,
                column=form.column,
                names=_free(COLUMNS, reader.names if form.header else ()),
                answers=lambda blocks: map(work, blocks),
                tick=lambda _: None,
                memory=1 << 16,
            )


def _holds_any_name(encoding: str) -> bool:
    """Whether every letter can be written in an encoding.

    >>> _holds_any_name("utf-8"), _holds_any_name("cp1251")
    (True, False)
    """
    return encoding.lower().startswith("utf")


def _free(wanted: tuple[str, ...], taken: Iterable[str]) -> list[str]:
    """Names of columns that a file doesn't have yet.

    >>> _free(("entity_id", "probability"), ["name", "entity_id"])
    ['entity_id_2', 'probability_2']
    """
    there = set(taken)
    number = 1
    while True:
        names = [name if number == 1 else f"{name}_{number}" for name in wanted]
        if there.isdisjoint(names):
            return names
        number += 1


def decisions_as_csv(table: NameTable, store: EntityStore) -> str:
    """The decisions as `translit resolve --decisions` and `translit review` read them.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.resolve import Resolver
    >>> with NameTable(":memory:") as table:
    ...     table.add([("Minsk", [])])
    ...     table.decide("Minsk", "minsk", "accept")
    ...     decisions_as_csv(table, EntityStore(Resolver(seeds()))).splitlines()
    ['name,evidence,decision,entity_id,entity_name', 'Minsk,,is,minsk,Мінск']
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(decisions.COLUMNS)
    for name, id_, decision in table.decisions():
        entity = store.entity(id_) if id_ else None
        writer.writerow((name, "", VERDICTS[decision].value, id_, entity.name if entity else ""))
    return target.getvalue()
