"""Entities from where users have them, one after another: nothing is held but the record at hand.

- CSV and TSV with `id`, `kind`, name columns (`name`, `names`, `name_*`, `name:*`, `alias*`), perhaps `role` and
  `weight`, and attributes in all others; or OpenSanctions' targets.simple.csv
- JSON lines: objects with the same keys, FollowTheMoney entities, or the lines of a Wikidata dump
- Parquet and Arrow files with the same columns (with the extra `parquet`)

Text files may be compressed (.gz, .bz2, .xz) and are UTF-8, or UTF-16 with a byte order mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO

from translit.data import folder
from translit.errors import DataError, FaultyRecord, UsageError, counted
from translit.finding.entities.entity import Entity
from translit.finding.entities.records import from_json, from_row, from_targets, is_name_column
from translit.finding.entities.text_input import COMPRESSED, lines_of, open_text, require_file, rows_of
from translit.kinds import Kind
from translit.memory import require_memory

TABLES = (".csv", ".tsv", ".txt")
JSON = (".json", ".jsonl", ".ndjson")
COLUMNAR = (".parquet", ".pq", ".arrow", ".feather", ".ipc")
BATCH = 1000  # rows of a Parquet file that are read at once
LARGEST_BATCH = 1 << 30  # bytes
COUNTED = 1 << 16  # records after which the memory that is left is looked at

Make = Callable[[Mapping[str, Any]], Entity | None]
Record = tuple[int, Callable[[], Entity | None]]  # its line (or row), and what makes the entity of it
Errors = Literal["raise", "skip"]


def seeds() -> list[Entity]:
    """The starter entities that come with the project.

    >>> seeds()[0].id
    'lukashenka-alaksandar'
    """
    files = [folder("seeds") / f"{name}.csv" for name in ("people", "places", "organizations")]
    return [entity for file in files for entity in read_entities(file)]


def read_entities(
    path: str | Path,
    errors: Errors = "raise",
    report: Callable[[str], None] | None = None,
    kind: Kind = "person",
) -> Iterator[Entity]:
    """The entities of a file, whose form is told by its name and its first lines; rows that say no kind are of `kind`.

    With errors="skip" a faulty record is left out and `report` is called with the sentence that
    errors="raise" raises. Records of things that are no person, place or organization are passed over.
    Raises DataError for a file that can't be read, UsageError for one that isn't there or of unknown form.

    >>> from translit.data import folder
    >>> sum(1 for entity in read_entities(folder("seeds") / "people.csv")) > 50
    True
    """
    path = Path(path)
    require_file(path)
    noun = "row" if _suffix(path) in COLUMNAR else "line"
    try:
        for count, (number, make) in enumerate(_records(path, kind)):
            if not count % COUNTED:
                require_memory(f"{noun} {number} of {path}")
            try:
                entity = make()
            except (DataError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
                sentence = f"{path}, {noun} {number}: {_said(error)}"
                if errors == "raise":
                    raise FaultyRecord(sentence) from error
                if report:
                    report(f"{sentence}; left out")
                continue
            if entity is not None:
                yield entity
    except UnicodeDecodeError as error:
        raise DataError(f"{path} isn't UTF-8; save it as UTF-8") from error
    except (OSError, EOFError) as error:
        if isinstance(error, FileNotFoundError | IsADirectoryError):
            raise UsageError(f"{path} can't be read: {error.strerror}; check the path") from error
        raise DataError(f"{path} can't be read: {error}") from error


def _said(error: Exception) -> str:
    if isinstance(error, DataError):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg} at character {error.pos + 1})"
    return f"the record lacks {error}" if isinstance(error, KeyError) else f"the record has another form ({error})"


def _suffix(path: Path) -> str:
    return next((suffix for suffix in reversed(path.suffixes) if suffix not in COMPRESSED), "").lower()


def _records(path: Path, kind: Kind) -> Iterator[Record]:
    suffix = _suffix(path)
    if suffix in COLUMNAR:
        yield from _columnar(path, suffix, kind)
    elif suffix in JSON:
        with open_text(path) as file:
            yield from _json_lines(file, path, kind)
    elif suffix in TABLES:
        with open_text(path) as file:
            yield from _table(file, path, kind)
    else:
        raise UsageError(f"{path} has no known ending; use one of {', '.join((*TABLES, *JSON, *COLUMNAR))}")


def _table(file: TextIO, path: Path, kind: Kind) -> Iterator[Record]:
    """The rows of a CSV file, by the columns that its first line names."""
    lines = lines_of(file, path)
    first = next(lines, "")
    delimiter = max(",;\t", key=first.count)
    columns: list[str] = []
    make: Make | None = None
    for line, row in rows_of(chain([first], lines), path, delimiter, 1):
        if make is None:
            columns, make = row, _maker(row, path, kind)
        else:
            yield line, _of_row(make, columns, row)
    if make is None:
        _maker([], path, kind)


def _of_row(make: Make, columns: list[str], row: list[str]) -> Callable[[], Entity | None]:
    def made() -> Entity | None:
        if len(row) != len(columns):
            raise DataError(f"{counted(len(row), 'cell')} where the first line has {len(columns)}; correct the line")
        return make(dict(zip(columns, row, strict=True)))

    return made


def _maker(columns: list[str], path: Path, kind: Kind) -> Make:
    """What turns the rows of a table with these columns into entities."""
    lacking = [] if "id" in columns else ["id"]
    if not any(map(is_name_column, columns)):
        lacking.append("name")
    if lacking:
        there = ", ".join(columns) or "nothing"
        raise DataError(f"{path} has no column {' and no column '.join(lacking)}; its first line names {there}")
    return from_targets if {"schema", "name", "aliases"} <= set(columns) else partial(from_row, kind=kind)


def _json_lines(file: TextIO, path: Path, kind: Kind) -> Iterator[Record]:
    """The objects of a file with one a line; the brackets and commas of a Wikidata dump are passed over."""
    for number, line in enumerate(lines_of(file, path), 1):
        text = line.strip().removesuffix(",")
        if text not in ("", "[", "]"):
            yield number, _of_line(text, kind)


def _of_line(text: str, kind: Kind) -> Callable[[], Entity | None]:
    def made() -> Entity | None:
        record = json.loads(text)
        if not isinstance(record, dict):
            raise DataError("not an object in braces; give one object a line")
        return from_json(record, kind)

    return made


def _columnar(path: Path, suffix: str, kind: Kind) -> Iterator[Record]:
    """The rows of a Parquet or Arrow file, a batch at a time."""
    try:
        import pyarrow as pa
    except ImportError:
        raise UsageError(f"{path} needs pyarrow; install translit-names[parquet]") from None
    number = 1
    with path.open("rb") as file:
        try:
            for batch in _batches(file, suffix):
                batch.validate(full=True)
                if batch.nbytes > LARGEST_BATCH:
                    raise DataError(f"{path} has {batch.nbytes:,} bytes in {batch.num_rows} rows; no name is so long")
                make = _maker(batch.schema.names, path, kind)
                for row in batch.to_pylist():
                    yield number, partial(make, row)
                    number += 1
        except (pa.lib.ArrowException, OverflowError, MemoryError) as error:
            said = str(error).splitlines() or ["it is damaged"]
            raise DataError(f"{path} can't be read: {said[0]}") from error


def _batches(file: BinaryIO, suffix: str) -> Iterator[Any]:
    if suffix in (".parquet", ".pq"):
        from pyarrow import parquet

        yield from parquet.ParquetFile(file).iter_batches(BATCH)
        return
    from pyarrow import ipc

    reader = ipc.open_file(file)
    for index in range(reader.num_record_batches):
        yield reader.get_batch(index)
