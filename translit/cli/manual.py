"""The man page, made from the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

INTRODUCTION = (
    "Answers go to standard output, everything else to standard error. An output file appears whole or not at all."
)
STATUS = (("0", "All is well."), ("1", "Data is at fault."), ("2", "The call is wrong."), ("130", "Stopped by Ctrl-C."))


def manual() -> str:
    """The page, in the language of man.

    >>> manual().splitlines()[0].split()[:2]
    ['.TH', 'TRANSLIT']
    """
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    from translit.cli.reference import commands

    yield '.TH TRANSLIT 1 "" "translit" "User Commands"'
    found = list(commands())
    yield from (".SH NAME", f"translit \\- {_escaped(str(found[0][1].get_short_help_str(200)))}")
    yield from (".SH SYNOPSIS", ".B translit", "COMMAND [OPTIONS] [ARGUMENTS]...")
    yield from (".SH DESCRIPTION", INTRODUCTION, ".SH COMMANDS")
    for name, command in found[1:]:
        if not isinstance(command, click.Group):
            yield from _of_command(name, command)
    yield ".SH EXIT STATUS"
    for status, meaning in STATUS:
        yield from (".TP", f".B {status}", meaning)


def _of_command(name: str, command: Any) -> Iterator[str]:
    with command.make_context(name, [], resilient_parsing=True) as context:
        usage = command.collect_usage_pieces(context)
        records = [found for each in command.get_params(context) if (found := each.get_help_record(context))]
    yield from (f".SS {_escaped(name)} {_escaped(' '.join(usage))}", _escaped(" ".join((command.help or "").split())))
    for option, text in records:
        yield from (".TP", f".B {_escaped(option)}", _escaped(text))
    examples = [line.strip() for line in (command.epilog or "").splitlines() if line.startswith("  ")]
    if examples:
        yield from (".PP", "Examples:", ".nf", *(f"    {_escaped(line)}" for line in examples), ".fi")


def _escaped(text: str) -> str:
    r"""Text in which man sees no command.

    >>> _escaped("--to \\ x")
    '\\-\\-to \\e x'
    """
    found = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{found}" if found.startswith((".", "'")) else found
