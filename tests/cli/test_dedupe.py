"""`translit dedupe`: rows of several kinds in one file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Translit = Callable[..., Any]

ROWS = """kind,name
place,Гомель
place,Homiel
person,Гомель
person,Гомельскі
organization,ОАО «Гродно Азот»
Company,Grodno Azot OJSC
,Васіль Быкаў
,Vasil Bykau
place,
"""


def clusters(text: str) -> list[str]:
    """The cluster of each row, numbered anew in the order in which they are met."""
    found = [row["cluster"] for row in csv.DictReader(io.StringIO(text))]
    numbers = {cluster: str(number) for number, cluster in enumerate(dict.fromkeys(filter(None, found)))}
    return [numbers.get(cluster, "") for cluster in found]


def test_rows_of_several_kinds_are_put_together_kind_by_kind(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    done = called("dedupe", "a.csv", "-c", "name", "--pairs", "pairs.csv")
    assert clusters(done.out) == ["0", "0", "1", "2", "3", "3", "4", "4", ""], done.err
    assert "8 spellings: 4 persons, 2 places, 2 organizations" in done.err
    assert len((tmp_path / "pairs.csv").read_text(encoding="utf-8").splitlines()) == 1 + 3


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--kind", "place"], ["0", "0", "", "", "", "", "1", "1", ""]),
        (["--kind", "organization"], ["", "", "", "", "0", "0", "1", "1", ""]),
        (["--kind-column", "kind"], ["0", "0", "1", "2", "3", "3", "4", "4", ""]),
    ],
)
def test_one_kind_alone(called: Translit, tmp_path: Path, options: list[str], wanted: list[str]) -> None:
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    assert clusters(called("dedupe", "a.csv", "-c", "name", *options).out) == wanted


def test_a_column_of_other_words_is_none_of_kinds(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("kind,name\nbrother,Янка Купала\nsister,Janka Kupała\n", encoding="utf-8")
    done = called("dedupe", "a.csv", "-c", "name")
    assert clusters(done.out) == ["0", "0"]
    assert "2 spellings, as persons since its column kind has 'brother' (--kind says otherwise)" in done.err
    named = called("dedupe", "a.csv", "-c", "name", "--kind-column", "kind")
    assert (named.status, named.out) == (1, "")
    assert "column 'kind' of a.csv has 'brother', which is none of person, place, organization" in named.err
