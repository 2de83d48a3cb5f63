"""The command `resolve`: the entity that each row of a file names."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.cli.console import examples, progress, show_table
from translit.cli.entities import ENTITIES, SKIP_FAULTY, fingerprints, resolver_of
from translit.cli.options import COLUMN, FILE, OUT, Probability, form_of_file, output_form, reading
from translit.kinds import KINDS, Kind

if TYPE_CHECKING:
    from translit.csvfile.add_columns import Work
    from translit.csvfile.output import Output
    from translit.csvfile.reader import Reader

SHOWN = 1 << 16  # bytes: a file up to this size is shown as a table where a terminal asks for it


@click.command(
    epilog=examples(
        "resolve seeds/demo.csv -c name",
        "resolve list.csv -c name -e entities.csv -o out.csv --threshold 0.9 --reason",
        "resolve big.csv -c 3 -e entities.jsonl -o out.csv --processes 2 --resume",
    )
)
@FILE
@COLUMN
@ENTITIES
@OUT
@click.option(
    "--threshold",
    type=Probability(0, 1),
    default=0.5,
    show_default=True,
    help="Least probability for an entity to be named.",
)
@click.option("--runner-up", is_flag=True, help="Add the second best entity.")
@click.option("--reason", is_flag=True, help="Add why, a token at a time.")
@click.option("--kind", type=click.Choice(KINDS), help="Only entities of this kind.")
@form_of_file
@click.option("--resume", is_flag=True, help="Go on where a stopped run with this output ended.")
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Worker processes; the output is the same.",
)
@SKIP_FAULTY
def resolve(
    file: str,
    *,
    column: str,
    entities: tuple[str, ...],
    out: str | None,
    threshold: float,
    runner_up: bool,
    reason: bool,
    kind: Kind | None,
    delimiter: str | None,
    quote: str,
    header: bool,
    encoding: str | None,
    output_encoding: str | None,
    resume: bool,
    processes: int,
    skip_faulty: bool,
) -> None:
    """Add the entity that each row of a CSV file names.

    Writes the file's columns, then entity_id, entity_name and probability, empty below the threshold. A stopped
    run leaves its finished rows in OUT.part; the same command with --resume goes on from there.
    """
    from translit.csvfile import add_columns
    from translit.csvfile.entity_columns import Answer
    from translit.errors import UsageError
    from translit.processes import workers

    answer = Answer(threshold, kind, runner_up, reason)
    with reading(file, encoding, delimiter, quote, header) as reader:
        index = reader.column(column)
        add_columns.added_names(reader, answer.columns)  # refuses a name that is taken before the entities are read
        if resume and not _is_file(out):
            raise UsageError("--resume needs an output file; give one with -o")
        work = answer.work(resolver_of(entities, kind, skip_faulty), reader.dialect)
        if out is None and sys.stdout.isatty() and (reader.source.size or SHOWN + 1) <= SHOWN:
            _show(reader, index, answer.columns, work)
            return
        settings = {
            **{"column": index, "threshold": threshold, "kind": kind, "columns": answer.columns, "header": header},
            **{"delimiter": reader.dialect.delimiter, "quote": quote, "entities": fingerprints(entities)},
        }
        with (
            workers(work, processes) as answers,
            _output(reader, out, output_encoding, settings, resume=resume) as output,
            progress("resolving", reader.source.size) as tick,
        ):
            memory, names = add_columns.MEMORY, answer.columns
            add_columns.add_columns(
                reader, output, column=index, names=names, answers=answers, tick=tick, memory=memory
            )


def _is_file(out: str | None) -> bool:
    return out not in (None, "-") and (not Path(str(out)).exists() or Path(str(out)).is_file())


def _output(
    reader: Reader, out: str | None, encoding: str | None, settings: Mapping[str, object], *, resume: bool
) -> Output:
    """The output of `resolve`: with a journal if it is a file."""
    from translit.csvfile.output import Output
    from translit.csvfile.resume import ResumableOutput

    name, mark = output_form(reader, encoding)
    if not _is_file(out):
        return Output(out or "-", name, mark)
    settings = {**settings, "encoding": [reader.source.encoding, name]}
    return ResumableOutput(str(out), name, mark, settings, resume=resume)


def _show(reader: Reader, column: int, columns: list[str], work: Work) -> None:
    """The answers as a table: the name and what was found for it."""
    from csv import reader as parsed

    rows = []
    for block in reader.blocks(column):
        names = [name for name in block.cells if name]
        distinct = list(dict.fromkeys(names))
        texts = dict(zip(distinct, work(distinct), strict=True))
        dialect = reader.dialect
        for name in names:
            (cells,) = parsed([texts[name]], delimiter=dialect.delimiter, quotechar=dialect.quote or None)
            rows.append([name, *cells])
    show_table([reader.names[column], *columns], rows)
