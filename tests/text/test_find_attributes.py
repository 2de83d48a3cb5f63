"""Names with a word in the genitive: the other word is declined, and no word is taken over an "and" before it."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

THINGS = [
    Entity("ep", "organization", ["Europos Parlamentas", "Eiropas Parlaments"]),
    Entity("eu", "place", ["Europa", "Eiropa"]),
    Entity("vu", "organization", ["Vilniaus universitetas"]),
    Entity("vln", "place", ["Vilnius", "Wilno"]),
    Entity("rd", "organization", ["Rīgas dome"]),
    Entity("riga", "place", ["Rīga"]),
    Entity("sl", "organization", ["Sněmovna lordů"]),
    Entity("kt", "organization", ["Тэатр Купалы"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(THINGS)


def _found(resolver: Resolver, text: str, language: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity.id) for mention in resolver.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Jis kalbėjo Europos Parlamente apie tai.", "lt", [("Europos Parlamente", "ep")]),
        ("Dirbo su Europos Parlamentu metus.", "lt", [("Europos Parlamentu", "ep")]),
        ("Studijavo Vilniaus universitete.", "lt", [("Vilniaus universitete", "vu")]),
        ("Sakė Vilniaus universitetui.", "lt", [("Vilniaus universitetui", "vu")]),
        ("Viņš runāja Eiropas Parlamentā.", "lv", [("Eiropas Parlamentā", "ep")]),
        ("Viņa strādā Rīgas domē.", "lv", [("Rīgas domē", "rd")]),
        ("O tom hlasovala Sněmovna lordů.", "cs", [("Sněmovna lordů", "sl")]),
        ("Выступалі ў Тэатры Купалы ўчора.", "be", [("Тэатры Купалы", "kt")]),
    ],
)
def test_the_declined_head_is_found_with_its_attribute(
    resolver: Resolver, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Kalbėjo apie Europos miestus.", "lt", [("Europos", "eu")]),
        ("Vilniaus gatvės buvo tuščios.", "lt", [("Vilniaus", "vln")]),
        ("Parlamente ir Europos miestuose kalbėjo.", "lt", [("Europos", "eu")]),
        ("Universitete ir Vilniaus gatvėse buvo tylu.", "lt", [("Vilniaus", "vln")]),
        ("Viņi runāja par Eiropas valstīm.", "lv", [("Eiropas", "eu")]),
        ("Viņš dzīvo pie Rīgas un strādā.", "lv", [("Rīgas", "riga")]),
        ("O tom mluvil poslanec lordů.", "cs", []),
        ("Верш Купалы чыталі ў тэатры.", "be", []),
    ],
)
def test_the_attribute_by_itself_is_not_the_longer_name(
    resolver: Resolver, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Universitete ir Vilniaus universitete.", "lt", ["Universitete", "Vilniaus universitete"]),
        ("Europos Parlamente ir Europos miestuose.", "lt", ["Europos Parlamente", "Europos"]),
        ("Runāja Eiropas Parlamentā un Eiropas valstīs.", "lv", ["Eiropas Parlamentā", "Eiropas"]),
        ("Vilniaus universitete ir Vilniaus gatvėse.", "lt", ["Vilniaus universitete", "Vilniaus"]),
    ],
)
def test_no_word_is_skipped_against_the_order_of_the_name(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert [mention for mention, _ in _found(resolver, text, language)] == expected
