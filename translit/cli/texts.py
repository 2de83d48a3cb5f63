"""Texts that commands read: from the arguments or, a line each, from standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from translit.cli.console import show
from translit.errors import visible


def complete_scheme(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The ids of schemes that begin so, for shells."""
    from translit.writing.registry import paths

    return [id_ for id_ in paths() if id_.startswith(incomplete)]


SCHEME = click.argument(
    "scheme",
    shell_complete=complete_scheme,
    help="Id of a scheme (`translit schemes` lists them), or the path of a table of your own.",
)
TEXTS = click.argument("texts", metavar="[TEXT]...", nargs=-1, help="Texts; without any, standard input.")
ENCODING = click.option("--encoding", default="utf-8", show_default=True, help="Encoding of standard input.")


def line_by_line(texts: tuple[str, ...], encoding: str, turn: Callable[[str], str]) -> None:
    """Print what `turn` makes of each text, keeping the ends of lines."""
    if texts:
        for text in texts:
            show(turn(text))
        return
    for line in lines_of(encoding):
        text = line.rstrip("\r\n")
        written = turn(text)
        sys.stdout.write((visible(written) if sys.stdout.isatty() else written) + line[len(text) :])


def lines_of(encoding: str) -> Iterator[str]:
    """The lines of standard input with their ends, as they come."""
    import io

    from translit.csvfile.encodings import codec
    from translit.errors import DataError

    codec(encoding)  # refuses an unknown one
    if sys.stdin is None:
        raise DataError("standard input is closed; give the texts as arguments or leave it open")
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding=encoding, newline="\n")
    number = 1
    try:
        for line in lines:
            yield line
            number += 1
    except UnicodeError:
        raise DataError(f"standard input isn't {encoding} near line {number}; give its --encoding") from None
    finally:
        lines.detach()
