"""The command `inflect`: the forms of a name, or what a form is a form of."""

from __future__ import annotations

import click

from translit.cli.console import AS_JSON, examples, show_json, show_table
from translit.cli.options import language, of_kind
from translit.kinds import Kind


@click.command(
    epilog=examples(
        "inflect 'Святлана Ціханоўская' --language be",
        "inflect Gdańsk --language pl --kind place --json",
        "inflect Zełenskiego --language pl --base",
    )
)
@click.argument("name", help="A name in its base form; with --base, a word or name in any form.")
@language("The language of the text, such as be or Polish.", "-l", required=True)
@of_kind("What the name is a name of.", "person")
@click.option("--gender", type=click.Choice(("m", "f")), help="Gender of the person. Else recognised by the name.")
@click.option("--base", is_flag=True, help="Show the base forms of each word, likeliest first.")
@AS_JSON
def inflect(name: str, language: str, kind: Kind, gender: str | None, base: bool, as_json: bool) -> None:
    """Show the forms of a name, case by case.

    With --base, what each word may be a form of: its base, probability, cases, gender and number.
    """
    from translit.errors import UsageError

    if not any(map(str.isalpha, name)):
        raise UsageError(f"{name!r} has no letters; give a name" if name.strip() else "the name is empty; give one")
    if base:
        _show_bases(name, language, as_json)
        return
    from translit.text.inflection.bases import forms

    found = {case.value: list(made) for case, made in forms(name, language, kind, gender).items()}
    if as_json:
        show_json({"name": name, "language": language, "kind": kind, "forms": found})
        return
    show_table(["case", "form"], [[case, form] for case, made in found.items() for form in made])


def _show_bases(name: str, language: str, as_json: bool) -> None:
    from translit.text.inflection.bases import Base, bases_many

    words = name.split()
    answers = bases_many(words, language)

    def row(base: Base) -> dict[str, object]:
        return {
            "base": base.text,
            "probability": round(base.probability, 4),
            "case": [case.value for case in base.case] if base.paradigm and not base.kind.derived else [],
            "gender": [gender.value for gender in base.gender],
            "number": [number.value for number in base.number],
            "kind": [(kind.name or "").lower() for kind in base.kind],
        }

    found = [(word, [row(base) for base in answer]) for word, answer in zip(words, answers, strict=True)]
    if as_json:
        show_json([{"word": word, "bases": rows} for word, rows in found])
        return
    columns = ["word", "base", "probability", "case", "gender", "number", "kind"]
    lines = [
        [word, *(" ".join(value) if isinstance(value, list) else str(value) for value in one.values())]
        for word, rows in found
        for one in rows
    ]
    show_table(columns, lines)
