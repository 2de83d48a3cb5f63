"""Options that several commands have: files, columns, kinds, and the form that a file is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from math import isnan
from typing import Any, TypeVar

import click

from translit.kinds import KINDS, Kind

FORMS = "csv, tsv, jsonl, parquet, xlsx or ods"
Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.argument("file", help="A file of rows: CSV, .xlsx, .ods, .parquet, .jsonl …; - is standard input.")
COLUMN = click.option("--column", "-c", required=True, help="Column of the names: its name, or its number from 1.")
COLUMNS = click.option(
    "--column",
    "-c",
    "columns",
    multiple=True,
    help="Column of the names: its name, or its number from 1. Several are joined in that order as one name.",
)
OUT = click.option("--out", "-o", metavar="FILE", help="Output, in the form its ending says; - is standard output.")
PROCESSES = click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Worker processes; the output is the same.",
)


class Probability(click.FloatRange):
    """A number from 0 to 1; nan, which click lets through, is none."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        found = float(super().convert(value, param, ctx))
        return self.fail(f"{value} is no probability", param, ctx) if isnan(found) else found


class Language(click.ParamType[str]):
    """A language by its code or its English name; which ones there are depends on what is asked."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code."""
        from translit.writing.language_names import any_code_of

        return any_code_of(str(value))


def language(help_: str, *names: str, required: bool = False) -> Callable[[Command], Command]:
    """The option --language."""
    return click.option("--language", *names, type=Language(), metavar="LANGUAGE", required=required, help=help_)


def threshold(help_: str) -> Callable[[Command], Command]:
    """The option --threshold."""
    return click.option("--threshold", type=Probability(0, 1), default=0.5, show_default=True, help=help_)


def of_kind(help_: str, default: Kind | None = None) -> Callable[[Command], Command]:
    """The option --kind."""
    shown = default is not None
    return click.option("--kind", type=click.Choice(KINDS), default=default, show_default=shown, help=help_)


ONLY_OF_KIND = of_kind("Only entities of this kind.")


@dataclass(frozen=True, slots=True)
class FileForm:
    """What the options of `form_of_file` say of the input and the output."""

    encoding: str | None = None
    output_encoding: str | None = None
    delimiter: str | None = None
    quote: str = '"'
    header: bool = True
    format_: str | None = None
    output_format: str | None = None
    sheet: str | None = None
    ragged: str = "error"


FORM_OPTIONS = {
    "delimiter": click.option(
        "--delimiter", "-d", help="What separates the cells: a character, or tab. Else recognised."
    ),
    "quote": click.option("--quote", default='"', help='The quotation mark, or none.  [default: "]'),
    "header": click.option(
        "--header/--no-header", default=True, show_default=True, help="Whether the first line names the columns."
    ),
    "encoding": click.option("--encoding", help="Encoding of FILE, such as cp1251. Else recognised."),
    "output_encoding": click.option("--output-encoding", help="Encoding of the output. Else that of FILE."),
    "ragged": click.option(
        "--ragged",
        type=click.Choice(["error", "pad", "skip"]),
        default="error",
        show_default=True,
        help="What to do with a row of fewer or more cells than the first: stop, fill it up, or leave it out.",
    ),
    "format_": click.option(
        "--format", "format_", metavar="FORMAT", help=f"Form of FILE: {FORMS}. Else by its ending."
    ),
    "output_format": click.option(
        "--output-format", metavar="FORMAT", help="Form of the output. Else by its ending, or FILE's."
    ),
    "sheet": click.option("--sheet", metavar="NAME", help="Sheet of a workbook.  [default: the first]"),
}
# Where the input is texts, --format is that of the output, and the output is in UTF-8.
INPUT_OPTIONS = {name: option for name, option in FORM_OPTIONS.items() if not name.startswith("output")} | {
    "format_": click.option("--input-format", "format_", metavar="FORMAT", help=f"Form of tables: {FORMS}."),
}


def form_of_file(command: Command, options: Mapping[str, Callable[[Any], Any]] = FORM_OPTIONS) -> Command:
    """Add the options that say in what form the files are; the command gets them together, as `form`."""

    @wraps(command)
    def collected(*args: Any, **given: Any) -> Any:
        return command(*args, form=FileForm(**{name: given.pop(name) for name in options}), **given)

    for option in reversed([*options.values()]):
        collected = option(collected)
    return collected  # type: ignore[return-value]


def form_of_input(command: Command) -> Command:
    """The same where only the input is a table."""
    return form_of_file(command, INPUT_OPTIONS)
