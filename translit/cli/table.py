"""The command `table`: work on rule tables of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from translit.cli.console import examples
from translit.errors import TranslitError, UsageError, counted


@click.group(no_args_is_help=False)
def table() -> None:
    """Work on rule tables."""


@table.command(
    epilog=examples("table check tables/be/be-lacinka.toml", "table check tables/inflection/be.toml"),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path, help="Rule tables in TOML.")
def check(files: tuple[Path, ...]) -> None:
    """Check rule tables and tables of inflection, and report all faults at once.

    The exit status is 1 if there are any.
    """
    faulty = 0
    for file in files:
        if not file.is_file():
            raise UsageError(f"there is no file {str(file)!r}; give the rule tables, such as tables/be/*.toml")
        try:
            counts, faults = _checked(file.resolve())
        except TranslitError as error:
            counts, faults = "", [str(error).removeprefix(f"{file.resolve()}: ")]
        faulty += bool(faults)
        for fault in faults:
            print(f"{file}: {fault}")
        if not faults:
            print(f"{file}: no faults ({counts})")
    raise click.exceptions.Exit(1 if faulty else 0)


def _checked(file: Path) -> tuple[str, list[str]]:
    """What a table holds, and its faults; a table of inflection is known by its first section."""
    if re.search(rb"(?m)^\s*\[inflection\]", file.read_bytes()):
        from translit.text.inflection import inflection_lint

        paradigms, faults = inflection_lint.lint(file)
        return f"{counted(len(paradigms.paradigms), 'paradigm')}, {counted(len(paradigms.examples), 'example')}", faults
    from translit.writing import registry
    from translit.writing.lint import lint

    loaded = registry.load_table(file)
    counts = ", ".join(
        counted(len(part), name)
        for part, name in ((loaded.letters, "letter"), (loaded.rules, "rule"), (loaded.examples, "example"))
    )
    return counts, lint(loaded, registry.compiled(loaded))
