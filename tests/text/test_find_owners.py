"""A ministry, a bank or a court of another country than the listed one, told by the country beside it."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

BODIES = [
    Entity(
        "bank",
        "organization",
        ["Национальный банк", "Нацыянальны банк Рэспублікі Беларусь", "National Bank"],
    ),
    Entity("mfa", "organization", ["МИД", "МЗС", "MFA", "Ministry of Foreign Affairs"], role="Belarus, ministry"),
    Entity(
        "court",
        "organization",
        ["Верховный Суд", "Supreme Court", "Sąd Najwyższy", "Oberstes Gericht"],
        role="Belarus",
    ),
    Entity("council", "organization", ["Совет безопасности", "Security Council"], role="Belarus, council"),
    Entity("defence", "organization", ["Минобороны", "Министерство обороны Беларуси"]),
    Entity("duma", "organization", ["Парламент", "Parliament"]),
    Entity("shop", "organization", ["Ромашка"], role="Belarus, shops"),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(BODIES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Национальный банк Чехии повысил ставку.", "ru"),
        ("Вчера МИД Болгарии ответил нотой.", "ru"),
        ("Потом чешский МИД ответил нотой.", "ru"),
        ("Верховный суд США отклонил жалобу.", "ru"),
        ("В годы КПСС Верховный суд СССР молчал.", "ru"),
        ("Совет безопасности ООН собрался.", "ru"),
        ("Минобороны Швеции закупит танки.", "ru"),
        ("МЗС Францыі маўчыць.", "be"),
        ("The Supreme Court of the Republic of Estonia ruled.", "en"),
        ("The Swedish Supreme Court ruled.", "en"),
        ("Estonia's Supreme Court ruled.", "en"),
        ("The UN Security Council met.", "en"),
        ("Wyrok wydał Sąd Najwyższy Norwegii.", "pl"),
        ("Das Oberste Gericht Dänemarks tagte.", "de"),
    ],
)
def test_a_body_of_another_country_is_not_the_listed_one(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Национальный банк Беларуси повысил ставку.", "ru", "bank"),
        ("Национальный банк помог Чехии.", "ru", "bank"),
        ("В Чехии Национальный банк хранит золото.", "ru", "bank"),
        ("Белорусский МИД ответил Болгарии.", "ru", "mfa"),
        ("МИД Болгарию не упомянул.", "ru", "mfa"),
        ("Верховный суд, США и Канада молчат.", "ru", "court"),
        ("The Supreme Court of Belarus ruled.", "en", "court"),
        ("In Estonia, the Supreme Court ruled.", "en", "court"),
        ("The Belarusian Security Council met.", "en", "council"),
        ("Минобороны закупит шведские танки.", "ru", "defence"),
        ("Чешская Ромашка закрылась.", "ru", "shop"),
        ("Вчера Парламент Чехии собрался.", "ru", "duma"),
    ],
)
def test_a_country_elsewhere_or_the_own_one_contradicts_nothing(
    resolver: Resolver, text: str, language: str, expected: str
) -> None:
    assert ids_found(resolver, text, language) == [expected]


def test_of_namesakes_the_one_of_the_country_is_meant() -> None:
    two = Resolver(
        [
            Entity("lt", "organization", ["Сейм", "Сейм Литвы"]),
            Entity("pl", "organization", ["Сейм", "Сейм Польши"]),
            Entity("pm", "person", ["Ян Новак"]),
        ]
    )
    assert ids_found(two, "Литовский Сейм и польский Сейм заседали.", "ru") == ["lt", "pl"]
