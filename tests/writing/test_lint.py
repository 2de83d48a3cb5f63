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


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('"в" = "v"\n[ex', '"в" = 3\n[ex', "[letters] 'в' is a whole number; write text"),
        ('"в" = "v"\n[ex', '"в" = ["v"]\n[ex', "[letters] 'в' is a list; write text"),
        ("year = 2020", 'year = "old"', "[scheme] year is text; write a whole number"),
        ("year = 2020", "year = 2020-01-01", "[scheme] year is a date or time; write a whole number"),
        ("reversible = true", 'reversible = "no"', "[scheme] reversible is text; write true or false"),
        ('title = "A small table"', "title = 5", "[scheme] title is a whole number; write text"),
        ("year = 2020", 'year = 2020\naliases = "xx"', "[scheme] aliases must be a list of texts"),
        ("year = 2020", "year = 2020\nbase = 5", "[scheme] base is a whole number; write text"),
        ("year = 2020", "year = 2020\nvia = 5", "[scheme] via is a whole number; write text"),
        ("year = 2020", 'year = 2020\nvia = "xx-test"', "via leads in a circle (xx-test → xx-test)"),
        ("year = 2020", 'year = 2020\nback = "nosuch"', "there is no scheme 'nosuch' for the way back"),
        ("year = 2020", 'year = 2020\nstress = "x"', "[scheme] stress is 'x'; use one of keep, drop"),
        ("year = 2020", 'year = 2020\ninherit = 5\nbase = "be-lacinka"', "[scheme] inherit must be a list"),
        ('output = "abv"', 'output = "abv"\nnever = "ab"', "[alphabet] never must be a list of texts"),
        ('output = "abv"', 'output = "abv"\nmaybe = "ab"', "[alphabet] has the key 'maybe', which nothing reads"),
        ("[examples]", '[examples]\n"вв" = 5', "[examples] 'вв' is a whole number; write text"),
        ("[examples]", "[capitals]\na = 5\n[examples]", "[capitals] 'a' is a whole number; write text"),
        ("[examples]", "[classes]\nx = 5\n[examples]", "[classes] 'x' is a whole number; write text"),
        ("[examples]", "[rules]\nwhy = 5\n[examples]", "begin each block with [[rules]] in double brackets"),
        (
            "[examples]",
            "[[rules]]\nwhy = 5\nmap = {}\n[examples]",
            "[[rules]] number 1 has a why that is a whole number",
        ),
        ("[examples]", '[[rules]]\nwhy = "x"\n[examples]', "[[rules]] number 1 has no map"),
        ("[examples]", '[[rules]]\nwhy = "x"\nmap = { "аб" = 1 }\n[examples]', "'аб' is a whole number"),
        ("[examples]", '[[rules]]\nafter = [5]\nmap = { "аб" = "x" }\n[examples]', "has after that is no context"),
        ("[examples]", '[[rules]]\nwhen = "x"\nmap = { "аб" = "x" }\n[examples]', "has the key 'when', which nothing"),
        ("[examples]", '[[rules]]\nwhy = "x"\nafter = "!"\nmap = { "аб" = "x" }\n[examples]', "has ! alone"),
    ],
)
def test_faults_of_form(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in GOOD
    with pytest.raises(TableError) as refused:
        faults(tmp_path, GOOD.replace(good, bad))
    assert said in str(refused.value)


def test_all_faults_of_form_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("year = 2020", 'year = "old"').replace('"а" = "a"\n"б"', '"а" = 3\n"б"')
    with pytest.raises(TableError, match=r"year is text.*; \[letters\] 'а' is a whole number"):
        faults(tmp_path, text)
