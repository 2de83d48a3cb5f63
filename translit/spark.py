"""Names in Spark: functions on data frames, worked in Arrow batches by the Python workers.

    frame = translit.spark.to(frame, "name", "be-lacinka")             # adds name_be-lacinka
    found = translit.spark.resolve(frame, "name", "/shared/entities")  # the folder of a saved Resolver
    pairs = translit.spark.key_join(left, right, "name")               # where no index fits

translit must be installed where the workers run. Needs the extra `spark` and Java; docs/scale.md has the costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from translit.adapters import columns
from translit.adapters.columns import FOUND_COLUMNS, LEAST
from translit.errors import UsageError, did_you_mean

Frame = Any  # a pyspark.sql.DataFrame
Work = Callable[[Any], list[Any]]  # a record batch → the arrays of the new columns
MENTIONS = "array<struct<start:bigint,end:bigint,text:string,entity_id:string,entity_name:string,probability:double>>"
DOCUMENT = ("id", "text", "title", "source", "language", "url", "date")
LARGEST = 10_000  # names of the right side that may share a key in a join

__all__ = ["bulk_lines", "compare", "find", "key_join", "keys", "resolve", "to"]


def to(frame: Frame, column: str, scheme: str, into: str | None = None) -> Frame:
    """The frame with a column written by a scheme, as `into`, else COLUMN_SCHEME; NULL stays NULL.

    Raises UnknownScheme if no table has this id, UsageError if there is no such column of text.
    """
    from translit.writing.registry import scheme_of

    scheme_of(scheme)  # an unknown one is told here, not by a worker
    _check(frame, column)

    def work(batch: Any) -> list[Any]:
        return [columns.written(batch.column(column).to_pylist(), scheme, column)]

    return _with(frame, work, {into or f"{column}_{scheme}": "string"})


def keys(frame: Frame, column: str, of: str = "words", into: str | None = None) -> Frame:
    """The frame with the blocking keys of a column of names, an array, as `into`, else COLUMN_keys.

    `of` is "words", "links" or "father", as in `translit.frames.keys`.
    """
    columns.key_lists((), of)  # refuses an unknown one
    _check(frame, column)

    def work(batch: Any) -> list[Any]:
        return [columns.key_lists(batch.column(column).to_pylist(), of, column)]

    return _with(frame, work, {into or f"{column}_keys": "array<string>"})


def compare(frame: Frame, a: str, b: str, into: str = "probability", kind: str = "person") -> Frame:
    """The frame with the probability that the names of two columns are one, NULL where a name is missing.

    Raises UsageError if there is no such column of text.
    """
    _check(frame, a, b)

    def work(batch: Any) -> list[Any]:
        left, right = (batch.column(name).to_pylist() for name in (a, b))
        return [columns.probabilities(left, right, kind, (a, b))]

    return _with(frame, work, {into: "double"})


def resolve(frame: Frame, column: str, index: str | Path, least: float = LEAST, ship: bool = False) -> Frame:
    """The frame with entity_id, entity_name and probability of a column of names.

    `index` is the folder that `Resolver.save` wrote. Only its path goes to the workers: each opens it once, and the
    workers of one machine share its memory. It lies where every machine sees it; with `ship` Spark copies it to each.
    Names whose best entity is less probable than `least` get NULL. Raises DataError for anything but an index.
    """
    _check(frame, column)
    path = _path_of(frame, index, ship)

    def work(batch: Any) -> list[Any]:
        found = columns.found(batch.column(column).to_pylist(), _opened(path, ship), least, column)
        return [list(part) for part in zip(*found, strict=True)] if found else [[], [], []]

    return _with(frame, work, dict(zip(FOUND_COLUMNS, ("string", "string", "double"), strict=True)))


def find(
    frame: Frame, column: str, index: str | Path, into: str = "mentions", least: float = LEAST, ship: bool = False
) -> Frame:
    """The frame with the mentions of entities in a column of texts, an array of structs: `explode` makes rows of it.

    `index` and `ship` are as for `resolve`, and so is what is raised.
    """
    _check(frame, column)
    path = _path_of(frame, index, ship)

    def work(batch: Any) -> list[Any]:
        return [columns.mentions(batch.column(column).to_pylist(), _opened(path, ship), least, column)]

    return _with(frame, work, {into: MENTIONS})


def bulk_lines(frame: Frame, engine: str = "elasticsearch") -> Frame:
    """What a search engine loads for each document, a frame with one column `value`: `.write.text(folder)` writes it.

    The frame has the columns id and text, and may have title, source, language, url and date, all of text; missing
    values are written as empty. The lines are those of `translit export ENGINE`, whose setup is loaded before them; no
    row depends on another, so nothing is shuffled. Raises UsageError for an unknown engine or a missing column.
    """
    from translit.corpus.engines.export import documents_lines

    documents_lines([], engine)  # an unknown one is told here, not by a worker
    there = [name for name in DOCUMENT if name in frame.columns]
    _check(frame, *dict.fromkeys(["id", "text", *there]))

    def work(batch: Any) -> list[Any]:
        cells = [batch.column(name).to_pylist() for name in there]
        rows = (dict(zip(there, [value or "" for value in row], strict=True)) for row in zip(*cells, strict=True))
        return [documents_lines(rows, engine)]

    return _with(frame.select(*there), work, {"value": "string"}).select("value")


def key_join(
    left: Frame,
    right: Frame,
    column: str,
    other: str | None = None,
    equal: Sequence[str] = (),
    least: float = 0.9,
    kind: str = "person",
    largest: int | None = LARGEST,
) -> Frame:
    """The pairs of distinct names, of a column of the left frame and one of the right, that are probably one.

    `column` is the left one, and the right one too where no `other` is given; `equal` are columns of both frames, such
    as a year of birth, that must agree. The answer has those, left_name, right_name and probability; join it to the
    frames. Names meet by keys of two words; a key that more than `largest` names of the right side share is passed
    over, so that no task gets too much (None: none is).
    """
    from pyspark.sql import functions

    other = other or column
    _check(left, column)
    _check(right, other)
    lefts, rights = (
        keys(_distinct(frame, name, equal, alias), alias, "links", "key").withColumn("key", functions.explode("key"))
        for frame, name, alias in ((left, column, "left_name"), (right, other, "right_name"))
    )
    by = ["key", *equal]
    if largest is not None:
        common = rights.groupBy(*by).count().where(functions.col("count") > largest).select(*by)
        rights = rights.join(common, by, "left_anti")
    pairs = lefts.join(rights, by).select(*equal, "left_name", "right_name").distinct()
    return compare(pairs, "left_name", "right_name", kind=kind).where(functions.col("probability") >= least)


def _distinct(frame: Frame, name: str, equal: Sequence[str], alias: str) -> Frame:
    """The distinct names of a frame, as a column `alias`, with the columns that must agree."""
    from pyspark.sql import functions

    lacking = [known for known in equal if known not in frame.columns]
    if lacking:
        raise UsageError(f"a frame has no column {lacking[0]!r}; `equal` names columns that both have")
    chosen = frame.select(*equal, functions.col(f"`{name}`").alias(alias))
    return chosen.dropna().distinct()


def _check(frame: Frame, *names: str) -> None:
    """Raises UsageError if the frame lacks a column or it isn't text."""
    types = dict(frame.dtypes)
    for name in names:
        if name not in types:
            raise UsageError(f"the frame has no column {name!r}{did_you_mean(name, types)}")
        if types[name] != "string":
            raise UsageError(f"the column {name!r} is {types[name]}, not text; cast it to string first")


