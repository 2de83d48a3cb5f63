"""The command `review`: doubtful names decided by a person, one key each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

import click

from translit.cli.console import examples, note, progress
from translit.cli.entities import ENTITIES, SKIP_FAULTY, entity_columns, resolver_of
from translit.cli.evidence import evidence_columns, evidence_options
from translit.cli.names import name_columns, names_of_rows
from translit.cli.options import FILE, ONLY_OF_KIND, FileForm, Probability, form_of_file
from translit.cli.table_files import reading
from translit.csvfile.tally import SURE
from translit.errors import UsageError, counted
from translit.kinds import Kind


@click.command(
    epilog=examples(
        "review out.csv -c name -e entities.csv",
        "review people.csv -c name -e people.index --decisions decided.csv --sure 0.9",
    )
)
@FILE
@names_of_rows
@ENTITIES
@entity_columns
@evidence_options
@click.option("--decisions", metavar="FILE", help="Where the decisions are kept.  [default: FILE.decisions.csv]")
@click.option(
    "--sure",
    type=Probability(0, 1),
    default=SURE,
    show_default=True,
    help="Probability from which a name needs no look.",
)
@ONLY_OF_KIND
@form_of_file
@SKIP_FAULTY
def review(
    file: str,
    *,
    names: Mapping[str, Any],
    entities: tuple[str, ...],
    table: dict[str, Any],
    evidence: tuple[str, ...],
    require: tuple[str, ...],
    decisions: str | None,
    sure: float,
    kind: Kind | None,
    form: FileForm,
    skip_faulty: bool,
) -> None:
    """Decide who doubtful names are, in the terminal.

    The most doubtful come first, equal names once, with their candidates. Each decision is written at once, so that
    stopping loses nothing; `resolve --decisions` applies them, now and in later runs.
    """
    from translit.csvfile.doubtful import doubtful_names
    from translit.csvfile.output import require_other_file
    from translit.csvfile.review_session import ReviewSession

    if file == "-" and decisions is None:
        raise UsageError("say where the decisions are kept, with --decisions")
    path = decisions or f"{file}.decisions.csv"
    require_other_file(path, [file, *entities], "--decisions")
    with reading(file, form) as reader:
        known = evidence_columns(reader, evidence, require)
        columns, name = name_columns(reader, names, kind, known)
        _require_terminal()
        keys = Counter(key for block in reader.blocks(columns) for key in block.cells if key)
    resolver = resolver_of(entities, kind, skip_faulty, table)
    with progress("looking up", None) as tick:
        found = doubtful_names(keys, name, resolver, known.required, tick, sure)
    session = ReviewSession(found, path)
    if session.current is None:
        note(f"nothing is left to decide; {path} has {counted(len(session.decisions), 'decision')}")
        return
    from translit.cli.review_screen import ReviewScreen

    ReviewScreen(session).run()
    note(f"{session.decided:,} decided, {len(session.names) - session.place:,} left; the decisions are in {path}")


def _require_terminal() -> None:
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise UsageError("review needs a terminal; for a report use resolve --html")
    try:
        import textual  # noqa: F401
    except ImportError:
        raise UsageError("review needs textual; install translit-names[review]") from None
