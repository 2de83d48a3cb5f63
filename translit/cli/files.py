"""Commands on files of names: `csv` and `resolve`."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.cli.console import examples, note, progress, show_table
from translit.cli.options import COLUMN, FILE, OUT, Probability, form_of_file, output_form, reading
from translit.kinds import KINDS, Kind

if TYPE_CHECKING:
    from translit.csvfile.add_columns import Work
    from translit.csvfile.output import Output
    from translit.csvfile.reader import Reader
    from translit.finding.resolve import Resolver

SHOWN = 1 << 16  # bytes: a file up to this size is shown as a table where a terminal asks for it
LARGE = 1 << 21  # bytes from which the time that numpy and processes take to start is soon won back

@click.command(
    epilog=examples(
        "csv people.csv -c name --to be-lacinka -o out.csv",
        "csv people.csv -c 2 --to be-lacinka --to be-bgnpcgn --as lacinka --as bgn",
        "csv - -c name --to ru-bgnpcgn-1947 < people.csv | head",
    )
)
@FILE
@COLUMN
@click.option("--to", required=True, multiple=True, metavar="SCHEME", help="Scheme of the new column; may be repeated.")
@click.option(
    "--as",
    "as_",
    multiple=True,
    metavar="NAME",
    help="Name of the new column, one for each --to. Else COLUMN_SCHEME.",
)
@OUT
@form_of_file
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    help="Worker processes; the output is the same.  [default: as many as processors]",
)
def csv(
    file: str,
    *,
    column: str,
    to: tuple[str, ...],
    as_: tuple[str, ...],
    out: str | None,
    delimiter: str | None,
    quote: str,
    header: bool,
    encoding: str | None,
    output_encoding: str | None,
    processes: int | None,
) -> None:
    """Add a column written by a scheme to a CSV file.

    The other columns stay byte for byte; memory doesn't grow with the file.
    """
    from functools import partial

    from translit.csvfile.output import Output
    from translit.csvfile.parallel import Pieces
    from translit.errors import UsageError
    from translit.processes import available, workers
    from translit.writing.registry import scheme

    schemes = [scheme(id_) for id_ in to]
    if as_ and len(as_) != len(to):
        raise UsageError(f"--as is given {len(as_)} times and --to {len(to)} times; give one name for each scheme")
    with reading(file, encoding, delimiter, quote, header) as reader:
        index = reader.column(column)
        names = list(as_) or [f"{reader.names[index]}_{each.id}" for each in schemes]

        large = (reader.source.size or LARGE) >= LARGE
        if large:
            from translit.writing.batch import transliterate_many

            writers: list[Work] = [partial(transliterate_many, scheme=each.id) for each in schemes]
        else:
            writers = [each.transliterate_all for each in schemes]

        def work(cells: list[str]) -> list[str]:
            return reader.dialect.texts([write(cells) for write in writers])

        encoding, mark = output_form(reader, output_encoding)
        pieces = Pieces(reader, index, work, encoding)
        with (
            workers(pieces, processes or (available() if large else 1)) as answers,
            Output(out or "-", encoding, mark) as output,
            progress("writing", reader.source.size) as tick,
        ):
            pieces.copy(output, names, answers, tick)


@click.command(
    epilog=examples(
        "resolve seeds/demo.csv -c name",
        "resolve list.csv -c name -e entities.csv -o out.csv --threshold 0.9 --reason",
        "resolve big.csv -c 3 -e entities.jsonl -o out.csv --processes 2 --resume",
    )
)
@FILE
@COLUMN
@click.option(
    "--entities",
    "-e",
    multiple=True,
    metavar="PATH",
    help="Entities: a file, or the folder of a saved index. Else the seeds.",
)
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
@click.option("--skip-faulty", is_flag=True, help="Leave out faulty entities, and say so.")
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
        work = answer.work(_resolver(entities, kind, skip_faulty), reader.dialect)
        if out is None and sys.stdout.isatty() and (reader.source.size or SHOWN + 1) <= SHOWN:
            _show(reader, index, answer.columns, work)
            return
        settings = {
            **{"column": index, "threshold": threshold, "kind": kind, "columns": answer.columns, "header": header},
            **{"delimiter": reader.dialect.delimiter, "quote": quote, "entities": _fingerprints(entities)},
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


def _resolver(paths: Sequence[str], kind: Kind | None, skip_faulty: bool) -> Resolver:
    """The resolver of an index folder, of entity files, or of the seeds."""
    from itertools import chain

    from translit.finding.entities import sources
    from translit.finding.resolve import Resolver

    if len(paths) == 1 and Path(paths[0]).is_dir():
        return Resolver.open(paths[0])
    errors: sources.Errors = "skip" if skip_faulty else "raise"
    read = (sources.entities(path, errors=errors, report=note) for path in paths)
    found = chain.from_iterable(read) if paths else sources.seeds()
    return Resolver([entity for entity in found if kind in (None, entity.kind)])


def _fingerprints(paths: Sequence[str]) -> list[str]:
    from translit.csvfile.resume import fingerprint
    from translit.data import folder

    return [fingerprint(Path(path)) for path in paths or [str(folder("seeds"))]]


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
