"""A table of inflection is checked as a whole, and every fault is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from translit.cli import main
from translit.errors import TableError
from translit.text.inflection.inflection_lint import lint
from translit.text.inflection.inflection_registry import paths

GOOD = """[inflection]
id = "xx"
title = "Inflection of names in a language"
language = "xx"
script = "Latn"
authority = "translit"
year = 2026
source = "A grammar."
licence = "MIT"
cases = "nom gen"
[classes]
K = "kg"
[alternations]
P = "k>c"
[weights]
nom = 0.5
gen = 0.3
[[paradigms]]
id = "m-velar"
kinds = "place"
gender = "m"
after = "K"
endings = "- P:e"
example = "Minsk Minsce"
[examples]
"""
STEMS = ("Mas", "Bres", "Kurs", "Toms", "Oms", "Luc", "Slus", "Pins")
EXAMPLES = "".join(f'"{stem}ce" = "{stem}k"\n' for stem in STEMS)
GOOD += EXAMPLES + '"Minsce" = "Minsk"\n"Bielsce" = "Bielsk"\n'


def checked(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "xx.toml"
    file.write_text(text, encoding="utf-8")
    return lint(file)[1]


def test_every_table_of_the_project_is_without_fault() -> None:
    assert {name: faults for name, path in paths().items() if (faults := lint(path)[1])} == {}


def test_a_good_table_has_no_faults(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('source = "A grammar."', 'source = ""', "has no source"),
        ('id = "xx"', 'id = "yy"', "name them alike"),
        ('after = "K"', 'after = "K Z"', "class Z is used but not"),
        ('"- P:e"', '"- Q:e"', "alternation Q is used but not"),
        ('"- P:e"', '"- е"', "CYRILLIC SMALL LETTER IE"),
        ('example = "Minsk Minsce"', "", "has no example"),
        ('"Minsk Minsce"', '"Minsk Minska"', "isn't a form of 'Minsk'"),
        ("gen = 0.3", "gen = 0.9", "sum to more than 1"),
        ('"Minsce" = "Minsk"\n', "", "give 10 or more"),
        ('"Minsce" = "Minsk"', '"Minsce" = "Minska"', "isn't among"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert said in "; ".join(checked(tmp_path, GOOD.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('cases = "nom gen"', 'cases = "nom genitive"', "cases has 'genitive'"),
        ('endings = "- P:e"', 'endings = "- P:e e"', "3 endings for 2 cases"),
        ('kinds = "place"', 'kinds = "river"', "kinds has 'river'"),
        ('gender = "m"', 'gender = "x"', "letters of m, f and n"),
        ('K = "kg"', 'k = "kg"', "must be named in capitals"),
        ('P = "k>c"', 'P = "k-c"', "write pairs such as"),
        ("[weights]", "[weight]", "read by nothing"),
    ],
)
def test_a_fault_of_form_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(TableError, match=said.replace("(", r"\(")):
        checked(tmp_path, GOOD.replace(old, new, 1))


def test_the_command_knows_tables_of_inflection(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "check", str(paths()["be"])]) == 0
    assert "paradigms" in capsys.readouterr().out
    broken = tmp_path / "xx.toml"
    broken.write_text(GOOD.replace('source = "A grammar."', ""), encoding="utf-8")
    assert main(["table", "check", str(broken)]) == 1
    assert "has no source" in capsys.readouterr().out
