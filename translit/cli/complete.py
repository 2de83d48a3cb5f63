"""What the scripts of `translit completion` are answered when somebody presses the tabulator."""

from __future__ import annotations

from typing import Any

import click

# parameters that are files or folders, of whatever command
PATHS = frozenset(["file", "files", "left", "right", "db", "folder", "out", "decisions", "html", "pairs", "entities"])


def complete(app: click.Command, variable: str, instruction: str) -> int:
    """Answer what a completion script asks; where a file may stand the shell is told to complete files."""
    from click.shell_completion import CompletionItem, shell_complete

    def words(
        type_: click.ParamType[Any], context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")] if parameter.name in PATHS else []

    click.ParamType.shell_complete = words  # type: ignore[method-assign, assignment]
    return shell_complete(app, {}, "translit", variable, instruction)
