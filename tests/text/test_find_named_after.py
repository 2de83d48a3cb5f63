"""A street, a prize, a newspaper or a club isn't whom it is named after, nor a minister the ministry."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LIST = [
    Entity("dem", "person", ["Антон Демчук", "Anton Demchuk", "Anton Demczuk"]),
    Entity("hol", "person", ["Frank Holub", "Франк Голуб"]),
    Entity("gra", "person", ["Jonas Gražulis", "Jonas Grazulis"]),
    Entity("minsk", "place", ["Минск", "Minsk", "Мінск"]),
    Entity("kyiv", "place", ["Kyiv", "Київ", "Киев"]),
    Entity("washington", "place", ["Washington", "Вашингтон"]),
    Entity("georgia", "place", ["Georgia", "Грузия"]),
    Entity("dynamo", "organization", ["Dynamo Minsk", "Динамо Минск"]),
    Entity("mid", "organization", ["Министерство обороны", "Ministry of Defence", "Міністэрства абароны"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LIST)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("На вуліцы Антона Дэмчука адкрылі музей.", "be"),
        ("Аптека на улице Демчука закрыта.", "ru"),
        ("Театр имени Антона Демчука не работает.", "ru"),
        ("Он учится в университете Антона Демчука.", "ru"),
        ("Стоит на ул. Демчука и не едет.", "ru"),
        ("Mieszka na ulicy Antona Demczuka i nie wie.", "pl"),
        ("Anton Demchuk Street was closed.", "en"),
        ("He works at the Frank Holub University.", "en"),
        ("The prize was named after Frank Holub.", "en"),
        ("Der Holub-Preis wird nicht vergeben.", "de"),
        ("Namai Gražulio gatvėje yra seni.", "lt"),
        ("The Kyiv Post reported it.", "en"),
        ("The Washington Post wrote that.", "en"),
        ("«Вашингтон пост» пишет, что это не так.", "ru"),
        ("Dynamo Kyiv won the match.", "en"),
        ("Georgia O'Keeffe painted that.", "en"),
        ("Министр обороны сказал, что это не так.", "ru"),
        ("Міністр абароны сказаў, што гэта не так.", "be"),
    ],
)
def test_what_is_named_after_a_name_isnt_its_bearer(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Вчера на улице Демчук не был.", "ru", ["dem"]),
        ("Дом Антона Демчука не тут.", "ru", ["dem"]),
        ("По улице шёл Антон Демчук.", "ru", ["dem"]),
        ("The chief of the airport Frank Holub said that.", "en", ["hol"]),
        ("After Frank Holub left, it was over.", "en", ["hol"]),
        ("Frank Holub street by street went on.", "en", ["hol"]),
        ("A post in Kyiv was vacant.", "en", ["kyiv"]),
        ("In Washington Times were hard.", "en", []),
        ("They came to Georgia yesterday.", "en", ["georgia"]),
        ("Dynamo Minsk won the match.", "en", ["dynamo"]),
        ("Министерство обороны сказало, что это не так.", "ru", ["mid"]),
        ("Jono Gražulio vakar nebuvo.", "lt", ["gra"]),
    ],
)
def test_its_bearer_is_found(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jis gyvena Minsko gatvėje prie turgaus.", "lt"),
        ("Viņš dzīvo Minskas ielā pie tirgus.", "lv"),
        ("Il habite avenue de Minsk, près du marché.", "fr"),
        ("Vive en la calle de Minsk desde ayer.", "es"),
        ("Они встретились в кафе «Минск» у рынка.", "ru"),
        ("Яны сустрэліся ў кавярні «Мінск» каля рынку.", "be"),
        ("Раённая газета «Над Мінскам» выйшла ўчора.", "be"),
        ("Savaitraštis „Minsko laiškai“ neišėjo.", "lt"),
    ],
)
def test_a_street_or_a_title_is_not_its_place(resolver: Resolver, text: str, language: str) -> None:
    assert "minsk" not in ids_found(resolver, text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minsko gatvės buvo tuščios.", "lt"),
        ("На улицах Минска было пусто.", "ru"),
        ("Les rues de Minsk étaient vides.", "fr"),
        ("Он сказал: «Минск не отвечает».", "ru"),
        ("«Минск не отвечает», сказал он.", "ru"),
        ("Der Sprecher von Minsk „schwieg“ dazu.", "de"),
        ("Клуб «Звезда» играет в Минске.", "ru"),
        ("La ville de Minsk est grande.", "fr"),
    ],
)
def test_streets_and_speech_of_a_place_are_its_own(resolver: Resolver, text: str, language: str) -> None:
    assert "minsk" in ids_found(resolver, text, language)
