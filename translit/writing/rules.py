"""The rules of a table put in the order in which they are tried."""

from __future__ import annotations

from dataclasses import dataclass

from translit.errors import TableError
from translit.writing import context as contexts
from translit.writing.context import Context
from translit.writing.table import Table


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible output of a source, with its contexts."""

    output: str
    after: Context | None
    before: Context | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the surroundings of text[start:end] are those of the rule."""
        return (self.after is None or self.after.holds_after(text, start)) and (
            self.before is None or self.before.holds_before(text, end)
        )


def choose(
    lengths: tuple[int, ...], choices: dict[str, tuple[Choice, ...]], text: str, position: int
) -> tuple[int, str | None]:
    """How many letters at a position make one source, the longest that fits, and its output (None: no source does).

    `lengths` are those of the sources that start with the letter there, the longest first.

    >>> choose((2, 1), {"дз": (Choice("dz", None, None),), "д": (Choice("d", None, None),)}, "дзед", 0)
    (2, 'dz')
    """
    for length in lengths:
        source = text[position : position + length]
        for choice in choices.get(source, ()) if len(source) == length else ():
            if choice.fits(text, position, position + length):
                return length, choice.output
    return 1, None


def compile_choices(table: Table) -> dict[str, tuple[Choice, ...]]:
    """Source → its choices, the narrowest context first.

    Raises TableError for a context that can't be read.
    """
    found: dict[str, list[Choice]] = {}
    for rule in table.rules:
        try:
            after = contexts.parse(rule.after, table.classes, table.input)
            before = contexts.parse(rule.before, table.classes, table.input)
        except TableError as error:
            raise TableError(f"{table.path.name}: rule {rule}: {error}") from error
        found.setdefault(rule.source, []).append(Choice(rule.output, after, before))
    for letter, output in table.letters.items():
        found.setdefault(letter, []).append(Choice(output, None, None))
    universe = len(table.input) + 2

    def width(choice: Choice) -> float:
        return (choice.after.width(universe) if choice.after else 1.0) * (
            choice.before.width(universe) if choice.before else 1.0
        )

    return {source: tuple(sorted(choices, key=width)) for source, choices in found.items()}


def lengths_by_first(choices: dict[str, tuple[Choice, ...]]) -> dict[str, tuple[int, ...]]:
    """First letter → the lengths of the sources that start with it, the longest first."""
    found: dict[str, set[int]] = {}
    for source in choices:
        found.setdefault(source[:1], set()).add(len(source))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def simple_letters(choices: dict[str, tuple[Choice, ...]], starts: dict[str, tuple[int, ...]]) -> dict[str, str]:
    """The letters whose output depends on nothing around them."""
    return {
        letter: found[0].output
        for letter, found in choices.items()
        if starts[letter[:1]] == (1,) and found[0].after is None and found[0].before is None
    }
