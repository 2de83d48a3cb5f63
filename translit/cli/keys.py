"""The command `keys`: what spellings of one name have in common."""

from __future__ import annotations

import click

from translit.cli.console import AS_JSON, examples
from translit.cli.texts import ENCODING, lines_of


@click.command(epilog=examples("keys Lukaschenko Лукашэнка", "keys --json < names.txt"))
@click.argument("names", metavar="[NAME]...", nargs=-1, help="Names; without any, standard input.")
@AS_JSON
@ENCODING
def keys(names: tuple[str, ...], as_json: bool, encoding: str) -> None:
    """Show the blocking keys of names: two spellings of one name nearly always share one.

    Each name gives a line: the name, a tab, and its keys. Without names, standard input.
    """
    import json

    from translit.finding.blocking import name_keys

    for line in names or lines_of(encoding):
        name = line.rstrip("\r\n")
        found = name_keys(name)
        print(
            json.dumps({"name": name, "keys": found}, ensure_ascii=False) if as_json else f"{name}\t{' '.join(found)}"
        )
