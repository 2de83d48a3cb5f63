"""Kinds of names that are, or aren't, of one person, place or organization: ten examples a kind, half that aren't."""

from __future__ import annotations

import pytest

import translit
from tests.matching.kinds import KNOWN_FAILURES, ROWS, rows_of
from translit.compiled import read_toml


@pytest.mark.parametrize(("of", "kind"), sorted({(row.of, row.kind) for row in ROWS}))
def test_names_of_a_kind(of: str, kind: str) -> None:
    rows = rows_of(of, kind)
    chances = translit.compare_many([row.pair for row in rows], of).tolist()
    wrong = {row.pair: chance for row, chance in zip(rows, chances, strict=True) if (chance >= 0.5) != row.same}
    assert wrong.keys() == KNOWN_FAILURES & {row.pair for row in rows}, wrong


@pytest.mark.parametrize("file", ["names/born", "names/korean", "match/orthographies"])
def test_examples_of_a_table_are_one_person(file: str) -> None:
    for row in read_toml(*f"{file}.toml".split("/"))["examples"]:
        comparison = translit.compare(row["a"], row["b"])
        assert comparison.probability > 0.9, row
        assert comparison.explanation.a == row["a"]
