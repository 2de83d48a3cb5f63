"""A possessive names its owner, where an adjective or an inhabitant names nobody."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LIST = [
    Entity("hol", "person", ["Frank Holub", "Франк Холуб", "Франк Голуб"]),
    Entity("ves", "person", ["Pavel Veselin", "Павел Веселин", "Павел Веселін"]),
    Entity("lublin", "place", ["Lublin", "Люблин", "Люблін"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LIST)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Včera to řekl Holubův mluvčí a nikdo neví proč.", "cs", ["hol"]),
        ("To je Veselinova zahteva in nihče ne ve, kaj pomeni.", "sl", ["ves"]),
        ("Veselinov urad je včeraj molčal.", "sl", ["ves"]),
        ("To je Veselinov ured i nitko ne zna što znači.", "hr", ["ves"]),
        ("Včera to povedal Veselinov hovorca a nikto nevie prečo.", "sk", ["ves"]),
    ],
)
def test_possessives(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("To je lublinski grad in nihče ne ve, kaj pomeni.", "sl"),
        ("To řekl lublinský starosta a nikdo neví proč.", "cs"),
        ("Holubice letěla nad městem a nikdo neví kam.", "cs"),
        ("Lublinčan je včeraj molčal.", "sl"),
        ("Lublinian przyszło wielu i nikt nie wie po co.", "pl"),
    ],
)
def test_other_derived_words(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []
