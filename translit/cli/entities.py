"""Entities that commands look names up in: an index folder, files of entities, or the seeds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.cli.console import note
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.finding.resolve import Resolver

ENTITIES = click.option(
    "--entities",
    "-e",
    multiple=True,
    metavar="PATH",
    help="Entities: a file, or the folder of a saved index. Else the seeds.",
)
SKIP_FAULTY = click.option("--skip-faulty", is_flag=True, help="Leave out faulty entities, and say so.")


def resolver_of(paths: Sequence[str], kind: Kind | None, skip_faulty: bool) -> Resolver:
    """The resolver of an index folder, of entity files, or of the seeds."""
    from itertools import chain

    from translit.finding.entities import sources
    from translit.finding.resolve import Resolver

    if len(paths) == 1 and Path(paths[0]).is_dir():
        return Resolver.open(paths[0])
    errors: sources.Errors = "skip" if skip_faulty else "raise"
    read = (sources.read_entities(path, errors=errors, report=note) for path in paths)
    found = chain.from_iterable(read) if paths else sources.seeds()
    return Resolver([entity for entity in found if kind in (None, entity.kind)])


def fingerprints(paths: Sequence[str]) -> list[str]:
    """What tells whether the entities are those of the run before."""
    from translit.csvfile.resume import fingerprint
    from translit.data import folder

    return [fingerprint(Path(path)) for path in paths or [str(folder("seeds"))]]
