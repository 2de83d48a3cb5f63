"""The command find: forms of the answer, and files that aren't text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translit.cli import main

TEXT = "Сяргей Кавалёў сустрэўся з Аляксандрам Лукашэнкам у Мінску. Кавалёва чакалі."


def test_lines_of_json_tell_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["find", str(tmp_path), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == ["Аляксандрам Лукашэнкам", "Мінску"]


def test_unlisted_names_are_one_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["find", str(tmp_path / "a.txt"), "--all-names", "--format", "tsv", "--language", "be"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]]
    assert [row[3] for row in rows if row[4] == "unlisted:Сяргей Кавалёў"] == ["Сяргей Кавалёў", "Кавалёва"]


def test_a_binary_file_is_named_and_the_others_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04\x00\x00\xff\xfe\x00")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    assert main(["find", str(tmp_path), "--format", "tsv"]) == 1
    out, err = capsys.readouterr()
    assert "a.txt" in err
    assert "minsk" in out
