"""What tests of several packages need: the project's folders, the program as a process, what an error looks like."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data"
# The program as a user starts it; from the running interpreter, so that no script need be installed.
PROGRAM = (sys.executable, "-c", "import sys; from translit.cli import main; sys.exit(main())")


@dataclass(frozen=True)
class Run:
    """What a run of the program left."""

    status: int
    out: str
    err: str
    raw: bytes


Translit = Callable[..., Run]  # the fixture `translit` of conftest.py


def one_sentence(text: str) -> bool:
    """Whether what stands on standard error is one message of the program, on one line."""
    return text.startswith("translit: ") and text.count("\n") == 1 and text.endswith("\n")


def csv_rows(text: str) -> list[list[str]]:
    """The records of a CSV text, line ends within cells kept."""
    return list(csv.reader(io.StringIO(text, newline="")))
