"""The command `csv`: a column of a file written by a scheme."""

from __future__ import annotations

from collections.abc import Callable

import click

from translit.cli.console import examples, progress
from translit.cli.options import COLUMN, FILE, OUT, FileForm, form_of_file, output_form, output_to, reading
from translit.cli.texts import complete_scheme

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
@click.option(
    "--to",
    required=True,
    multiple=True,
    metavar="SCHEME",
    shell_complete=complete_scheme,
    help="Scheme of the new column; may be repeated.",
)
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
    form: FileForm,
    processes: int | None,
) -> None:
    """Add a column written by a scheme to a CSV file.

    The other columns stay byte for byte; memory doesn't grow with the file.
    """
    from functools import partial

    from translit.csvfile.add_columns import add_columns
    from translit.csvfile.parallel import Pieces
    from translit.csvfile.reader import Reader
    from translit.errors import UsageError
    from translit.processes import available, workers
    from translit.writing.registry import scheme_of

    schemes = [scheme_of(id_) for id_ in to]
    if as_ and len(as_) != len(to):
        raise UsageError(f"--as is given {len(as_)} times and --to {len(to)} times; give one name for each scheme")
    with reading(file, form, out) as reader:
        index = reader.column(column)
        names = list(as_) or [f"{reader.names[index]}_{each.id}" for each in schemes]
        large = isinstance(reader, Reader) and (reader.source.size or LARGE) >= LARGE
        if large:
            from translit.writing.batch import transliterate_many

            writers: list[Callable[[list[str]], list[str]]] = [partial(transliterate_many, scheme=id_) for id_ in to]
        else:
            writers = [each.transliterate_all for each in schemes]

        def columns(cells: list[str]) -> list[list[str]]:
            return [write(cells) for write in writers]

        if not isinstance(reader, Reader):
            with output_to(reader, file, form, out) as output, progress("writing", None) as tick:
                rows = partial(map, lambda cells: [[row] for row in zip(*columns(cells), strict=True)])
                add_columns(reader, output, column=index, names=names, answers=rows, tick=tick)
            return
        encoding, _ = output_form(reader, form)
        pieces = Pieces(reader, index, lambda cells: reader.dialect.texts(columns(cells)), encoding)
        with (
            workers(pieces, processes or (available() if large else 1)) as answers,
            output_to(reader, file, form, out) as output,
            progress("writing", reader.source.size) as tick,
        ):
            pieces.copy(output, names, answers, tick)
