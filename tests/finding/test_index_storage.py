"""What is written of an index, what it takes the place of, and which arrays and lines belong together."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.finding.saved_index import ENTITIES, opens
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.index import loading, storage
from translit.finding.index.build import Parts
from translit.finding.resolve import Resolver

OTHERS = [Entity("d", "person", ["Янка Купала"])]


def test_what_may_be_replaced(saved: Path, tmp_path: Path) -> None:
    assert storage._replaceable(tmp_path / "nothing") is None
    (tmp_path / "empty").mkdir()
    assert storage._replaceable(tmp_path / "empty") == []
    own = storage._replaceable(saved)
    assert own is not None and sorted(own) == sorted(os.listdir(saved))
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "loose").symlink_to("nowhere")
    with pytest.raises(UsageError, match="isn't a folder and won't be overwritten; name a new folder"):
        Resolver(OTHERS).save(tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("able", [True, False])
def test_new_empty_and_old_folders(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: bool) -> None:
    if not able:
        monkeypatch.setattr(storage, "exchange", lambda *_: False)
    (tmp_path / "empty").mkdir(mode=0o750)
    for folder in (saved, tmp_path / "empty", tmp_path / "new" / "inside"):
        Resolver(OTHERS).save(folder)
        opens(folder, OTHERS)
    assert {path.name for path in tmp_path.iterdir()} == {"index", "empty", "new"}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["inside"]
    assert (tmp_path / "empty").stat().st_mode & 0o777 == 0o750


def test_where_the_second_step_fails_the_old_index_is_back(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(new: Path, path: Path) -> bool:
        shutil.rmtree(new)
        return False

    monkeypatch.setattr(storage, "exchange", fails)
    with pytest.raises(DataError, match=r"can't be written to .* \(No such file or directory\); make room"):
        Resolver(OTHERS).save(saved)
    opens(saved, ENTITIES)
    assert [path.name for path in saved.parent.iterdir()] == ["index"]


def test_what_cant_be_written(saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match=r"\(Not a directory\); make room or name another folder"):
        Resolver(OTHERS).save(tmp_path / "file" / "a" / "index")

    def fill(*_: object) -> None:
        raise OSError("odd")

    monkeypatch.setattr(storage, "_fill", fill)
    with pytest.raises(DataError, match=r"\(odd\)"):
        Resolver(OTHERS).save(saved)
    opens(saved, ENTITIES)
    assert {path.name for path in tmp_path.iterdir()} == {"index", "file"}


def test_an_index_of_nothing(tmp_path: Path) -> None:
    Resolver([]).save(tmp_path / "index")
    found = Resolver.open(tmp_path / "index")
    assert (len(found), list(found.resolve("Янка Купала"))) == (0, [])


def test_equal_entities_give_equal_files(built: Path, tmp_path: Path) -> None:
    Resolver(ENTITIES).save(tmp_path / "again")
    for file in built.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes(), file.name
    outer = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    assert list(json.loads(outer["body"])) == sorted(json.loads(outer["body"]))


def test_folders_that_cant_be_opened(saved: Path, tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "nothing", "there is no index"),
        (saved / "manifest.json", "isn't an index of names"),
        (tmp_path, "isn't an index of names"),
    ):
        with pytest.raises((DataError, UsageError), match=said):
            loading.read(path)
    (saved / "kinds.npy").unlink()
    with pytest.raises(DataError, match=r"kinds\.npy is missing or can't be read \(No such file or directory\)"):
        loading.read(saved)


def test_a_folder_that_is_replaced_while_it_is_read(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Resolver(OTHERS).save(saved.with_name("other"))
    read = loading._read
    turns: list[int] = []

    def replaced(folder: Any, verify: bool) -> Parts:
        turns.append(1)
        if len(turns) == 1:
            saved.rename(saved.with_name("old"))
            saved.with_name("other").rename(saved)
            raise DataError("a file is gone")
        return read(folder, verify)

    monkeypatch.setattr(loading, "_read", replaced)
    assert len(loading.read(saved).texts["ids"]) == len(OTHERS)

    def always(folder: Any, verify: bool) -> Parts:
        raise DataError("a file is gone")

    monkeypatch.setattr(loading, "_read", always)
    with pytest.raises(DataError, match="a file is gone"):
        loading.read(saved)
    monkeypatch.setattr(loading._Folder, "is_replaced", lambda _: True)
    with pytest.raises(DataError, match="is replaced again and again while it is opened"):
        loading.read(saved)


@pytest.mark.parametrize("verify", [True, False])
@pytest.mark.parametrize("memory", [0, 1 << 30])
def test_a_changed_byte_is_seen(saved: Path, monkeypatch: pytest.MonkeyPatch, verify: bool, memory: int) -> None:
    monkeypatch.setattr(loading, "IN_MEMORY", memory)
    opens(saved, ENTITIES)
    with (saved / "words.txt").open("r+b") as file:
        file.write(b"?")
    with pytest.raises(DataError, match=r"words\.txt isn't what was written there"):
        loading.read(saved, verify)
