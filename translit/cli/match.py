"""The command `match`: the rows of one file with the rows of another that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.evidence import evidence_columns, evidence_options
from translit.cli.names import name_columns, names_of_rows
from translit.cli.options import OUT, FileForm, form_of_file, of_kind, threshold
from translit.cli.right_table import KIND_COLUMN, right_form, right_names, right_table
from translit.cli.table_files import output_to, reading
from translit.errors import UsageError
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader
    from translit.csvfile.cell_keys import Columns
    from translit.csvfile.match_columns import MatchColumns


@click.command(
    epilog=examples(
        "match a.csv b.csv -c name -C full_name -o joined.csv",
        "match a.xlsx b.xlsx -c name --one-to-one --reason -o joined.xlsx",
        "match a.csv b.csv -c name --kind organization -o joined.csv",
        "match a.csv b.txt -c name --right-encoding cp1251 --right-delimiter tab -o joined.csv",
        "match a.csv b.csv -c name --evidence born=birth_date --require birth_date --all -o pairs.csv",
    )
)
@click.argument("left", metavar="A", help="A file of rows; - is standard input.")
@click.argument("right", metavar="B", help="The file in which their names are looked up; it is held in memory.")
@names_of_rows
@click.option(
    "--right-column",
    "-C",
    "right_columns",
    multiple=True,
    help="Column of the names in B; several are joined. Else of the same name as in A.",
)
@KIND_COLUMN
@right_form
@evidence_options
@OUT
@threshold("Least probability of a match; with --all, least name_probability.")
@click.option("--all", "every", is_flag=True, help="One row for each row of B whose name is probably the same.")
@click.option("--one-to-one", is_flag=True, help="No row of B is given to two rows of A; the whole is the likeliest.")
@click.option("--matched-only", is_flag=True, help="Leave out the rows of A that match nothing.")
@click.option("--reason", is_flag=True, help="Add why, word by word.")
@of_kind("Only rows of B of this kind; rows that say none are of it.")
@click.option("--prefix", default="match_", show_default=True, help="What the columns of B are named with.")
@form_of_file
@click.option("--processes", type=click.IntRange(min=1), help="Worker processes.  [default: as many as processors]")
def match(
    left: str,
    right: str,
    *,
    names: Mapping[str, Any],
    right_columns: tuple[str, ...],
    kind_column: str | None,
    right_options: dict[str, Any],
    evidence: tuple[str, ...],
    require: tuple[str, ...],
    out: str | None,
    threshold: float,
    every: bool,
    one_to_one: bool,
    matched_only: bool,
    reason: bool,
    kind: Kind | None,
    prefix: str,
    form: FileForm,
    processes: int | None,
) -> None:
    """Join two files by names: each row of A with the row of B that means the same.

    Writes the columns of A, those of B with a prefix, then probability, ambiguous (how many other rows of B are about
    as probable) and name_probability. --evidence COLUMN=COLUMN compares a column of A with one of B. Names are held for
    what the column kind of B says they are of (person, place, organization), or --kind, else for persons.
    """
    from translit.csvfile.match_columns import MatchColumns
    from translit.csvfile.output import require_other_file
    from translit.processes import available

    if every and one_to_one:
        raise UsageError("--all and --one-to-one exclude each other; give one of them")
    if left == right == "-":
        raise UsageError("both files are standard input; save one of them to a file first")
    if one_to_one and left == "-":
        raise UsageError("--one-to-one reads A twice; save standard input to a file first")
    require_other_file(out, [right])
    columns = right_names(names, right_columns)
    other = right_table(right, replace(form, **right_options), columns, evidence, (kind_column, kind))
    added = MatchColumns(other, prefix, threshold, every, matched_only, reason, require=require)
    pairs = [each.rpartition("=")[0] or each for each in evidence]
    source = (left, form, names, [f"{a}={b.rpartition('=')[2]}" for a, b in zip(pairs, evidence, strict=True)])
    (_one_to_one if one_to_one else _each)(source, out, added, processes or available())


Source = tuple[str, FileForm, Mapping[str, Any], Sequence[str]]  # A, its form, what its names and evidence are


def _columns(reader: AnyReader, source: Source, added: MatchColumns) -> tuple[Columns, MatchColumns]:
    """The columns of A that make the keys of its rows, and the new columns for names made of them."""
    from translit.csvfile.add_columns import require_new

    _, _, names, evidence = source
    if names["split"]:
        raise UsageError("--split isn't for match; split the names into rows of their own first (resolve --split)")
    known = evidence_columns(reader, evidence, added.require)
    columns, name = name_columns(reader, names, None, known)
    require_new(reader, added.columns)
    note(f"names are looked up in {added.other.said}")
    return columns, replace(added, names=name)


def _each(source: Source, out: str | None, added: MatchColumns, processes: int) -> None:
    """Every row of A with the best row of B, or with all."""
    from translit.csvfile.add_columns import MEMORY, add_columns
    from translit.csvfile.tally import Tally
    from translit.finding.match import CONSIDERED
    from translit.processes import workers

    with reading(source[0], source[1], out) as reader:
        columns, added = _columns(reader, source, added)
        work = added.work(added.other.matcher(), CONSIDERED if added.every else 1)
        dialect, tally = reader.dialect, Tally(reader.dialect, added.columns, "probability")

        def encoded(keys: list[str]) -> list[Any]:
            cells: list[Any] = dialect.encode(work(keys))
            return cells

        with (
            workers(encoded, processes) as answers,
            output_to(reader, source[0], source[1], out, numbers=added.numbers) as output,
            progress("matching", reader.source.size) as tick,
        ):
            add_columns(
                reader, output, column=columns, names=added.columns, answers=answers, tick=tick, memory=MEMORY,
                expand=added.every or added.matched_only, blank=added.unmatched, tally=tally.count,
            )  # fmt: skip
    note(tally.summary())


def _one_to_one(source: Source, out: str | None, added: MatchColumns, processes: int) -> None:
    """Every row of A with a row of B of its own: A is read once to decide, and once more to write."""
    from translit.csvfile.add_columns import add_columns
    from translit.csvfile.tally import Tally
    from translit.finding.match import CONSIDERED, assigned

    with reading(source[0], source[1], out) as reader:
        columns, added = _columns(reader, source, added)
        keys = [key or "" for block in reader.blocks(columns) for key in block.cells]
    matcher = added.other.matcher()
    distinct = list(dict.fromkeys(keys))
    blocks = matcher.match_blocks(map(added.asked, distinct), CONSIDERED, added.require, processes)
    known = dict(zip(distinct, blocks, strict=True))
    found = assigned([known[key] for key in keys], matcher.rows, added.threshold)
    rows = (
        [added.cells(added.asked(key)[0], each)] if each else added.undecided(known[key])
        for key, each in zip(keys, found, strict=True)
    )
    with reading(source[0], source[1], out) as reader:
        dialect, tally = reader.dialect, Tally(reader.dialect, added.columns, "probability")

        def answers(blocks: Iterable[list[str]]) -> Iterator[list[Any]]:
            for block in blocks:
                yield dialect.encode([next(rows) for _ in block])

        with output_to(reader, source[0], source[1], out, numbers=added.numbers) as output:
            add_columns(
                reader, output, column=columns, names=added.columns, answers=answers, tick=lambda _: None,
                expand=added.matched_only, blank=added.unmatched, tally=tally.count,
            )  # fmt: skip
    note(tally.summary())
