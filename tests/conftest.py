"""The program as a user meets it: a process with its own standard streams."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-c", "import sys; from translit.cli import main; sys.exit(main())")


@dataclass(frozen=True)
class Run:
    """What a run of the program left."""

    status: int
    out: str
    err: str
    raw: bytes


@pytest.fixture
def translit(tmp_path: Path) -> Callable[..., Run]:
    """Run `translit` with these arguments, in a folder of its own."""

    def run(*arguments: str | Path, given: bytes | str = b"") -> Run:
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [*PROGRAM, *map(str, arguments)], input=data, capture_output=True, cwd=tmp_path, check=False
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(), done.stdout)

    return run
