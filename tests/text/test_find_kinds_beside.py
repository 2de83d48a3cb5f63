"""Words beside a listed name that make it another thing's: a street, a river, a shop, another town."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LISTED = [
    Entity("lida", "place", ["Ліда", "Лида", "Lida"], role="city in Belarus"),
    Entity("pinsk", "place", ["Пінск", "Пинск", "Pinsk", "Pińsk"], role="city in Belarus"),
    Entity("rivne", "place", ["Рівне", "Ровно", "Rivne"], role="city in Ukraine"),
    Entity("brest", "place", ["Брэст", "Брест", "Brest", "Brześć"], role="city in Belarus"),
    Entity("oslo", "place", ["Осло", "Oslo"], role="capital of Norway"),
    Entity("lt", "place", ["Літва", "Литва", "Литва", "Litwa", "Lithuania", "Litauen"], role="country"),
    Entity("wel", "person", ["Karl Welker", "Карл Велькер"]),
    Entity("mon", "person", ["Henri Montal"]),
    Entity("ost", "person", ["Павел Островский"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("На вулиці Рівній відкрили кав’ярню.", "uk"),
        ("Живёт на улице Пинск уже год.", "ru"),
        ("Pies wpadł do rzeki Lidy pod lasem.", "pl"),
        ("На берегу реки Лиды стоял дом.", "ru"),
        ("Возера Ліда замерзла.", "be"),
        ("They lived on Pinsk Street in the town.", "en"),
        ("They swam in the Lida River in summer.", "en"),
        ("In der Pinsk-Schule lernen Kinder.", "de"),
        ("Sie wohnt in der Lida-Straße und ist froh.", "de"),
    ],
)
def test_a_street_a_river_or_a_school_is_not_the_city(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Вулиці Рівного були порожні.", "uk", ["rivne"]),
        ("Гуляли по улицам Пинска.", "ru", ["pinsk"]),
        ("Ulice Pińska były puste.", "pl", ["pinsk"]),
        ("Вуліцы Ліды былі пустыя.", "be", ["lida"]),
        ("Наши улицы Пинска и площади Лиды были пусты.", "ru", ["pinsk", "lida"]),
        ("Улицы Осло были пусты.", "ru", ["oslo"]),
        ("Все реки Литвы замёрзли.", "ru", ["lt"]),
        ("Od miasta Lidy jechali pociągiem.", "pl", ["lida"]),
        ("У горадзе Пінску было ціха.", "be", ["pinsk"]),
        ("The street in Pinsk was empty.", "en", ["pinsk"]),
        ("Die Litauen-Reise war nicht lang.", "de", ["lt"]),
    ],
)
def test_what_belongs_to_the_city_changes_nothing(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bäckerei Welker in der Stadt schloss.", "de"),
        ("Er ging in die Apotheke Welker und kam nicht zurück.", "de"),
        ("La boulangerie Montal est fermée.", "fr"),
        ("Piekarnia Welker była zamknięta.", "pl"),
        ("Аптека Велькер была закрыта.", "ru"),
        ("The Welker Bakery in town was closed.", "en"),
    ],
)
def test_a_shop_is_not_the_person(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Die Bäckerei Welkers wurde geschlossen.", "de", ["wel"]),
        ("Piekarnia Welkera była zamknięta.", "pl", ["wel"]),
        ("Аптека Велькера была закрыта.", "ru", ["wel"]),
        ("Der Kanzler Welker sprach nicht.", "de", ["wel"]),
        ("Le président Montal est parti.", "fr", ["mon"]),
        ("Фирма обманула Велькера.", "ru", ["wel"]),
    ],
)
def test_the_owner_of_a_shop_is_the_person(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mieszka w Brześciu Kujawskim od roku.", "pl"),
        ("Jechał do Pińska Mazowieckiego pociągiem.", "pl"),
        ("Жил в Бресте Куявском и там умер.", "ru"),
        ("The town of Pinsk Mazowiecki was flooded.", "en"),
        ("Er wohnte in Brest Kujawski und war Lehrer.", "de"),
        ("Жив у Пінську Мазовецькому довго.", "uk"),
    ],
)
def test_a_place_with_an_adjective_that_agrees_is_another_town(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("W Brześciu Kowalski spotkał sąsiada.", "pl", ["brest"]),
        ("Burmistrz Pińska Zalewski był chory.", "pl", ["pinsk"]),
        ("Мэра Пинска Заславского уволили.", "ru", ["pinsk"]),
        ("В Пинске Островский встретил друга.", "ru", ["pinsk", "ost"]),
        ("In Pinsk Kaminski met the mayor.", "en", ["pinsk"]),
        ("У Пінську Заславський зустрів друга.", "uk", ["pinsk"]),
    ],
)
def test_a_family_name_behind_a_place_changes_nothing(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected
