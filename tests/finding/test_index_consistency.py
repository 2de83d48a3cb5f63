"""Which arrays and lines of an index belong together, and which arrays are read at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.finding.saved_index import ENTITIES
from translit.errors import DataError
from translit.finding.index import consistency, loading, storage
from translit.finding.index.build import Parts
from translit.finding.index.text_column import Lines
from translit.finding.resolve import Resolver
from translit.kinds import KINDS

Change = Callable[[Any], Any]


FIRST_HIGH: Change = lambda array: np.concatenate([[np.iinfo(array.dtype).max], array[1:]]).astype(array.dtype)  # noqa: E731


LONGER: Change = lambda array: np.concatenate([array, array[-1:]])  # noqa: E731


SHORTER: Change = lambda array: array[:-1]  # noqa: E731


SIGNED: Change = lambda array: array.astype(np.int64)  # noqa: E731


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("kinds", FIRST_HIGH, "kinds"),
        ("kinds", LONGER, "kinds"),
        ("kinds", SIGNED, "kinds"),
        ("kinds", lambda array: np.full_like(array, len(KINDS)), "kinds"),
        ("weights", SHORTER, "weights"),
        ("initials", LONGER, "initials"),
        ("pivot_letters", SHORTER, "pivot_letters"),
        ("pivot_words", SIGNED, "pivot_words"),
        ("pivot_words", lambda array: np.full_like(array, 8), "pivot_words"),
        ("delete_keys", lambda array: array + len(array), "delete_keys"),
        ("delete_keys", SHORTER, "delete_keys"),
        ("delete_sums", LONGER, "delete_keys"),
        ("name_words_low", lambda array: np.full_like(array, 9), "name_words"),
        ("postings_low", lambda array: np.full_like(array, 4), "postings"),
        ("postings_at", SIGNED, "postings_at"),
        ("postings_at", SHORTER, "postings_at"),
        ("postings_at", lambda array: array[::-1].copy(), "postings_at"),
        ("pivot_firsts", FIRST_HIGH, "pivot_firsts"),
        ("key_starts", LONGER, "key_starts"),
        ("key_starts", lambda array: np.concatenate([array[:1], array[2:3], array[1:2], array[3:]]), "key_starts"),
        ("key_starts", lambda array: np.concatenate([array[:-1], array[-1:] + 1]), "key_starts"),
        ("acronym_names", lambda array: np.full_like(array, 4), "acronym_names"),
        ("acronym_firsts", SHORTER, "acronym_firsts"),
        ("name_counts", lambda array: array + 1, "name_counts"),
        ("word_counts", lambda array: array + 1, "word_counts"),
        ("ids", lambda lines: Lines.of(["a", "b"]), "kinds"),
        ("roles", lambda lines: Lines.of(["president", ""]), "roles"),
        ("attributes", lambda lines: Lines.of(["{}"]), "attributes"),
        ("words", lambda lines: Lines(lines.data, lines.marks, len(lines) + 1), "words"),
        ("words", lambda lines: Lines(lines.data, lines.marks + 1, len(lines)), "words"),
    ],
)
def test_arrays_that_dont_belong_together(built: Path, name: str, change: Change, fault: str) -> None:
    parts = loading.read(built)
    consistency.require_consistent(parts, built)
    there: Any = parts.arrays if name in parts.arrays else parts.texts
    changed = {**there, name: change(there[name])}
    arrays, texts = (changed, parts.texts) if name in parts.arrays else (parts.arrays, changed)
    assert fault in consistency._faults(arrays, texts)
    with pytest.raises(DataError, match="don't belong together"):
        consistency.require_consistent(Parts(arrays, texts, parts.about, ()), built)


@pytest.mark.parametrize(
    ("starts", "count", "end", "good"),
    [([0, 2, 2, 5], 3, 5, True), ([0], 0, 0, True), ([1, 2], 1, 2, False), ([0, 2], 1, 3, False), ([0, 2], 2, 2, False),
     ([0, 3, 2], 2, 2, False)],
)  # fmt: skip
def test_starts_of_ranges(starts: list[int], count: int, end: int, good: bool) -> None:
    assert consistency._are_ranges(np.array(starts, dtype=np.uint32), count, end) == good
    assert not consistency._are_ranges(np.array(starts, dtype=np.int32), count, end)


def npy(array: NDArray[Any], version: tuple[int, int] = (1, 0)) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version)
    return file.getvalue()


@pytest.mark.parametrize("kind", [np.uint8, np.int64, np.float64])
def test_arrays_are_read_back(kind: type[Any]) -> None:
    for array in (np.arange(9, dtype=kind), np.empty(0, dtype=kind), np.arange(9, dtype=kind)[::2]):
        head, data = storage._array_bytes(array)
        held = head + bytes(data)
        assert np.array_equal(np.load(io.BytesIO(held)), array)
        found = loading._array(held)
        assert (found.dtype, found.tolist()) == (array.dtype, array.tolist())
        for wrong in (held + b"x", held[:-1]):
            with pytest.raises(ValueError, match=r"not as long|EOF|read"):
                loading._array(wrong)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (npy(np.array([True])), "not a list of numbers"),
        (npy(np.zeros((2, 2))), "not a list of numbers"),
        (npy(np.array(5)), "not a list of numbers"),
        (npy(np.arange(3), (2, 0)), "another form of array"),
        (b"no array at all", "magic"),
    ],
)
def test_arrays_of_another_form(held: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        loading._array(held)


def test_offsets_every_32_lines() -> None:
    for count in (0, 1, 31, 32, 33, 64):
        lines = Lines.of(["x"] * count)
        assert len(loading._lines(lines.data, lines.marks, count)) == count
        for wrong in (count + 32, max(0, count - 33)):
            if -(-wrong // 32) != -(-count // 32):
                with pytest.raises(ValueError, match="offsets"):
                    loading._lines(lines.data, lines.marks, wrong)


def test_an_index_of_one_organization(tmp_path: Path) -> None:
    Resolver([ENTITIES[1]]).save(tmp_path / "index")
    parts = loading.read(tmp_path / "index")
    assert not consistency._faults(parts.arrays, parts.texts)
    for name, fault in (("acronym_names", "acronym_names"), ("kinds", "kinds"), ("postings_low", "postings")):
        beyond = len(KINDS) if name == "kinds" else 1
        arrays = {**parts.arrays, name: np.full_like(parts.arrays[name], beyond)}
        assert fault in consistency._faults(arrays, parts.texts), name
