"""What is kept of the tables: the same value with and without a cache, whole files only, and no trouble without one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from translit.compiled import compiled, read_toml

NAMES = "from translit import compare; print(compare('Саша Ціханоўская', 'Svetlana Tikhanovskaya').probability)"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSLIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def table(folder: Path, text: str = "a = 1") -> Path:
    path = folder / "table.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_value_is_made_once_for_the_same_tables(home: Path, tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"й": 1}

    path = table(tmp_path)
    assert [compiled("x", [path], make) for _ in range(3)] == [{"й": 1}] * 3
    assert len(made) == 1
    table(tmp_path, "a = 2")
    assert compiled("x", [path], make) == {"й": 1}
    assert len(made) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b'{"a": [1, 2', b"\xff\xfe"])
def test_a_damaged_file_is_made_anew(home: Path, tmp_path: Path, damage: bytes) -> None:
    path = table(tmp_path)
    compiled("x", [path], lambda: [1, 2])
    (file,) = home.iterdir()
    file.write_bytes(damage)
    assert compiled("x", [path], lambda: [1, 2]) == [1, 2]
    assert json.loads(file.read_bytes()) == [1, 2]


def test_only_whole_files_are_left(home: Path, tmp_path: Path) -> None:
    compiled("x", [table(tmp_path)], lambda: list(range(1000)))
    assert [path.name.startswith("x-") and path.suffix == ".json" for path in home.iterdir()] == [True]


@pytest.mark.parametrize("where", ["off", "/dev/null/no", "/proc/no"])
def test_without_a_cache_the_value_is_the_same(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLIT_CACHE", where)
    assert compiled("x", [table(tmp_path)], lambda: "й") == "й"


def test_two_processes_at_once_and_one_afterwards_agree(home: Path) -> None:
    call = [sys.executable, "-c", NAMES]
    first = [subprocess.Popen(call, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = {process.communicate()[0] for process in first}
    answers |= {subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True).stdout}
    assert len(answers) == 1 and float(answers.pop()) < 0.5
    assert not list(home.glob("*.part"))


def test_a_table_is_read_as_it_stands() -> None:
    assert read_toml("names", "particles.toml")["table"]["id"] == "names-particles"
