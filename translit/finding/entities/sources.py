"""Entities from where users have them, one after another: nothing is held but the record at hand.

- CSV and TSV with `id`, `kind`, name columns (`name`, `names`, `name_*`, `name:*`, `alias*`), perhaps `role` and
  `weight`, and attributes in all others; or OpenSanctions' targets.simple.csv
- JSON lines: objects with the same keys, FollowTheMoney entities, or the lines of a Wikidata dump
- Parquet and Arrow files with the same columns (with the extra `parquet`)

Text files may be compressed (.gz, .bz2, .xz) and are UTF-8, or UTF-16 with a byte order mark.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO, cast

from translit.data import folder
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.entities.records import from_json, from_row, from_targets, is_name_column

TABLES = (".csv", ".tsv", ".txt")
JSON = (".json", ".jsonl", ".ndjson")
COLUMNAR = (".parquet", ".pq", ".arrow", ".feather", ".ipc")
COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}
LONGEST_CELL = 1 << 27
BATCH = 10_000

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
    path: str | Path, errors: Errors = "raise", report: Callable[[str], None] | None = None
) -> Iterator[Entity]:
    """The entities of a file, whose form is told by its name and its first lines.

    With errors="skip" a faulty record is left out and `report` is called with the sentence that
    errors="raise" raises. Records of things that are no person, place or organization are passed over.
    Raises DataError for a file that can't be read, UsageError for one that isn't there or of unknown form.

    >>> from translit.data import folder
    >>> sum(1 for entity in read_entities(folder("seeds") / "people.csv")) > 50
    True
    """
    path = Path(path)
    noun = "row" if _suffix(path) in COLUMNAR else "line"
    try:
        for number, make in _records(path):
            try:
                entity = make()
            except (DataError, KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
                sentence = f"{path}, {noun} {number}: {_said(error)}"
                if errors == "raise":
                    raise DataError(sentence) from error
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


def _records(path: Path) -> Iterator[Record]:
    suffix = _suffix(path)
    if suffix in COLUMNAR:
        yield from _columnar(path, suffix)
    elif suffix in JSON:
        with _text(path) as file:
            yield from _json_lines(file)
    elif suffix in TABLES:
        with _text(path) as file:
            yield from _table(file, path)
    else:
        raise UsageError(f"{path} has no known ending; use one of {', '.join((*TABLES, *JSON, *COLUMNAR))}")


@contextmanager
def _text(path: Path) -> Iterator[TextIO]:
    """The text of a file, decompressed and decoded."""
    from importlib import import_module

    opener = import_module(COMPRESSED[path.suffix]).open if path.suffix in COMPRESSED else open
    with cast(BinaryIO, opener(path, "rb")) as file:
        start = file.read(2)
    encoding = "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    with cast(TextIO, opener(path, "rt", encoding=encoding, newline="")) as text:
        yield text


def _table(file: TextIO, path: Path) -> Iterator[Record]:
    """The rows of a CSV file, by the columns that its first line names."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    first = file.readline()
    delimiter = max(",;\t", key=first.count)
    columns = next(csv.reader([first], delimiter=delimiter), [])
    make = _maker(columns, path)
    rows = csv.reader(file, delimiter=delimiter)
    line = 2
    for row in rows:
        if row:
            yield line, _of_row(make, columns, row)
        line = rows.line_num + 2


def _of_row(make: Make, columns: list[str], row: list[str]) -> Callable[[], Entity | None]:
    def made() -> Entity | None:
        if len(row) != len(columns):
            raise DataError(f"{len(row)} cells where the first line has {len(columns)}; correct the line")
        return make(dict(zip(columns, row, strict=True)))

    return made


def _maker(columns: list[str], path: Path) -> Make:
    """What turns the rows of a table with these columns into entities."""
    lacking = [] if "id" in columns else ["id"]
    if not any(map(is_name_column, columns)):
        lacking.append("name")
    if lacking:
        there = ", ".join(columns) or "nothing"
        raise DataError(f"{path} has no column {' and no column '.join(lacking)}; its first line names {there}")
    return from_targets if {"schema", "name", "aliases"} <= set(columns) else from_row


def _json_lines(file: TextIO) -> Iterator[Record]:
    """The objects of a file with one a line; the brackets and commas of a Wikidata dump are passed over."""
    for number, line in enumerate(file, 1):
        text = line.strip().removesuffix(",")
        if text not in ("", "[", "]"):
            yield number, _of_line(text)


def _of_line(text: str) -> Callable[[], Entity | None]:
    def made() -> Entity | None:
        record = json.loads(text)
        if not isinstance(record, dict):
            raise DataError("not an object in braces; give one object a line")
        return from_json(record)

    return made


def _columnar(path: Path, suffix: str) -> Iterator[Record]:
    """The rows of a Parquet or Arrow file, a batch at a time."""
    try:
        import pyarrow as pa
    except ImportError:
        raise UsageError(f"{path} needs pyarrow; install translit-names[parquet]") from None
    number = 1
    with path.open("rb") as file:
        try:
            for batch in _batches(file, suffix):
                make = _maker(batch.schema.names, path)
                for row in batch.to_pylist():
                    yield number, partial(make, row)
                    number += 1
        except pa.ArrowInvalid as error:
            raise DataError(f"{path} can't be read: {str(error).splitlines()[0]}") from error


def _batches(file: BinaryIO, suffix: str) -> Iterator[Any]:
    if suffix in (".parquet", ".pq"):
        from pyarrow import parquet

        yield from parquet.ParquetFile(file).iter_batches(BATCH)
        return
    from pyarrow import ipc

    reader = ipc.open_file(file)
    for index in range(reader.num_record_batches):
        yield reader.get_batch(index)
