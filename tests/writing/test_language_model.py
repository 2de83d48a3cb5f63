"""The language of a name in Cyrillic: by the letters that only it has, and by those that stand in a row."""

from __future__ import annotations

import pytest

from translit import detect
from translit.writing.language_model import ALPHABETS, LANGUAGES, language_chances


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Святлана Ціханоўская", "be"),
        ("Зміцер Жылуновіч", "be"),
        ("Аляксей Дудараў", "be"),
        ("Володимир Зеленський", "uk"),
        ("Анрі Бергсон", "uk"),
        ("Леся Українка", "uk"),
        ("Михаил Булгаков", "ru"),
        ("Софья Ковалевская", "ru"),
        ("Эдуард Лимонов", "ru"),
        ("Ангел Кънчев", "bg"),
        ("Щилян Въртигов", "bg"),
        ("Ђорђе Балашевић", "sr"),
        ("Новак Ђоковић", "sr"),
        ("Ѓорче Петров", "mk"),
        ("Ќиро Глигоров", "mk"),
    ],
)
def test_names(name: str, language: str) -> None:
    assert detect(name)[0].language == language


def test_chances_add_up_and_are_the_same_in_capitals() -> None:
    chances = language_chances("Ганна Севярынец")
    assert sum(chances.values()) == pytest.approx(1)
    assert language_chances("ГАННА СЕВЯРЫНЕЦ") == chances
    assert language_chances("Łukašenka 12") == {}
    assert language_chances("Яков II") == language_chances("Яков")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_of_its_own_decides(language: str) -> None:
    others = set().union(*(set(letters) for other, letters in ALPHABETS.items() if other != language))
    for letter in set(ALPHABETS[language]) - others:
        assert max(language_chances(f"ма{letter}а").items(), key=lambda item: item[1])[0] == language


def test_other_languages_are_told_by_their_letters() -> None:
    assert detect("Әлихан Бөкейханұлы")[0].language == "kk"
