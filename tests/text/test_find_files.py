"""The command find: forms of the answer, and files that aren't text."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

import translit
from tests.support import Translit
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


ROWS = ["Учора ў Мінску быў дождж.", "", "Аляксандр Лукашэнка прыехаў у Гомель."]
FOUND = [("2", "minsk"), ("4", "lukashenka-alaksandar"), ("4", "homel")]


def table_of(path: Path) -> None:
    """Write the rows as a table in the form that the ending of the path says; the texts are in its second column."""
    ending, compressed = path.name.partition(".")[2].removesuffix(".gz"), path.suffix == ".gz"
    data = io.BytesIO()
    if ending == "parquet":
        pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b", "c", "d"], "text": ["Нічога", *ROWS]}), data)
    elif ending == "xlsx":
        book = openpyxl.Workbook()
        book.active.title = "letters"
        for row in [("id", "text"), ("a", "Нічога"), *zip("bcd", ROWS, strict=True)]:
            book.active.append(row)
        book.create_sheet("other").append(["text"])
        book.save(data)
    elif ending == "jsonl":
        lines = [json.dumps({"number": number, "text": text}) for number, text in enumerate(["Нічога", *ROWS])]
        data.write("\n".join(lines).encode())
    else:
        delimiter = "\t" if ending == "tsv" else ","
        data.write("".join(f"a{delimiter}{text}\n" for text in ["text", "Нічога", *ROWS]).encode())
    path.write_bytes(gzip.compress(data.getvalue()) if compressed else data.getvalue())


@pytest.mark.parametrize(
    "name", ["a.xlsx", "a.xlsx.gz", "a.ods", "a.parquet", "a.jsonl", "a.jsonl.gz", "a.csv", "a.csv.gz", "a.tsv"]
)
def test_texts_in_tables_of_every_form(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    if name == "a.ods":
        table_of(tmp_path / "b.csv")
        assert main(["csv", str(tmp_path / "b.csv"), "-c", "text", "--to", "be-lacinka", "-o", str(file)]) == 0
        capsys.readouterr()
    else:
        table_of(file)
    assert main(["find", str(file), "-c", "text", "--format", "tsv", "--language", "be"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]]
    assert [(row[0].removeprefix(f"{file}:"), row[4]) for row in rows] == FOUND


def test_what_names_a_sheet_or_the_form(tmp_path: Path, called: Translit) -> None:
    table_of(tmp_path / "a.xlsx")
    assert "homel" in called("find", "a.xlsx", "-c", "text", "--sheet", "letters", "--encoding", "cp1251").out
    assert called("find", "a.xlsx", "-c", "text", "--sheet", "other").out == ""
    data = (tmp_path / "a.xlsx").read_bytes()
    assert "homel" in called("find", "-", "-c", "text", "--input-format", "xlsx", given=data).out


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["a.xlsx"], 2, "name the column of the texts with -c"),
        (["a.xlsx", "-c", "txt"], 2, "did you mean text?"),
        (["a.xlsx", "-c", "text", "--sheet", "lettres"], 2, "did you mean letters?"),
        (["a.csv", "-c", "text", "--sheet", "letters"], 2, "is no workbook"),
        (["a.xlsx", "-c", "text", "--input-format", "exel"], 2, "there is no format 'exel'"),
        (["a.xlsx", "-c", "text", "--input-format", "parquet"], 1, "can't be read"),
    ],
)
def test_wrong_use_of_tables(tmp_path: Path, options: list[str], status: int, said: str, called: Translit) -> None:
    table_of(tmp_path / "a.xlsx")
    table_of(tmp_path / "a.csv")
    done = called("find", *options)
    assert (done.status, done.out) == (status, "")
    assert said in done.err
