"""The command `resolve`: the entity that each row of a file names."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translit.cli.console import examples, note, progress, show_table
from translit.cli.entities import ENTITIES, SKIP_FAULTY, entity_columns, fingerprints, resolver_of
from translit.cli.evidence import evidence_columns, evidence_options
from translit.cli.names import name_columns, names_of_rows
from translit.cli.options import FILE, ONLY_OF_KIND, OUT, PROCESSES, FileForm, form_of_file, threshold
from translit.cli.table_files import is_file, output_to, reading
from translit.errors import UsageError, counted
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.csvfile.add_columns import AnyReader
    from translit.csvfile.cell_keys import Columns
    from translit.csvfile.entity_columns import EntityColumns
    from translit.csvfile.tally import Tally
    from translit.finding.resolve import Resolver

REPORTED = 10_000  # doubtful names of a report, of which the most doubtful are shown
SHOWN = 1 << 16  # bytes: a file up to this size is shown as a table where a terminal asks for it


@click.command(
    epilog=examples(
        "resolve seeds/demo.csv -c name",
        "resolve list.xlsx -c given -c family -e entities.csv -o out.xlsx --threshold 0.9 --reason",
        "resolve customers.csv -c name -e sanctions.csv --all --threshold 0.7 -o alarms.csv",
        "resolve list.csv -c name --label de --decisions decided.csv --html doubtful.html -o out.csv",
        "resolve big.csv -c 3 -e entities.jsonl -o out.csv --processes 2 --resume",
    )
)
@FILE
@names_of_rows
@ENTITIES
@entity_columns
@evidence_options
@OUT
@threshold("Least probability for an entity to be named; with --all, least name_probability for a candidate.")
@click.option("--all", "every", is_flag=True, help="One row for each candidate whose name is probably the same.")
@click.option("--name-probability", is_flag=True, help="Add how probably the two names are one, whoever bears them.")
@click.option("--runner-up", is_flag=True, help="Add the second best entity.")
@click.option("--reason", is_flag=True, help="Add why, word by word.")
@ONLY_OF_KIND
@click.option("--label", metavar="LANGUAGE|SCHEME", help="Write entity_name as a language or scheme does.")
@click.option("--decisions", metavar="FILE", help="Apply what was decided in `translit review`.")
@click.option("--html", metavar="FILE", help="Also write a report of doubtful names, with reasons.")
@form_of_file
@click.option("--resume", is_flag=True, help="Go on where a stopped run with this output ended.")
@PROCESSES
@SKIP_FAULTY
def resolve(
    file: str,
    *,
    names: Mapping[str, Any],
    entities: tuple[str, ...],
    table: dict[str, Any],
    evidence: tuple[str, ...],
    require: tuple[str, ...],
    out: str | None,
    threshold: float,
    every: bool,
    name_probability: bool,
    runner_up: bool,
    reason: bool,
    kind: Kind | None,
    label: str | None,
    decisions: str | None,
    html: str | None,
    form: FileForm,
    resume: bool,
    processes: int,
    skip_faulty: bool,
) -> None:
    """Add the entity that each row of a file names.

    Writes the file's columns, then entity_id, entity_name, probability, and ambiguous: how many other entities are
    about as probable. Below the threshold nobody is named. A stopped run leaves its finished rows in OUT.part; the
    same command with --resume goes on from there.
    """
    from translit.csvfile.add_columns import require_new
    from translit.csvfile.decisions import read_decisions
    from translit.csvfile.entity_columns import EntityColumns
    from translit.csvfile.output import require_other_file
    from translit.finding.entity_labels import label_of

    read = [path for path in (file, decisions, *entities) if path]
    require_other_file(out, read)
    _require_place_of_report(html, out, read)
    with reading(file, form, out) as reader:
        known = evidence_columns(reader, evidence, require)
        columns, name = name_columns(reader, names, kind, known)
        added = EntityColumns(
            *(threshold, kind, runner_up, reason, every, name_probability),
            names=name,
            require=known.required,
            label=label_of(label) if label else None,
            decisions=read_decisions(decisions) if decisions else None,
        )
        require_new(reader, added.columns)  # refuses a name that is taken before the entities are read
        if resume and not is_file(out):
            raise UsageError("--resume needs an output file; give one with -o")
        resolver = resolver_of(entities, kind, skip_faulty, table)
        if out is None and sys.stdout.isatty() and (reader.source.size or SHOWN + 1) <= SHOWN:
            _show(reader, columns, added, added.work(resolver))
            return
        settings = {
            **{"column": columns, "threshold": threshold, "kind": kind, "columns": added.columns, "label": label},
            **{"header": form.header, "delimiter": reader.dialect.delimiter, "quote": form.quote},
            **{"names": str((name, known.required)), "entities": [*fingerprints(entities), str(table)]},
            **{"decisions": fingerprints([decisions]) if decisions else None},
        }
        run = Run(reader, columns, added, resolver, processes, bool(html))
        tally = _write(run, (file, form, out), settings, resume=resume)
        note(tally.summary())
    if html:
        _report(html, file, run, tally)


def _require_place_of_report(html: str | None, out: str | None, inputs: Sequence[str]) -> None:
    """Refuse a report that would replace another file of the call, or whose folder isn't there, before the work."""
    from translit.csvfile.output import require_other_file

    if html and out and Path(html).resolve() == Path(out).resolve():
        raise UsageError(f"--html {html} is the output, too; give the report another name")
    require_other_file(html, inputs, "--html")
    if html not in (None, "-") and not Path(str(html)).parent.is_dir():
        raise UsageError(f"--html {html} is in a folder that isn't there; make it, or give another")


