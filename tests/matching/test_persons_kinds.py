"""Kinds of names that are, or aren't, of one person: ten examples a kind or more, half of them that must not match."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import translit
from translit.compiled import read_toml

DATA = Path(__file__).parents[1] / "data"
ROWS: list[dict[str, str]] = []
for name in ("persons_kinds", "asian_kinds"):
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        ROWS += csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in ROWS}))
def test_names_of_a_kind(kind: str) -> None:
    rows = [row for row in ROWS if row["kind"] == kind]
    chances = translit.compare_many([(row["name_a"], row["name_b"]) for row in rows])
    wrong = [
        f"{chance:.3f} {row['name_a']} | {row['name_b']} is {row['label']}"
        for row, chance in zip(rows, chances.tolist(), strict=True)
        if (chance >= 0.5) != (row["label"] == "1")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", ["names/born", "names/korean", "match/orthographies"])
def test_examples_of_a_table_are_one_person(file: str) -> None:
    for row in read_toml(*f"{file}.toml".split("/"))["examples"]:
        comparison = translit.compare(row["a"], row["b"])
        assert comparison.probability > 0.9, row
        assert comparison.explanation.a == row["a"]
