"""Files of every form, in and out, by every command that reads rows."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from translit.csvfile.compression import Compression
from translit.csvfile.encoding_guess import guess
from translit.tablefile.formats import Format
from translit.tablefile.table_reader import open_table

pytest.importorskip("openpyxl", reason="needs the extra files")  # pyarrow, by which the file is told, others bring too
Translit = Callable[..., Any]
ROWS = 'id,name,note\n1,Alaksandar Łukašenka,"a, ""b"""\n2,Светлана Тихановская,=1+1\n3,,\n'
FORMS = ("tsv", "xlsx", "ods", "parquet", "jsonl", "csv.gz", "jsonl.zst", "xlsx.gz", "parquet.zst", "ods.gz")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("form", FORMS)
def test_there_and_back(called: Translit, tmp_path: Path, form: str) -> None:
    (tmp_path / "in.csv").write_text(ROWS, encoding="utf-8")
    done = called("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "--as", "x", "-o", f"there.{form}")
    assert (done.status, done.out) == (0, ""), done.err
    back = called("csv", f"there.{form}", "-c", "name", "--to", "be-lacinka", "--as", "y", "-o", "back.csv")
    assert back.status == 0, back.err
    found = rows((tmp_path / "back.csv").read_text(encoding="utf-8"))
    assert [row[:3] for row in found] == rows(ROWS)
    assert found[0][3:] == ["x", "y"]
    assert found[2][3] == found[2][4] != ""


def test_resolve_dedupe_and_match_take_workbooks(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(ROWS, encoding="utf-8")
    called("resolve", "in.csv", "-c", "name", "-o", "out.xlsx")
    done = called("dedupe", "out.xlsx", "-c", "name", "-o", "out.jsonl")
    assert done.status == 0, done.err
    first = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["entity_id"] == "lukashenka-alaksandar"
    assert 0.9 < first["probability"] <= 1
    assert called("match", "out.jsonl", "out.xlsx", "-c", "name", "--processes", "1").status in (0, 2)


def test_parquet_keeps_its_types(called: Translit, tmp_path: Path) -> None:
    types = {"name": pa.string(), "born": pa.date32(), "n": pa.int16(), "tags": pa.list_(pa.string())}
    values = {"name": ["Мінск", None], "born": [date(1954, 8, 30), None], "n": [7, 8], "tags": [["a"], []]}
    table = pa.table(values, pa.schema(list(types.items())))
    parquet.write_table(table, tmp_path / "in.parquet")
    called("csv", "in.parquet", "-c", "name", "--to", "be-lacinka", "--as", "x", "-o", "out.parquet")
    found = parquet.read_table(tmp_path / "out.parquet")
    assert found.schema.names == ["name", "born", "n", "tags", "x"]
    assert found.select(["name", "born", "n", "tags"]).equals(table)
    assert found["x"].to_pylist() == ["Minsk", None]
    as_csv = called("csv", "in.parquet", "-c", "name", "--to", "be-lacinka", "--as", "x").out
    assert rows(as_csv)[1] == ["Мінск", "1954-08-30", "7", '["a"]', "Minsk"]


def test_json_lines_keep_what_is_missing_and_what_is_nested(called: Translit, tmp_path: Path) -> None:
    lines = ['{"name": "Мінск", "more": {"a": [1]}}', '{"name": null, "late": 5}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = called("csv", "in.jsonl", "-c", "name", "--to", "be-lacinka", "--as", "x")
    assert [json.loads(line) for line in done.out.splitlines()] == [
        {"name": "Мінск", "more": {"a": [1]}, "x": "Minsk"},
        {"name": None, "late": 5, "x": None},
    ]


def test_json_lines_keep_how_numbers_and_halves_of_letters_are_written(called: Translit, tmp_path: Path) -> None:
    kept = r'"x": 0.1234567890123456789, "e": 1E5, "price": 1.50, "more": {"a": [2.10, 3]}, "half": "a\ud800"'
    (tmp_path / "in.jsonl").write_text(f'{{"name": "Мінск", {kept}}}', encoding="utf-8")
    done = called("csv", "in.jsonl", "-c", "name", "--to", "be-lacinka", "--as", "latin")
    assert done.out == f'{{"name": "Мінск", {kept}, "latin": "Minsk"}}\n'
    as_csv = called("csv", "in.jsonl", "-c", "name", "--to", "be-lacinka", "--as", "latin", "-o", "out.csv")
    assert (as_csv.status, (tmp_path / "out.csv").exists()) == (1, False)
    assert "has no '\\ud800'" in as_csv.err and "take it out of the input" in as_csv.err


def test_a_number_that_parquet_has_no_room_for_names_its_column(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"name": "Мінск", "big": 12345678901234567890123}', encoding="utf-8")
    done = called("csv", "in.jsonl", "-c", "name", "--to", "be-lacinka", "--as", "x", "-o", "out.parquet")
    assert (done.status, (tmp_path / "out.parquet").exists()) == (1, False)
    assert "out.parquet can't be Parquet: column big" in done.err and "write CSV or JSON lines" in done.err


def test_text_in_a_workbook_is_no_formula(called: Translit, tmp_path: Path) -> None:
    import openpyxl

    (tmp_path / "in.csv").write_text(ROWS, encoding="utf-8")
    called("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "--as", "x", "-o", "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert (sheet["C3"].value, sheet["C3"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("name", "data", "status", "said"),
    [
        ("a.xlsx", b"no workbook", 1, "a.xlsx can't be read"),
        ("a.ods", b"PK\x03\x04broken", 1, "a.ods can't be read"),
        ("a.parquet", b"PAR1", 1, "a.parquet can't be read"),
        ("a.jsonl", b'{"name": 1}\n[2]\n', 1, "line 2 of a.jsonl isn't an object"),
        ("a.jsonl", b'{"name": \n', 1, "line 1 of a.jsonl isn't JSON"),
        ("a.jsonl", b"", 1, "a.jsonl is empty"),
        ("a.csv.gz", gzip.compress(ROWS.encode(), mtime=0)[:-9], 1, "a.csv.gz can't be read: it can't be decompressed"),
        ("a.csv.zst", b"no zstandard", 1, "a.csv.zst can't be read: it can't be decompressed"),
        ("a.xls", b"", 2, "save it as .xlsx"),
        ("a.pdf", b"%PDF-1.4", 2, "use .csv or .xlsx for a table"),
        ("a.zip", b"PK", 2, "use .gz, or a file that isn't packed"),
    ],
)
def test_damaged_files_are_a_sentence(
    called: Translit, tmp_path: Path, name: str, data: bytes, status: int, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = called("csv", name, "-c", "name", "--to", "be-lacinka", "-o", "out.csv")
    assert done.status == status
    assert said in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "out.csv").exists()


def test_ragged_rows(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,name,x\n1,Мінск,a\n2,Гомель\n3,Брэст,b,c\n4,Гродна,d\n", encoding="utf-8")
    asked = ("csv", "in.csv", "-c", "name", "--to", "be-lacinka")
    assert "line 3 of in.csv has 2 cells" in called(*asked).err
    skipped = called(*asked, "--ragged", "skip")
    assert [row[0] for row in rows(skipped.out)] == ["id", "1", "4"]
    assert "line 3 of in.csv" in skipped.err
    assert "line 4 of in.csv" in skipped.err
    (tmp_path / "in.csv").write_text("id,name,x\n1,Мінск,a\n2,Гомель\n", encoding="utf-8")
    padded = called(*asked, "--ragged", "pad")
    assert padded.out == "id,name,x,name_be-lacinka\n1,Мінск,a,Minsk\n2,Гомель,,Homiel\n"
    assert "filled up" in padded.err


def test_the_line_sep_stays(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("sep=;\r\nid;name\r\n1;Мінск, Беларусь\r\n".encode())
    done = called("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "--as", "x")
    assert done.raw.decode() == "sep=;\r\nid;name;x\r\n1;Мінск, Беларусь;Minsk, Biełaruś\r\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((("João da Silva\nJosé Gonçalves"), encoding) for encoding in ("cp1252", "iso8859-1")),
        *((("Lech Wałęsa\nŁukasz Żak"), encoding) for encoding in ("cp1250", "iso8859-2")),
        *(("Иван Петров\nАнна Каренина", encoding) for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
        *(("Іван Франко\nЄвген Ґудзь", encoding) for encoding in ("cp1251", "koi8-u", "mac-cyrillic")),
        *(("Васіль Быкаў", "cp1251"), ("ИВАНОВ ИВАН", "koi8-r"), ("Jānis Bērziņš\nĶekava", "cp1257")),
    ],
)
def test_encodings_are_known_by_what_names_read_like(text: str, encoding: str) -> None:
    found = guess(text.encode(encoding))
    assert found is not None
    assert text.encode(encoding).decode(found.encoding) == text


def test_a_doubtful_encoding_is_said_and_not_written_into_another(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("name\nHélène\n".encode("cp1252"))
    found = guess((tmp_path / "in.csv").read_bytes())
    assert found is not None
    assert {found.encoding, found.other} == {"cp1252", "cp1250"}
    done = called("resolve", "in.csv", "-c", "name")
    assert done.status == 0
    assert "'Hélène'" in done.err
    assert "'Hélčne'" in done.err
    refused = called("resolve", "in.csv", "-c", "name", "--output-encoding", "utf-8")
    assert (refused.status, "--encoding" in refused.err) == (2, True)
    assert called("resolve", "in.csv", "-c", "name", "--output-encoding", "utf-8", "--encoding", "cp1252").status == 0


def test_the_first_rows_of_a_table_are_handed_on_at_once(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"name": ["Васіль Быкаў"] * 50_000}), tmp_path / "long.parquet")
    table = open_table(str(tmp_path / "long.parquet"), Format.PARQUET, Compression.NONE)
    sizes = [len(block.rows) for block in table.blocks(0)]
    assert 1 <= sizes[0] <= 10
    assert len(sizes) < 40
    assert sum(sizes) == 50_000


@pytest.mark.parametrize("ending", ["doc", "docx", "pdf", "zip", "html"])
def test_no_csv_is_written_under_the_ending_of_another_form(called: Translit, tmp_path: Path, ending: str) -> None:
    (tmp_path / "in.csv").write_text(ROWS, encoding="utf-8")
    done = called("csv", "in.csv", "-c", "name", "--to", "be-lacinka", "-o", f"out.{ending}")
    assert (done.status, (tmp_path / f"out.{ending}").exists()) == (2, False)
    assert f"out.{ending} is in a form that isn't read or written here; use ." in done.err
