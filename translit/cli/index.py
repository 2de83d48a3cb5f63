"""The command `index`: entities made ready for look-ups, once for all runs."""

from __future__ import annotations

from typing import Any

import click

from translit.cli.console import AS_JSON, examples, note, show_json, show_table
from translit.cli.entities import SKIP_FAULTY, entities_from, entity_columns, joined
from translit.cli.options import of_kind
from translit.kinds import KINDS, Kind


class IndexGroup(click.Group):
    """`translit index FILE` builds; `translit index info FOLDER` tells what one holds."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take arguments that name no command as those of `build`."""
        if args and args[0] not in (*self.commands, "-h", "--help"):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=IndexGroup,
    no_args_is_help=False,
    epilog=examples("index people.csv -o people.index", "index info people.index"),
)
def index() -> None:
    """Make an index of entities, for quick starts; `index FILES -o FOLDER` is `index build`."""


@index.command(
    epilog=examples(
        "index people.csv -o people.index",
        "index build a.xlsx b.jsonl -o all.index --id-column key --name-column full_name",
    )
)
@click.argument("files", metavar="ENTITIES...", nargs=-1, required=True, help="Files with names, of any form.")
@click.option("--out", "-o", metavar="FOLDER", required=True, help="The folder of the index; one there is replaced.")
@entity_columns
@of_kind("Only entities of this kind; rows that say none are of it.")
@SKIP_FAULTY
def build(files: tuple[str, ...], *, out: str, table: dict[str, Any], kind: Kind | None, skip_faulty: bool) -> None:
    """Write the index of all entities of some files to a folder, whole or not at all."""
    resolver = joined(list(entities_from(files, kind, skip_faulty, table)))
    resolver.save(out)
    note(f"{out} has {len(resolver):,} {'entity' if len(resolver) == 1 else 'entities'}")


@index.command(epilog=examples("index info people.index", "index info people.index --json"))
@click.argument("folder", help="The folder of an index.")
@AS_JSON
def info(folder: str, as_json: bool) -> None:
    """Show what an index holds."""
    import numpy as np

    from translit.finding.resolve import Resolver

    found = Resolver.open(folder).index
    counts = np.bincount(found.kinds, minlength=len(KINDS)).tolist()
    said: dict[str, Any] = {
        "entities": len(found),
        **{f"{kind}s": count for kind, count in zip(KINDS, counts, strict=True)},
        "names": len(found.name_firsts) - 1,
        **{key: value for key, value in found.parts.about.items() if isinstance(value, str | int | float)},
    }
    if as_json:
        show_json(said)
    else:
        show_table(["what", "value"], [[key, str(value)] for key, value in said.items()])
