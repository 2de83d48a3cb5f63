"""Acronyms are met by acronyms or by their letters, not by ordinary words that sound like them."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

BODIES = [
    Entity("nato", "organization", ["НАТО", "NATO", "OTAN"]),
    Entity("plant", "organization", ["БелАЭС", "Астравецкая АЭС"]),
    Entity("agency", "organization", ["ПАП", "PAP", "Польское агентство печати"]),
    Entity("party", "organization", ["PO", "Platforma Obywatelska"]),
    Entity("unesco", "organization", ["UNESCO"]),
    Entity("g20", "organization", ["G20", "Большая двадцатка"]),
    Entity("court", "organization", ["МУС", "МКС", "ICC", "Международный уголовный суд"]),
    Entity("ministry", "organization", ["МУС", "МВД", "Министерство внутренних дел"]),
    Entity("ford", "organization", ["FORD", "LUKOIL"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(BODIES)


def _found(resolver: Resolver, text: str, language: str | None) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity.id) for mention in resolver.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They flew to Athens and came back.", "en"),
        ("Вчера Сергей Белоусов уволился.", "ru"),
        ("Там Папа Римский говорил с людьми.", "ru"),
        ("Po raz pierwszy od lat milczeli.", "pl"),
        ("По ее словам, это шаг назад.", "ru"),
        ("The summit of G7 ended.", "en"),
        ("Er las die Zeitung Nation gern.", "de"),
        ("Вчера Натан ушёл домой.", "ru"),
    ],
)
def test_an_ordinary_word_is_no_acronym(resolver: Resolver, text: str, language: str) -> None:
    assert _found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Nato chief spoke, and NATO agreed.", "en", [("Nato", "nato"), ("NATO", "nato")]),
        ("Вчера в НАТО ответили.", "ru", [("НАТО", "nato")]),
        ("Вчора в Нато відповіли.", "uk", [("Нато", "nato")]),
        ("Остановлена БелАЭС.", "ru", [("БелАЭС", "plant")]),
        ("Как сообщает ПАП, дождь кончился.", "ru", [("ПАП", "agency")]),
        ("Сообщили в Юнеско вчера.", "ru", [("Юнеско", "unesco")]),
        ("W wyborach wygrała PO.", "pl", [("PO", "party")]),
        ("The summit of G20 ended.", "en", [("G20", "g20")]),
        ("Вчера МВД сообщило о взрыве.", "ru", [("МВД", "ministry")]),
        ("Он купил старый Ford у соседа.", "ru", [("Ford", "ford")]),
        ("Нефть добывает Лукойл.", "ru", [("Лукойл", "ford")]),
    ],
)
def test_an_acronym_is_found_by_its_letters(
    resolver: Resolver, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    found = resolver.finder.find(text, language, threshold=0.3)
    assert [(mention.text, mention.entity.id) for mention in found] == expected
