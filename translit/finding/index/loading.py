"""Opening the folder of an index: every file is checked against the manifest, and read or mapped.

An index up to a gigabyte is read into memory, so that nothing that happens to its files later can harm. A larger one,
and one opened without `verify`, is mapped: then `require_whole` says whether a file was cut short meanwhile,
which would otherwise end the process. While a folder is replaced by another, the one or the other is opened.
"""

from __future__ import annotations

import io
import mmap
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translit.errors import DataError, UsageError
from translit.finding.index import manifest
from translit.finding.index.build import Parts
from translit.finding.index.consistency import require_consistent
from translit.finding.index.manifest import EDGE, LONGEST, MANIFEST, REMEDY, seal_of
from translit.finding.index.text_column import STEP, Lines

IN_MEMORY = 1 << 30  # bytes of all files up to which an index is read, not mapped
TRIES = 20  # times that a folder is opened anew when another takes its place meanwhile

Held = bytes | mmap.mmap


def require_whole(mapped: tuple[tuple[Path, mmap.mmap], ...]) -> None:
    """Refuse to go on with an index of which a mapped file was cut short: to read on would end the process.

    Raises DataError.
    """
    for file, held in mapped:
        if held.size() < len(held):
            raise DataError(f"{file} was cut short while it was open; {REMEDY}")


def read(path: Path, verify: bool = True) -> Parts:
    """What an index folder holds.

    Raises DataError if the folder isn't an index, is damaged, or was built by another version.
    """
    for _ in range(TRIES):
        with _opened(path) as folder:
            try:
                return _read(folder, verify)
            except DataError:
                if not folder.is_replaced():
                    raise
    raise DataError(f"{path} is replaced again and again while it is opened; open it when that has ended")


class _Folder:
    """A folder that stays the same one while its files are opened, whatever happens to its name."""

    def __init__(self, path: Path, said: Path) -> None:
        self.path = said
        self._real = path
        self._descriptor = None
        if os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY"):
            self._descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)

    def open(self, name: str) -> int:
        """The descriptor of a file; raises DataError if it can't be had."""
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            if self._descriptor is None:
                descriptor = os.open(self._real / name, flags)
            else:
                descriptor = os.open(name, flags, dir_fd=self._descriptor)
        except OSError as error:
            raise DataError(f"{self.path / name} is missing or can't be read ({error.strerror}); {REMEDY}") from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise DataError(f"{self.path / name} is no file; {REMEDY}")
        return descriptor

    def is_replaced(self) -> bool:
        """Whether another folder has the name meanwhile."""
        if self._descriptor is None:
            return False
        with suppress(OSError):
            return not os.path.samestat(os.fstat(self._descriptor), os.stat(self.path))
        return True

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


@contextmanager
def _opened(path: Path) -> Iterator[_Folder]:
    """The folder, or the one that a run was stopped at replacing where that takes two steps."""
    places = [path]
    if not path.exists():
        places += sorted(path.parent.glob(f".{path.name}.*.replaced")) or [path]
    for place in places:
        with suppress(FileNotFoundError):
            try:
                folder = _Folder(place, path)
            except NotADirectoryError:
                raise DataError(f"{path} isn't an index of names; {REMEDY}") from None
            except PermissionError as error:
                raise DataError(f"{path} can't be read ({error.strerror}); {REMEDY}") from error
            break
    else:
        raise UsageError(f"there is no index {path}; make one with: translit index ENTITIES -o {path}")
    try:
        yield folder
    finally:
        folder.close()


def _read(folder: _Folder, verify: bool) -> Parts:
    try:
        descriptor = folder.open(MANIFEST)
    except DataError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise DataError(f"{folder.path} isn't an index of names; {REMEDY}") from error
        raise
    with os.fdopen(descriptor, "rb") as file:
        found = manifest.unsealed(file.read(LONGEST), folder.path)
    manifest.require_readable(found, folder.path)
    in_memory = verify and sum(seal["size"] for seal in found["files"].values()) <= IN_MEMORY
    arrays: dict[str, NDArray[Any]] = {}
    data: dict[str, Held] = {}
    mapped = []
    for name, seal in found["files"].items():
        held = _held(folder, name, seal, in_memory, verify)
        if isinstance(held, mmap.mmap):
            mapped.append((folder.path / name, held))
        try:
            if name.endswith(".npy"):
                arrays[name[:-4]] = _array(held)
            else:
                data[name[:-4]] = held
        except ValueError as error:
            raise DataError(f"{folder.path / name} isn't a whole array ({error}); {REMEDY}") from error
    try:
        texts = {name: _lines(held, arrays.pop(f"{name}.marks"), found["lines"][name]) for name, held in data.items()}
    except (KeyError, ValueError) as error:
        raise DataError(f"the files of {folder.path} don't belong together ({error}); {REMEDY}") from error
    parts = Parts(arrays, texts, found["about"], tuple(mapped))
    if verify:
        require_consistent(parts, folder.path)
    return parts


def _held(folder: _Folder, name: str, seal: Mapping[str, int], in_memory: bool, verify: bool) -> Held:
    """The bytes of a file, which are those that the manifest vouches for."""
    descriptor = folder.open(name)
    try:
        size = os.fstat(descriptor).st_size
        held: Held = b""
        good = size == seal["size"]
        if good and in_memory:
            with os.fdopen(os.dup(descriptor), "rb") as file:
                held = file.read(size)
            good = len(held) == size and crc32(held) == seal["whole"]
        elif good:
            good = seal_of(descriptor, verify).items() <= seal.items()
            held = mmap.mmap(descriptor, size, access=mmap.ACCESS_READ) if size and good else b""
    except (OSError, ValueError) as error:
        raise DataError(f"{folder.path / name} can't be read ({error}); {REMEDY}") from error
    finally:
        os.close(descriptor)
    if not good:
        raise DataError(f"{folder.path / name} isn't what was written there (cut short or changed); {REMEDY}")
    return held


def _array(held: Held) -> NDArray[Any]:
    """The array of an .npy file, over its bytes.

    Raises ValueError if it isn't a plain array of numbers that is as long as the file.
    """
    head = io.BytesIO(held[:EDGE])
    if np.lib.format.read_magic(head) != (1, 0):
        raise ValueError("another form of array")
    shape, _, dtype = np.lib.format.read_array_header_1_0(head)
    if len(shape) != 1 or dtype.kind not in "uif" or shape[0] < 0:
        raise ValueError("not a list of numbers")
    if shape[0] * dtype.itemsize + head.tell() != len(held):
        raise ValueError("not as long as it says")
    return np.frombuffer(held, dtype=dtype, count=shape[0], offset=head.tell()) if shape[0] else np.empty(0, dtype)


def _lines(data: Held, marks: NDArray[Any], count: int) -> Lines:
    """The lines of a text; raises ValueError if the offsets aren't those of the text."""
    ends = np.diff(marks.astype(np.int64))
    if len(marks) != -(-count // STEP) + 1 or (ends < 0).any() or int(marks[0]) or int(marks[-1]) != len(data):
        raise ValueError("offsets of other lines")
    return Lines(data, marks, count)
