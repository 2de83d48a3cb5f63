"""The command `compare`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from translit.edge.cli.screen import examples

Kind = Literal["person", "place", "organization"]


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(
        "compare",
        epilog=examples(
            "compare 'Sviatłana Cichanoŭskaja' 'Светлана Тихановская'",
            "compare Homiel Гомель --kind place --json",
        ),
    )(compare)


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A name in any spelling.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    kind: Annotated[Kind, typer.Option(help="What the names are names of.")] = "person",
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")] = False,
) -> None:
    """Tell how probably two names are one.

    The probability, then why, a token a line.
    """
    from translit.matching.compare import compare as compared

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
        Console(highlight=False).print(first, style=f"bold {colour}", markup=False)
    else:
        print(first)
    print("\n".join(others))
