"""Rulers are known by a given name and a number, which is of the mention; by the given name alone they are nobody."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

RULERS = [
    Entity("gus", "person", ["Gustav III", "Густав III"]),
    Entity("leo", "person", ["Leon XIII", "Лев XIII", "Leo XIII"]),
    Entity("jp", "person", ["Jan Paweł II", "John Paul II", "Иоанн Павел II"]),
    Entity("nic", "person", ["Николай II", "Nicholas II"]),
    Entity("jr", "person", ["Robert Marlow Jr."]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(RULERS)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Papież Leon XIII był w mieście.", "pl", ["Leon XIII"]),
        ("Listy papieża Leona XIII leżą w mieście.", "pl", ["Leona XIII"]),
        ("Король Густав III вернулся домой.", "ru", ["Густав III"]),
        ("При Николае II построили мост.", "ru", ["Николае II"]),
        ("The pope John Paul II was in the town.", "en", ["John Paul II"]),
        ("Papież Jan Paweł II był w mieście.", "pl", ["Jan Paweł II"]),
        ("The singer Robert Marlow was in the town.", "en", ["Robert Marlow"]),
    ],
)
def test_the_number_is_of_the_mention(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert [mention.text for mention in resolver.find(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Papież Leon XII był w mieście.", "pl"),
        ("Piekarz Leon był w mieście.", "pl"),
        ("Сосед Николай вернулся домой.", "ru"),
        ("Король Густав IV вернулся домой.", "ru"),
        ("Her uncle Gustav was in the town.", "en"),
        ("The pope Paul VI was in the town.", "en"),
        ("The king Robert III was in the town.", "en"),
        ("Rurociąg Północny II. Polska czeka.", "pl"),
        ("In World War II the town was closed.", "en"),
    ],
)
def test_another_number_or_none_is_another_person(resolver: Resolver, text: str, language: str) -> None:
    assert resolver.find(text, language) == []


WITH_A_STOP = [Entity("w1", "person", ["Wilhelm I."]), Entity("w2", "person", ["Wilhelm II.", "Вильгельм II"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wilhelm I. starb 1888 in Berlin.", ["w1"]),
        ("Wilhelm II. besuchte Wien. Sein Großvater Wilhelm I. starb 1888.", ["w2", "w1"]),
        ("Kaiser Wilhelm II. kam. Abschnitt II. des Vertrags gilt. I. Allgemeines", ["w2"]),
        ("Wilhelm V. starb 1626.", []),
        ("Abschnitt I. des Vertrags gilt.", []),
    ],
)
def test_a_number_with_a_full_stop_is_no_initial(text: str, expected: list[str]) -> None:
    assert [mention.entity.id for mention in Resolver(WITH_A_STOP).find(text, "de")] == expected