def _path_of(frame: Frame, index: str | Path, ship: bool) -> str:
    """Where the workers find an index, which is opened here first, so that no worker has to tell of a faulty one."""
    from translit.finding.resolve import Resolver

    path = str(Path(index).resolve())
    Resolver.open(path)
    if ship:
        frame.sparkSession.sparkContext.addFile(path, recursive=True)
    return path


def _with(frame: Frame, work: Work, new: dict[str, str]) -> Frame:
    """The frame with new columns (name → Spark type), worked batch by batch."""
    from pyspark.sql.types import StructType

    there = [name for name in new if name in frame.columns]
    if there:
        raise UsageError(f"the frame already has a column {there[0]!r}; rename it there first")
    fields = StructType.fromDDL(", ".join(f"`{name}` {type_}" for name, type_ in new.items()))
    types = list(new.values())

    def worked(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        arrow = {"string": pa.string(), "double": pa.float64(), "array<string>": pa.list_(pa.string())}
        arrow[MENTIONS] = columns.mention_type()
        for batch in batches:
            added = [pa.array(values, arrow[type_]) for values, type_ in zip(work(batch), types, strict=True)]
            yield pa.RecordBatch.from_arrays([*batch.columns, *added], [*batch.schema.names, *new])

    return frame.mapInArrow(worked, StructType([*frame.schema.fields, *fields.fields]))


@cache
def _opened(path: str, shipped: bool) -> Any:
    """The resolver of a worker process, opened once."""
    from translit.finding.resolve import Resolver

    if shipped:
        from pyspark import SparkFiles

        path = SparkFiles.get(Path(path).name)
    return Resolver.open(path)
