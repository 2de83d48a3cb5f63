"""The command-line reference, docs/cli.md, made from the program itself.

python -m translit.cli.reference docs/cli.md
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

INTRODUCTION = """# Command line

Made from the program by `make docs`; a test keeps it current.

Answers go to standard output, everything else to standard error. The exit status is 0; 1 where data can't be processed
(a file that isn't text, a row with too few cells, a full disk); 2 for a wrong call (no such file, column, option or
scheme); 130 after Ctrl-C. An output file appears whole or not at all.
"""


def reference() -> str:
    """The whole reference as Markdown.

    >>> "## translit compare" in reference()
    True
    """
    return "\n".join([INTRODUCTION, *_sections()])


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name, groups before their members."""
    from translit.cli import app

    found: list[tuple[str, Any]] = [("translit", app)]
    while found:
        name, command = found.pop(0)
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            members = [(member, command.get_command(context, member)) for member in command.list_commands(context)]
            found = [(f"{name} {member}", each) for member, each in members] + found


def _sections() -> Iterator[str]:
    os.environ["COLUMNS"] = "100"
    for name, command in commands():
        settings = {"terminal_width": 100, "help_option_names": ["-h", "--help"]}
        with command.make_context(name, [], resilient_parsing=True, **settings) as context:
            text = context.get_help()
        yield f"## {name}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
