"""The command find: forms of the answer, and files that aren't text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import translit
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


def test_each_bad_file_gets_a_sentence_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes("Учора ў Мінску".encode("utf-16-le"))
    (tmp_path / "d.txt").write_text("Учора ў Мінску быў дождж. " * 50_000, encoding="utf-8")  # one line of 2 MB
    (tmp_path / "e.csv").write_text("text\nМінск\n", encoding="utf-8")
    assert main(["find", str(tmp_path), "--format", "tsv"]) == 1
    out, err = capsys.readouterr()
    lines = [line for line in err.splitlines() if str(tmp_path) in line]
    assert all(sum(name in line for line in lines) == 1 for name in ("a.txt", "e.csv"))
    assert "Traceback" not in err
    assert sum("d.txt" in line for line in out.splitlines()) == 50_000


def test_a_lone_surrogate_and_other_signs_that_are_no_text_are_passed_over() -> None:
    resolver = translit.Resolver(translit.seeds())
    for text in ("Мінск \ud800 дождж", "\udcff Мінск", "\x00Мінск\x00"):
        assert [one.entity.id for one in resolver.find(text, "be")] == ["minsk"]


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", str(tmp_path)]) == 1
    assert "empty folder" in capsys.readouterr().err
