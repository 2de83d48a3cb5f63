"""Entities that commands look names up in: an index folder, files of entities, or the seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translit.cli.console import note
from translit.errors import DataError, FaultyRecord, UsageError, counted
from translit.kinds import Kind

if TYPE_CHECKING:
    from translit.finding.entities.entity import Entity
    from translit.finding.resolve import Resolver
    from translit.tablefile.table_entities import EntityTable

Command = TypeVar("Command", bound=Callable[..., Any])

ENTITIES = click.option(
    "--entities",
    "-e",
    multiple=True,
    metavar="PATH",
    help="Entities: a file with names, or the folder of a saved index. Else the seeds.",
)
SKIP_FAULTY = click.option("--skip-faulty", is_flag=True, help="Leave out faulty entities, and say so.")


def entity_columns(command: Command) -> Command:
    """Add the options that say which columns of a file make an entity; the command gets them together, as `table`."""

    @wraps(command)
    def collected(*args: Any, **options: Any) -> Any:
        names = ("id_column", "name_columns", "kind_column")
        return command(*args, table={name: options.pop(name) for name in names}, **options)

    for option in (
        click.option("--kind-column", metavar="COLUMN", help="Column of the kind in the entities: person, place …"),
        click.option(
            "--name-column",
            "name_columns",
            multiple=True,
            metavar="COLUMN",
            help="Column of names in the entities; may be repeated. Else by its name.",
        ),
        click.option(
            "--id-column", metavar="COLUMN", help="Column of the ids in the entities. Else id, or the row's number."
        ),
    ):
        collected = option(collected)
    return collected  # type: ignore[return-value]


def table_of(options: dict[str, Any] | None, kind: Kind | None) -> EntityTable:
    """What the options of `entity_columns` say; a row without a kind is of the one that is wanted."""
    from translit.tablefile.table_entities import EntityTable

    return EntityTable(**(options or {}), kind=kind)


def entities_from(
    paths: Sequence[str], kind: Kind | None, skip_faulty: bool, table: dict[str, Any] | None = None
) -> Iterator[Entity]:
    """The entities of files, or the seeds, of one kind or of all.

    Raises UsageError for a pipe, DataError for a file without entities, and where none is of that kind.
    """
    from translit.finding.entities.sources import seeds
    from translit.tablefile.table_entities import entities_of

    for path in paths:
        if Path(path).is_dir():
            raise UsageError(f"{path} is a folder, and entities are read from files; give those")
        if Path(path).exists() and not Path(path).is_file():  # its form is recognised before it is read
            raise UsageError(f"{path} is a pipe, and files of entities are read twice; save what it gives to a file")
    columns = table_of(table, kind)
    if not paths:
        yield from (entity for entity in seeds() if kind in (None, entity.kind))
        return
    some = False
    for path, before in zip(paths, _before_numbers(paths), strict=True):
        empty = True
        mine = replace(columns, before_number=before)
        try:
            for entity in entities_of(path, mine, skip_faulty=skip_faulty, report=note):
                empty = False
                if kind in (None, entity.kind):
                    some = True
                    yield entity
        except FaultyRecord as error:
            raise DataError(f"{error} (--skip-faulty leaves such rows out)") from error
        if empty:
            raise DataError(
                f"{path} has no entities; give a file with a name in each row, below the names of the columns"
            )
    if not some:
        raise DataError(f"{', '.join(paths)}: no entity is of the kind {kind}; leave out --kind or give another list")


def _before_numbers(paths: Sequence[str]) -> list[str]:
    """What tells the rows of several files apart that have no id: the names of the files, or their numbers."""
    if len(paths) == 1:
        return [""]
    stems = [Path(path).stem for path in paths]
    told = stems if len(set(stems)) == len(stems) else map(str, range(1, len(paths) + 1))
    return [f"{each}:" for each in told]


def resolver_of(
    paths: Sequence[str], kind: Kind | None, skip_faulty: bool, table: dict[str, Any] | None = None
) -> Resolver:
    """The resolver of an index folder, of entity files, or of the seeds."""
    from translit.finding.resolve import Resolver

    folders = [path for path in paths if Path(path).is_dir()]
    if folders and len(paths) > 1:
        raise UsageError(f"{folders[0]} is the folder of an index, which stands alone; build one of all files instead")
    if folders and table and any(table.values()):
        raise UsageError(f"{folders[0]} is an index, whose columns are settled; leave out --id-column and the like")
    if folders:
        return Resolver.open(folders[0])
    if not paths:
        return Resolver.of_seeds(kind)
    return joined(list(entities_from(paths, kind, skip_faulty, table)))


def joined(entities: list[Entity]) -> Resolver:
    """The resolver of entities of files, where those of one id are one; how many that are is said."""
    from translit.finding.resolve import Resolver

    found = Resolver(entities)
    if more := len(entities) - len(found):
        note(
            f"{counted(more, 'row')} of {len(entities):,} {'has' if more == 1 else 'have'} the id of another;"
            " rows of one id are one entity with the names of all (--id-column names another column)"
        )
    return found


def fingerprints(paths: Sequence[str]) -> list[str]:
    """What tells whether the entities are those of the run before."""
    from translit.csvfile.resume import fingerprint
    from translit.data import folder

    return [fingerprint(Path(path)) for path in paths or [str(folder("seeds"))]]
