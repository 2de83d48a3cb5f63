"""What the tests notice of changes made to the code on purpose: one comparison, number or `not` at a time.

    python benchmarks/mutation.py csvfile|index [--mutants 40] [--seed 5] [--only output.py:12 ...]

A sample, the same for a seed, is drawn from all places where a comparison, `and`/`or`, a `not`, a whole number, True or
False, a sum or a returned value can be changed. Each change is made in a copy of the project, and the tests of the
part are run until one fails; what survives is shown. mutmut and cosmic-ray try all of them, which takes a night.
With `--only` just those of the sample that are on these lines, to see whether new tests notice what survived.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300  # seconds for the first run of the tests; set by hand
PATIENCE = 3  # a change may make a loop endless: so many times the first run, then it counts as noticed; set by hand
PARTS = {
    "csvfile": (
        [ROOT / "translit/csvfile" / f"{name}.py" for name in (
            "output", "resume", "journal", "encodings", "beginning", "dialect", "reader", "source", "add_columns",
            "parallel",
        )],
        ["translit/csvfile", *(f"tests/csvfile/test_{name}.py" for name in (
            "resume", "beginnings", "sources", "reader", "safe_files",
        )), "tests/cli/test_nothing_lost.py"],
    ),
    "index": (
        [ROOT / "translit/finding/index" / f"{name}.py" for name in ("storage", "loading", "manifest", "consistency")],
        ["translit/finding/index", *(f"tests/finding/test_index{name}.py" for name in (
            "_loading", "_storage", "_consistency", "_manifest", "_safety", "",
        ))],
    ),
}  # fmt: skip
OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq},
    **{ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In},
}


def places(tree: ast.AST) -> Iterator[ast.AST]:
    """What can be changed."""
    for node in ast.walk(tree):
        numeric = isinstance(node, ast.Constant) and type(node.value) in (int, bool)
        summed = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        compared = isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER
        given = isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant)
        if numeric or summed or negated or compared or given or isinstance(node, ast.BoolOp):
            yield node


def change(node: ast.AST) -> None:
    """Change one of them."""
    match node:
        case ast.Compare():
            node.ops[0] = OTHER[type(node.ops[0])]()
        case ast.BoolOp():
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        case ast.UnaryOp():
            node.op, node.operand = ast.UAdd(), ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        case ast.Constant():
            node.value = not node.value if type(node.value) is bool else node.value + 1  # type: ignore[operator]
        case ast.BinOp():
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        case ast.Return():
            node.value = ast.Constant(None)


def passes(folder: Path, tests: list[str], longest: float = LONGEST) -> bool:
    """Whether all tests pass in a copy of the project within so many seconds."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder), "CI": "1"}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--mutants", type=int, default=40)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--only", nargs="+", metavar="FILE:LINE")
    given = parser.parse_args()
    files, tests = PARTS[given.part]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "project"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", ".hypothesis", ".mypy_cache"))
        begun = time.monotonic()
        if not passes(copy, tests):
            sys.exit("the tests fail as they are; mend them first")
        longest = max(60.0, PATIENCE * (time.monotonic() - begun))
        every = [
            (file, number)
            for file in files
            for number, _ in enumerate(places(ast.parse(file.read_text(encoding="utf-8"))))
        ]
        drawn = random.Random(given.seed).sample(every, min(given.mutants, len(every)))
        killed = tried = 0
        for file, number in drawn:
            source = file.read_text(encoding="utf-8")
            tree = ast.parse(source)
            node = list(places(tree))[number]
            line, before = getattr(node, "lineno", 0), ast.unparse(node)
            if given.only and f"{file.name}:{line}" not in given.only:
                continue
            change(node)
            mutant = copy / file.relative_to(ROOT)
            mutant.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
            survived = passes(copy, tests, longest)
            mutant.write_text(source, encoding="utf-8")
            tried, killed = tried + 1, killed + (not survived)
            if survived:
                print(f"survived: {file.name}:{line}: {before[:100]}", flush=True)
        print(f"{given.part}: {killed} of {tried} changes noticed, of {len(every)} that can be made")


if __name__ == "__main__":
    main()
