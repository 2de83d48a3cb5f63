"""Lists with one name for each entity, and family names beside the given name of somebody else of the family."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LIST = [
    Entity("mir", "person", ["Антон Мирецкий", "Антон Мірэцкі", "Anton Miretsky", "Антон Олегович Мирецкий"]),
    Entity("mia", "person", ["Ольга Мирецкая", "Вольга Мірэцкая", "Olga Miretskaya", "Ольга Олеговна Мирецкая"]),
    Entity("zah", "person", ["Мария Гордунова"]),
    Entity("poland", "place", ["Польша"]),
    Entity("belarus", "place", ["Беларусь"]),
    Entity("riga", "place", ["Riga"]),
    Entity("geneva", "place", ["Женева"]),
    Entity("kovel", "place", ["Ковель"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LIST)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He has lived in Poland for years.", "en", ["poland"]),
        ("Die Grenze zwischen Polen und Belarus ist zu.", "de", ["poland", "belarus"]),
        ("Elle a grandi en Biélorussie.", "fr", ["belarus"]),
        ("Kalbėjosi Rygoje ir kitur.", "lt", ["riga"]),
        ("Prezydent rozmawiał o tym w Genewie.", "pl", ["geneva"]),
        ("Муж Мирецкой, Антон Мирецкий, вышел на свободу.", "ru", ["mia", "mir"]),
        ("Вчера Мирецкой помог Антон Мирецкий.", "ru", ["mia", "mir"]),
        ("Марија Гордунова је дошла. Гордунова је говорила о томе.", "sr", ["zah", "zah"]),
    ],
)
def test_found(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Polish delegation met.", "en"),
        ("Der polnische Gast war nicht da.", "de"),
        ("Baltarusiai ir lenkai kalbėjosi.", "lt"),
        ("Польский гость не приехал.", "ru"),
        ("Брат Анны Гордуновой не приехал.", "ru"),
        ("Гордый стоит на реке.", "ru"),
        ("Ковальский не приехал.", "ru"),
        ("Иван Мирецкий не приехал.", "ru"),
    ],
)
def test_not_found(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []
