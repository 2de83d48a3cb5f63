"""The command `inflect`."""

from __future__ import annotations

import json

import pytest

from translit.cli import main


def test_forms_by_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inflect", "Святлана Ціханоўская", "--language", "be"]) == 0
    assert "acc\tСвятлану Ціханоўскую\n" in capsys.readouterr().out


def test_forms_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inflect", "Gdańsk", "-l", "pl", "--kind", "place", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["forms"]["ins"] == ["Gdańskiem"]


def test_bases_likeliest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inflect", "Zełenskiego", "-l", "pl", "--base", "--json"]) == 0
    (word,) = json.loads(capsys.readouterr().out)
    assert word["bases"][0]["base"] == "Zełenski"
    assert word["bases"][0]["case"] == ["gen", "acc"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["inflect", "Мінск", "-l", "xx"], "no table of inflection for 'xx'"),
        (["inflect", " ", "-l", "be"], "the name is empty"),
        (["inflect", "Мінск"], "--language"),
    ],
)
def test_a_wrong_call_is_one_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
