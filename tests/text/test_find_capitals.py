"""Capitals that aren't names: months, German nouns, inhabitants and adjectives; foreign names in Lithuanian."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver, seeds

OTHERS = [
    Entity("may", "person", ["Theresa May"]),
    Entity("march", "place", ["March", "Марч"]),
    Entity("union", "organization", ["Europäische Union"]),
    Entity("de", "place", ["Germany", "Deutschland"]),
    Entity("it", "place", ["Italy", "Italien"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(seeds())


@pytest.fixture(scope="module")
def others() -> Resolver:
    return Resolver(OTHERS)


def _found(resolver: Resolver, text: str, language: str | None) -> list[str]:
    return [mention.text for mention in resolver.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Im März reiste der Russe nach Polen. Die Bank am See ist neu.", "de", ["Polen"]),
        ("Friedrich Merz sprach im März.", "de", ["Friedrich Merz"]),
        ("Die Bank im Park ist neu.", "de", []),
        ("Ein Pole traf eine Russin und den Minsker.", None, []),
        ("A Russian left the room.", "en", []),
        ("The band plays Polish songs, and Vice President Smith waved.", "en", []),
    ],
)
def test_what_has_a_capital_without_being_a_name(
    resolver: Resolver, text: str, language: str | None, expected: list[str]
) -> None:
    assert _found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The talks in May and March failed.", "en", []),
        ("Theresa May resigned. May was tired.", "en", ["Theresa May", "May"]),
        ("Die Union tagte.", "de", []),
        ("Die Europäische Union tagte. Die Union schwieg.", "de", ["Europäische Union", "Union"]),
        ("Der Italiener kam aus Deutschland.", "de", ["Deutschland"]),
    ],
)
def test_such_a_word_is_a_name_where_the_whole_name_stands(
    others: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert _found(others, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("У вёсцы святкавалі Купалле да раніцы.", "be", []),
        ("На Купаллі спявалі, вершаў не чыталі.", "be", []),
        ("U viosku na Kupalle pryjechali hości.", "be-Latn", []),
        ("Kaimynai laukė, kol ateis Joninės.", "lt", []),
        ("Вершы Янкі Купалы чыталі на Купалле.", "be", ["Янкі Купалы"]),
        ("Вершы Купалы чыталі да раніцы.", "be", ["Купалы"]),
        ("Апошнім прыйшоў Каляда, хоць дождж ішоў да раніцы.", "be", ["Каляда"]),
        ("Vakare atvyko Kazys Jonynas.", "lt", ["Kazys Jonynas"]),
    ],
)
def test_feasts_are_nobody(text: str, language: str, expected: list[str]) -> None:
    names = ("Янка Купала", "Мікалай Каляда", "Kazys Jonynas")
    assert _found(Resolver([Entity(name, "person", [name]) for name in names]), text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angela Merkel rašo apie Emmanuelį Macroną.", ["Angela Merkel", "Emmanuelį Macroną"]),
        ("Volodymyras Zelenskis atvyko. Zelenskį pasitiko premjeras.", ["Volodymyras Zelenskis", "Zelenskį"]),
        ("Baltarusiai ir lenkai yra kaimynai.", []),
    ],
)
def test_lithuanian_adds_endings_to_foreign_names(resolver: Resolver, text: str, expected: list[str]) -> None:
    assert _found(resolver, text, "lt") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er stammt aus dem Gebiet Luhansk und wohnt nicht in der Stadt.", ["Luhansk"]),
        ("Das war nicht die Rede, die Poroschenkos Sprecher gelobt hat.", ["Poroschenkos"]),
        ("Sie ist nicht mit dem Präsidenten Lukaschenko nach Hause gefahren.", ["Lukaschenko"]),
        ("Es gab in der Bäckerei Merkle und in der Metzgerei nichts.", []),
        ("Er ist mit dem Musiker Peter Lukaschenko nach Hause gefahren.", []),
        ("Das ist nicht die Bank, die es in der Stadt gab.", []),
    ],
)
def test_a_german_noun_beside_a_name_says_what_it_is_or_nothing(
    resolver: Resolver, text: str, expected: list[str]
) -> None:
    assert _found(resolver, text, "de") == expected
