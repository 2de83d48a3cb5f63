"""The command `variants`: every spelling of a name."""

from __future__ import annotations

import click

from translit.cli.console import examples, show, show_table
from translit.cli.options import language


@click.command(epilog=examples("variants 'Святлана Ціханоўская'", "variants --format query Łukašenka"))
@click.argument("name", help="A name; from a Latin spelling its likely originals come first.")
@language("Language of the name, such as be or Russian.")
@click.option("--kind", help="person, place or organization: leaves out endings of the others.")
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    help="table, text, csv, json, or query: a quoted OR list for search engines.",
)
def variants(name: str, language: str | None, kind: str | None, form: str) -> None:
    """Show every spelling of a name, the commonest first."""
    import translit
    from translit.errors import UsageError, did_you_mean
    from translit.writing.variants import FORMATS

    if form != "table" and form not in FORMATS:
        known = ["table", *FORMATS]
        raise UsageError(f"there is no format {form!r}; use {', '.join(known)}{did_you_mean(form, known)}")
    found = translit.variants(name, language, kind)
    if not found:
        said = f"{name!r} has no letters that a scheme reads" if name.strip() else "the name is empty"
        raise UsageError(f"{said}; give a name")
    if form == "table":
        show_table(["spelling", "schemes"], [[each.text, " ".join(each.schemes)] for each in found])
    else:
        show(FORMATS[form](found).rstrip("\n"))
