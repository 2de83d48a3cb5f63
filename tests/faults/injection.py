"""Runs work in a child whose n-th system call on a folder fails, or where it is killed; see `fail_at.c`."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import mkdtemp

KILL = -1
TRACEME = 0


@cache
def _library() -> ctypes.CDLL:
    built = Path(mkdtemp(prefix="fail_at")) / "fail_at.so"
    source = Path(__file__).with_name("fail_at.c")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", built, source], check=True)
    return ctypes.CDLL(str(built))


def available() -> bool:
    """Whether calls can be injected here: Linux on x86-64, a compiler, and the right to trace a child."""
    if not sys.platform.startswith("linux") or os.uname().machine != "x86_64" or not which("cc"):
        return False
    return run(lambda: 7, Path("/nowhere"), 0, 0, Path(os.devnull))[0] == 7


def run(work: Callable[[], int], folder: Path, number: int, action: int, said: Path) -> tuple[int, int]:
    """The exit status of work whose call of this number on the folder fails with an errno, and how many it made.

    The action KILL ends it there; number 0 lets everything pass. What it writes to standard error goes to `said`.
    """
    library = _library()
    child = os.fork()
    if not child:
        status = 70
        with suppress(BaseException):
            null, errors = os.open(os.devnull, os.O_RDWR), os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(null, 0)
            os.dup2(null, 1)
            os.dup2(errors, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
            ctypes.CDLL(None).ptrace(TRACEME, 0, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            try:
                status = work()
            except BaseException:
                traceback.print_exc()
            sys.stderr.flush()
        os._exit(status)
    count = ctypes.c_long()
    status = library.run(child, number, action, os.fsencode(folder), ctypes.byref(count))
    with suppress(ChildProcessError):
        os.waitpid(child, os.WNOHANG)
    return status, count.value
