"""Writing a corpus for another engine: its setup, its documents and how to load them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from translit.corpus.documents import Document
from translit.errors import DataError, UsageError, did_you_mean
from translit.safe_files import replace_text

# Engine → its module, the names of the files of setup and documents, and how these are loaded.
ENGINES = {
    "elasticsearch": ("elasticsearch", "index.json", "documents.ndjson",
        "curl -X PUT localhost:9200/documents -H content-type:application/json -d @index.json && "
        "curl localhost:9200/documents/_bulk -H content-type:application/x-ndjson --data-binary @documents.ndjson"),
    "opensearch": ("elasticsearch", "index.json", "documents.ndjson",
        "curl -X PUT localhost:9200/documents -H content-type:application/json -d @index.json && "
        "curl localhost:9200/documents/_bulk -H content-type:application/x-ndjson --data-binary @documents.ndjson"),
    "solr": ("solr", "schema.json", "documents.jsonl",
        "curl localhost:8983/solr/documents/schema -H content-type:application/json -d @schema.json && curl "
        "'localhost:8983/solr/documents/update/json/docs?commit=true' -H content-type:application/json "
        "--data-binary @documents.jsonl"),
    "postgres": ("postgres", "schema.sql", "documents.copy",
        "psql -f schema.sql -c '\\copy documents from documents.copy'"),
    "sqlite": ("fts5", "schema.sql", "documents.sql",
        "sqlite3 documents.db '.read schema.sql' 'BEGIN' '.read documents.sql' 'COMMIT'"),
    "tantivy": ("tantivy", "schema.json", "documents.jsonl",
        "make the schema of schema.json, with a tokenizer that splits at blanks, and add each line as a document"),
}  # fmt: skip


def module_of(engine: str) -> ModuleType:
    """The module of an engine.

    Raises UsageError if there is none.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no export for {engine!r}{did_you_mean(engine, ENGINES)}; use {', '.join(ENGINES)}")
    return import_module(f"translit.corpus.engines.{ENGINES[engine][0]}")


def export(engine: str, documents: Iterable[Document], folder: Path) -> int:
    """Write the files for an engine into a folder, each whole or not at all; how many documents.

    Those of an earlier export for the engine are replaced. Raises UsageError for an unknown engine, and where a file of
    another making has the name of one to be written; DataError where the folder can't be written.
    """
    module = module_of(engine)
    _, setup, rows, _ = ENGINES[engine]
    settings = as_text(module.setup())
    _require_own(folder, setup, rows, settings)
    count = 0

    def counted() -> Iterable[Document]:
        nonlocal count
        for document in documents:
            count += 1
            yield document

    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_text(folder / setup, [settings])
        replace_text(folder / rows, (f"{row}\n" for row in module.rows(counted())))
    except OSError as error:
        raise DataError(f"{folder} can't be written ({error.strerror}); give another folder") from None
    return count


def documents_lines(documents: Iterable[Mapping[str, str]], engine: str) -> list[str]:
    """What an engine loads for each document, given by its fields; of the lines of one, all but the last end with one.

    Raises UsageError for an unknown engine, DataError for a document without an id.

    >>> documents_lines([{"id": "1", "text": "Мінск"}], "solr")
    ['{"id": "1", "text": "Мінск", "names": "minsk|=mnsk|=188a7"}']
    """
    module = module_of(engine)
    return ["\n".join(module.rows([Document(**fields)])) for fields in documents]


def query_body(engine: str, name: str) -> str:
    """What to ask an engine, filled as `export` does, for a name.

    >>> query_body("solr", "Мінск").startswith("{")
    True
    """
    return as_text(module_of(engine).query(name))


def as_text(value: Any) -> str:
    """A body as it is sent: JSON, or the statement itself."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _require_own(folder: Path, setup: str, rows: str, settings: str) -> None:
    """Refuse a folder where the files to be written are there and not ours: a setup of ours is the same text."""
    if not any(os.path.lexists(folder / name) for name in (setup, rows)):
        return
    with suppress(OSError):
        if (folder / setup).read_bytes() == settings.encode():
            return
    name = next(name for name in (setup, rows) if os.path.lexists(folder / name))
    raise UsageError(
        f"{folder / name} isn't of an export like this one and won't be overwritten; move it, or name a new folder"
    )
