"""The manifest of an index: the mark of the format, how names were read, and size and checksum of every file.

What a manifest says is checked before anything is done by it: a file it names lies in the folder of the index, and
no more is read than the files have.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from translit.data import folder
from translit.errors import DataError
from translit.finding.index.query import folded_words
from translit.finding.index.text_column import Lines
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.romanized import has_icu
from translit.patterns import pattern, plain_pattern

FORMAT = "translit-index"
VERSION = 5  # to be raised with whatever is in an index; 5: codes of what words mean, and other readings of words
MANIFEST = "manifest.json"
EDGE, CHUNK = 4096, 1 << 20  # bytes at both ends of a file that are checked whenever it is opened; read at once
LONGEST = 1 << 22  # bytes of a manifest
REMEDY = "build the index again with translit index ENTITIES -o FOLDER, or Resolver(entities).save(folder)"
WITNESSES, FIRST = 8, 4096  # words of each other script kept in the manifest, of the first that are in the index
_FILE = plain_pattern("[a-z][a-z0-9_]*([.]marks[.]npy|[.]npy|[.]txt)")
_OTHER_SCRIPT = pattern(r"[^\p{Latin}\p{Cyrillic}\P{L}]")
_SEAL = {"size", "edges", "whole"}


@cache
def reading_print() -> int:
    """A check sum of how words are folded and read: an index holds only for the reading it was built with."""
    letters = "|".join(fold.uncached([chr(code) for code in range(0x20, 0x530)]))
    return crc32((folder("tables") / "match" / "reading.toml").read_bytes(), crc32(letters.encode()))


def seal_of(descriptor: int, whole: bool = True) -> dict[str, int]:
    """Size, checksum of both ends of an open file and, if asked for, of everything."""
    size = os.fstat(descriptor).st_size
    edges = crc32(_read_at(descriptor, EDGE, 0))
    seal = {"size": size, "edges": crc32(_read_at(descriptor, EDGE, max(0, size - EDGE)), edges)}
    if whole:
        at, check = 0, 0
        while chunk := _read_at(descriptor, CHUNK, at):
            check, at = crc32(chunk, check), at + len(chunk)
        seal["whole"] = check
    return seal


def _read_at(descriptor: int, size: int, at: int) -> bytes:
    os.lseek(descriptor, at, os.SEEK_SET)
    return os.read(descriptor, size)


def sealed(about: Mapping[str, Any], texts: Mapping[str, Lines], files: Mapping[str, Mapping[str, int]]) -> str:
    """The text of a manifest."""
    words = _witnesses(texts["words"]) if "words" in texts else []
    body = json.dumps(
        {
            **{"format": FORMAT, "version": VERSION, "reading": reading_print(), "about": about, "files": files},
            **{"lines": {name: len(lines) for name, lines in texts.items()}},
            **{"other_scripts": {"words": words, "check": _read_as(words), "icu": has_icu()}},
        },
        sort_keys=True,
    )
    return json.dumps({"check": crc32(body.encode()), "body": body}, indent=1) + "\n"


def unsealed(text: bytes, path: Path) -> dict[str, Any]:
    """What a manifest says, of whichever version.

    Raises DataError if it is none of ours, was changed, or names a file that can't be of an index.
    """
    file = path / MANIFEST
    try:
        outer = json.loads(text)
        body, check = outer["body"], outer["check"]
        if not isinstance(body, str):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DataError(f"{file} can't be read as the manifest of an index; {REMEDY}") from error
    if crc32(body.encode(errors="surrogatepass")) != check:
        raise DataError(f"{file} was changed after it was written; {REMEDY}")
    try:
        found = json.loads(body)
        if found["format"] != FORMAT or type(found["version"]) is not int or not _well_formed(found):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DataError(f"{file} isn't the manifest of an index of names; {REMEDY}") from error
    return dict(found)


def _well_formed(found: dict[str, Any]) -> bool:
    files, lines = found["files"], found["lines"]
    return (
        isinstance(found["about"], dict)
        and all(type(count) is int and count >= 0 for count in lines.values())
        and all(_FILE.fullmatch(name) for name in files)
        and all(set(seal) == _SEAL and all(type(each) is int for each in seal.values()) for seal in files.values())
    )


def require_readable(found: Mapping[str, Any], path: Path) -> None:
    """Refuse an index of another version, or one whose words are read otherwise here than where it was built.

    Raises DataError.
    """
    if found["version"] != VERSION:
        older = found["version"] < VERSION
        who = f"{'an older' if older else 'a newer'} version of translit{' and would find less' if older else ''}"
        raise DataError(f"{path} was written by {who}; {REMEDY}")
    if found["reading"] != reading_print():
        raise DataError(f"{path} was built with other tables of how letters are read; {REMEDY}")
    others = found.get("other_scripts", {"words": [], "check": _read_as([])})
    try:
        same = _read_as([str(word) for word in others["words"]][:FIRST]) == others["check"]
        built_with = others.get("icu")
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path / MANIFEST} isn't the manifest of an index of names; {REMEDY}") from error
    if not same and built_with != has_icu():
        lacking = "install translit-names[icu]" if built_with else "open it where that isn't installed"
        how = "with" if built_with else "without"
        raise DataError(f"{path} was built {how} the extra icu and has names that it reads; {lacking}, or {REMEDY}")
    if not same:
        raise DataError(f"{path} was built where other scripts are read otherwise; {REMEDY}")


def _witnesses(words: Lines) -> list[str]:
    """Some words in each script that is neither Latin nor Cyrillic, by which their reading is known again."""
    text = bytes(words.data).decode()
    kept: dict[str, list[str]] = {}
    at, met = 0, 0
    while met < FIRST and (letter := _OTHER_SCRIPT.search(text, at)):
        start, end = text.rfind("\n", 0, letter.start()) + 1, text.find("\n", letter.end())
        script = unicodedata.name(letter[0], "").partition(" ")[0]
        if len(kept.setdefault(script, [])) < WITNESSES:
            kept[script].append(text[start:end][:200])
        at, met = end, met + 1
    return [word for script in sorted(kept) for word in kept[script]]


def _read_as(words: list[str]) -> int:
    return crc32("\n".join("|".join(folded_words(word)) for word in words).encode(errors="surrogatepass"))
