"""The scripts of `translit completion`, in the shells themselves: a line is typed with tabs, and runs as completed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import PROGRAM, ROOT

# The program as a shell finds it: it completes; else it leaves its arguments in a file and says so.
WRAPPER = """#!/bin/sh
if [ -n "$_TRANSLIT_COMPLETE" ]; then
    exec {python} -c '{code}' "$@"
fi
printf '%s\\n' "$@" > called
echo "it was ""called"
"""
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], ". ./script"),
    "zsh": (["zsh", "-f", "-i"], "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D"),
    "fish": (["fish", "--no-config", "-i"], "source ./script"),
}
WAIT = 60.0  # seconds; a busy machine starts Python slowly
ANSI = re.compile(r"\x1b(\[[0-9;?>=]*[A-Za-z]|\][^\x07]*\x07|[()][0-9A-B]|[=>])")


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, number: int) -> None:
        self.number, self.seen = number, ""

    def type(self, text: str, until: str) -> None:
        """Type, and wait until the terminal shows something new."""
        start = len(self.seen)
        os.write(self.number, text.encode())
        end = time.monotonic() + WAIT
        while not re.search(until, ANSI.sub("", self.seen[start:])):
            ready, _, _ = select.select([self.number], [], [], max(end - time.monotonic(), 0))
            assert ready, f"no {until!r} in {self.seen[start:]!r}"
            self.seen += os.read(self.number, 1 << 16).decode(errors="replace")


@contextmanager
def terminal(command: list[str], folder: Path) -> Iterator[Terminal]:
    environment = {
        **{"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8"},
        **{"PYTHONPATH": str(ROOT), "PS1": "$ "},
    }
    process, number = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, environment)
    try:
        yield Terminal(number)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(number)


@pytest.mark.external
@pytest.mark.parametrize("shell", SHELLS)
def test_a_line_is_completed(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} isn't installed")
    script = subprocess.run([*PROGRAM, "completion", shell], capture_output=True, text=True, check=True).stdout
    for file in ("bin/translit", "functions/_translit"):
        (tmp_path / file).parent.mkdir()
    (tmp_path / "bin/translit").write_text(WRAPPER.format(python=sys.executable, code=PROGRAM[-1]), encoding="utf-8")
    (tmp_path / "bin/translit").chmod(0o755)
    (tmp_path / "script").write_text(script, encoding="utf-8")
    (tmp_path / "functions/_translit").write_text(script, encoding="utf-8")
    (tmp_path / "people-of-minsk.csv").write_text("name\n", encoding="utf-8")
    command, setup = SHELLS[shell]
    with terminal(command, tmp_path) as found:
        found.type(f"{setup}; echo rea''dy\n", "ready")
        found.type("translit resol\t", r"resolve\b")
        found.type("people-of\t", r"minsk\.csv")
        found.type("-c name --name-prob\t", "--name-probability")
        found.type("--encoding utf-8\n", "it was called")
        (tmp_path / "resolved").write_text((tmp_path / "called").read_text(encoding="utf-8"), encoding="utf-8")
        found.type("translit to be-lacinka-p\t", "be-lacinka-polish")
        found.type("Minsk\n", "it was called")
    resolved, called = ((tmp_path / file).read_text(encoding="utf-8").split() for file in ("resolved", "called"))
    assert resolved == [*("resolve", "people-of-minsk.csv", "-c", "name"), "--name-probability", "--encoding", "utf-8"]
    assert called == ["to", "be-lacinka-polish", "Minsk"]
