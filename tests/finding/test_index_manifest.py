"""What a manifest vouches for, and what is said of one that doesn't hold."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from tests.finding.saved_index import ENTITIES, opens
from translit.errors import DataError
from translit.finding.index import manifest, storage
from translit.finding.index.text_column import Lines
from translit.finding.resolve import Resolver
from translit.matching.phonetics.fold import fold


def test_seals_are_checksums_of_ends_and_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000  # more than is read at once
    (tmp_path / "file").write_bytes(data)
    descriptor = os.open(tmp_path / "file", os.O_RDONLY)
    assert manifest.seal_of(descriptor) == {
        **{"size": len(data), "whole": crc32(data)},
        "edges": crc32(data[-manifest.EDGE :], crc32(data[: manifest.EDGE])),
    }
    os.close(descriptor)
    seal = storage._written(tmp_path / "other", data[:9], data[9:])
    assert (seal["whole"], (tmp_path / "other").read_bytes()) == (crc32(data), data)
    with pytest.raises(FileExistsError):
        storage._written(tmp_path / "other", b"")


def changed(folder: Path, how: Callable[[Any], Any]) -> None:
    """Change a manifest so that its checksum is right."""
    file = folder / "manifest.json"
    body = json.loads(json.loads(file.read_text(encoding="utf-8"))["body"])
    how(body)
    text = json.dumps(body)
    file.write_text(json.dumps({"body": text, "check": crc32(text.encode())}), encoding="utf-8")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda body: body.update(version=manifest.VERSION + 1), "was written by a newer version of translit; build"),
        (lambda body: body.update(version=4), "was written by an older version of translit and would find less; build"),
        (lambda body: body.update(version=True), "isn't the manifest of an index of names"),
        (lambda body: body.update(format="other"), "isn't the manifest of an index of names"),
        (lambda body: body.update(reading=1), "was built with other tables of how letters are read"),
        (lambda body: body.pop("about"), "isn't the manifest"),
        (lambda body: body["lines"].update(words=1.0), "isn't the manifest"),
        (lambda body: body["files"]["words.txt"].update(size=True), "isn't the manifest"),
        (lambda body: body["files"]["words.txt"].update(more=1), "isn't the manifest"),
        (lambda body: body["other_scripts"].pop("check"), "isn't the manifest"),
        (lambda body: body["other_scripts"].update(check=1), "where other scripts are read otherwise"),
        (lambda body: body["other_scripts"].update(check=1, icu=None), "where other scripts|without the extra icu"),
    ],
)
def test_what_is_said_of_manifests(saved: Path, how: Callable[[Any], Any], said: str) -> None:
    changed(saved, how)
    with pytest.raises(DataError, match=said):
        Resolver.open(saved)


def test_manifests_that_still_hold(saved: Path) -> None:
    changed(saved, lambda body: body.pop("other_scripts"))
    opens(saved, ENTITIES)
    outer = json.loads((saved / "manifest.json").read_text(encoding="utf-8"))
    for change in ({"check": outer["check"] + 1}, {"body": outer["body"] + " "}):
        (saved / "manifest.json").write_text(json.dumps({**outer, **change}), encoding="utf-8")
        with pytest.raises(DataError, match="was changed after it was written"):
            Resolver.open(saved)


def test_words_by_which_a_reading_is_known() -> None:
    many = [f"ა{chr(0x10D0 + number)}" for number in range(12)]
    words = Lines.of(["Jan", "Ян", "Xա y", *many, "ա" * 300])
    found = manifest._witnesses(words)
    assert found == ["Xա y", "ա" * 200, *many[: manifest.WITNESSES]]
    assert manifest._witnesses(Lines.of(["Jan", "Ян"])) == []


def test_the_reading_is_that_of_all_letters_up_to_armenian(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = manifest.reading_print.__wrapped__
    before = whole()
    met: list[str] = []
    read = fold.uncached

    def uncached(letters: Sequence[str]) -> Sequence[str]:
        met.extend(letters)
        return read(letters)

    monkeypatch.setattr(fold, "uncached", uncached, raising=False)
    assert whole() == before
    assert (met[0], met[-1]) == (" ", "\u052f")
