"""Somebody else of a listed person's family name: another given name, or a wrong initial, stands beside it."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.finding.index.build import build
from translit.finding.index.search import Index
from translit.text.markup import ambiguous
from translit.text.mentions import Finder

PEOPLE = [
    Entity("luk", "person", ["Аляксандр Лукашэнка", "Александр Григорьевич Лукашенко", "Alexander Lukashenko"]),
    Entity("dzm", "person", ["Дзмітрый Аляксандравіч Лукашэнка", "Дмитрий Александрович Лукашенко"]),
    Entity("put", "person", ["Владимир Путин", "Vladimir Putin"]),
    Entity("mac", "person", ["Emmanuel Macron", "Эмманюэль Макрон"]),
    Entity("byk", "person", ["Васіль Быкаў", "Василий Быков"]),
    Entity("moroz", "person", ["Сергей Мороз"]),
    Entity("pz", "person", ["Пётр Жук"]),
    Entity("az", "person", ["Андрей Жук"]),
    Entity("orb", "person", ["Viktor Orbán", "Orbán Viktor", "Виктор Орбан"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PEOPLE)


def ids(resolver: Resolver, text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity.id) for mention in resolver.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Macron opened a bakery in Ohio.",
        "Ирина Лукашенко, учительница, приехала утром.",
        "Алексей Путин, фермер, продал корову. Путин доволен.",
        "Мария Быкова пела в хоре.",
        "Ирина Петровна Лукашенко вела урок.",
        "В школе Лукашенко Ирина Петровна вела урок.",
        "Встретился Путин Алексей, фермер.",
    ],
)
def test_another_given_name_names_nobody(resolver: Resolver, text: str) -> None:
    assert ids(resolver, text) == []


def test_the_listed_person_named_in_full_keeps_the_family_name(resolver: Resolver) -> None:
    found = ids(resolver, "Владимир Путин и Алексей Путин говорили. Путин доволен.")
    assert found == [("Владимир Путин", "put"), ("Путин", "put")]


def test_a_relative_later_takes_nothing_from_who_was_named_first(resolver: Resolver) -> None:
    found = ids(resolver, "Макрон приехал с женой. Брижит Макрон молчала. Макрон улыбался.")
    assert found == [("Макрон", "mac"), ("Макрон", "mac")]


def test_the_given_name_of_the_next_person_contradicts_nothing(resolver: Resolver) -> None:
    assert ids(resolver, "Как сказал Путин Сергею Лаврову, завтра.") == [("Путин", "put")]
    assert ids(resolver, "Утром Дональд Путину позвонил.") == [("Путину", "put")]
    assert ids(resolver, "Утром Дональду Путину позвонили.") == []


@pytest.mark.parametrize("text", ["Israel's Macron spoke.", "President Macron spoke.", "May Macron speak?"])
def test_no_given_name_contradicts_nothing(resolver: Resolver, text: str) -> None:
    assert ("Macron", "mac") in ids(resolver, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В суде Д. Лукашенко дал показания.", [("Д. Лукашенко", "dzm")]),
        ("Как сообщил А. Г. Лукашенко, урожай хорош.", [("А. Г. Лукашенко", "luk")]),
        ("Yesterday V. Putin met A. Lukashenko again.", [("V. Putin", "put"), ("A. Lukashenko", "luk")]),
        ("Вчера К. Путин продал корову. Путин доволен.", []),
    ],
)
def test_initials_agree_or_contradict(resolver: Resolver, text: str, expected: list[tuple[str, str]]) -> None:
    assert ids(resolver, text) == expected


def test_of_two_equal_namesakes_none_is_named(resolver: Resolver) -> None:
    text = "Пётр Жук и Андрей Жук пришли. Жук молчал."
    assert ids(resolver, text) == [("Пётр Жук", "pz"), ("Андрей Жук", "az")]
    asked_for_less = Finder(Index(build(PEOPLE))).find(text, threshold=0.4)[-1]
    assert {one.entity.id for one in asked_for_less.candidates} == {"pz", "az"}
    assert ambiguous(asked_for_less) == 1


def test_a_given_name_before_another_family_name_is_a_strangers(resolver: Resolver) -> None:
    found = ids(resolver, "Сергей Лавров и Сергей Мороз встретились.")
    assert found == [("Сергей Мороз", "moroz")]


@pytest.mark.parametrize("text", ["Его сын Виктор уехал.", "My uncle Viktor sold a cow."])
def test_a_given_name_alone_is_nobody_though_a_name_has_it_last(resolver: Resolver, text: str) -> None:
    assert ids(resolver, text) == []


def test_a_given_name_alone_is_that_of_a_person_in_the_text(resolver: Resolver) -> None:
    assert ids(resolver, "Viktor Orbán spoke. Then Viktor left.") == [("Viktor Orbán", "orb"), ("Viktor", "orb")]
    assert ids(resolver, "Orbán spoke.") == [("Orbán", "orb")]
