"""The command find: what it writes, and what it says of files that can't be read."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest
from python_calamine import load_workbook

from tests.cli.in_process import call
from tests.support import Translit, one_sentence
from translit.tablefile.values import text_of

TEXT = "Аляксандр Лукашэнка быў у Мінску."
COLUMNS = ["document", "start", "end", "text", "entity_id", "entity_name", "kind", "probability", "ambiguous", "reason"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a table of any form, as text."""
    ending = path.name.removesuffix(".gz").rpartition(".")[2]
    if ending in ("xlsx", "ods"):
        found = load_workbook(path).get_sheet_by_index(0).to_python()
    elif ending == "parquet":
        table = pyarrow.parquet.read_table(path)
        found = [table.column_names, *zip(*table.to_pydict().values(), strict=True)]
    else:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found = list(csv.reader(data.decode().splitlines(), delimiter="\t" if ending == "tsv" else ","))
    return [[text_of(cell) for cell in row] for row in found]


@pytest.mark.parametrize("name", ["o.xlsx", "o.ods", "o.parquet", "o.csv", "o.csv.gz", "o.tsv", "o.tsv.gz"])
def test_every_form_of_table_has_the_same_rows(folder: Path, name: str) -> None:
    assert call(folder, "find", "a.txt", "-o", name, "--language", "be").status == 0
    head, *rows = rows_of(folder / name)
    assert head == COLUMNS
    assert [(TEXT[int(row[1]) : int(row[2])], row[4]) for row in rows] == [
        ("Аляксандр Лукашэнка", "lukashenka-alaksandar"),
        ("Мінску", "minsk"),
    ]
    assert all(0.5 <= float(row[7]) <= 1 for row in rows)
    assert call(folder, "find", "a.txt", "--format", name.removesuffix(".gz")[2:], "-o", "as-said").status == 0


def test_numbers_are_numbers_in_a_workbook(folder: Path) -> None:
    call(folder, "find", "a.txt", "-o", "o.xlsx")
    sheet = openpyxl.load_workbook(folder / "o.xlsx").active
    assert [type(cell) for cell in next(sheet.iter_rows(min_row=2, values_only=True))[1:3]] == [int, int]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("o.html", b"<!doctype"), ("o.ann", b"T1\t"), ("o.jsonl", b'{"document"'), ("o.txt", b"document\t")],
)
def test_other_forms_by_the_ending(folder: Path, name: str, begins: bytes) -> None:
    assert call(folder, "find", "a.txt", "-o", name).status == 0
    assert (folder / name).read_bytes().startswith(begins)


def test_a_workbook_can_be_read_again(folder: Path) -> None:
    call(folder, "find", "a.txt", "-o", "o.xlsx")
    done = call(folder, "find", "o.xlsx", "-c", "entity_name", "--output-format", "jsonl")
    assert [json.loads(line)["entity"]["id"] for line in done.out.splitlines()] == ["lukashenka-alaksandar", "minsk"]


@pytest.mark.parametrize("name", ["o.xlsx", "o.ods", "o.parquet", "o.csv", "o.jsonl"])
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("nothing.txt", 2, "can't be read: No such file"),
        ("rows.csv -c nome", 2, "has no column 'nome'"),
        ("rows.csv -c name --sheet x", 2, "is no workbook"),
        ("rows.jsonl -c nome", 2, "has no 'nome'"),
        ("rows.jsonl -c name", 1, "line 1 of rows.jsonl has as 'name' a number; give text"),
        ("binary.txt", 1, "U+0000"),
    ],
)
def test_a_single_file_that_cant_be_read(
    called: Translit, folder: Path, name: str, arguments: str, status: int, said: str
) -> None:
    (folder / "rows.csv").write_text("name\nМінск\n", encoding="utf-8")
    (folder / "rows.jsonl").write_text('{"name": 5}\n', encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"a\0b")
    done = called("find", *arguments.split(), "-o", name)
    assert done.status == status and said in done.err and one_sentence(done.err), done.err
    assert not (folder / name).exists()


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ("nothing.txt a.txt", 2, "1 of 2 files could not be read; the others were"),
        ("nothing.txt binary.txt a.txt", 1, "2 of 3 files could not be read; the others were"),
        ("nothing.txt none.txt", 2, "none of the 2 files could be read"),
        ("binary.txt nothing.txt", 1, "none of the 2 files could be read"),
    ],
)
def test_of_several_files_each_is_named(folder: Path, files: str, status: int, said: str) -> None:
    (folder / "binary.txt").write_bytes(b"a\0b")
    done = call(folder, "find", *files.split())
    first, *_, last = done.err.splitlines()
    assert done.status == status and said in last
    assert files.split(maxsplit=1)[0] in first
    assert (b"minsk" in done.out) == ("a.txt" in files)


def test_a_form_that_nobody_writes(folder: Path) -> None:
    done = call(folder, "find", "a.txt", "-o", "o.xls")
    assert done.status == 2 and "save it as .xlsx" in done.err
    assert not (folder / "o.xls").exists()


@pytest.mark.parametrize("line", ["5", "[1]", "null", '"x"'])
def test_a_line_that_is_no_object(folder: Path, line: str) -> None:
    (folder / "rows.jsonl").write_text(line + "\n", encoding="utf-8")
    done = call(folder, "find", "rows.jsonl", "-c", "text")
    assert done.status == 1 and "give one object a line" in done.err
    assert not any(name in done.err for name in ("int", "list'", "NoneType", "str"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("resolve long.csv -c name", "more than Excel takes"),
        ("find binary.txt", "U+0000"),
        ("find rows.jsonl -c name", "give text"),
    ],
)
def test_a_workbook_that_is_given_up_says_nothing_else(
    translit: Translit, tmp_path: Path, arguments: str, said: str
) -> None:
    """Not when the process ends either, when an open one would complain."""
    (tmp_path / "long.csv").write_text(f"name\nЯнка\n{'x' * 40000}\n", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text('{"name": 5}\n', encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    done = translit(*arguments.split(), "-o", "o.xlsx")
    assert done.status == 1 and one_sentence(done.err) and said in done.err
    assert not (tmp_path / "o.xlsx").exists()


def test_tables_of_texts_in_every_form_of_csv(folder: Path) -> None:
    (folder / "rows.csv").write_text("1|Мінск\n2\n3|Гомель|x\n4|'Брэст'\n", encoding="utf-8")
    how = ("-c", "2", "--no-header", "-d", "|", "--quote", "'", "--format", "tsv")
    done = call(folder, "find", "rows.csv", *how, "--ragged", "skip")
    assert done.status == 0 and "line 2 of rows.csv" in done.err and "line 3 of rows.csv" in done.err
    found = [line.split("\t")[0::4][:2] for line in done.out.decode().splitlines()[1:]]
    assert found == [["rows.csv:1", "minsk"], ["rows.csv:2", "brest"]]
    stopped = call(folder, "find", "rows.csv", *how)
    assert stopped.status == 1 and "line 2 of rows.csv has 1 cell" in stopped.err


def test_the_encoding_of_a_text_is_said(folder: Path) -> None:
    (folder / "b.txt").write_bytes("Учора Янка Купала і Якуб Колас былі ў Мінску.\n".encode("cp1251"))
    done = call(folder, "find", "b.txt")
    assert (
        "minsk" in done.out.decode()
        and done.err == "translit: b.txt is read as cp1251; if that is wrong, give --encoding\n"
    )
    assert call(folder, "find", "b.txt", "--encoding", "cp1251").err == ""
