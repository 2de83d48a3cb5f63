"""The program as a user meets it: a process with its own standard streams."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import PROGRAM, Run, Translit


@pytest.fixture
def translit(tmp_path: Path) -> Translit:
    """Run `translit` with these arguments, in a folder of its own."""

    def run(*arguments: str | Path, given: bytes | str = b"") -> Run:
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [*PROGRAM, *map(str, arguments)], input=data, capture_output=True, cwd=tmp_path, check=False
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(), done.stdout)

    return run


# No test depends on a clock; where nobody watches, the same examples are drawn each time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
