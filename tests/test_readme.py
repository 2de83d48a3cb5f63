"""Every block of the README runs and gives what it shows; `...` stands for anything."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess

import pytest

from tests.support import PROGRAM, ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def sessions() -> list[tuple[str, str]]:
    """Commands and what the README says they print."""
    found = []
    for language, block in BLOCKS:
        if language == "console":
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((command, output))
    return found


def test_every_block_is_of_a_kind_that_is_tested() -> None:
    assert {language for language, _ in BLOCKS} == {"console", "python", "sh", "text"}


@pytest.mark.parametrize(("command", "output"), sessions())
def test_a_session(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "translit"
    done = subprocess.run([*PROGRAM, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert doctest.OutputChecker().check_output(output, done.stdout, doctest.ELLIPSIS), done.stdout


@pytest.mark.parametrize("block", [block for language, block in BLOCKS if language == "python"])
def test_python(block: str) -> None:
    globs: dict[str, object] = {}
    exec("import translit", globs)
    test = doctest.DocTestParser().get_doctest(block, globs, "README", "README.md", 0)
    done = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert done.attempted
    assert not done.failed


@pytest.mark.parametrize("block", [block for language, block in BLOCKS if language == "sh"])
def test_make_knows_its_targets(block: str) -> None:
    for line in block.splitlines():
        target = line.split("#")[0].split()
        assert target[0] == "make"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
        dry = subprocess.run(["make", "-n", target[1]], cwd=ROOT, check=False, capture_output=True, env=environment)
        assert dry.returncode == 0


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert link.startswith("http") or (ROOT / link).exists(), link
