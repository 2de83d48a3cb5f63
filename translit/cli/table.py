"""The command `table`: work on rule tables of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from translit.cli.console import examples


@click.group(no_args_is_help=False)
def table() -> None:
    """Work on rule tables."""


@table.command(epilog=examples("table check tables/be/be-lacinka.toml"))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path, help="Rule tables in TOML.")
def check(files: tuple[Path, ...]) -> None:
    """Check rule tables, telling all faults at once.

    The exit status is 1 if there are any.
    """
    from translit.errors import TranslitError, UsageError
    from translit.writing import registry
    from translit.writing.lint import lint

    faulty = 0
    for file in files:
        if not file.is_file():
            raise UsageError(f"there is no file {str(file)!r}; give the rule tables, such as tables/be/*.toml")
        try:
            loaded = registry.load_table(file.resolve())
            faults = lint(loaded, registry.compiled(loaded))
        except TranslitError as error:
            faults = [str(error).removeprefix(f"{file.resolve()}: ")]
        faulty += bool(faults)
        for fault in faults:
            print(f"{file}: {fault}")
        if not faults:
            counts = f"{len(loaded.letters)} letters, {len(loaded.rules)} rules, {len(loaded.examples)} examples"
            print(f"{file}: no faults ({counts})")
    raise click.exceptions.Exit(1 if faulty else 0)
