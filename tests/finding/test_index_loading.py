"""What loading an index checks by itself: offsets of lines, and folders of which the system has no descriptors."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from translit.errors import DataError
from translit.finding.entities.entity import Entity
from translit.finding.index import loading, manifest
from translit.finding.index.text_column import STEP
from translit.finding.resolve import Resolver

PEOPLE = [Entity("a", "person", ["Аляксандр Лукашэнка"]), Entity("b", "person", ["Святлана Ціханоўская"])]


@pytest.mark.parametrize("marks", [[0], [1, 4], [0, 3], [0, 5], [0, 4, 4], [0, -1]])
def test_offsets_of_other_lines_are_refused(marks: list[int]) -> None:
    assert loading._lines(b"a\nb\n", np.array([0, 4]), 2)[1] == "b"
    with pytest.raises(ValueError, match="offsets"):
        loading._lines(b"a\nb\n", np.array(marks), 2)


def test_offsets_that_go_back_are_refused() -> None:
    data, count = b"a\n" * 3 * STEP, 3 * STEP
    loading._lines(data, np.array([0, 2 * STEP, 4 * STEP, 6 * STEP]), count)
    with pytest.raises(ValueError, match="offsets"):
        loading._lines(data, np.array([0, 4 * STEP, 2 * STEP, 6 * STEP]), count)


@pytest.mark.skipif(sys.platform == "win32", reason="has no descriptors of folders")
def test_a_folder_is_closed_again(tmp_path: Path) -> None:
    Resolver(PEOPLE).save(tmp_path / "index")
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    for _ in range(3):
        loading.read(tmp_path / "index")
    assert not before or len(os.listdir("/proc/self/fd")) == before


def test_where_folders_have_no_descriptors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Resolver(PEOPLE).save(tmp_path / "index")
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert Resolver.open(tmp_path / "index").resolve("Ціханоўская Святлана")[0].entity.id == "b"
    (tmp_path / "index" / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError):
        Resolver.open(tmp_path / "index")


def test_one_file_is_damaged_in_the_middle(tmp_path: Path) -> None:
    Resolver(PEOPLE).save(tmp_path / "index")
    largest = max((tmp_path / "index").glob("*.npy"), key=lambda path: path.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 1
    largest.write_bytes(data)
    with pytest.raises(DataError, match=largest.name):
        Resolver.open(tmp_path / "index")


def test_seals_have_the_checksum_of_everything(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a" * 10_000)
    descriptor = os.open(tmp_path / "file", os.O_RDONLY)
    assert set(manifest.seal_of(descriptor)) == {"size", "edges", "whole"}
    assert set(manifest.seal_of(descriptor, whole=False)) == {"size", "edges"}
    os.close(descriptor)
