"""Whether the arrays of an index belong together: every number leads to something that is there.

Checksums keep damage out; this keeps out a manifest that vouches for arrays which no build has made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translit.errors import DataError
from translit.finding.index.build import Parts
from translit.finding.index.manifest import REMEDY
from translit.finding.index.text_column import Lines
from translit.finding.index.uint24 import Packed
from translit.kinds import KINDS


def require_consistent(parts: Parts, path: Path) -> None:
    """Refuse an index whose arrays and lines don't belong together.

    Raises DataError.
    """
    try:
        faults = _faults(parts.arrays, parts.texts)
    except (KeyError, IndexError, ValueError, TypeError, OverflowError, UnicodeDecodeError) as error:
        faults = [str(error)]
    if faults:
        raise DataError(f"the files of {path} don't belong together ({faults[0]}); {REMEDY}")


def _faults(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, Lines]) -> list[str]:
    entities, words, keys, pivots = (len(texts[name]) for name in ("ids", "words", "keys", "pivots"))
    names = len(arrays["word_counts"])
    postings = Packed(arrays, "postings")[:]
    name_words = Packed(arrays, "name_words")[:]
    faults = [name for name, lines in texts.items() if not _is_text(lines)]
    faults += [
        name
        for name, length in {
            **{"kinds": entities, "name_counts": entities, "initials": words, "pivot_letters": pivots},
            **{"weights": entities},
        }.items()
        if name in arrays and len(arrays[name]) != length
    ]
    faults += [name for name in ("roles", "attributes") if name in texts and len(texts[name]) != entities]
    faults += [
        name
        for name, numbers, end in (
            ("kinds", arrays["kinds"], len(KINDS)),
            ("name_words", name_words, words),
            ("postings", postings, names),
            ("pivot_words", arrays["pivot_words"], words),
            ("delete_keys", arrays["delete_keys"], keys),
        )
        if numbers.dtype.kind != "u" or int(numbers.max(initial=0)) >= max(end, 1) or (len(numbers) and not end)
    ]
    faults += [
        name
        for name, starts, count, end in (
            ("postings_at", arrays["postings_at"], words, len(postings)),
            ("pivot_firsts", arrays["pivot_firsts"], pivots, len(arrays["pivot_words"])),
            ("key_starts", arrays["key_starts"], keys, pivots),
        )
        if not _are_ranges(starts, count, end)
    ]
    if len(arrays["delete_sums"]) != len(arrays["delete_keys"]):
        faults.append("delete_keys")
    if "acronyms" in texts:
        acronyms = arrays["acronym_names"]
        if not _are_ranges(arrays["acronym_firsts"], len(texts["acronyms"]), len(acronyms)):
            faults.append("acronym_firsts")
        if int(acronyms.max(initial=0)) >= max(names, 1):
            faults.append("acronym_names")
    if int(arrays["name_counts"].sum()) != names:
        faults.append("name_counts")
    if int(arrays["word_counts"].sum()) != len(name_words):
        faults.append("word_counts")
    return faults


def _is_text(lines: Lines) -> bool:
    """Whether the bytes are as many lines of UTF-8 as they should be, with the offset of every 32nd."""
    data = bytes(lines.data)
    data.decode()
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == ord("\n")) + 1
    return len(ends) == len(lines) and bool(np.array_equal(Lines.marks_of(ends), lines.marks))


def _are_ranges(starts: NDArray[Any], count: int, end: int) -> bool:
    """Whether the numbers are the starts of so many ranges that follow each other up to the end."""
    if len(starts) != count + 1 or starts.dtype.kind != "u":
        return False
    return int(starts[0]) == 0 and int(starts[-1]) == end and bool((starts[1:] >= starts[:-1]).all())
