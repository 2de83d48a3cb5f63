"""The command `csv`: a column of a file written by a scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from translit.cli.console import examples, progress
from translit.cli.options import COLUMN, FILE, OUT, form_of_file, output_form, reading

if TYPE_CHECKING:
    from translit.csvfile.add_columns import Work

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
    from translit.writing.registry import scheme_of

    schemes = [scheme_of(id_) for id_ in to]
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
