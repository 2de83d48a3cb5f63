"""The command `schemes`: what can be written, and each scheme in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from translit.cli.console import AS_JSON, examples, show_json, show_table
from translit.kinds import STATUSES, Status

if TYPE_CHECKING:
    from translit.writing.registry import SchemeInfo
    from translit.writing.table import Table


@click.command(
    epilog=examples(
        "schemes",
        "schemes be",
        "schemes be-lacinka",
        "schemes uk --status current --find 9112",
        "schemes --reversible",
    )
)
@click.argument(
    "which",
    metavar="[LANGUAGE|SCHEME]",
    required=False,
    help="A language, such as be, ru or uk, for its schemes; or a scheme, to see its rules, examples and source.",
)
@click.option("--status", type=click.Choice(STATUSES), help="Only those of this status.")
@click.option("--reversible", is_flag=True, help="Only those that restore to one original.")
@AS_JSON
@click.option("--find", metavar="WORD", help="Only those with this in id, title, authority, year or source.")
def schemes(which: str | None, status: Status | None, reversible: bool, find: str | None, as_json: bool) -> None:
    """List the schemes, or show one in full."""
    from translit.errors import UnknownScheme, UsageError
    from translit.writing import registry
    from translit.writing.language_names import LANGUAGES, code_of

    known = {info.language for info in registry.schemes()}
    which = code_of(which) or which if which else None
    if which is not None and which not in known:
        if status or reversible or find:
            raise UsageError("one scheme is shown in full, whatever the filters; leave them out")
        try:
            table = registry.scheme_of(which).table
            if as_json:
                show_json({**table.head, "examples": dict(table.examples)})
            else:
                print("\n".join(_in_full(table)))
        except UnknownScheme:
            names = [LANGUAGES[code].split(" (")[0] for code in sorted(known, key=_rank) if code in LANGUAGES]
            remedy = (
                registry.nearest(which, [*names, *sorted(known, key=_rank)])
                or f"; languages are {', '.join(sorted(known))}"
            )
            raise UsageError(f"there is no language and no scheme {which!r}{remedy}") from None
        return
    found = [
        info
        for info in registry.schemes(which)
        if status in (None, info.status) and (info.reversible or not reversible) and _mentions(info, find or "")
    ]
    if not found:
        raise UsageError("no scheme fits all these filters; leave one out")
    if as_json:
        show_json([_as_object(info) for info in found])
        return
    back = {True: "reversible", False: ""}
    show_table(
        ["id", "language", "year", "status", "way back", "title"],
        [[i.id, i.language, str(i.year), i.status, back[i.reversible], i.title] for i in found],
    )


def _rank(language: str) -> tuple[int, str]:
    """The languages that are asked for most come first."""
    from translit.writing.registry import FIRST

    return FIRST.index(language) if language in FIRST else len(FIRST), language


def _as_object(info: SchemeInfo) -> dict[str, object]:
    """What a scheme says of itself, for programs."""
    return {field.name: getattr(info, field.name) for field in fields(info) if field.name != "path"}


def _mentions(info: SchemeInfo, word: str) -> bool:
    """Whether a scheme has a word in what it says of itself, capitals or not."""
    said = (info.id, *info.aliases, info.title, info.authority, str(info.year), info.source)
    return any(word.casefold() in text.casefold() for text in said)


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
