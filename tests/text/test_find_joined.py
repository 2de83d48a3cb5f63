"""Polish names of two halves that are both inflected: Białystok, w Białymstoku, z Białegostoku."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.text.reading.readings import readings

TOWNS = [
    Entity("bialystok", "place", ["Беласток", "Białystok", "Bialystok"]),
    Entity("krasnystaw", "place", ["Krasnystaw"]),
    Entity("nowytarg", "place", ["Nowy Targ"]),
    Entity("stok", "place", ["Stok"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(TOWNS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wczoraj Białystok świętował.", ["bialystok"]),
        ("Wrócił z Białegostoku wczoraj.", ["bialystok"]),
        ("Mieszka w Białymstoku od lat.", ["bialystok"]),
        ("Dzięki Białemustokowi wygrali.", ["bialystok"]),
        ("Jadą do Krasnegostawu jutro.", ["krasnystaw"]),
        ("Mieszka w Krasnymstawie od lat.", ["krasnystaw"]),
        ("Wrócił z Nowego Targu wczoraj.", ["nowytarg"]),
        ("Nie ma tu niczego wspaniałego, a Wielkiego Stawu nie widać.", []),
        ("Spotkał Negocjatora i Sergowego.", []),
    ],
)
def test_both_halves_of_a_name_are_inflected(resolver: Resolver, text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in resolver.find(text, "pl")] == expected


def test_short_halves_are_left_alone() -> None:
    assert "kolyw" not in [one.folded for one in readings(["Kolegow"], "pl")[0]]
