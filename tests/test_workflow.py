"""What continuous integration calls is there."""

from __future__ import annotations

import os
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
pytestmark = pytest.mark.skipif(not WORKFLOW.exists(), reason="only the repository has it")


def test_what_the_workflow_runs_is_there() -> None:
    commands = re.findall(r"- run: (.+)", WORKFLOW.read_text(encoding="utf-8"))
    assert len(commands) > 5
    for command in commands:
        for path in re.findall(r"[.]ci/\w+", command):
            assert os.access(ROOT / path, os.X_OK), command
        for module in re.findall(r"-m (tests[.][\w.]+)", command):
            assert find_spec(module), command


def test_every_target_and_every_python_is_tried() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    targets = re.search(r"target: \[(.+)\]", text)
    assert targets and set(targets[1].split(", ")) == set(TARGETS)
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    told = {each.rpartition(" ")[2] for each in classifiers if re.search(r":: 3[.]\d+$", each)}
    for pythons in re.findall(r"python: \[(.+)\]", text):
        assert set(re.findall(r"3[.]\d+", pythons)) == told
