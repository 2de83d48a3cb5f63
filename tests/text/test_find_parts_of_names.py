"""A place in the name of a university, a hotel, a street, a paper or a club isn't meant; beside such a word it is."""

from __future__ import annotations

import pytest

from tests.support import DATA, ids_found
from translit import Entity, Resolver

PLACES = {
    "ljubljana": ["Любляна", "Ljubljana"],
    "zadar": ["Задар"],
    "riga": ["Rīga"],
    "vilnius": ["Vilnius", "Вильнюс"],
    "tallinn": ["Tallinn"],
    "beirut": ["بيروت"],
    "prague": ["Praha"],
    "warsaw": ["Warszawa"],
    "minsk": ["Минск"],
    "moldova": ["Moldova"],
    "bratislava": ["Bratislava"],
    "plovdiv": ["Plovdiv"],
    "beograd": ["Beograd"],
    "kyiv": ["Київ"],
    "tbilisi": ["Tbilisi"],
    "telaviv": ["תל אביב"],
    "tehran": ["تهران"],
    "bialystok": ["Białystok"],
}
LINES = (DATA / "parts_of_names.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver([Entity(key, "place", names) for key, names in PLACES.items()])


@pytest.mark.parametrize(("language", "expected", "text"), CASES)
def test_a_place_is_found_where_it_is_meant(resolver: Resolver, language: str, expected: str, text: str) -> None:
    assert ids_found(resolver, text, language) == expected.split()


def test_about_half_of_the_cases_must_not_be_found() -> None:
    assert 0.4 < sum(not expected for _, expected, _ in CASES) / len(CASES) < 0.65


@pytest.fixture(scope="module")
def institutions() -> Resolver:
    return Resolver([
        Entity("bsu", "organization", ["Belarusian State University"]),
        Entity("uj", "organization", ["Uniwersytet Jagielloński", "Jagiellonian University"]),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A Belarusian leader spoke at Belarusian State University.", ["bsu"]),
        ("en", "Exiled Belarusian writers met in Vilnius.", []),
        ("en", "The Belarusian delegation left.", []),
        ("en", "The students of Belarusian State University left.", ["bsu"]),
        ("pl", "Uniwersytet Jagielloński dał pieniądze, a pomagali studenci Uniwersytetu w Białymstoku.", ["uj"]),
        ("pl", "Studenci Uniwersytetu w Toruniu pomagali leśnikom.", []),
        ("pl", "Uniwersytet Jagielloński dał pieniądze na badania.", ["uj"]),
        ("pl", "Profesor Uniwersytetu Jagiellońskiego nie przyszedł.", ["uj"]),
        ("en", "Jagiellonian University gave money, the University of Warsaw none.", ["uj"]),
        ("en", "He studied at the University of Warsaw.", []),
    ],
)
def test_an_institution_is_none_by_whose_it_is_or_elsewhere(
    institutions: Resolver, language: str, text: str, expected: list[str]
) -> None:
    assert ids_found(institutions, text, language) == expected
