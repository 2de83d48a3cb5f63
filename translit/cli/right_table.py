"""The second file of `match`: in what form it is, which of its columns are names, evidence and kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from translit.cli.evidence import evidence_columns
from translit.cli.names import name_columns
from translit.cli.options import Command, FileForm
from translit.cli.row_kinds import RowKinds
from translit.cli.table_files import reading
from translit.errors import DataError, counted
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.csvfile.match_columns import OtherTable

RIGHT = ("encoding", "format_", "delimiter", "sheet")
KIND_COLUMN = click.option(
    "--right-kind-column",
    "kind_column",
    metavar="COLUMN",
    help="Column of the kind in B: person, place … Else kind, if each of its cells says one.",
)
SaidKind = tuple[str | None, Kind | None]  # the column of the kinds, and the one that is wanted


def right_form(command: Command) -> Command:
    """Add the options that say in what form B is; the command gets them together, as `right_options`."""

    @wraps(command)
    def collected(*args: Any, **options: Any) -> Any:
        given = {name: options.pop(f"right_{name}") for name in RIGHT}
        return command(*args, right_options=given, **options)

    for option in (
        click.option("--right-sheet", metavar="NAME", help="Sheet of B, if it is a workbook.  [default: the first]"),
        click.option("--right-delimiter", help="What separates the cells of B. Else recognised."),
        click.option("--right-format", "right_format_", metavar="FORMAT", help="Form of B. Else by its ending."),
        click.option("--right-encoding", help="Encoding of B. Else recognised, whatever that of A is."),
    ):
        collected = option(collected)
    return collected  # type: ignore[return-value]


def right_names(names: Mapping[str, Any], right_columns: Sequence[str]) -> dict[str, Any]:
    """Which columns of B make its names: those of -C, else those of the same names as in A."""
    if right_columns:
        return {"columns": right_columns, "family_column": None, "given_column": None, "split": False}
    return {**names, "split": False}


def right_table(
    file: str, form: FileForm, names: Mapping[str, Any], evidence: Sequence[str], said: SaidKind
) -> OtherTable:
    """The rows of B, and the name, the kind and the evidence of each.

    Raises DataError for a column of kinds with another word, and if no row is left to look names up in.
    """
    from translit.csvfile.cell_keys import SEPARATOR, key_of
    from translit.csvfile.match_columns import OtherTable

    with reading(file, form, side="right-") as reader:
        attributes = [each.rpartition("=")[2].strip() for each in evidence]
        known = evidence_columns(reader, [f"{each}={each}" for each in attributes], ())
        columns, name = name_columns(reader, names, None, known)
        key = key_of(columns)
        every = tuple(range(reader.width)) if reader.width > 1 else 0
        rows = [found.split(SEPARATOR) for block in reader.blocks(every) for found in block.cells if found]
        keys = [key(row) for row in rows]
        evident = [name.evidence(each) or {} for each in keys] if attributes else None
        row_kinds = RowKinds(reader, *said, "--right-kind-column")
        words = [row[row_kinds.place] if row_kinds.place is not None else "" for row in rows]
        kinds = [*map(row_kinds.read(words).__getitem__, words)]
        texts = [name.of(each)[0] if said[1] in (None, kind) else "" for each, kind in zip(keys, kinds, strict=True)]
        if not any(map(str.strip, texts)):
            if said[1] and rows:
                raise DataError(f"{file} has no name of the kind {said[1]}; leave out --kind or give another list")
            raise DataError(f"{file} has no names to look up; give one in each row, below the names of the columns")
        counts = Counter(kind for text, kind in zip(texts, kinds, strict=True) if text.strip())
        sentence = row_kinds.sentence(counts, counted(counts.total(), "row"))
        return OtherTable(list(reader.names), rows, texts, kinds, evident, sentence)
