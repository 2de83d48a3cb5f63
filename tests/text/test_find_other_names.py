"""Another family name that comes close to a listed one, behind the same given name: Olaf Schulz isn't Olaf Scholz."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

PEOPLE = [
    Entity("scholz", "person", ["Olaf Scholz", "Олаф Шольц"]),
    Entity("zal", "person", ["Валерій Залужний", "Валерий Залужный", "Valerii Zaluzhnyi"]),
    Entity("trump", "person", ["Donald Trump", "Дональд Трамп"]),
    Entity("miller", "person", ["Anna Muller", "Stefan Baran"]),
    Entity("petrov", "person", ["Иван Петров", "Ivan Petrov"]),
    Entity("novak", "person", ["Jan Novak", "Ян Новак"]),
    Entity("kuchma", "person", ["Леонид Кучма", "Leonid Kuchma"]),
    Entity("yeltsin", "person", ["Борис Ельцин"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PEOPLE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gestern eröffnete Olaf Schulz eine Bäckerei.", "de"),
        ("У місті сержант Валерій Залізний отримав медаль.", "uk"),
        ("Yesterday Donald Trumpet played in a band.", "en"),
        ("Yesterday Anna Miller played in a band.", "en"),
        ("Вчора Іван Петренко отримав медаль.", "uk"),
        ("Вчера Иван Петренко получил медаль.", "ru"),
    ],
)
def test_another_family_name_is_another_person(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Gestern sprach Olaf Scholz.", "de", ["scholz"]),
        ("Die Rede von Olaf Scholz' Minister.", "de", ["scholz"]),
        ("Вчора промовляв Олаф Шольц.", "uk", ["scholz"]),
        ("Промовляв Валерій Залужній учора.", "uk", ["zal"]),
        ("Donald Trumps Rede war lang.", "de", ["trump"]),
        ("Rozmawiano z Donaldem Trumpem.", "pl", ["trump"]),
        ("Spotkano Jana Nowaka wczoraj.", "pl", ["novak"]),
        ("Вчера выступил Леонид Кучмо.", "ru", ["kuchma"]),
        ("Hier, Boris Eltsine est parti.", "fr", ["yeltsin"]),
    ],
)
def test_a_slip_a_form_or_another_spelling_is_the_same_person(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected
