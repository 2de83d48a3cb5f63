"""`translit csv` where the names of a column are of several languages or spellings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Translit = Callable[..., Any]
MIXED = "lang,name\nbe,Святлана Ціханоўская\nru,Светлана Тихановская\nuk,Володимир Зеленський\n,Tsikhanouskaya\n"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    (tmp_path / "m.csv").write_text(MIXED, encoding="utf-8")
    return tmp_path / "m.csv"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ["--to", "bgnpcgn", "--language", "auto"],
            ["Svyatlana Tsikhanowskaya", "Svetlana Tikhanovskaya", "Volodymyr Zelenskyi", "Tsikhanouskaya"],
        ),
        (
            ["--to", "press-de", "--language-column", "lang", "--from", "any"],
            ["Swjatlana Zichanouskaja", "Swetlana Tichanowskaja", "Wolodymyr Selenskyj", "Zichanouskaja"],
        ),
        (["--to", "be-lacinka", "--from", "any"], ["Sviatłana Cichanoŭskaja", None, None, "Cichanoŭskaja"]),
    ],
)
def test_each_row_by_its_language(
    called: Translit, translit: Translit, mixed: Path, options: list[str], expected: list[str]
) -> None:
    done = called("csv", mixed, "-c", "name", *options)
    assert done.status == 0, done.err
    found = [line.split(",")[2] for line in done.out.splitlines()[1:]]
    assert [cell if want else None for cell, want in zip(found, expected, strict=True)] == expected
    again = translit("csv", mixed, "-c", "name", *options, "--processes", "2")
    assert again.out == done.out


def test_letters_that_are_left_are_said(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("name\nҚазақстан\nМінск\n", encoding="utf-8")
    done = translit("csv", "m.csv", "-c", "name", "--to", "be-lacinka", "--processes", "2")
    left = [line for line in done.out.splitlines() if any("\u0400" <= char < "\u0530" for char in line.split(",")[1])]
    assert ("keeps letters" in done.err) is bool(left)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--to", "bgnpcgn", "--language", "klingon"], "there is no language 'klingon'"),
        (["--to", "nope", "--language", "auto"], "no family of schemes 'nope'"),
        (["--to", "bgnpcgn", "--language", "auto", "--language-column", "lang"], "not both"),
        (["--to", "be-lacinka", "--from", "nope"], "there is no scheme 'nope'"),
        (["--to", "bgnpcgn", "--language-column", "name"], "the column of languages has"),
    ],
)
def test_wrong_use(called: Translit, mixed: Path, options: list[str], said: str) -> None:
    done = called("csv", mixed, "-c", "name", *options)
    assert done.status == 2
    assert said in done.err


def test_a_row_in_a_language_without_a_scheme_stays_and_the_run_goes_on(called: Translit, tmp_path: Path) -> None:
    rows = "Тихановская,ru\nTichanowskaja,de\nŻuraŭ,Polish\nЦіханоўская,fr-FR\n"
    (tmp_path / "in.csv").write_text(f"name,lang\n{rows}", encoding="utf-8")
    done = called("csv", "in.csv", "-c", "name", "--to", "bgnpcgn", "--language-column", "lang", "--as", "x")
    assert done.status == 0, done.err
    written = ["Tikhanovskaya", "Tichanowskaja", "Żuraŭ", "Tsikhanowskaya"]
    assert [line.split(",")[2] for line in done.out.splitlines()[1:]] == written


@pytest.mark.parametrize(
    ("target", "same"), [("German", "de"), ("press-fr", "fr"), ("be-bgnpcgn", "be-bgnpcgn-1979"), ("belarusian", "be")]
)
def test_labels_by_names_of_languages_and_by_aliases(called: Translit, tmp_path: Path, target: str, same: str) -> None:
    (tmp_path / "in.csv").write_text("name\nМінск\nLukaschenko Alexander\n", encoding="utf-8")
    found = [called("resolve", "in.csv", "-c", "name", "--label", label) for label in (target, same)]
    assert found[0].status == 0 and found[0].out == found[1].out


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("В. В. Путин", "W. W. Putin"),
        ("Путин В.В.", "Putin W.W."),
        ("И. И. Синицын", "I. I. Sinizyn"),
        ("С. С. Микола", "S. S. Mykola"),
        ("Ким Ир Сен", "Kim Ir Sen"),
        ("І. Я. Франко", "I. Ja. Franko"),
        ("У. Дубоўка", "U. Dubouka"),
        ("Д. Ціханоўскі", "D. Zichanouski"),
    ],
)
def test_initials_say_nothing_of_the_language_but_for_letters_of_its_own(
    called: Translit, tmp_path: Path, name: str, wanted: str
) -> None:
    (tmp_path / "in.csv").write_text(f"name\n{name}\n", encoding="utf-8")
    done = called("csv", "in.csv", "-c", "name", "--to", "press-de", "--language", "auto", "--as", "x")
    assert done.out.splitlines()[1] == f"{name},{wanted}"
    assert "keeps letters" not in done.err


def test_what_a_scheme_doesnt_write_has_the_remedy_that_wasnt_taken(called: Translit, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nЂорђевић\nЂурић\n", encoding="utf-8")
    advised = called("csv", "in.csv", "-c", "name", "--to", "be-press-de").err
    assert "2 cells of name_be-press-de keep letters" in advised
    assert "--language auto writes each name by its own language" in advised
    taken = called("csv", "in.csv", "-c", "name", "--to", "press-de", "--language", "auto").err
    assert "2 cells of name_press-de keep letters" in taken
    assert "--language auto" not in taken


@pytest.mark.parametrize(
    ("command", "code", "name"),
    [
        (("variants", "Лукашэнка"), "be", "Belarusian"),
        (("inflect", "Gdańsk", "--kind", "place"), "pl", "polish"),
        (("query", "Лукашэнка"), "be", "BELARUSIAN"),
        (("find", "in.txt"), "de", "German"),
    ],
)
def test_every_option_of_languages_takes_their_names(
    called: Translit, tmp_path: Path, command: tuple[str, ...], code: str, name: str
) -> None:
    (tmp_path / "in.txt").write_text("Lukaschenko traf Putin in Minsk.\n", encoding="utf-8")
    found = [called(*command, "--language", each) for each in (code, name)]
    assert found[0].status == 0 and found[0].out == found[1].out != ""
    assert called(*command, "--language", "Klingon").status == 2
