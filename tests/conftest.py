"""The program as a user meets it, a process with its own standard streams, and the same called in this process."""

from __future__ import annotations

import os
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from tests.cli.in_process import call
from tests.support import PROGRAM, Run, Translit

# What only some extras bring; `make matrix` runs the tests without them.
EXTRAS = {
    *("apsw", "docx", "duckdb", "httpx2", "icu", "lxml", "narwhals", "odf", "openpyxl", "pandas", "polars", "pyarrow"),
    *("pypdf", "python_calamine", "schemathesis", "selenium", "splink", "starlette", "tantivy", "textual", "zstandard"),
}
LACKING = {name for name in EXTRAS if find_spec(name) is None}
IMPORTED = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)


class Lacking(pytest.Module):
    """A file of tests that imports what isn't installed."""

    lacking = ""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        pytest.skip(f"needs {self.lacking}, which only an extra brings", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip files that import what isn't installed, and say why."""
    found = LACKING.intersection(IMPORTED.findall(module_path.read_text(encoding="utf-8"))) if LACKING else None
    if not found:
        return None
    module = Lacking.from_parent(parent, path=module_path)
    module.lacking = ", ".join(sorted(found))
    return module


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


@pytest.fixture
def called(tmp_path: Path) -> Translit:
    """The same without a process: for what is answered, where starting Python would take most of the time."""

    def run(*arguments: str | Path, given: bytes | str = b"") -> Run:
        data = given.encode() if isinstance(given, str) else given
        done = call(tmp_path, *map(str, arguments), given=data)
        return Run(done.status, done.out.decode(errors="replace"), done.err, done.out)

    return run


# No test depends on a clock; where nobody watches, the same examples are drawn each time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
