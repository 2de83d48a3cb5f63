"""`translit match`: two files joined by names."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Translit = Callable[..., Any]

LEFT = """id,name,born
1,Vasil Bykau,1924
2,Janka Kupała,1882
3,Иван Петров,1980-01-31
4,,
5,Grzegorz Brzęczyszczykiewicz,
6,Иван Петров,1954
"""
RIGHT = """key;full_name;birth_date
a;Янка Купала;
b;Васіль Быкаў;
c;Ivan Petrov;1954
d;Ivan Petrov;1980
"""


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "a.csv").write_text(LEFT, encoding="utf-8")
    (tmp_path / "b.csv").write_text(RIGHT, encoding="utf-8")
    return tmp_path / "a.csv", tmp_path / "b.csv"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_rows_with_the_row_that_means_the_same(called: Translit, lists: tuple[Path, Path]) -> None:
    done = called("match", *lists, "-c", "name", "-C", "full_name", "--processes", "1")
    assert done.status == 0, done.err
    found = rows(done.out)
    assert list(found[0])[3:] == [
        *("match_key", "match_full_name", "match_birth_date", "probability", "ambiguous", "name_probability"),
    ]
    assert [row["match_key"] for row in found] == ["b", "a", "", "", "", ""] or found[2]["ambiguous"] == "1"
    assert [line.split(",")[:3] for line in done.out.splitlines()] == [
        line.split(",")[:3] for line in LEFT.splitlines()
    ]
    assert "6 rows: " in done.err
    assert "1 empty" in done.err


def test_evidence_tells_namesakes_apart(called: Translit, lists: tuple[Path, Path]) -> None:
    done = called("match", *lists, "-c", "name", "-C", "full_name", "--evidence", "born=birth_date")
    assert [row["match_key"] for row in rows(done.out)] == ["b", "a", "d", "", "", "c"]


def test_one_to_one(called: Translit, lists: tuple[Path, Path], tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("name\nVasil Bykau\nВасиль Быков\nVasyl Bykov\n", encoding="utf-8")
    done = called("match", more, lists[1], "-c", "name", "-C", "full_name", "--one-to-one")
    assert sorted(row["match_key"] for row in rows(done.out)) == ["", "", "b"]
    assert [row["name"] for row in rows(done.out)] == ["Vasil Bykau", "Василь Быков", "Vasyl Bykov"]


def test_all_and_matched_only(called: Translit, lists: tuple[Path, Path]) -> None:
    done = called("match", *lists, "-c", "name", "-C", "full_name", "--all", "--matched-only", "--reason")
    found = rows(done.out)
    assert [(row["id"], row["match_key"]) for row in found if row["id"] in "36"] == [
        *(("3", "c"), ("3", "d"), ("6", "c"), ("6", "d")),
    ]
    assert {row["id"] for row in found} == {"1", "2", "3", "6"}
    assert all("~" in row["reason"] for row in found)


def test_workbooks_in_and_out(called: Translit, lists: tuple[Path, Path], tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="needs the extra files")
    called("csv", lists[1], "-c", "full_name", "--to", "be-lacinka", "-o", "b.xlsx")
    done = called("match", lists[0], "b.xlsx", "-c", "name", "-C", "full_name", "-o", "joined.parquet")
    assert (done.status, done.out) == (0, ""), done.err
    from pyarrow import parquet

    table = parquet.read_table(tmp_path / "joined.parquet").to_pydict()
    assert table["match_key"][:2] == ["b", "a"]
    assert table["probability"][0] > 0.9


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-c", "name"], "b.csv has no column 'name'"),
        (["-c", "nome", "-C", "full_name"], "did you mean name?"),
        (["-C", "full_name"], "give the column of the names with -c"),
        (["-c", "name", "-c", "name", "-C", "full_name"], "is given twice"),
        (["-c", "name", "-C", "full_name", "--all", "--one-to-one"], "exclude each other"),
        (["-c", "name", "-C", "full_name", "-o", "b.csv"], "is the input itself"),
        (["-c", "name", "-C", "full_name", "--evidence", "born=dob"], "b.csv has no column 'dob'"),
        (["-c", "name", "-C", "full_name", "--require", "born"], "needs its column"),
        (["-c", "name", "-C", "full_name", "--threshold", "2"], "--threshold"),
    ],
)
def test_wrong_use(called: Translit, lists: tuple[Path, Path], options: list[str], said: str) -> None:
    done = called("match", "a.csv", "b.csv", *options)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_each_file_has_its_own_form(called: Translit, lists: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "b.dat").write_bytes(RIGHT.replace(";", "\t").replace("ў", "у").replace("і", "i").encode("koi8-r"))
    options = ["--right-encoding", "koi8-r", "--right-format", "tsv", "--right-delimiter", "tab"]
    done = called("match", lists[0], "b.dat", "-c", "name", "-C", "full_name", "--encoding", "utf-8", *options)
    assert [row["match_key"] for row in rows(done.out)][:2] == ["b", "a"], done.err
    assert rows(done.out)[1]["match_full_name"] == "Янка Купала"


def test_a_sheet_of_the_second_file(called: Translit, lists: tuple[Path, Path], tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs the extra files")
    book = openpyxl.Workbook()
    book.active.append(["nothing"])
    sheet = book.create_sheet("people")
    for row in (["key", "name"], ["p", "Васіль Быкаў"]):
        sheet.append(row)
    book.save(tmp_path / "b.xlsx")
    done = called("match", lists[0], "b.xlsx", "-c", "name", "--right-sheet", "people")
    assert [row["match_key"] for row in rows(done.out)][:2] == ["p", ""], done.err
    assert "--right-sheet names another" in called("match", lists[0], "b.xlsx", "-c", "name").err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--right-encoding", "klingon"], "klingon"),
        (["--right-sheet", "people"], "leave out --right-sheet"),
        (["--right-format", "exel"], "there is no format 'exel'"),
    ],
)
def test_wrong_forms_of_the_second_file(
    called: Translit, lists: tuple[Path, Path], options: list[str], said: str
) -> None:
    done = called("match", *lists, "-c", "name", "-C", "full_name", *options)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


NAMESAKES = "id,name\n1,Иван Петров\n2,{}\n3,Янка Купала\n"


@pytest.mark.parametrize("second", ["Иван Петров", "Иван  Петров"])
def test_namesakes_share_the_probability_however_alike_they_are(called: Translit, tmp_path: Path, second: str) -> None:
    (tmp_path / "a.csv").write_text("name\nИван Петров\nЯнка Купала\n\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(NAMESAKES.format(second), encoding="utf-8")
    best = called("match", "a.csv", "b.csv", "-c", "name")
    assert [(row["match_id"], row["ambiguous"]) for row in rows(best.out)] == [("", "1"), ("3", "0")]
    assert "1 named, 1 ambiguous, 1 empty, 0 without an answer" in best.err
    every = called("match", "a.csv", "b.csv", "-c", "name", "--all")
    found = [(row["match_id"], float(row["probability"]), row["ambiguous"]) for row in rows(every.out)]
    assert [(row, ambiguous) for row, _, ambiguous in found] == [("1", "1"), ("2", "1"), ("3", "0")]
    assert found[0][1] == found[1][1] < 0.5 < found[2][1]
    assert "2 named (1 with others about as probable), 0 ambiguous, 1 empty" in every.err
    once = called("match", "a.csv", "b.csv", "-c", "name", "--one-to-one")
    assert [row["match_id"] for row in rows(once.out)] == ["1", "3"]
    assert "2 named (1 with others about as probable), 0 ambiguous" in once.err


MIXED = """id,kind,name
p1,Person,Jan Kowalski
p2,place,Homiel
p3,COMPANY,Grodno Azot OJSC
p4,,Vasil Bykau
"""
ASKED = "name\nГомель\nОАО «Гродно Азот»\nВасіль Быкаў\n"


@pytest.mark.parametrize(
    ("options", "wanted", "said"),
    [
        ((), ["p2", "p3", "p4"], "in 4 rows: 2 persons, 1 place, 1 organization"),
        (("--kind", "place"), ["p2", "", "p4"], "in 2 rows\n"),
        (("--kind", "organization", "--reason"), ["", "p3", "p4"], "in 2 rows\n"),
        (("--one-to-one",), ["p2", "p3", "p4"], "in 4 rows: 2 persons"),
        (("--right-kind-column", "kind", "--all"), ["p2", "p3", "p4"], "in 4 rows: 2 persons"),
    ],
)
def test_each_row_is_of_its_kind(
    called: Translit, tmp_path: Path, options: tuple[str, ...], wanted: list[str], said: str
) -> None:
    (tmp_path / "a.csv").write_text(ASKED, encoding="utf-8")
    (tmp_path / "b.csv").write_text(MIXED, encoding="utf-8")
    done = called("match", "a.csv", "b.csv", "-c", "name", *options)
    assert [row["match_id"] for row in rows(done.out)] == wanted, done.err
    assert said in done.err


@pytest.mark.parametrize(
    ("right", "options", "said"),
    [
        ("id,name\n1,Homiel\n", (), "in 1 row, as persons (--kind says otherwise)"),
        ("id,kind,name\n1,ship,Homiel\n", (), "as persons since its column kind has 'ship' (--kind says otherwise)"),
        ("id,kind,name\n1,ship,Homiel\n", ("--kind", "place"), "in 1 row\n"),
        ("id,name\n1,Homiel\n", ("--kind", "place"), "in 1 row\n"),
    ],
)
def test_what_names_are_taken_for_is_said(
    called: Translit, tmp_path: Path, right: str, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "a.csv").write_text(ASKED, encoding="utf-8")
    (tmp_path / "b.csv").write_text(right, encoding="utf-8")
    done = called("match", "a.csv", "b.csv", "-c", "name", *options)
    assert done.status == 0
    assert said in done.err
    assert rows(done.out)[0]["match_id"] == "1"
    assert (float(rows(done.out)[0]["name_probability"]) > 0.99) is ("--kind" in options)


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--right-kind-column", "type"), 2, "has no column 'type'"),
        (("--right-kind-column", "id"), 1, "'p1', which is none of person, place, organization"),
        (("--kind", "city"), 2, "'city' is not one of"),
    ],
)
def test_wrong_kinds(called: Translit, tmp_path: Path, options: tuple[str, ...], status: int, said: str) -> None:
    (tmp_path / "a.csv").write_text(ASKED, encoding="utf-8")
    (tmp_path / "b.csv").write_text(MIXED, encoding="utf-8")
    done = called("match", "a.csv", "b.csv", "-c", "name", *options)
    assert (done.status, done.out) == (status, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_a_kind_that_no_row_has(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("kind,name\nplace,Homiel\n", encoding="utf-8")
    done = called("match", "b.csv", "b.csv", "-c", "name", "--kind", "person", "--prefix", "m_")
    assert (done.status, done.out) == (1, "")
    assert "b.csv has no name of the kind person; leave out --kind or give another list" in done.err
