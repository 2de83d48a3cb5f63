"""The starter entities and the demonstration file: what every reader of them may rely on."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from tests.support import ROOT

SEEDS = ROOT / "seeds"
KIND_BY_FILE = {"people.csv": "person", "organizations.csv": "organization", "places.csv": "place"}
HEADER = ["id", "kind", "name_be", "name_ru", "name_uk", "name_other", "role"]
NAME_COLUMNS = HEADER[2:6]
ALPHABETS = {
    "name_be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
    "name_ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "name_uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
ARTICLE = {
    "lukashenka-alaksandar", "putin-vladimir", "tsikhanouskaya-sviatlana", "trump-donald", "von-der-leyen-ursula",
    "witkoff-steve", "nawfal-mario", "kozarenko-yury", "belarus", "russia", "ukraine", "united-states", "germany",
    "europe", "minsk", "moscow", "kyiv", "washington", "kursk-oblast", "kremlin", "european-union",
    "european-commission", "nato", "united-nations", "competence-center-unmanned-aerial-systems", "mzkt", "kamaz",
    "integral", "pozirk", "telegram", "sb-belarus-segodnya",
}  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV as dictionaries; a ragged row fails."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, strict=True))
    assert all(None not in row and None not in row.values() for row in rows), f"ragged row in {path.name}"
    return rows


def entities() -> list[dict[str, str]]:
    """The entities of all three files."""
    return [row for name in KIND_BY_FILE for row in read(SEEDS / name)]


@pytest.mark.parametrize("name", sorted(KIND_BY_FILE))
def test_files_have_one_shape(name: str) -> None:
    raw = (SEEDS / name).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw and raw.endswith(b"\n")
    more = ["weight"] if name == "people.csv" else []  # who is meant first where a family name stands alone
    assert raw.decode("utf-8").splitlines()[0] == ",".join([*HEADER, *more])
    assert {row["kind"] for row in read(SEEDS / name)} == {KIND_BY_FILE[name]}


def test_there_are_enough_entities() -> None:
    assert len(entities()) >= 160


def test_ids_are_unique_ascii_slugs() -> None:
    ids = [row["id"] for row in entities()]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_cells_are_nfc_and_trimmed() -> None:
    cells = [(row["id"], cell) for row in entities() for cell in row.values()]
    assert [c for c in cells if unicodedata.normalize("NFC", c[1]) != c[1]] == []
    assert [c for c in cells if c[1].strip() != c[1] or "  " in c[1]] == []


def test_every_entity_has_a_name_and_a_role() -> None:
    for row in entities():
        assert any(row[column] for column in NAME_COLUMNS), row["id"]
        assert row["role"].strip(), row["id"]


def test_alternatives_are_neither_empty_nor_repeated() -> None:
    for row in entities():
        for column in filter(row.get, NAME_COLUMNS):
            names = row[column].split("|")
            assert all(name and name == name.strip() for name in names), (row["id"], column)
            assert len(names) == len(set(names)), (row["id"], column)


@pytest.mark.parametrize("column", sorted(ALPHABETS))
def test_cyrillic_columns_keep_to_the_alphabet_of_their_language(column: str) -> None:
    faults = {
        (row["id"], unicodedata.name(letter))
        for row in entities()
        for letter in row[column].lower()
        if letter.isalpha() and letter not in ALPHABETS[column]
    }
    assert faults == set()


def test_everything_the_article_names_is_there() -> None:
    assert ARTICLE - {row["id"] for row in entities()} == set()


def test_the_six_regions_and_minsk_are_there() -> None:
    regions = {f"{name}-region" for name in ("brest", "vitsebsk", "homel", "hrodna", "mahiliou", "minsk")}
    assert (regions | {"minsk"}) - {row["id"] for row in entities()} == set()


def test_demo_has_rows_and_sources_enough() -> None:
    rows = read(SEEDS / "demo.csv")
    assert list(rows[0]) == ["date", "source", "language", "name", "note"]
    assert len(rows) >= 60
    assert len({row["source"] for row in rows}) >= 8
    assert sum(row["name"] == "" for row in rows) == 2


def test_demo_needs_a_real_csv_reader() -> None:
    names = [row["name"] for row in read(SEEDS / "demo.csv")]
    assert any("," in name for name in names)
    assert any('"' in name for name in names)


def test_demo_truth_refers_to_known_entities() -> None:
    rows = read(SEEDS / "demo.csv")
    truth = read(ROOT / "tests" / "data" / "demo_expected.csv")
    assert [row["row"] for row in truth] == [str(n) for n in range(1, len(rows) + 1)]
    wanted = {row["entity_id"] for row in truth} - {""}
    assert wanted - {row["id"] for row in entities()} == set()
    unanswered = [row["name"] for row, true in zip(rows, truth, strict=True) if not true["entity_id"]]
    assert unanswered.count("") == 2
    assert len(unanswered) == 7
