"""The blocks of docs/pipelines.md run in their order, and print what the comments under each `print` say."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
from importlib.util import find_spec
from typing import Any

import pytest

from tests.support import ROOT

PAGE = ROOT / "docs" / "pipelines.md"
BLOCK = re.compile(r"^## (?P<title>.+?)$|(?P<spark><!-- needs: spark -->\n)?```python\n(?P<code>.*?)```", re.M | re.S)


def blocks() -> Any:
    title = ""
    for match in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        if match["title"]:
            title = match["title"]
        else:
            yield pytest.param(match["code"], bool(match["spark"]), id=title)


@pytest.fixture(scope="module")
def names() -> Any:
    """What the blocks define; each goes on where the one before it ended."""
    defined: dict[str, Any] = {}
    yield defined
    for name in ("connection", "database", "search"):
        defined[name].close()


NEEDED = ("apsw", "duckdb", "narwhals", "pandas", "polars", "pyarrow", "splink")
LACKING = ", ".join(name for name in NEEDED if not find_spec(name))


@pytest.mark.skipif(bool(LACKING), reason=f"needs {LACKING}, which only extras bring")
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.parametrize(("code", "needs_spark"), list(blocks()))
def test_block(code: Any, needs_spark: Any, names: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    if needs_spark:
        if not shutil.which("java") or (not find_spec("pyspark") and not os.environ.get("CI")):
            pytest.skip("Spark needs Java and pyspark; `make spark` installs pyspark")
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(PAGE), "exec"), names)
    expected = [line[2:] for line in code.splitlines() if line.startswith("# ")]
    assert printed.getvalue().splitlines() == expected


def test_every_section_has_a_block_that_prints() -> None:
    found = [block.values[0] for block in blocks()]
    assert len(found) == 9
    assert all("print(" in code and "\n# " in code for code in found)
