"""The options that add what else is known of a row to its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class EvidenceColumns:
    """Columns of a file, by their numbers, and the attributes that they are evidence for."""

    columns: tuple[int, ...] = ()
    attributes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()


NO_EVIDENCE = EvidenceColumns()


def evidence_options(command: Command) -> Command:
    """Add --evidence and --require."""
    for option in (
        click.option(
            "--require",
            multiple=True,
            metavar="ATTRIBUTE",
            help="An attribute of --evidence that must not differ where both sides know it.",
        ),
        click.option(
            "--evidence",
            multiple=True,
            metavar="COLUMN=ATTRIBUTE",
            help="A column that says something else of who is named, such as born=birth_date; may be repeated.",
        ),
    ):
        command = option(command)
    return command


def evidence_columns(reader: AnyReader, evidence: Sequence[str], require: Sequence[str]) -> EvidenceColumns:
    """What --evidence and --require mean for a file.

    Raises UsageError for a column that isn't there, an attribute given twice, or required without evidence.
    """
    pairs = [each.rpartition("=") if "=" in each else (each, "=", each) for each in evidence]
    attributes = [attribute.strip() for _, _, attribute in pairs]
    for place, attribute in enumerate(attributes):
        if not attribute or attribute in attributes[:place]:
            raise UsageError(f"--evidence {evidence[place]} names no attribute of its own; give COLUMN=ATTRIBUTE")
    for attribute in require:
        if attribute not in attributes:
            raise UsageError(f"--require {attribute} needs its column; give it with --evidence COLUMN={attribute}")
    columns = tuple(reader.column(column.strip()) for column, _, _ in pairs)
    return EvidenceColumns(columns, tuple(attributes), tuple(require))
