"""What people see: tables, colours and progress, only where a terminal shows them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from translit.errors import readable, visible

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")


def examples(*lines: str) -> str:
    """The end of a command's help.

    >>> print(examples("to be-lacinka Мінск").replace("\\b", ""))
    <BLANKLINE>
    Examples:
      translit to be-lacinka Мінск
    """
    return "\n".join(["\b", "Examples:", *(f"  translit {line}" for line in lines)])


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows for people on a terminal; elsewhere the rows alone, parted by tabs."""
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
        return
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table

    console = Console()
    rows = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(columns, *rows, strict=True)]
    while sum(widths) > max(console.width - 2 * len(widths), 5 * len(widths)):
        widths[widths.index(max(widths))] -= 1
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, width=width, overflow="ellipsis", no_wrap=column != "reason")
    for row in rows:
        table.add_row(*(styled(column, cell) for column, cell in zip(columns, row, strict=True)))
    console.print(table)


def styled(column: str, cell: str) -> str:
    """A cell with rich's marks: a probability gets the colour of a traffic light."""
    from rich.markup import escape

    if "probability" not in column or not re.fullmatch(r"[01]([.]\d+)?", cell):  # a file may have such a column too
        return escape(cell)
    colour = "green" if float(cell) >= 0.9 else "yellow" if float(cell) >= 0.5 else "red"
    return f"[{colour}]{cell}[/]"


@contextmanager
def progress(what: str, size: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error if that is a terminal; gives what to call with the bytes read so far."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=size)
        yield lambda done: bar.update(task, completed=done)


def note(text: str) -> None:
    """A remark on standard error, if that is open."""
    if sys.stderr is not None:
        print(f"translit: {readable(text)}", file=sys.stderr)


def show(text: str) -> None:
    """Lines for people on a terminal, where nothing in a name may act on it; elsewhere the text as it is."""
    if sys.stdout.isatty():
        text = "\n".join(map(visible, text.split("\n")))
    print(text)


def show_json(value: object) -> None:
    """An answer for programs."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))