@dataclass(frozen=True)
class Run:
    """What a run works with."""

    reader: AnyReader
    columns: Columns
    added: EntityColumns
    resolver: Resolver
    processes: int
    report: bool


def _write(run: Run, where: tuple[str, FileForm, str | None], settings: Mapping[str, object], *, resume: bool) -> Tally:
    """The rows with their new cells; gives what became of them."""
    from translit.csvfile.add_columns import MEMORY, add_columns
    from translit.csvfile.tally import Tally
    from translit.processes import workers

    reader, added = run.reader, run.added
    dialect, work = reader.dialect, added.work(run.resolver)

    def encoded(keys: list[str]) -> list[Any]:
        cells: list[Any] = dialect.encode(work(keys))
        return cells

    tally = Tally(dialect, added.columns, most=REPORTED if run.report else 0)
    with (
        workers(encoded, run.processes) as answers,
        output_to(reader, *where, numbers=added.numbers, settings=settings, resume=resume) as output,
        progress("resolving", reader.source.size) as tick,
    ):
        add_columns(
            reader, output, column=run.columns, names=added.columns, answers=answers, tick=tick,
            memory=MEMORY, expand=added.expand, tally=tally.count,
        )  # fmt: skip
    return tally


def _report(path: str, file: str, run: Run, tally: Tally) -> None:
    """The report of doubtful names."""
    from translit.csvfile.doubtful import doubtful_names
    from translit.csvfile.report import write_report

    found = doubtful_names(tally.doubtful, run.added.names, run.resolver, run.added.require)
    title = f"Doubtful names in {'standard input' if file == '-' else Path(file).name}"
    write_report(path, title, f"{tally.summary()}; {counted(len(found), 'doubtful name')} with a candidate", found)


def _show(
    reader: AnyReader, columns: Columns, added: EntityColumns, work: Callable[[list[str]], Sequence[Any]]
) -> None:
    """The answers as a table: the name and what was found for it."""
    rows = []
    for block in reader.blocks(columns):
        keys = [key for key in block.cells if key]
        distinct = list(dict.fromkeys(keys))
        answers = dict(zip(distinct, work(distinct), strict=True))
        for key in keys:
            shown = "; ".join(added.names.of(key))  # what was asked for, not its evidence
            rows += [[shown, *cells] for cells in answers[key]]
    show_table(["name", *added.columns], rows)
