"""The command `dedupe`: the spellings of one person in a file of names put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.options import COLUMN, FILE, OUT, FileForm, Probability, form_of_file, of_kind
from translit.cli.row_kinds import RowKinds
from translit.cli.table_files import output_form, output_to, reading
from translit.errors import DataError, UsageError, counted
from translit.kinds import KINDS, Kind

if TYPE_CHECKING:
    from translit.finding.dedupe import Deduped

COLUMNS = ["cluster", "canonical", "cluster_probability"]
NOTHING = ("", "", "")  # what a row without a name gets
Name = tuple[str, Kind]


@click.command(
    epilog=examples(
        "dedupe people.csv -c name -o out.csv",
        "dedupe people.csv -c name --pairs pairs.csv --threshold 0.9 -o out.csv",
    )
)
@FILE
@COLUMN
@OUT
@click.option("--pairs", metavar="FILE", help="Also write the pairs that are probably one, as CSV.")
@click.option(
    "--threshold",
    type=Probability(0, 1, min_open=True),
    help="Probability from which names are one. Else 0.5 for persons, 0.6 for others.",
)
@of_kind("Only rows of this kind; rows that say none are of it.")
@click.option(
    "--kind-column",
    metavar="COLUMN",
    help="Column of the kind of each row: person, place … Else kind, if each of its cells says one.",
)
@form_of_file
def dedupe(
    file: str,
    *,
    column: str,
    out: str | None,
    pairs: str | None,
    threshold: float | None,
    kind: Kind | None,
    kind_column: str | None,
    form: FileForm,
) -> None:
    """Number the rows of a file, those that name one person alike.

    Writes the file's columns, then cluster, canonical (the cluster's fullest, most central spelling) and
    cluster_probability. The file is read twice, so it can't be standard input. Names are held for what the column kind
    says they are of (person, place, organization), or --kind, else for persons.
    """
    from translit.csvfile.add_columns import add_columns, require_new
    from translit.csvfile.output import Output

    _require_files(file, out, pairs)
    with reading(file, form, out) as reader:
        index = reader.column(column)
        require_new(reader, COLUMNS)
        kinds = RowKinds(reader, kind_column, kind)
        columns = index if kinds.place is None else (index, kinds.place)
        keys = Counter(cell for block in reader.blocks(columns) for cell in block.cells if cell)
        named = _named(keys, kinds)
        before = _state(reader)
        to = output_form(reader, form)
    with ExitStack() as stack:  # what can't be written is said before the comparison, which may take long
        beside = stack.enter_context(Output(pairs, *to)) if pairs else None
        output = stack.enter_context(output_to(reader, file, form, out, numbers=("cluster", "cluster_probability")))
        names = {each: keys[key] for key, each in named.items()}
        count = Counter(kind for _, kind in names)
        note(f"comparing {kinds.sentence(count, counted(len(names), 'spelling'))}")
        found = {kind: _found(names, kind, threshold) for kind in KINDS if count[kind]}
        clusters = sum(len(each.clusters) for each in found.values())
        note(f"{counted(len(names), 'spelling')}, {counted(clusters, 'cluster')}")
        with reading(file, form, out) as reader, progress("writing", reader.source.size) as tick:
            of_names = _cells(found)
            cells = {key: of_names.get(named[key], NOTHING) if key in named else NOTHING for key in keys}
            work = partial(map, partial(_texts, cells, reader))
            add_columns(reader, output, column=columns, names=COLUMNS, answers=work, tick=tick)
            if _state(reader) != before:
                raise _changed(reader)
        if beside:
            beside.write(_pairs_text(found.values()))
            beside.finish()


def _require_files(file: str, out: str | None, pairs: str | None) -> None:
    """Refuse a file that can't be read twice, and pairs that would be written over another file."""
    from translit.csvfile.output import require_other_file

    if file == "-":
        raise UsageError("dedupe reads its file twice; save standard input to a file first")
    if Path(file).exists() and not Path(file).is_file():
        raise UsageError(f"dedupe reads its file twice, and {file} isn't a file; save what it gives to one first")
    if pairs and Path(pairs).resolve() in [Path(each).resolve() for each in (file, out) if each]:
        raise UsageError(f"the pairs would be written over {pairs}; name another file with --pairs")
    require_other_file(pairs, [file], "--pairs")


def _named(keys: Iterable[str], kinds: RowKinds) -> dict[str, Name]:
    """The name and the kind that the cells of a row say, where there is a name, and the kind is the one wanted."""
    from translit.csvfile.cell_keys import SEPARATOR

    cells = {key: key.partition(SEPARATOR)[::2] if kinds.place is not None else (key, "") for key in keys}
    said = kinds.read(kind for _, kind in cells.values())
    named = {key: (name, said[kind]) for key, (name, kind) in cells.items() if name}
    return {key: each for key, each in named.items() if kinds.wanted in (None, each[1])}


def _found(names: Mapping[Name, int], kind: Kind, threshold: float | None) -> Deduped:
    """What the names of one kind are put together to."""
    from translit.finding.dedupe import dedupe as found_by

    mine = ((name, count) for (name, other), count in names.items() if other == kind)
    return found_by((name for name, count in mine for _ in range(count)), kind, threshold)


def _cells(found: Mapping[Kind, Deduped]) -> dict[Name, tuple[str, str, str]]:
    """The added cells of every name; clusters are numbered in the order of their canonical spellings."""
    clusters = [(cluster, kind) for kind, each in found.items() for cluster in each.clusters]
    clusters.sort(key=lambda each: (each[0].canonical, each[0].names))
    return {
        (name, kind): (str(number), cluster.canonical, f"{cluster.probability:.4f}")
        for number, (cluster, kind) in enumerate(clusters, 1)
        for name in cluster.names
    }


def _texts(cells: dict[str, tuple[str, str, str]], reader: Any, names: list[str]) -> Any:
    try:
        return reader.dialect.encode([[cells[name] if name else NOTHING] for name in names])
    except KeyError:
        raise _changed(reader) from None


def _state(reader: Any) -> tuple[int, int]:
    """What tells whether a file that was read to its end is the same as before."""
    return reader.source.bytes_read, getattr(reader.source, "checksum", 0)


def _changed(reader: Any) -> DataError:
    return DataError(f"{reader.source.name} was changed while it was read; run dedupe again when it is whole")


def _pairs_text(found: Iterable[Deduped]) -> str:
    from csv import writer
    from io import StringIO

    text = StringIO()
    rows = writer(text, lineterminator="\n")
    rows.writerow(["a", "b", "probability"])
    rows.writerows([a, b, f"{chance:.6f}"] for each in found for a, b, chance in each.pairs)
    return text.getvalue()
