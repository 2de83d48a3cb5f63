"""Inputs that once broke a target, and a fixed number of new ones in a child, which may end by a signal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.run import FOUND
from tests.fuzz.seeds import found, seeds
from tests.fuzz.targets import TARGETS, attempt

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_what_was_found(name: str) -> None:
    for data in seeds(name)[:8]:
        attempt(name, data)
    for path in found(name, FOUND):
        attempt(name, path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_made_inputs(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", name, "--plain", "--runs", "600"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, (run.returncode, run.stdout, run.stderr)
