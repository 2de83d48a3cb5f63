"""CSV files that commands read: the options that tell how one is written, and how it is opened by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isnan
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translit.cli.console import note

if TYPE_CHECKING:
    from translit.csvfile.reader import Reader

BLOCK = 1 << 18
Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.argument("file", help="A CSV file; - is standard input.")
COLUMN = click.option("--column", "-c", required=True, help="Column of the names: its name, or its number from 1.")
OUT = click.option("--out", "-o", metavar="FILE", help="Output; - is standard output.")


class Probability(click.FloatRange):
    """A number from 0 to 1; nan, which click lets through, is none."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        found = float(super().convert(value, param, ctx))
        return self.fail(f"{value} is no probability", param, ctx) if isnan(found) else found


def form_of_file(command: Command) -> Command:
    """Add the options that tell how a CSV file is written."""
    for option in (
        click.option("--output-encoding", help="Encoding of the output. Else that of FILE."),
        click.option("--encoding", help="Encoding of FILE, such as cp1251. Else recognised."),
        click.option(
            "--header/--no-header", default=True, show_default=True, help="Whether the first line names the columns."
        ),
        click.option("--quote", default='"', help='The quotation mark, or none.  [default: "]'),
        click.option("--delimiter", "-d", help="What parts the cells: a character, or tab. Else recognised."),
    ):
        command = option(command)
    return command


@contextmanager
def reading(file: str, encoding: str | None, delimiter: str | None, quote: str, header: bool) -> Iterator[Reader]:
    """A CSV file that was named on the command line, open for reading; what was guessed is said."""
    from translit.csvfile.dialect import delimiter_of, quote_of
    from translit.csvfile.reader import Reader
    from translit.csvfile.source import Source

    told, mark = delimiter_of(delimiter), quote_of(quote)
    with Source(file, encoding) as source:
        if source.guessed and not source.encoding.startswith("utf-8"):
            note(f"{source.name} is read as {source.encoding}; --encoding tells otherwise")
        yield Reader(source, told, mark, header=header, block=BLOCK)


def output_form(reader: Reader, output_encoding: str | None) -> tuple[str, bytes]:
    """The encoding and the byte order mark of the output."""
    from translit.csvfile.source import codec

    if output_encoding is None:
        return reader.source.encoding, reader.source.mark
    return codec(output_encoding)
