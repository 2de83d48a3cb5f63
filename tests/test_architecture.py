"""The shape of the program: imports go one way, without a circle, and importing it costs next to nothing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import translit

PACKAGE = Path(translit.__file__).parent
# Each may import itself and those before it; what lies at the top of the package is "base" or a door to a layer.
LAYERS = (
    *("base", "writing", "matching", "finding", "text", "corpus", "csvfile", "tablefile"),
    *("adapters", "service", "cli", "learn"),
)
DOORS = dict.fromkeys(("frames", "duckdb", "sqlite", "splink", "spark", "mrz"), "adapters")
DOORS |= {"inflection": "text", "__main__": "cli"}
# Lazy imports that go up, each with its reason; none of them is needed to import the lower layer.
UPWARD = {
    ("translit", "*"): "the public names are loaded when first used",
    ("translit.finding.in_texts", "translit.text.mentions"): "Resolver.find is the door to finding in texts",
}
HEAVY = ("numpy", "rich", "click", "pandas", "polars", "pyarrow", "duckdb", "icu")
MOST_LINES = 250
SAME_NAME = {  # file names that occur in several packages, with one meaning in all of them
    "__init__": "a package",
    **dict.fromkeys(("parse", "arrays", "evidence", "features", "model", "explain"), "sister files of sister packages"),
    **dict.fromkeys(
        (
            *("compare", "dedupe", "csv", "find", "match", "search", "query", "export"),
            *("resolve", "restore", "detect", "variants", "table"),
        ),
        "what a command calls, and the command",
    ),
    "frames": "the public door and its adapter",
    "inflection": "the public door and what it opens",
    "costs": "the costs of an alignment, and what learns them",
}


def modules() -> dict[str, Path]:
    """Dotted name → file, for every module of the package."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ["translit", *path.relative_to(PACKAGE).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imported(source: str) -> Iterator[str]:
    """The modules that a source imports from the package, at its top or inside functions; not for typing only."""
    tree = ast.parse(source)
    typing_only = {
        node
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and ast.unparse(branch.test) == "TYPE_CHECKING"
        for statement in branch.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def layer(module: str) -> str:
    parts = module.split(".")
    if len(parts) > 1 and parts[1] in LAYERS:
        return parts[1]
    return DOORS.get(parts[1], "base") if len(parts) > 1 else "base"


def goes_up(module: str, target: str) -> bool:
    """Whether this import breaks the order of the layers."""
    if not target.startswith("translit") or (module, target) in UPWARD:
        return False
    return LAYERS.index(layer(target)) > LAYERS.index(layer(module))


def test_imports_go_one_way() -> None:
    wrong = [
        f"{module} imports {target}"
        for module, path in MODULES.items()
        for target in imported(path.read_text(encoding="utf-8"))
        if goes_up(module, target)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "source", "broken"),
    [
        ("translit.writing.scheme", "from translit.matching.compare import compare", True),
        ("translit.matching.compare", "def f():\n    from translit.finding import resolve", True),
        ("translit.errors", "import translit.writing.table", True),
        ("translit.cli.compare", "from translit.learn.costs import main", True),
        ("translit.duckdb", "from translit.cli import options", True),
        ("translit.finding.resolve", "from translit.matching.compare import compare", False),
        ("translit.spark", "from translit.adapters import columns", False),
    ],
)
def test_a_broken_layer_is_seen(module: str, source: str, broken: bool) -> None:
    assert any(goes_up(module, target) for target in imported(source)) is broken


def test_every_layer_is_there_and_every_package_a_layer() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= set(LAYERS)


def test_no_imports_in_a_circle() -> None:
    graph = {
        module: {target for target in imported(path.read_text(encoding="utf-8")) if target in MODULES} - {module}
        for module, path in MODULES.items()
        if module != "translit"
    }
    for module, target in UPWARD:
        graph.get(module, set()).discard(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_folders_of_a_kind_of_name_go_one_way() -> None:
    order = ("lexicon", "reading", "comparing", "evidence", "probability")
    wrong = [
        f"{module} imports {target}"
        for module, path in MODULES.items()
        for target in imported(path.read_text(encoding="utf-8"))
        if len(here := module.split(".")) == 5 == len(there := target.split("."))
        if here[:3] == there[:3] and here[3] in order and there[3] in order
        if order.index(there[3]) > order.index(here[3])
    ]
    assert not wrong, "\n".join(wrong)


def test_the_picture_shows_the_layers_in_their_order() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = page.split("```text\n")[1].split("```")[0]
    shown = [line.split()[0] for line in picture.splitlines() if line.strip() not in ("", "│")]
    assert shown == list(reversed(LAYERS))


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in MODULES.values()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > MOST_LINES
    }
    assert not long


def test_array_types_have_names_that_say_their_width() -> None:
    typed = re.compile(r"NDArray\[np\.(?:u?int\d+|intp|float\d+|bool_)\]")
    written = {name for name, path in MODULES.items() if typed.search(path.read_text(encoding="utf-8"))}
    assert written == {"translit.arrays"}


def test_every_table_of_words_is_read() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in MODULES.values())
    folders = [PACKAGE.parent / "tables" / name for name in ("names", "match", "text")]
    names = {
        path.stem.split("-")[0] for folder in folders for path in folder.rglob("*.*") if path.parent.name != "common"
    }
    assert len(names) > 80
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", code)] == []


def test_one_name_means_one_thing() -> None:
    names = Counter(path.stem for path in MODULES.values())
    assert {name for name, count in names.items() if count > 1} <= set(SAME_NAME)


def test_import_loads_nothing_heavy() -> None:
    script = f"import sys, translit; print(*(name for name in {HEAVY} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_every_advertised_verb_is_there() -> None:
    verbs = {"transliterate", "transliterate_many", "restore", "schemes", "variants", "detect", "compare"}
    verbs |= {"compare_many", "keys", "dedupe", "seeds", "read_entities", "Entity", "Resolver", "TranslitError"}
    assert verbs <= set(dir(translit))
    for name in dir(translit):
        assert getattr(translit, name) is not None
