"""Mentions of entities as files: CSV, JSON lines, Parquet, and entities of the schema Mention of FollowTheMoney."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from hashlib import sha1
from pathlib import Path

from translit.corpus.annotations import StoredMention
from translit.errors import UsageError

COLUMNS = tuple(one.name for one in fields(StoredMention))
SCHEMAS = {"person": "Person", "organization": "Organization", "place": "Address"}
FORMATS = ("csv", "jsonl", "ftm", "parquet")


def lines(mentions: Iterable[StoredMention], form: str) -> Iterator[str]:
    """Mentions as lines of a text format: csv, jsonl or ftm.

    Raises UsageError for another format.
    """
    if form == "csv":
        yield _csv(COLUMNS)
        yield from (_csv(asdict(one).values()) for one in mentions)
    elif form == "jsonl":
        yield from (json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in mentions)
    elif form == "ftm":
        yield from (json.dumps(as_ftm(one), ensure_ascii=False) + "\n" for one in mentions)
    else:
        raise UsageError(f"there is no format {form!r}; use {', '.join(FORMATS)}")


def _csv(row: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(row)
    return text.getvalue()


def as_ftm(one: StoredMention) -> dict[str, object]:
    """A mention as an entity of FollowTheMoney.

    >>> as_ftm(StoredMention("d", "e", "Е", "person", 0, 1, "Е", 0.9, "", "", ""))["properties"]["detectedSchema"]
    ['Person']
    """
    name = sha1(f"{one.document_id}\0{one.entity_id}\0{one.start}".encode(), usedforsecurity=False).hexdigest()
    properties = {
        "document": [one.document_id],
        "resolved": [one.entity_id],
        "name": [one.text],
        "detectedSchema": [SCHEMAS.get(one.kind, "LegalEntity")],
    }
    return {"id": name, "schema": "Mention", "properties": properties}


def write_parquet(mentions: Iterable[StoredMention], path: Path) -> None:
    """Mentions as a Parquet file.

    Raises UsageError if pyarrow isn't installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow; install it with: pip install 'translit-names[parquet]'") from None
    types = {"int": pa.int64(), "float": pa.float64(), "str": pa.string()}
    schema = pa.schema([(one.name, types[str(one.type)]) for one in fields(StoredMention)])
    part = path.with_name(f".{path.name}.part")
    try:
        with parquet.ParquetWriter(part, schema) as out:
            block: list[dict[str, object]] = []
            for one in mentions:
                block.append(asdict(one))
                if len(block) >= 1 << 16:
                    out.write_table(pa.Table.from_pylist(block, schema))
                    block = []
            out.write_table(pa.Table.from_pylist(block, schema))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
