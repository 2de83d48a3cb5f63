"""Whether the arrays of an index belong together: every number leads to something that is there.

Checksums keep damage out; this keeps out a manifest that vouches for arrays which no build has made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """The files that don't fit the others."""
    return [
        *(name for name, lines in texts.items() if not _is_text(lines)),
        *_of_another_length(arrays, texts),
        *_beyond_their_end(arrays, texts),
        *_without_ranges(arrays, texts),
        *_of_other_sums(arrays),
    ]


def _of_another_length(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, Lines]) -> Iterator[str]:
    """Arrays and texts that should have an item for each entity, word, pivot or key."""
    entities, words, pivots = (len(texts[name]) for name in ("ids", "words", "pivots"))
    lengths = {"kinds": entities, "name_counts": entities, "initials": words, "pivot_letters": pivots}
    lengths |= {"weights": entities, "delete_keys": len(arrays["delete_sums"])}
    yield from (name for name, length in lengths.items() if name in arrays and len(arrays[name]) != length)
    yield from (name for name in ("roles", "attributes") if name in texts and len(texts[name]) != entities)


def _beyond_their_end(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, Lines]) -> Iterator[str]:
    """Arrays of numbers of words, names and the like that there aren't."""
    words, names = len(texts["words"]), len(arrays["word_counts"])
    numbered = [
        ("kinds", arrays["kinds"], len(KINDS)),
        ("name_words", Packed(arrays, "name_words")[:], words),
        ("postings", Packed(arrays, "postings")[:], names),
        ("pivot_words", arrays["pivot_words"], words),
        ("delete_keys", arrays["delete_keys"], len(texts["keys"])),
    ]
    if "acronyms" in texts:
        numbered.append(("acronym_names", arrays["acronym_names"], names))
    for name, numbers, end in numbered:
        if numbers.dtype.kind != "u" or (len(numbers) and int(numbers.max()) >= end):
            yield name


def _without_ranges(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, Lines]) -> Iterator[str]:
    """Arrays that should be the starts of ranges in others."""
    words, keys, pivots = (len(texts[name]) for name in ("words", "keys", "pivots"))
    ranges = [
        ("postings_at", words, len(Packed(arrays, "postings")[:])),
        ("pivot_firsts", pivots, len(arrays["pivot_words"])),
        ("key_starts", keys, pivots),
    ]
    if "acronyms" in texts:
        ranges.append(("acronym_firsts", len(texts["acronyms"]), len(arrays["acronym_names"])))
    yield from (name for name, count, end in ranges if not _are_ranges(arrays[name], count, end))


def _of_other_sums(arrays: Mapping[str, NDArray[Any]]) -> Iterator[str]:
    """Counts that don't add up to what is counted."""
    if int(arrays["name_counts"].sum()) != len(arrays["word_counts"]):
        yield "name_counts"
    if int(arrays["word_counts"].sum()) != len(Packed(arrays, "name_words")[:]):
        yield "word_counts"


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
