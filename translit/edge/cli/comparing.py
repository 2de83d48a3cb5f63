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
    import translit

    found = translit.compare(a, b, kind=kind)
    if as_json:
        import json

        answer = {"a": a, "b": b, "kind": kind, "probability": found.probability}
        print(json.dumps({**answer, "explanation": found.explanation.to_dict()}, ensure_ascii=False, indent=2))
        return
    probability = f"{found.probability:.4f}"
    if sys.stdout.isatty():
        from rich.console import Console

        from translit.edge.cli.screen import styled

        Console(highlight=False).print(f"[bold]{styled('probability', probability)}[/]")
    else:
        print(probability)
    print(found.explanation)
