"""The command `compare`."""

from __future__ import annotations

import sys

import click

from translit.cli.console import AS_JSON, examples, note, show
from translit.cli.options import of_kind
from translit.errors import UsageError, visible
from translit.kinds import Kind

SURE = 0.9  # probability from which names that aren't one person's are said to be one of another kind


@click.command(
    epilog=examples(
        "compare 'Sviatłana Cichanoŭskaja' 'Светлана Тихановская'",
        "compare Homiel Гомель --kind place --json",
    )
)
@click.argument("a", help="A name in any spelling.")
@click.argument("b", help="Another.")
@of_kind("What the names are names of.  [default: person]")
@AS_JSON
def compare(a: str, b: str, kind: Kind | None, as_json: bool) -> None:
    """Estimate how probable it is that two names are one.

    Prints the probability, and below it the reasons: the words that were compared, and what each kind of evidence adds.
    """
    from translit.matching.compare import compare as compared

    empty = [which for which, name in (("first", a), ("second", b)) if not name.strip()]
    if empty:
        names = f"{empty[0]} name is" if len(empty) == 1 else "first and the second name are"
        raise UsageError(f"the {names} empty; give two names")
    found = compared(a, b, kind or "person")
    if kind is None and found.probability < 1 / 2:
        _tell_of_other_kind(a, b)
    if as_json:
        import json

        answer = {"a": a, "b": b, "kind": found.kind, "probability": found.probability}
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


def _tell_of_other_kind(a: str, b: str) -> None:
    """Say so if two names that aren't one person's, and hardly persons' at all, are one as names of another kind."""
    from translit.matching.compare import compare as compared

    if _is_a_persons(a) and _is_a_persons(b):
        return
    best = max((compared(a, b, kind) for kind in ("place", "organization")), key=lambda found: found.probability)
    if best.probability >= SURE:
        one = f"as {best.kind}s they are one ({best.probability:.3f})"
        note(f"these were compared as names of persons; {one}: --kind {best.kind}")


def _is_a_persons(name: str) -> bool:
    """Whether a name has a given name and no legal form."""
    from translit.matching.persons.lexicon.facts import known
    from translit.matching.persons.reading.parse import parse
    from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL
    from translit.matching.places_orgs.reading.parse import parse_thing

    given = any(known(token.folded).sets for token in parse(name).tokens)
    return given and not any(thing.of(LEGAL) for thing in parse_thing(name, "organization"))
