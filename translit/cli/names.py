"""The options that say which columns of a file make a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translit.cli.evidence import NO_EVIDENCE, EvidenceColumns
from translit.cli.options import COLUMNS
from translit.errors import UsageError

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader
    from translit.csvfile.cell_keys import Columns
    from translit.csvfile.row_names import RowNames

Command = TypeVar("Command", bound=Callable[..., Any])
OPTIONS = ("columns", "family_column", "given_column", "split")


def names_of_rows(command: Command) -> Command:
    """Add the options that say which columns make a name; the command gets them together, as `names`."""

    @wraps(command)
    def collected(*args: Any, **options: Any) -> Any:
        names = {name: options.pop(name) for name in OPTIONS}
        return command(*args, names=names, **options)

    for option in (
        click.option(
            "--split", is_flag=True, help="A cell may have several people (; | line ends, and): one row for each."
        ),
        click.option("--given-column", metavar="COLUMN", help="Column of the given names, with --family-column."),
        click.option("--family-column", metavar="COLUMN", help="Column of the family name, with --given-column."),
        COLUMNS,
    ):
        collected = option(collected)
    return collected  # type: ignore[return-value]


def name_columns(
    reader: AnyReader, names: Mapping[str, Any], kind: str | None, evidence: EvidenceColumns = NO_EVIDENCE
) -> tuple[Columns, RowNames]:
    """The columns that were named and those of evidence, and how their cells make a name.

    Raises UsageError for options that don't go together, and for columns that aren't there.
    """
    from translit.csvfile.row_names import RowNames

    family, given, columns = names["family_column"], names["given_column"], names["columns"]
    if bool(family) != bool(given):
        raise UsageError("--family-column and --given-column go together; give both, or -c for the whole name")
    if family and columns:
        raise UsageError("give either -c or --family-column and --given-column, not both")
    if names["split"] and (family or len(columns) > 1):
        raise UsageError("--split is for one column whose cells have several people; give one -c with it")
    found = _columns_from(reader, (family, given) if family else columns)
    count = 1 if isinstance(found, int) else len(found)
    conjunctions = kind in (None, "person")
    if evidence.columns:
        found = (*((found,) if isinstance(found, int) else found), *evidence.columns)
    return found, RowNames(count, bool(family), names["split"], conjunctions, evidence.attributes)


def _columns_from(reader: AnyReader, columns: Sequence[str]) -> Columns:
    """The columns that were named: one as its index, several as a tuple.

    Raises UsageError for a column that isn't there or is given twice, and if none is given.
    """
    from translit.csvfile.column_names import columns_of

    if not columns:
        raise UsageError(f"give the column of the names with -c; {reader.source.name} has {', '.join(reader.names)}")
    found = columns_of(reader.names, columns, reader.source.name)
    return found[0] if len(found) == 1 else found
