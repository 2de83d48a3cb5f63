"""Entities from any table: which columns are the id, the names and the kind is said by the user, or by their names.

A file with one column is a list of names, one a line. Ids are made up, from the number of the row, where none are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translit.csvfile.cell_keys import SEPARATOR
from translit.csvfile.column_names import column_of, columns_of
from translit.csvfile.compression import Compression
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import DataError, FaultyRecord, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.entities.records import from_row, is_name_column
from translit.finding.entities.sources import read_entities
from translit.kinds import Kind
from translit.tablefile.formats import Format, format_of
from translit.tablefile.table_reader import open_table

NAME_WORDS = frozenset(
    [
        "name",
        "names",
        "fullname",
        "full_name",
        "title",
        "label",
        "caption",
        "person",
        "имя",
        "фио",
        "название",
        "наименование",
        "імя",
        "піб",
        "назва",
        "прозвішча",
        "names_list",
        "entity",
        "company",
        "organization",
        "place",
    ]
)
OURS = (".json", ".arrow", ".feather", ".ipc", ".bz2", ".xz")  # forms that only `read_entities` reads


@dataclass(frozen=True, slots=True)
class EntityTable:
    """Which columns of a table make an entity; what isn't given is found by the names of the columns."""

    id_column: str | None = None
    name_columns: tuple[str, ...] = ()
    kind_column: str | None = None
    kind: Kind | None = None  # of rows that say none
    before_number: str = ""  # what stands before the number of a row that has no id

    def given(self) -> bool:
        """Whether the user said anything."""
        return bool(self.id_column or self.name_columns or self.kind_column)


def entities_of(
    path: str, table: EntityTable, *, skip_faulty: bool = False, report: Callable[[str], None] | None = None
) -> Iterator[Entity]:
    """The entities of a file of any form; `report` is told what was left out or guessed.

    Raises UsageError for a file or a column that isn't there, DataError, with the row, for what is no entity.
    """
    errors: Any = "skip" if skip_faulty else "raise"
    if path.lower().endswith(OURS):
        yield from read_entities(path, errors, report, table.kind or "person")
        return
    form, compression = format_of(path)
    if form.delimited:
        with Source(path, None, compression) as source:
            reader = Reader(source)
            if not table.given() and source.encoding == "utf-8" and _usual(reader.names):
                found: Iterator[Entity] = iter(())
            else:
                if report and source.guessed and source.encoding != "utf-8":
                    report(f"{path} is read as {source.encoding}")
                found = _of_text(reader, path, table, skip_faulty, report)
                yield from found
                return
    elif form is Format.XLSX or form is Format.ODS or table.given() or compression is Compression.ZSTD:
        yield from _of_rows(path, table, skip_faulty, report)
        return
    yield from read_entities(path, errors, report, table.kind or "person")


def _usual(names: Sequence[str]) -> bool:
    return "id" in names and any(map(is_name_column, names))


def _of_text(
    reader: Reader, path: str, table: EntityTable, skip_faulty: bool, report: Callable[[str], None] | None
) -> Iterator[Entity]:
    """The entities of a CSV file; a single column without a name for it is a list of names from its first line on."""
    names = list(reader.names)
    every = tuple(range(reader.width)) if reader.width > 1 else 0
    rows = (cell.split(SEPARATOR) for block in reader.blocks(every) for cell in block.cells if cell)
    first = names[0].strip().casefold()
    if reader.width == 1 and not table.given() and first not in NAME_WORDS and not is_name_column(first):
        yield from _made(["name"], iter([names]), path, table, skip_faulty, report)
        names = ["name"]
        yield from _made(names, rows, path, table, skip_faulty, report, start=2)
        return
    yield from _made(names, rows, path, table, skip_faulty, report)


def _of_rows(
    path: str, table: EntityTable, skip_faulty: bool, report: Callable[[str], None] | None
) -> Iterator[Entity]:
    form, compression = format_of(path)
    reader = open_table(path, form, compression, report=report)
    every = tuple(range(reader.width)) if reader.width > 1 else 0
    rows = (cell.split(SEPARATOR) for block in reader.blocks(every) for cell in block.cells if cell)
    yield from _made(reader.names, rows, path, table, skip_faulty, report)


def _made(
    names: Sequence[str], rows: Iterator[list[str]], path: str, table: EntityTable, skip_faulty: bool,
    report: Callable[[str], None] | None, start: int = 1,
) -> Iterator[Entity]:  # fmt: skip
    """The entities of rows with these columns."""
    id_, name_columns, kind = _columns(names, path, table)
    others = [place for place in range(len(names)) if place not in (id_, kind, *name_columns)]
    for number, row in enumerate(rows, start):
        record: dict[str, Any] = {
            names[place]: row[place] for place in others if row[place] and not is_name_column(names[place])
        }
        record["id"] = row[id_] if id_ is not None else f"{table.before_number}{number}"
        record["kind"] = row[kind].strip() if kind is not None else ""
        record["name"] = [row[place] for place in name_columns if row[place].strip()]
        try:
            entity = from_row(record, table.kind or "person")
        except DataError as error:
            sentence = f"row {number} of {path}: {error}"
            if not skip_faulty:
                raise FaultyRecord(sentence) from error
            if report:
                report(f"{sentence}; left out")
            continue
        if entity:
            yield entity


def _columns(names: Sequence[str], path: str, table: EntityTable) -> tuple[int | None, tuple[int, ...], int | None]:
    """The columns of the id, the names and the kind; those that weren't given by their names."""
    if table.name_columns:
        found = columns_of(names, table.name_columns, path)
    else:
        plain = [name.strip().casefold() for name in names]
        found = tuple(place for place, name in enumerate(plain) if is_name_column(name) or name in NAME_WORDS)
        found = found or ((0,) if len(names) == 1 else ())
    if not found:
        raise UsageError(f"{path} has no column called name; it has {', '.join(names)}; say which with --name-column")
    own = {name.strip().casefold(): place for place, name in enumerate(names)}
    id_ = column_of(names, table.id_column, path) if table.id_column else own.get("id")
    kind = column_of(names, table.kind_column, path) if table.kind_column else own.get("kind")
    return (None if id_ in found else id_), found, kind
