"""Names that end in 's are found as they are listed, with either apostrophe; other names without their 's."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    Entity("dinah", "organization", ["Dinah's"]),
    Entity("carver", "organization", ["Carver's Bank"]),
    Entity("mcd", "organization", ["McFarlan’s"]),
    Entity("hill", "place", ["Gallow's Hill"]),
    Entity("kerr", "person", ["John Kerrigan"]),
    Entity("oslo", "place", ["Oslo"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He ate at Dinah's in the town.", "en", ["Dinah's"]),
        ("He ate at Dinah’s in the town.", "en", ["Dinah’s"]),
        ("He ate at Dinah's.", None, ["Dinah's"]),
        ("The McFarlan's at the corner was closed.", "en", ["McFarlan's"]),
        ("The McFarlan’s at the corner was closed.", "en", ["McFarlan’s"]),
        ("They sued Carver's Bank in the spring.", "en", ["Carver's Bank"]),
        ("They climbed Gallow’s Hill in the spring.", "en", ["Gallow’s Hill"]),
        ("Er aß bei Dinah's in der Stadt.", "de", ["Dinah's"]),
        ("Он обедал в Dinah's и вышел.", "ru", ["Dinah's"]),
    ],
)
def test_a_name_with_an_apostrophe_is_found(
    resolver: Resolver, text: str, language: str | None, expected: list[str]
) -> None:
    assert [mention.text for mention in resolver.find(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kerrigan's speech was long.", ["Kerrigan"]),
        ("Oslo’s harbour was closed.", ["Oslo"]),
        ("Dinah Carver's dog was here.", []),
        ("His aunt Dinah was here.", []),
        ("A carver's bench was sold.", []),
        ("The gallows stood on the hill.", []),
        ("The bank in town was closed.", []),
        ("The city's mayor was in Oslo's harbour.", ["Oslo"]),
    ],
)
def test_the_genitive_of_another_name_is_not_such_a_name(resolver: Resolver, text: str, expected: list[str]) -> None:
    assert [mention.text for mention in resolver.find(text, "en")] == expected
