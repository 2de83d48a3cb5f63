"""The command `dedupe`: the spellings of one person in a file of names put together."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.options import COLUMN, FILE, OUT, FileForm, Probability, form_of_file, of_kind
from translit.cli.table_files import output_form, output_to, reading
from translit.errors import DataError, UsageError, counted
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.finding.dedupe import Deduped

COLUMNS = ["cluster", "canonical", "cluster_probability"]


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
@of_kind("What the names are of.", "person")
@form_of_file
def dedupe(
    file: str,
    *,
    column: str,
    out: str | None,
    pairs: str | None,
    threshold: float | None,
    kind: Kind,
    form: FileForm,
) -> None:
    """Number the rows of a file, those that name one person alike.

    Writes the file's columns, then cluster, canonical (the cluster's fullest, most central spelling) and
    cluster_probability. The file is read twice, so it can't be standard input.
    """
    from translit.csvfile.add_columns import add_columns, require_new
    from translit.csvfile.output import Output, require_other_file
    from translit.finding.dedupe import dedupe as found_by

    if file == "-":
        raise UsageError("dedupe reads its file twice; save standard input to a file first")
    if Path(file).exists() and not Path(file).is_file():
        raise UsageError(f"dedupe reads its file twice, and {file} isn't a file; save what it gives to one first")
    if pairs and Path(pairs).resolve() in [Path(each).resolve() for each in (file, out) if each]:
        raise UsageError(f"the pairs would be written over {pairs}; name another file with --pairs")
    require_other_file(pairs, [file], "--pairs")
    names: dict[str, int] = {}
    with reading(file, form, out) as reader:
        index = reader.column(column)
        require_new(reader, COLUMNS)
        for block in reader.blocks(index):
            for cell in block.cells:
                if cell:
                    names[cell] = names.get(cell, 0) + 1
        before = _state(reader)
        to = output_form(reader, form)
    with ExitStack() as stack:  # what can't be written is said before the comparison, which may take long
        beside = stack.enter_context(Output(pairs, *to)) if pairs else None
        output = stack.enter_context(output_to(reader, file, form, out, numbers=("cluster", "cluster_probability")))
        note(f"comparing {counted(len(names), 'spelling')}")
        found = found_by((name for name, count in names.items() for _ in range(count)), kind, threshold)
        note(f"{counted(len(names), 'spelling')}, {counted(len(found.clusters), 'cluster')}")
        with reading(file, form, out) as reader, progress("writing", reader.source.size) as tick:
            cells = dict.fromkeys(names, ("", "", "")) | _cells(found)
            work = partial(map, partial(_texts, cells, reader))
            add_columns(reader, output, column=index, names=COLUMNS, answers=work, tick=tick)
            if _state(reader) != before:
                raise _changed(reader)
        if beside:
            beside.write(_pairs_text(found))
            beside.finish()


def _cells(found: Deduped) -> dict[str, tuple[str, str, str]]:
    """The added cells of every name; clusters are numbered in the order of their canonical spellings."""
    return {
        name: (str(number), cluster.canonical, f"{cluster.probability:.4f}")
        for number, cluster in enumerate(found.clusters, 1)
        for name in cluster.names
    }


def _texts(cells: dict[str, tuple[str, str, str]], reader: Any, names: list[str]) -> Any:
    try:
        return reader.dialect.encode([[cells[name] if name else ("", "", "")] for name in names])
    except KeyError:
        raise _changed(reader) from None


def _state(reader: Any) -> tuple[int, int]:
    """What tells whether a file that was read to its end is the same as before."""
    return reader.source.bytes_read, getattr(reader.source, "checksum", 0)


def _changed(reader: Any) -> DataError:
    return DataError(f"{reader.source.name} was changed while it was read; run dedupe again when it is whole")


def _pairs_text(found: Deduped) -> str:
    from csv import writer
    from io import StringIO

    text = StringIO()
    rows = writer(text, lineterminator="\n")
    rows.writerow(["a", "b", "probability"])
    rows.writerows([a, b, f"{chance:.6f}"] for a, b, chance in found.pairs)
    return text.getvalue()
