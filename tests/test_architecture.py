"""The shape of the program: imports go one way, and importing it costs next to nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import translit

PACKAGE = Path(translit.__file__).parent
LAYERS = ("writing", "matching", "finding", "csvfile", "adapters", "cli")  # each may import itself and those before it
HEAVY = ("numpy", "rich", "click", "pandas", "polars", "pyarrow", "duckdb", "icu")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_go_one_way(layer: str) -> None:
    later = LAYERS[LAYERS.index(layer) + 1 :]
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in sorted((PACKAGE / layer).rglob("*.py"))
        for module in sorted(imported(path))
        if module.startswith(tuple(f"translit.{name}" for name in (*later, "learn")))
    ]
    assert not wrong, "\n".join(wrong)


def test_import_loads_nothing_heavy() -> None:
    script = f"import sys, translit; print(*(name for name in {HEAVY} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_every_advertised_verb_is_there() -> None:
    verbs = {"transliterate", "restore", "detect", "variants", "compare", "compare_many", "keys", "dedupe", "seeds", "Resolver"}
    assert verbs <= set(dir(translit))
    for name in dir(translit):
        assert getattr(translit, name) is not None
