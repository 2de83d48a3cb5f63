"""A listed name's word that is a stranger's given or family name: Georgia Rice, Борис Громов, Richard Wagner."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    Entity("bor", "person", ["Анжелика Борис", "Andżelika Borys"]),
    Entity("kim", "person", ["Ким Чен Ын", "Kim Jong Un"]),
    Entity("lida", "place", ["Ліда", "Лида", "Lida"]),
    Entity("georgia", "place", ["Georgia", "Грузия"]),
    Entity("jordan", "place", ["Jordan", "Иордания"]),
    Entity("wagner", "organization", ["Wagner Group", "ЧВК Вагнер", "Группа Вагнера", "Wagner", "Вагнер"]),
    Entity("minsk", "place", ["Минск", "Мінск", "Minsk"]),
    Entity("shv", "person", ["Андрэй Швед", "Андрей Швед"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вчера врач Борис Громов сказал, что это пройдёт.", "ru"),
        ("Вчера Борис пришёл домой.", "ru"),
        ("Piekarz Borys Nowak kupił dom.", "pl"),
        ("Piekarz Borys Wąsik kupił dom.", "pl"),
        ("Настаўніца Ліда Швед паскардзілася на дарогі.", "be"),
        ("Учительница Лида Петрова пела.", "ru"),
        ("The letter was signed by her friend Georgia Smith.", "en"),
        ("A player named Jordan Peterson spoke.", "en"),
        ("They listened to Richard Wagner, and Wagner was pleased.", "en"),
        ("Оперу Рихарда Вагнера слушали молча. Потом Вагнера хвалили.", "ru"),
    ],
)
def test_a_strangers_name_is_no_place_organization_or_listed_person(
    resolver: Resolver, text: str, language: str
) -> None:
    assert resolver.find(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Анжелика Борис на свободе. Борис вышла вчера.", "ru", ["bor", "bor"]),
        ("Mówiła Andżelika Borys. Piekarz Borys Nowak kupił dom.", "pl", ["bor"]),
        ("У Лідзе Пятровіч сустрэў людзей.", "be", ["lida"]),
        ("Він їхав з Ліди Петренка зустрічати.", "uk", ["lida"]),
        ("The army left Georgia on Monday.", "en", ["georgia"]),
        ("In Jordan Smith met the king.", "en", ["jordan"]),
        ("The Wagner Group left, and Wagner was silent.", "en", ["wagner", "wagner"]),
        ("Вчера ЧВК Вагнер ушла.", "ru", ["wagner"]),
        ("Сергею Минск понравился.", "ru", ["minsk"]),
        ("Завтра Минск примет гостей.", "ru", ["minsk"]),
        ("Вчера Андрей Швед выступил.", "ru", ["shv"]),
    ],
)
def test_a_name_that_nothing_contradicts_stays(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert [mention.entity.id for mention in resolver.find(text, language)] == expected
