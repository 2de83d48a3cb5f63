"""The command `compare`."""

from __future__ import annotations

import sys

import click

from translit.cli.console import AS_JSON, examples, show
from translit.cli.options import of_kind
from translit.errors import UsageError, visible
from translit.kinds import Kind


@click.command(
    epilog=examples(
        "compare 'Sviatłana Cichanoŭskaja' 'Светлана Тихановская'",
        "compare Homiel Гомель --kind place --json",
    )
)
@click.argument("a", help="A name in any spelling.")
@click.argument("b", help="Another.")
@of_kind("What the names are names of.", "person")
@AS_JSON
def compare(a: str, b: str, kind: Kind, as_json: bool) -> None:
    """Tell how probably two names are one.

    The probability, then why, a token a line.
    """
    from translit.matching.compare import compare as compared

    empty = [which for which, name in (("first", a), ("second", b)) if not name.strip()]
    if empty:
        names = f"{empty[0]} name is" if len(empty) == 1 else "first and the second name are"
        raise UsageError(f"the {names} empty; give two names")
    found = compared(a, b, kind=kind)
    if as_json:
        import json

        answer = {"a": a, "b": b, "kind": kind, "probability": found.probability}
        print(json.dumps({**answer, "explanation": found.explanation.to_dict()}, ensure_ascii=False, indent=2))
        return
    first, *others = str(found.explanation).split("\n")
    if sys.stdout.isatty():
        from rich.console import Console

        colour = "green" if found.probability >= 0.9 else "yellow" if found.probability >= 0.5 else "red"
        Console(highlight=False).print(visible(first), style=f"bold {colour}", markup=False)
    else:
        print(first)
    show("\n".join(others))
