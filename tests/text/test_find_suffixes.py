"""Turkish endings behind apostrophes, given names that are forms of others, names listed once in another script."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LIST = [
    Entity("tok", "person", ["Olga Tokarczuk"]),
    Entity("sob", "person", ["Арина Соболенко"]),
    Entity("mag", "person", ["Magyar Péter"]),
    Entity("prague", "place", ["Praha"]),
    Entity("germany", "place", ["Germany"]),
    Entity("nato", "organization", ["NATO"]),
    Entity("zvezda", "organization", ["Crvena zvezda"]),
    Entity("dynamo", "organization", ["Динамо Київ"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LIST)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Dün Olga Tokarczuk'la konuştu.", "tr", ["tok"]),
        ("Toplantı Prag'da yapıldı.", "tr", ["prague"]),
        ("Heyet Almanya’nın başkentine gitti.", "tr", ["germany"]),
        ("Bakan NATO'nun kararını okudu.", "tr", ["nato"]),
        ("Dün Jan Tokarczuk'la konuştu.", "tr", []),
        ("Dün Pragma'da konuştu.", "tr", []),
        ("Heyet Almanyalı'nın evine gitti.", "tr", []),
        ("Bakan Natura'nın kararını okudu.", "tr", []),
        ("Сегодня играла Арина Соболенко.", "ru", ["sob"]),
        ("Сегодня играла Соболенко.", "ru", ["sob"]),
        ("Сегодня играла россиянка Вера Соболенко.", "ru", []),
        ("Вчера книгу Веры Соболенко читали.", "ru", []),
        ("De Magyar Péter volt miniszter.", "hu", ["mag"]),
        ("De Magyar Bálint volt miniszter.", "hu", []),
        ("Играчи клуба Црвена звезда су победили.", "sr", ["zvezda"]),
        ("Играчи клуба Плава звезда су победили.", "sr", []),
        ("Yesterday Dynamo Kyiv won the match.", "en", ["dynamo"]),
        ("Yesterday Dynamo Kazan won the match.", "en", []),
    ],
)
def test_who_is_found(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected
