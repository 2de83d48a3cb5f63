"""Kinds of names that are, or aren't, of one place or organization: about ten of each, half that must not."""

from __future__ import annotations

import csv

import pytest

import translit
from tests.support import DATA

FILES = {"place": "places_kinds.tsv", "organization": "organizations_kinds.tsv"}


def rows_of(kind: str) -> list[dict[str, str]]:
    with (DATA / FILES[kind]).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = {kind: rows_of(kind) for kind in FILES}
KINDS = sorted({(kind, row["kind"]) for kind, rows in ROWS.items() for row in rows})


@pytest.mark.parametrize(("of", "kind"), KINDS)
def test_names_of_a_kind(of: str, kind: str) -> None:
    rows = [row for row in ROWS[of] if row["kind"] == kind]
    chances = translit.compare_many([(row["name_a"], row["name_b"]) for row in rows], of)
    wrong = [
        f"{chance:.3f} {row['name_a']} | {row['name_b']} is {row['label']}"
        for row, chance in zip(rows, chances.tolist(), strict=True)
        if (chance >= 0.5) != (row["label"] == "1")
    ]
    assert not wrong, "\n".join(wrong)
