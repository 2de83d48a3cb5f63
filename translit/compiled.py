"""What is made of the tables once and read quickly ever after: TOML files, and what is computed from them.

The tables under `tables/` stay the truth. Parsing them and reading every listed name by its sounds takes longer than
most commands, so the result is kept as JSON in the user's cache, under a name that contains a digest of the tables
and of the code it was made by: another table or another version never meets it. A file appears whole or not at all,
so that two processes may start at once; where nothing can be written, the value is made anew each time.

`TRANSLIT_CACHE` names another folder, or, as `off`, no folder.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from translit.data import folder

_LONG_AGO = 30 * 24 * 3600.0  # seconds; versions used side by side keep their own files meanwhile
# what compiled values depend on besides the tables: the code that reads and folds words, inflects, and builds an index
_CODE = ("writing", "text_table.py", "matching", "finding/index", "finding/entities", "text/inflection")
_READ_BY = ("match/reading.toml", "match/scripts.toml", "match/scripts")


@cache
def read_toml(*parts: str) -> dict[str, Any]:
    """What a file of `tables` holds; parsed once, then read from the cache. Not to be changed by the caller.

    >>> read_toml("names", "particles.toml")["table"]["id"]
    'names-particles'
    """
    return toml_of(folder("tables").joinpath(*parts))


def toml_of(path: Path) -> dict[str, Any]:
    """What a TOML file holds, parsed or from the cache."""

    def parse() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(path.read_text(encoding="utf-8"))

    value: dict[str, Any] = compiled(f"{path.parent.name}-{path.stem}", [path], parse, code=False)
    return value


def compiled(name: str, tables: Sequence[Path], make: Callable[[], Any], code: bool = True) -> Any:
    """The value that `make` gives, from the cache if it was made of the same tables (and the same code) before.

    It must be made of dicts with text keys, lists, text, numbers and None, and depend on nothing else.
    """
    home = _home()
    if home is None:
        return make()
    digest = blake2b(_code_digest() if code else b"", digest_size=16)
    for path in tables:
        digest.update(path.read_bytes())
    file = home / f"{name}-{digest.hexdigest()}.json"
    with suppress(OSError, ValueError):  # not there yet, or damaged
        return json.loads(file.read_bytes())
    value = make()
    _keep(file, json.dumps(value, ensure_ascii=False, separators=(",", ":")), f"{name}-")
    return value


def _keep(file: Path, text: str, prefix: str) -> None:
    """Put the file into the cache in one step, and remove what older versions left there under its name long ago."""
    from translit.safe_files import replace_text

    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_text(file, [text])
        for old in file.parent.glob(f"{prefix}{'[0-9a-f]' * 32}.json"):
            if time.time() - old.stat().st_mtime > _LONG_AGO:
                old.unlink(missing_ok=True)


def _home() -> Path | None:
    """The folder of the cache, where the platform keeps such things; None if there is to be none."""
    told = os.environ.get("TRANSLIT_CACHE")
    if told == "off":
        return None
    if told:
        return Path(told)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "translit" if base and os.path.isabs(base) else None


@cache
def _code_digest() -> bytes:
    """A digest of what compiled values are made by, so that a change of it makes every one anew: the code, and the
    tables that letters are read by."""
    package, tables = Path(__file__).parent, folder("tables")
    digest = blake2b(digest_size=16)
    for found in (*(package / part for part in _CODE), *(tables / part for part in _READ_BY)):
        for file in sorted(found.rglob("*.*")) if found.is_dir() else [found]:
            if file.suffix in (".py", ".toml"):
                digest.update(file.read_bytes())
    return digest.digest()
