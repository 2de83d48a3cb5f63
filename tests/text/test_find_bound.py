"""Family names that share no sound key with the listed one, told by the given name beside them: Клод Моне, Monet."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    "Claude Monet",
    "Niccolò Machiavelli",
    "Michel Foucault",
    "Keanu Reeves",
    "Michael Caine",
    "Lech Wałęsa",
    "Arthur Rimbaud",
    "Edgar Degas",
    "Ilham Əliyev",
    "Гюстав Курбе",
]
RESOLVER = Resolver([Entity(id=name, kind="person", names=[name]) for name in LISTED])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Музей купил пейзаж Клода Моне.", ["Claude Monet"]),
        ("Трактат Никколо Макиавелли читают до сих пор.", ["Niccolò Machiavelli"]),
        ("Філосаф Мішэль Фуко чытаў лекцыі.", ["Michel Foucault"]),
        ("Главную роль сыграл Киану Ривз.", ["Keanu Reeves"]),
        ("З Майклам Кейнам размаўлялі гадзіну.", ["Michael Caine"]),
        ("Президентом стал Лех Валенса, электрик.", ["Lech Wałęsa"]),
        ("Wystawę obrazów Gustave'a Courbeta otwarto w środę.", ["Гюстав Курбе"]),
        # afterwards the family name alone, in any case
        ("Стихи Артюра Рембо перевели. Рембо было семнадцать.", ["Arthur Rimbaud", "Arthur Rimbaud"]),
        ("На стене висит Эдгар Дега. О Дега спорят.", ["Edgar Degas", "Edgar Degas"]),
        # somebody else: another family name, another given name, no given name beside
        ("Музей купил пейзаж Клода Мореля.", []),
        ("Художник Эдуар Моне писал письма.", []),
        ("Моне стоит дорого.", []),
        ("Главную роль сыграл Киану Ривера.", []),
        ("Философ Мишель Фурье читал лекции.", []),
        ("Роман Артюра Ремизова перевели. Рембо было семнадцать.", []),
        ("Пришёл Майкл, Кейна не было.", []),
        ("На стене висит Эдгар Дегтярёв.", []),
        ("На стене висит Эдгар Дега. Дегтярь пришёл поздно.", ["Edgar Degas"]),
    ],
)
def test_a_given_name_tells_what_the_word_beside_it_is(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text)] == expected


def test_what_was_found_beside_a_given_name_does_not_stay_with_the_word() -> None:
    fresh = Resolver([Entity(id="m", kind="person", names=["Claude Monet"])])
    assert [one.text for one in fresh.find("Пришёл Клод Моне.")] == ["Клод Моне"]
    assert fresh.find("Моне стоит дорого.") == []
