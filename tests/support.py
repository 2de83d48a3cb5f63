"""What tests of several packages need: the project's folders, the program as a process, what an error looks like."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from translit import Resolver
from translit.errors import TranslitError

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


def ids_found(resolver: Resolver, text: str, language: str | None) -> list[str]:
    """The ids of the entities that a text names, in their order."""
    return [mention.entity.id for mention in resolver.find(text, language)]


def one_sentence(text: str) -> bool:
    """Whether what stands on standard error is one message of the program, on one line."""
    return text.startswith("translit: ") and text.count("\n") == 1 and text.endswith("\n")


def csv_rows(text: str) -> list[list[str]]:
    """The records of a CSV text, line ends within cells kept."""
    return list(csv.reader(io.StringIO(text, newline="")))


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python run; an error in a sentence is an answer too."""
    count = 0

    def line(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        call()
    except TranslitError:
        pass
    finally:
        sys.settrace(before)
    return count
