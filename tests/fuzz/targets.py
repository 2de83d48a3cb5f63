"""What is fuzzed: each target takes any bytes, and gives an answer or raises a TranslitError, never anything else."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zlib import crc32

from translit.csvfile.add_columns import add_columns
from translit.csvfile.output import Output
from translit.csvfile.reader import Reader
from translit.csvfile.source import Source
from translit.errors import TranslitError
from translit.finding.entities.sources import read_entities
from translit.finding.resolve import Resolver
from translit.writing import registry
from translit.writing import table as table_module
from translit.writing.lint import lint

ENDINGS = (".csv", ".tsv", ".json", ".jsonl", ".csv.gz", ".csv.xz", ".json.bz2", ".parquet", ".arrow")


@cache
def _folder() -> Path:
    memory = "/dev/shm"  # where syncing costs nothing
    return Path(tempfile.mkdtemp(prefix="translit-fuzz", dir=memory if Path(memory).is_dir() else None))


def csv_reader(data: bytes) -> None:
    """A CSV file of these bytes: what isn't added comes out byte for byte, in as many rows, or a sentence says why."""
    path, out = _folder() / "in.csv", _folder() / "out.csv"
    path.write_bytes(data)
    with Source(str(path)) as source:
        reader = Reader(source, block=1 + len(data) % 40)
        with Output(str(out), source.encoding, source.mark) as output:
            add_columns(
                reader,
                output,
                column=0,
                names=["fuzz_new"],
                answers=lambda blocks: (reader.dialect.encode([[("",)] for _ in cells]) for cells in blocks),
                tick=lambda _: None,
            )
    written = out.read_bytes().decode(source.encoding)
    added = reader.dialect.delimiter
    text = data.removeprefix(source.mark).decode(source.encoding)
    assert written.replace(f"{added}fuzz_new", "", 1).count(added) >= text.count(added)
    assert len(written) >= len(text)


def table(data: bytes) -> None:
    """A rule table of these bytes: faults are listed."""
    path = _folder() / "table.toml"
    path.write_bytes(data)
    table_module._read.cache_clear()
    loaded = registry.load_table(path)
    lint(loaded, registry.compiled(loaded))


def entities(data: bytes) -> None:
    """A file of entities; the first byte chooses the ending of its name."""
    path = _folder() / f"entities{ENDINGS[data[0] % len(ENDINGS)] if data else '.csv'}"
    path.write_bytes(data[1:])
    for _, _entity in zip(range(1000), read_entities(path, errors="skip"), strict=False):
        pass


@cache
def _saved() -> tuple[Path, dict[str, bytes]]:
    folder = _folder() / "index"
    resolver = Resolver(read_entities(_people()))
    resolver.save(folder)
    return folder, {path.name: path.read_bytes() for path in folder.iterdir()}


def _people() -> Path:
    path = _folder() / "people.csv"
    path.write_text("id,name\na,Аляксандр Лукашэнка\nb,Святлана Ціханоўская\nc,სააკაშვილი\n", encoding="utf-8")
    return path


def index(data: bytes) -> None:
    """An index one of whose files is these bytes, with a manifest that vouches for them."""
    from translit.finding.index.manifest import seal_of

    folder, files = _saved()
    names = sorted(files)
    name = names[data[0] % len(names)] if data else names[0]
    body = data[1:]
    if data[:1] > b"\x80" and name.endswith(".npy"):  # keep the head, so that numbers are reached
        body = files[name][:128] + body
    (folder / name).write_bytes(body)
    try:
        if name != "manifest.json":
            found = json.loads(json.loads(files["manifest.json"])["body"])
            with (folder / name).open("rb") as file:
                found["files"][name] = seal_of(file.fileno())
            text = json.dumps(found)
            (folder / "manifest.json").write_text(json.dumps({"body": text, "check": crc32(text.encode())}))
        Resolver.open(folder).resolve("Lukashenko")
    finally:
        for each in (name, "manifest.json"):
            (folder / each).write_bytes(files[each])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "csv_reader": csv_reader,
    "table": table,
    "entities": entities,
    "index": index,
}


def attempt(name: str, data: bytes) -> None:
    """Run a target; errors that the project raises on purpose are answers too, if they are one short sentence."""
    try:
        TARGETS[name](data)
    except TranslitError as error:
        assert len(str(error)) <= 500, error
        assert "\n" not in str(error), error
