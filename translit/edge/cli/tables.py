"""Commands on the rule tables: `schemes` and `table check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translit.edge.cli.screen import examples, show_table

if TYPE_CHECKING:
    from translit.writing.table import Table


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command("schemes", epilog=examples("schemes", "schemes be", "schemes --id be-lacinka"))(schemes)
    table = typer.Typer(help="Work on rule tables.", rich_markup_mode=None)
    table.command("check", epilog=examples("table check tables/be/be-lacinka.toml"))(check)
    app.add_typer(table, name="table")


def schemes(
    language: Annotated[str | None, typer.Argument(help="Only those of a language, such as be, ru or uk.")] = None,
    id_: Annotated[str | None, typer.Option("--id", help="Show one scheme in full: rules, examples, source.")] = None,
) -> None:
    """List the schemes, or show one in full."""
    from translit.errors import UsageError, did_you_mean
    from translit.writing import registry

    if id_ is not None:
        print("\n".join(_in_full(registry.scheme(id_).table)))
        return
    found = registry.schemes(language)
    if not found:
        known = sorted({info.language for info in registry.schemes()})
        raise UsageError(
            f"there is no scheme for {language!r}{did_you_mean(language or '', known)}; there are {', '.join(known)}"
        )
    back = {True: "reversible", False: ""}
    show_table(
        ["id", "language", "year", "status", "way back", "title"],
        [[i.id, i.language, str(i.year), i.status, back[i.reversible], i.title] for i in found],
    )


def _in_full(table: Table) -> Iterator[str]:
    """A table as people read it: what it says of itself, its letters, rules and examples."""
    for key, value in table.head.items():
        yield f"{key + ':':12} {', '.join(value) if isinstance(value, list) else value}"
    if table.letters:
        yield "\nletters"
        letters = [f"{letter} → {output or '∅'}" for letter, output in table.letters.items()]
        width = max(map(len, letters)) + 2
        for start in range(0, len(letters), 8):
            yield "  " + "".join(f"{line:{width}}" for line in letters[start : start + 8]).rstrip()
    if table.rules:
        yield "\nrules"
    why = None
    for rule in table.rules:
        if rule.why != why:
            yield f"  {rule.why}"
            why = rule.why
        yield f"    {rule}"
    yield "\nexamples"
    for source, expected in table.examples.items():
        yield f"  {source} → {expected}"


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule tables in TOML.")],
) -> None:
    """Check rule tables, telling all faults at once.

    The exit status is 1 if there are any.
    """
    from translit.errors import TranslitError
    from translit.writing import registry
    from translit.writing.lint import lint

    faulty = 0
    for file in files:
        try:
            table = registry.load_table(file.resolve())
            faults = lint(table, registry.compiled(table))
        except TranslitError as error:
            faults = [str(error)]
        faulty += bool(faults)
        for fault in faults:
            print(f"{file}: {fault}")
        if not faults:
            counts = f"{len(table.letters)} letters, {len(table.rules)} rules, {len(table.examples)} examples"
            print(f"{file}: no faults ({counts})")
    raise typer.Exit(1 if faulty else 0)
