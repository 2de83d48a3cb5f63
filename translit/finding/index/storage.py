"""The folder of an index: arrays and lines as files that can be mapped, and a manifest that vouches for them.

A folder appears whole or not at all. On opening, the size and a check sum of every file are compared with the
manifest; that takes some 2 seconds for 10 GB. Without `verify` only the first and last bytes of each are checked.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translit.data import folder
from translit.errors import DataError, UsageError
from translit.finding.index.text_column import Lines
from translit.matching.phonetics.fold import fold

FORMAT, VERSION = "translit-index", 4
MANIFEST = "manifest.json"
EDGE = 4096  # bytes at both ends of a file that are checked whenever it is opened
REMEDY = "build the index again with Resolver(entities).save(folder)"

Arrays = Mapping[str, NDArray[Any]]
Texts = Mapping[str, Lines]


@cache
def reading_print() -> int:
    """A check sum of how words are folded and read: an index holds only for the reading it was built with."""
    letters = "|".join(fold.uncached([chr(code) for code in range(0x20, 0x530)]))
    return crc32((folder("tables") / "match" / "reading.toml").read_bytes(), crc32(letters.encode()))


def write(path: Path, arrays: Arrays, texts: Texts, about: Mapping[str, Any]) -> None:
    """Write an index to a folder, in place of an index that is there.

    Raises UsageError if the folder holds something else, DataError if it can't be written.
    """
    if path.exists() and (not path.is_dir() or (any(path.iterdir()) and not (path / MANIFEST).is_file())):
        raise UsageError(f"{path} isn't an index and won't be overwritten; name a new folder")
    with _replacing(path) as new:
        files: dict[str, dict[str, int]] = {}
        for name, array in arrays.items():
            with (new / f"{name}.npy").open("wb") as out:
                np.save(out, array, allow_pickle=False)
                _flush(out)
            files[f"{name}.npy"] = _seal(new / f"{name}.npy")
        for name, lines in texts.items():
            with (new / f"{name}.txt").open("wb") as out:
                out.write(lines.data)
                _flush(out)
            with (new / f"{name}.marks.npy").open("wb") as out:
                np.save(out, lines.marks, allow_pickle=False)
                _flush(out)
            for ending in ("txt", "marks.npy"):
                files[f"{name}.{ending}"] = _seal(new / f"{name}.{ending}")
        lengths = {name: len(lines) for name, lines in texts.items()}
        head = {"format": FORMAT, "version": VERSION, "reading": reading_print(), "about": about, "lines": lengths}
        body = json.dumps({**head, "files": files}, sort_keys=True)
        with (new / MANIFEST).open("w", encoding="utf-8") as text:
            text.write(json.dumps({"check": crc32(body.encode()), "body": body}, indent=1) + "\n")
            _flush(text)


def read(path: Path, verify: bool = True) -> tuple[dict[str, NDArray[Any]], dict[str, Lines], dict[str, Any]]:
    """The arrays and lines of an index folder, mapped, and what `about` said.

    Raises DataError if the folder isn't an index, is damaged, or was built by another version.
    """
    manifest = _manifest(path)
    arrays: dict[str, NDArray[Any]] = {}
    data: dict[str, bytes | mmap.mmap] = {}
    for name, seal in manifest["files"].items():
        file = path / name
        try:
            if not _seal(file, verify).items() <= seal.items():
                raise DataError(f"{file} isn't what was written there (cut short or changed); {REMEDY}")
            if name.endswith(".npy"):
                arrays[name[:-4]] = np.load(file, mmap_mode="r", allow_pickle=False).view(np.ndarray)
            else:
                data[name[:-4]] = _mapped(file)
        except (OSError, ValueError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError(f"{file} is missing or can't be read ({error}); {REMEDY}") from error
    counts = manifest["lines"]
    lines = {name: Lines(held, arrays.pop(f"{name}.marks"), counts[name]) for name, held in data.items()}
    return arrays, lines, manifest["about"]


def _manifest(path: Path) -> dict[str, Any]:
    try:
        outer = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        body, check = outer["body"], outer["check"]
    except FileNotFoundError as error:
        there = "isn't an index of names" if path.exists() else "isn't there"
        raise DataError(f"{path} {there}; {REMEDY}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path / MANIFEST} can't be read as the manifest of an index; {REMEDY}") from error
    if not isinstance(body, str) or crc32(body.encode()) != check:
        raise DataError(f"{path / MANIFEST} was changed after it was written; {REMEDY}")
    found: dict[str, Any] = json.loads(body)
    if found["format"] != FORMAT or found["version"] != VERSION:
        raise DataError(f"{path} was written by another version of translit; {REMEDY}")
    if found["reading"] != reading_print():
        raise DataError(f"{path} was built with other tables of how letters are read; {REMEDY}")
    return found


def _seal(file: Path, whole: bool = True) -> dict[str, int]:
    """Size, check sum of both ends and, if asked for, of everything."""
    size = file.stat().st_size
    with file.open("rb") as data:
        edges = crc32(data.read(EDGE))
        data.seek(max(0, size - EDGE))
        seal = {"size": size, "edges": crc32(data.read(EDGE), edges)}
        if whole:
            data.seek(0)
            check = 0
            while chunk := data.read(1 << 20):
                check = crc32(chunk, check)
            seal["whole"] = check
    return seal


def _mapped(file: Path) -> bytes | mmap.mmap:
    if not file.stat().st_size:
        return b""
    with file.open("rb") as data:
        return mmap.mmap(data.fileno(), 0, access=mmap.ACCESS_READ)


def _flush(out: Any) -> None:
    out.flush()
    os.fsync(out.fileno())


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A new folder that takes the place of `path` at the end, or vanishes after an error."""
    new, old = (path.with_name(f".{path.name}.{end}-{os.getpid()}") for end in ("new", "old"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        yield new
        if path.exists():
            path.rename(old)
        new.rename(path)
    except OSError as error:
        if old.exists() and not path.exists():
            old.rename(path)
        raise DataError(f"the index can't be written to {path} ({error}); make room or name another folder") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
