"""Armenian and Greek names in their cases, of entities that are listed in other scripts."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.compiled import read_toml
from translit.kinds import Kind
from translit.text.reading.case_endings import has_endings, without_endings

LISTED: list[tuple[Kind, str]] = [
    ("person", "Магнус Карлсен"),
    ("person", "Tigran Petrosian"),
    ("person", "Mikis Theodorakis"),
    ("person", "Alexis Tsipras"),
    ("place", "Гюмри"),
    ("place", "Moskau"),
    ("place", "Thessaloniki"),
]
RESOLVER = Resolver([Entity(id=name, kind=kind, names=[name]) for kind, name in LISTED])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Նա հաղթեց Մագնուս Կարլսենին։", ["Магнус Карлсен"]),
        ("Մրցաշարը կանցկացվի Գյումրիում։", ["Гюмри"]),
        ("Նա Տիգրան Պետրոսյանից նամակ ստացավ։", ["Tigran Petrosian"]),
        ("Η ορχήστρα έπαιξε έργα του Μίκη Θεοδωράκη.", ["Mikis Theodorakis"]),
        ("Μίλησε για τον Αλέξη Τσίπρα χθες.", ["Alexis Tsipras"]),
        ("Εγκαινίασε την έκθεση της Θεσσαλονίκης.", ["Thessaloniki"]),
        # others of the same given or family name, and words of another name
        ("Նա հաղթեց Մագնուս Հանսենին։", []),
        ("Նա Տիգրան Մագակյանից նամակ ստացավ։", []),
        ("Մրցաշարը կանցկացվի Գորիսում։", []),
        ("Η Μαρία Θεοδωράκη είδε τον αγώνα.", []),
        ("Μίλησε για τον Αλέξη Παππά χθες.", []),
        ("Ο Μίκης γύρισε σπίτι.", []),
    ],
)
def test_names_are_found_in_their_cases(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in RESOLVER.find(text)] == expected


@pytest.mark.parametrize("example", read_toml("text", "case_endings.toml")["examples"], ids=lambda one: one["text"])
def test_the_examples_of_the_table(example: dict[str, str]) -> None:
    def bases(text: str) -> list[str]:
        return [base for base, _ in without_endings(text, has_endings(text))]

    assert bases(example["base"])[0] in bases(example["text"])
