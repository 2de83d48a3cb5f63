"""A service of its own process, as users start it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

START = "import sys; from translit.cli import main; sys.exit(main())"


@contextmanager
def served(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of `translit serve` with these options, and its process."""
    command = [sys.executable, "-c", START, "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        said = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found, said
        yield found[0], process
    finally:
        process.terminate()
        process.wait(60)
        process.stderr.close()
