"""What `translit resolve` does with several columns, several people in a cell, other evidence, namesakes and labels."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Translit = Callable[..., Any]
ENTITIES = """id,name,birth_date
p1,Иван Петров,1954-05-01
p2,Иван Петров,1980-01-31
b,Васіль Быкаў,1924-06-19
k,Янка Купала,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "e.csv").write_text(ENTITIES, encoding="utf-8")
    (tmp_path / "in.csv").write_text(
        "given,family,born,people\n"
        "Ivan,Petrov,1980,Vasil Bykau; Janka Kupała\n"
        "Vasil,Bykau,,Янка Купала і Васіль Быкаў\n",
        encoding="utf-8",
    )
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_namesakes_share_the_probability_and_nobody_is_named(called: Translit, folder: Path) -> None:
    done = called("resolve", "in.csv", "-c", "given", "-c", "family", "-e", "e.csv", "--runner-up")
    first, second = rows(done.out)
    assert (first["entity_id"], first["probability"], first["ambiguous"]) == ("", "", "1")
    assert first["runner_up_id"] in ("p1", "p2")
    assert second["entity_id"] == "b"
    assert "2 rows: 1 named, 1 ambiguous, 0 empty, 0 without an answer" in done.err


def test_evidence_and_roles(called: Translit, folder: Path) -> None:
    roles = ("--family-column", "family", "--given-column", "given")
    done = called("resolve", "in.csv", *roles, "-e", "e.csv", "--evidence", "born=birth_date")
    assert [row["entity_id"] for row in rows(done.out)] == ["p2", "b"]


def test_every_candidate_has_a_row(called: Translit, folder: Path) -> None:
    done = called("resolve", "in.csv", "-c", "given", "-c", "family", "-e", "e.csv", "--all", "--threshold", "0.7")
    found = rows(done.out)
    assert [(row["given"], row["entity_id"]) for row in found] == [("Ivan", "p1"), ("Ivan", "p2"), ("Vasil", "b")]
    assert all(float(row["name_probability"]) >= 0.7 for row in found)


def test_a_cell_with_several_people(called: Translit, folder: Path) -> None:
    done = called("resolve", "in.csv", "-c", "people", "-e", "e.csv", "--split")
    assert [(row["resolved_name"], row["entity_id"]) for row in rows(done.out)] == [
        *(("Vasil Bykau", "b"), ("Janka Kupała", "k"), ("Янка Купала", "k"), ("Васіль Быкаў", "b")),
    ]


@pytest.mark.parametrize(
    ("label", "expected"), [("be-lacinka", "Vasil Bykaŭ"), ("de", "Wassil Bykau"), ("be", "Васіль Быкаў")]
)
def test_the_answer_in_the_language_of_the_reader(called: Translit, folder: Path, label: str, expected: str) -> None:
    done = called("resolve", "in.csv", "-c", "given", "-c", "family", "-e", "e.csv", "--label", label)
    assert rows(done.out)[1]["entity_name"] == expected


@pytest.mark.slow
def test_entities_of_other_forms(called: Translit, folder: Path) -> None:
    (folder / "names.txt").write_text("Янка Купала\nВасіль Быкаў\n", encoding="utf-8")
    (folder / "other.csv").write_bytes("код;Название\n7;Васіль Быкаў\n".encode("cp1251"))
    for file, options, wanted in (("names.txt", (), "2"), ("other.csv", ("--id-column", "код"), "7")):
        done = called("resolve", "in.csv", "-c", "given", "-c", "family", "-e", file, *options)
        assert rows(done.out)[1]["entity_id"] == wanted, done.err
    assert called("index", "names.txt", "-o", "n.index").status == 0
    assert "entities\t2" in called("index", "info", "n.index").out
    done = called("resolve", "in.csv", "-c", "given", "-c", "family", "-e", "n.index", "-o", "out.xlsx")
    assert done.status == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "give the column of the names with -c"),
        (["-c", "family", "-c", "family"], "given twice"),
        (["-c", "family", "--family-column", "family", "--given-column", "given"], "not both"),
        (["--family-column", "family"], "go together"),
        (["-c", "family", "-c", "given", "--split"], "--split is for one column"),
        (["-c", "family", "--require", "birth_date"], "needs its column"),
        (["-c", "family", "--evidence", "dob=birth_date"], "no column 'dob'"),
        (["-c", "family", "-e", "in.csv", "--name-column", "nome"], "no column 'nome'"),
        (["-c", "family", "-o", "e.csv", "-e", "e.csv"], "is the input itself"),
        (["-c", "family", "--format", "docx"], "there is no format 'docx'"),
    ],
)
def test_wrong_use(called: Translit, folder: Path, options: list[str], said: str) -> None:
    done = called("resolve", "in.csv", *options)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("e.csv", "id,name\n1,Гомель\n"),
        ("e.csv", "key,name\n1,Гомель\n"),
        ("e.jsonl", '{"id": 1, "name": "Гомель"}\n'),
        ("e.csv", "id,kind,name\n1,Place,Гомель\n2,person,Homiel\n"),
        ("e.csv", "key,kind,name\n1,LOC,Гомель\n2,person,Homiel\n"),
        (
            "e.jsonl",
            '{"id": 1, "kind": "City", "name": "Гомель"}\n{"id": 2, "name": "Янка Купала", "kind": "person"}\n',
        ),
    ],
)
def test_kind_holds_for_every_form_of_list(called: Translit, tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / "names.csv").write_text("name\nHomiel\n", encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    done = called("resolve", "names.csv", "-c", "name", "-e", file, "--kind", "place", "--name-probability")
    assert done.out.splitlines()[1].startswith("Homiel,1,"), done.err
    assert float(done.out.splitlines()[1].rpartition(",")[2]) > 0.99


def test_a_faulty_row_of_a_list_names_the_remedy(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name\nHomiel\n", encoding="utf-8")
    for text in ("id,kind,name\n1,ship,Homiel\n2,place,Гомель\n", "key,kind,name\n1,place,\n2,place,Гомель\n"):
        (tmp_path / "e.csv").write_text(text, encoding="utf-8")
        done = called("resolve", "names.csv", "-c", "name", "-e", "e.csv")
        assert (done.status, done.out) == (1, "")
        assert done.err.endswith("(--skip-faulty leaves such rows out)\n")
        assert called("resolve", "names.csv", "-c", "name", "-e", "e.csv", "--skip-faulty").status == 0
