"""How much memory is left, so that work ends in a sentence before the system ends it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from translit.errors import DataError

LEFT = 0.05  # share of the memory that is left to the system; set by hand
CGROUP = Path("/sys/fs/cgroup")


def require_memory(what: str) -> None:
    """Refuse to go on when hardly any memory is left; where the system doesn't say, go on.

    Raises DataError.
    """
    for total, free in (_of_machine(), _of_group()):
        if total and free < LEFT * total:
            raise DataError(f"memory runs out at {what}; give less at once, or use a machine with more memory")


def _of_machine() -> tuple[int, int]:
    """All bytes and those left."""
    with suppress(OSError, ValueError, IndexError, KeyError):
        lines = (line.split() for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines())
        found = {line[0]: int(line[1]) << 10 for line in lines}
        return found["MemTotal:"], found["MemAvailable:"]
    return 0, 0


def _of_group() -> tuple[int, int]:
    """The same within the limit of a container."""
    with suppress(OSError, ValueError):
        most = int((CGROUP / "memory.max").read_text(encoding="ascii"))
        return most, most - int((CGROUP / "memory.current").read_text(encoding="ascii"))
    return 0, 0


@contextmanager
def collector_resting(wanted: bool = True) -> Iterator[None]:
    """No search for cycles while much is made that has none: it takes a third of the time.

    Nor is it looked through afterwards: what was made counts as old at once.
    """
    if not wanted or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # else the caller has frozen something, which is to stay so
            gc.freeze()
            gc.unfreeze()
        gc.enable()
