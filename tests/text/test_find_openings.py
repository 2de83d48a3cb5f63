"""The word that opens a sentence is no given name before a family name, unless it is one; endings tell the gender."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

PEOPLE = [
    Entity("hol", "person", ["Frank Holub", "Франк Голуб", "Frank Josef Holub"]),
    Entity("ves", "person", ["Pavel Veselin", "Павел Веселин", "Павел Весялін"]),
    Entity("grm", "person", ["Алексей Громов", "Aleksei Gromov", "Аляксей Громаў"]),
    Entity("mir", "person", ["Anton Miretsky", "Антон Мирецкий", "Антон Мірэцкі"]),
    Entity("mia", "person", ["Olga Miretska", "Ольга Мирецкая", "Вольга Мірэцкая"]),
    Entity("rob", "person", ["Harold R. Wexton", "Harold Wexton", "Гарольд Уэкстон"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PEOPLE)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Will Gromov resign?", "en", ["grm"]),
        ("As Gromov said, it was not the end.", "en", ["grm"]),
        ("Has Veselin arrived in the town?", "en", ["ves"]),
        ("Как сообщил Громов, это не так.", "ru", ["grm"]),
        ("Ранее Громов был в городе.", "ru", ["grm"]),
        ("Вчера Веселин не пришёл.", "ru", ["ves"]),
        ("Чаму Громаў не прыехаў?", "be", ["grm"]),
        ("Siońnia Hromaŭ nie pryjechaŭ.", "be-Latn", ["grm"]),
        ("Anot Gromovo, tai ne tiesa.", "lt", ["grm"]),
        ("Zakaj Veselin ni prišel?", "sl", ["ves"]),
        ("Ali Veselin pride na vrh?", "sl", ["ves"]),
        ("Danach sprach er mit der Presse. Wann Gromow kommt, ist offen.", "de", ["grm"]),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_given_name(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Roman Gromov came and said that it was over.", "en"),
        ("Mark Veselin spoke to the press.", "en"),
        ("Надежда Громова пришла домой.", "ru"),
        ("Роман Громов не пришёл.", "ru"),
        ("Надежда Веселина пела.", "ru"),
        ("Jana Hromava pryjechała.", "be-Latn"),
        ("Rose Holub was in the garden.", "en"),
        ("Раман Громаў не прыехаў.", "be"),
        ("Robert Wexton spoke.", "en"),
        ("Rose Wexton spoke.", "en"),
        ("Dagmar Holubová zpívala.", "cs"),
        ("Ernst Gromow kam nicht.", "de"),
    ],
)
def test_a_given_name_that_opens_a_sentence_is_one(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Yesterday Miretsky flew to the town.", "en", ["mir"]),
        ("Yesterday Miretska flew to the town.", "en", ["mia"]),
        ("Danach sprach Mirezkyj mit der Presse.", "de", ["mir"]),
        ("Pourquoi Miretskaïa est-elle partie ?", "fr", ["mia"]),
        ("Hier Miretski a parlé à la presse.", "fr", ["mir"]),
        ("Harold Robert Wexton spoke.", "en", ["rob"]),
    ],
)
def test_the_ending_of_a_family_name_tells_who_of_a_couple_is_meant(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected
