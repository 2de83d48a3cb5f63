"""The linter reports every fault of a table at once, each in a sentence that names the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.errors import TableError
from translit.writing.lint import check, lint
from translit.writing.registry import compiled, load_table

GOOD = """
[scheme]
id = "xx-test"
title = "A small table"
authority = "Nobody"
year = 2020
language = "xx"
from = "Cyrl"
to = "Latn"
reversible = true
source = "this test"
[alphabet]
input = "абв"
output = "abv"
[letters]
"а" = "a"
"б" = "b"
"в" = "v"
[examples]
"а" = "a"
"б" = "b"
"в" = "v"
"аб" = "ab"
"Ва" = "Va"
"""


def faults(tmp_path: Path, text: str, name: str = "xx-test") -> list[str]:
    path = tmp_path / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    table = load_table(path)
    return lint(table, compiled(table))


def test_a_good_table_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


def test_all_faults_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace('authority = "Nobody"', 'colour = "red"\nstatus = "new"')
        .replace('input = "абв"', 'input = "абвг"')
        .replace('"в" = "v"\n[ex', '"в" = "w"\n[ex')
        .replace('"аб" = "ab"', '"аб" = "ба"')
        .replace("[examples]", '[notes]\nx = 1\n[[rules]]\nmap = { "а" = "b" }\nbefore = "д"\n[examples]')
    )
    text = text.replace('before = "д"', 'before = "г"')
    found = faults(tmp_path, text, "other")
    expected = [
        "[scheme] has no authority; state it",
        "[scheme] has the key 'colour', which nothing reads",
        "the section [notes] is read by nothing",
        "status is 'new'; use one of current",
        "id is 'xx-test' but the file is other.toml",
        "the letter г (U+0433 CYRILLIC SMALL LETTER GHE) has no line",
        "has no why",
        "writes w (U+0077 LATIN SMALL LETTER W), not in [alphabet] output",
        "[alphabet] output lists v (U+0076 LATIN SMALL LETTER V), which no line writes",
        "the example 'аб' gives 'ab', not 'ба'",
        "the example 'в' gives 'w', not 'v'",
    ]
    for part in expected:
        assert any(part in fault for fault in found), (part, found)
    assert len(found) >= len(expected)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('"б" = "b"\n', '"б" = "а"\n'), "CYRILLIC SMALL LETTER A"),  # a look-alike in the output
        (('"б" = "b"\n', '"б" = "a"\n'), "both give 'a' though the table is declared reversible"),
        (('"б" = "b"\n', '"Б" = "b"\n'), "must be written small"),
        (("[alphabet]\ninput", '[alphabet]\nnever = ["аа"]\ninput'), ""),
        (('[examples]\n"а" = "a"\n', "[examples]\n"), "example"),
    ],
)
def test_single_faults(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    found = faults(tmp_path, GOOD.replace(*change, 1))
    if not fault:
        assert found == []
    else:
        assert any(fault in sentence for sentence in found), found


def test_rules_that_tie_are_a_fault(tmp_path: Path) -> None:
    rules = """
[[rules]]
why = "one"
after = "а"
map = { "б" = "v" }
[[rules]]
why = "other"
before = "а"
map = { "б" = "a" }
[examples]"""
    found = faults(tmp_path, GOOD.replace("\n[examples]", rules, 1))
    assert any("two rules for 'б' ('v' and 'a') fit the same place" in fault for fault in found), found


def test_check_raises_all_in_one(tmp_path: Path) -> None:
    path = tmp_path / "xx-test.toml"
    path.write_text(GOOD.replace("year = 2020\n", "").replace('source = "this test"\n', ""), encoding="utf-8")
    table = load_table(path)
    with pytest.raises(TableError, match=r"no year.*no source"):
        check(table, compiled(table))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[scheme\n", "isn't TOML"),
        ("[letters]\n", "id is missing"),
        ('[scheme]\nid = "xx-test"\nbase = "xx-test"\n', "circle"),
        ('[scheme]\nid = "xx-test"\nbase = "xx-nothing"\n', "doesn't exist"),
        ('[scheme]\nid = "xx-test"\n[letters]\n"а" = "a"\n"а" = "b"\n', "isn't TOML"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        faults(tmp_path, text)
