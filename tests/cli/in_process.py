"""The program called in this process: a start of Python for every case would take most of the time."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from translit.cli import main


@dataclass(frozen=True)
class Called:
    """What a call left."""

    status: int
    out: bytes
    err: str


def call(folder: Path, *arguments: str, given: bytes = b"") -> Called:
    """Call the program with a folder as the current one and these bytes as standard input."""
    out, err = io.TextIOWrapper(io.BytesIO(), newline="\n"), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given))),
    ):
        status = main(arguments)
        out.flush()
    return Called(status, out.buffer.getvalue(), err.getvalue())
