"""A family name alone before the full name of a relative: the best-known bearer, or the one named before."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

FAMILY = [
    Entity("anna", "person", ["Ганна Крэмень", "Анна Кремень", "Hanna Kremen", "Anna Kremień", "Hanna Kremień"]),
    Entity("ihar", "person", ["Ігар Крэмень", "Ihar Kremen"]),
    Entity("nina", "person", ["Ніна Крэмень", "Nina Kremen"]),
    Entity("piotr", "person", ["Пётр Дубовік", "Piotr Dubovik"]),
    Entity("pavel", "person", ["Павел Дубовік", "Pavel Dubovik"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(FAMILY)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Yesterday Kremen spoke; her brother Ihar Kremen was silent.", "en", ["anna", "ihar"]),
        ("Учора Крэмень выступіла. Яе брат Ігар Крэмень маўчаў.", "be", ["anna", "ihar"]),
        ("Yesterday Kremen spoke. Then Ihar Kremen and Nina Kremen left.", "en", ["anna", "ihar", "nina"]),
        ("Yesterday Kremen spoke. Hanna Kremen is a writer.", "en", ["anna", "anna"]),
        ("Ihar Kremen spoke. Then Kremen left.", "en", ["ihar", "ihar"]),
        ("Ігар Крэмень выступіў. Потым Крэмень сышоў.", "be", ["ihar", "ihar"]),
        ("Hanna Kremen came with Ihar Kremen. Then Ihar left.", "en", ["anna", "ihar", "ihar"]),
        ("Yesterday Dubovik spoke. Piotr Dubovik is a writer.", "en", ["piotr", "piotr"]),
        ("Учора Дубовік выступіў. Павел Дубовік — пісьменнік.", "be", ["pavel", "pavel"]),
    ],
)
def test_a_family_name_is_the_best_known_bearers_until_another_is_named(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert [mention.entity.id for mention in resolver.find(text, language)] == expected
