"""Towns of the USA behind which a state stands: Moscow, Idaho isn't the capital of Russia."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

PLACES = [
    Entity("athens", "place", ["Athens", "Афины", "Ateny", "Athen"], role="capital of Greece"),
    Entity("warsaw", "place", ["Warsaw", "Варшава", "Warschau", "Warszawa"], role="capital of Poland"),
    Entity("berlin", "place", ["Berlin", "Берлин", "Берлін"]),
    Entity("georgia", "place", ["Georgia", "Грузия", "Грузія"]),
    Entity("washington", "place", ["Washington", "Вашингтон"], role="capital of the United States"),
    Entity("austin", "place", ["Austin"], role="city in the USA"),
    Entity("dallas", "place", ["Dallas"]),
    Entity("dublin-oh", "place", ["Dublin"], role="town in Ohio"),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PLACES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was born in Athens, Ohio, in 1950.", "en"),
        ("The school in Warsaw, Indiana was closed.", "en"),
        ("She lives in Warsaw, IN, with her dog.", "en"),
        ("They met in Berlin, New Hampshire, last week.", "en"),
        ("A farm in Athens, Georgia, was sold.", "en"),
        ("A man from Atlanta, Georgia won.", "en"),
        ("He taught in Athens, Tex., for a year.", "en"),
        ("Er wohnt in Warschau, Indiana, und ist Lehrer.", "de"),
        ("Он живёт в Варшаве, штат Индиана, с 1990 года.", "ru"),
        ("Він мешкає в Берліні (Огайо) з 1990 року.", "uk"),
    ],
)
def test_a_town_before_a_state_is_not_the_city_elsewhere(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He was born in Athens, Greece, in 1950.", "en", ["athens"]),
        ("Talks in Warsaw, in Berlin and in Athens.", "en", ["warsaw", "berlin", "athens"]),
        ("Warsaw, Washington and Berlin agreed.", "en", ["warsaw", "washington", "berlin"]),
        ("Armenia, Georgia and Turkey agreed.", "en", ["georgia"]),
        ("In Tbilisi, Georgia, they met.", "en", ["georgia"]),
        ("The office in Austin, Texas was closed.", "en", ["austin"]),
        ("The office in Dallas, Texas was closed.", "en", ["dallas"]),
        ("The school in Dublin, Ohio was closed.", "en", ["dublin-oh"]),
        ("They met in Athens, or in Warsaw.", "en", ["athens", "warsaw"]),
        ("They left Warsaw. Indiana was far.", "en", ["warsaw"]),
        ("Он живёт в Варшаве, а не в штате Индиана.", "ru", ["warsaw"]),
    ],
)
def test_other_places_behind_a_comma_change_nothing(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected
