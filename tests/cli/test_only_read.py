"""Commands that read: no byte of a file changes, none is made, and no output replaces what is read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.in_process import call
from translit import Corpus
from translit.errors import DataError

READING = (
    "search news.db Купала",
    "search news.db Купала --counts",
    "corpus info news.db",
    "corpus together news.db kupala-janka",
    "corpus export news.db",
    "export sqlite news.db -o out",
)


def folder_as_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("content", [b"", b"\n", b"notes of mine\n" * 500])
def test_what_is_no_corpus_stays_as_it_is(tmp_path: Path, command: str, content: bytes) -> None:
    (tmp_path / "news.db").write_bytes(content)
    done = call(tmp_path, *command.split())
    assert (done.status, done.out) == (1, b""), done.err
    assert "corpus" in done.err and done.err.count("\n") == 1
    assert folder_as_bytes(tmp_path) == {"news.db": content}


@pytest.mark.parametrize("command", READING)
def test_a_database_of_others_stays_as_it_is(tmp_path: Path, command: str) -> None:
    with sqlite3.connect(tmp_path / "news.db") as other:
        other.execute("CREATE TABLE documents(number)")
    other.close()
    before = folder_as_bytes(tmp_path)
    assert call(tmp_path, *command.split()).status == 1
    assert folder_as_bytes(tmp_path) == before
    (tmp_path / "news.db").unlink()
    with sqlite3.connect(tmp_path / "news.db") as other:  # one with a head and no table
        other.execute("PRAGMA user_version = 7")
    other.close()
    before = folder_as_bytes(tmp_path)
    assert before["news.db"] and call(tmp_path, *command.split()).status == 1
    assert folder_as_bytes(tmp_path) == before


def test_a_corpus_stays_as_it_is(tmp_path: Path) -> None:
    with Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Янка Купала ў Мінску")])
    before = folder_as_bytes(tmp_path)
    assert list(before) == ["news.db"]
    for command in READING:
        done = call(tmp_path, *command.split())
        assert done.status == (2 if "together" in command else 0), done.err  # nobody was looked for
    assert folder_as_bytes(tmp_path) == before
    with Corpus(tmp_path / "news.db", read_only=True) as corpus:
        with pytest.raises(DataError, match="can't be opened or written"):
            corpus.add([("2", "Якуб Колас")])
        assert len(corpus) == 1


def test_an_empty_file_is_made_a_corpus_only_by_adding(tmp_path: Path) -> None:
    (tmp_path / "news.db").touch()
    (tmp_path / "a.txt").write_text("Янка Купала", encoding="utf-8")
    done = call(tmp_path, "corpus", "remove", "news.db", "1")
    assert done.status == 1 and "empty file and no corpus" in done.err
    assert not (tmp_path / "news.db").stat().st_size
    assert call(tmp_path, "corpus", "add", "news.db", "a.txt").status == 0
    assert b"a.txt" in call(tmp_path, "search", "news.db", "Kupala").out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_corpus_where_nobody_can_write(tmp_path: Path) -> None:
    with Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Янка Купала ў Мінску")])
    tmp_path.chmod(0o500)
    try:
        assert call(tmp_path, "search", "news.db", "Kupala").out
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    "command", ["corpus export news.db -o news.db", "find a.txt -o a.txt", "find a.txt -e b.csv --format tsv -o b.csv"]
)
def test_an_output_never_replaces_what_is_read(tmp_path: Path, command: str) -> None:
    with Corpus(tmp_path / "news.db") as corpus:
        corpus.add([("1", "Янка Купала ў Мінску")])
    (tmp_path / "a.txt").write_text("Янка Купала", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,name\n1,Янка Купала\n", encoding="utf-8")
    before = folder_as_bytes(tmp_path)
    done = call(tmp_path, *command.split())
    assert done.status == 2 and "give the output another name" in done.err
    assert folder_as_bytes(tmp_path) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--html in.csv", "--html in.csv is the input itself"),
        ("--html list.csv -o out.csv", "--html list.csv is the input itself"),
        ("--html ./out.csv -o out.csv", "is the output, too"),
        ("--html nowhere/report.html -o out.csv", "is in a folder that isn't there"),
    ],
)
def test_a_report_never_replaces_what_is_read_or_written(tmp_path: Path, options: str, said: str) -> None:
    (tmp_path / "in.csv").write_text("name\nЯнка Купала\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text("id,name\n1,Янка Купала\n", encoding="utf-8")
    before = folder_as_bytes(tmp_path)
    done = call(tmp_path, "resolve", "in.csv", "-c", "name", "-e", "list.csv", *options.split())
    assert (done.status, done.out) == (2, b"") and said in done.err
    assert folder_as_bytes(tmp_path) == before
