"""An organization by the one word that it goes by, in other scripts than it is listed in; common words aren't such."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LISTED = [
    Entity("naftan", "organization", ["ОАО «Нафтан»"]),
    Entity("kali", "organization", ["ААТ «Беларуськалій»"]),
    Entity("rosneft", "organization", ["ПАО «НК «Роснефть»"]),
    Entity("belavia", "organization", ["ОАО «Авиакомпания «Белавиа»"]),
    Entity("naftogaz", "organization", ["НАК «Нафтогаз України»"]),
    Entity("orlen", "organization", ["PKN Orlen S.A."]),
    Entity("litgrid", "organization", ["LITGRID AB"]),
    Entity("spring", "organization", ["Центр «Весна»"]),
    Entity("horizon", "organization", ["Фонд «Надежда»"]),
    Entity("bank", "organization", ["Банк «Москва»"]),
    Entity("sun", "organization", ["ООО «Солнце»"]),
    Entity("smirnov", "organization", ["ООО «Смирнов»"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Shares of Naftan and Belaruskali are not traded.", "en", ["naftan", "kali"]),
        ("Gegen Naftan wurden Sanktionen verhängt.", "de", ["naftan"]),
        ("Wczoraj Rosnieft milczał.", "pl", ["rosneft"]),
        ("Yesterday Rosneft cut supplies.", "en", ["rosneft"]),
        ("Aujourd'hui Belavia a signé avec Naftogaz.", "fr", ["belavia", "naftogaz"]),
        ("Учора «Белавія» адмяніла рэйс.", "be", ["belavia"]),
        ("Umowę podpisał Orlen z firmą Litgrid.", "pl", ["orlen", "litgrid"]),
        ("Росіяни, зокрема «Роснафта», мовчать.", "uk", ["rosneft"]),
        ("Вчера «Орлен» купил нефть.", "ru", ["orlen"]),
        ("Сёння «Літгрыд» скончыў выпрабаванне.", "be", ["litgrid"]),
    ],
)
def test_a_word_of_its_own_names_an_organization(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They met in Vesna and Nadezhda park.", "en"),
        ("Yesterday Nadezhda sang in the club.", "en"),
        ("He lives in Moscow.", "en"),
        ("The poem is called Solntse in Russian.", "en"),
        ("Yesterday Smirnov won in Paris.", "en"),
        ("Kowalski i Nowak grali razem.", "pl"),
        ("In Moskau regnet es.", "de"),
        ("Le vent de Nafta souffle.", "fr"),
        ("The Rosner family moved.", "en"),
        ("Sie kaufte Orlean und Organza.", "de"),
    ],
)
def test_a_common_word_or_a_name_in_another_script_is_none(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []
