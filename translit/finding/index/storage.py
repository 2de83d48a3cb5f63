"""The folder of an index: arrays and lines as files, and a manifest that vouches for them.

A folder appears whole or not at all, and takes the place of an older one in one step, so that whoever opens it
meanwhile finds the one or the other. `loading` reads it.
"""

from __future__ import annotations

import io
import mmap
import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.errors import DataError, UsageError
from translit.finding.index import manifest
from translit.finding.index.manifest import LONGEST, MANIFEST, seal_of
from translit.finding.index.text_column import Lines
from translit.safe_files import Lock, create, exchange, remove, sync_folder

Arrays = Mapping[str, NDArray[Any]]
Texts = Mapping[str, Lines]


def write(path: Path, arrays: Arrays, texts: Texts, about: Mapping[str, Any]) -> None:
    """Write an index to a folder, in place of an index that is there.

    Raises UsageError if the folder holds anything that isn't of an index, DataError if it can't be written.
    """
    target = Path(os.path.realpath(path))
    here = Path(os.path.realpath("."))
    if target == here or target in here.parents:
        raise UsageError(f"{path} is the current folder, or around it; name a folder inside it, such as ./index")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = Lock(target)
        try:
            old = _replaceable(target)
            new = lock.beside("index")
            new.mkdir()
            try:
                _fill(new, arrays, texts, about)
                _into_place(new, target, old)
            except BaseException:
                remove(new)
                raise
        finally:
            lock.release()
    except OSError as error:
        said = error.strerror or error
        raise DataError(f"the index can't be written to {path} ({said}); make room or name another folder") from error


def _replaceable(path: Path) -> Sequence[str] | None:
    """The files of the index that is there, None if there is nothing.

    Raises UsageError if it isn't a whole index of ours with nothing beside it.
    """
    if not os.path.lexists(path):
        return None
    try:
        names = os.listdir(path)
    except NotADirectoryError:
        raise UsageError(f"{path} isn't a folder and won't be overwritten; name a new folder") from None
    if not names:
        return []
    try:
        found = manifest.unsealed(_bytes(path / MANIFEST, LONGEST), path)
    except (DataError, OSError):
        raise UsageError(
            f"{path} isn't a whole index of ours and won't be overwritten; name a new folder, or remove this one"
        ) from None
    own = [MANIFEST, *found["files"]]
    others = sorted(set(names).difference(own))
    if others:
        raise UsageError(
            f"{path} won't be overwritten: {others[0]!r} in it isn't of the index; move it, or name a new folder"
        )
    return own


def _bytes(file: Path, most: int) -> bytes:
    with file.open("rb") as data:
        return data.read(most)


def _fill(new: Path, arrays: Arrays, texts: Texts, about: Mapping[str, Any]) -> None:
    """Write all files of an index, each one synced, the manifest last."""
    whole = {**arrays, **{f"{name}.marks": lines.marks for name, lines in texts.items()}}
    files = {f"{name}.npy": _written(new / f"{name}.npy", *_array_bytes(array)) for name, array in whole.items()}
    files |= {f"{name}.txt": _written(new / f"{name}.txt", lines.data) for name, lines in texts.items()}
    _written(new / MANIFEST, manifest.sealed(about, texts, files).encode())
    sync_folder(new)


def _array_bytes(array: NDArray[Any]) -> tuple[bytes, memoryview | bytes]:
    """The bytes of an .npy file."""
    header = io.BytesIO()
    array = np.ascontiguousarray(array)
    np.lib.format.write_array_header_1_0(header, np.lib.format.header_data_from_array_1_0(array))
    return header.getvalue(), array.data.cast("B") if array.size else b""


def _written(file: Path, *pieces: bytes | memoryview | mmap.mmap) -> dict[str, int]:
    """Write a new file; gives its seal."""
    with os.fdopen(create(file, 0o666), "w+b") as out:
        for piece in pieces:
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
        return seal_of(out.fileno())


def _into_place(new: Path, path: Path, old: Sequence[str] | None) -> None:
    """Give a finished folder its name; the files of the index that had it are removed, nothing else."""
    behind = new
    if old is None:
        new.rename(path)
    else:
        new.chmod(stat.S_IMODE(path.stat().st_mode))
        if not exchange(new, path):
            behind = new.with_name(f"{new.name}.replaced")
            path.rename(behind)
            try:
                new.rename(path)
            except OSError:
                behind.rename(path)
                raise
    sync_folder(path.parent)
    if old is not None:
        for name in old:
            with suppress(FileNotFoundError):
                (behind / name).unlink()
        behind.rmdir()
