"""Family names with very many bearers: whom the text names in full, and whom most texts mean."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

GIVEN = (
    *("Андрей", "Борис", "Вадим", "Виктор", "Геннадий", "Григорий", "Денис", "Евгений", "Захар", "Игорь"),
    *("Кирилл", "Лев", "Максим", "Никита", "Олег", "Павел", "Роман", "Сергей", "Тимофей", "Фёдор"),
)
FAMILIES = ("Кузнецов", "Соколов", "Лебедев")
CROWD = [Entity(f"{given}-{family}", "person", [f"{given} {family}"]) for family in FAMILIES for given in GIVEN]
FAMOUS = Entity("famous", "person", ["Яков Лебедев"], weight=500.0)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver([*CROWD, FAMOUS])


@pytest.mark.parametrize("given", GIVEN[::2])
def test_who_is_named_in_full_is_meant_afterwards(resolver: Resolver, given: str) -> None:
    for family in FAMILIES[:2]:
        found = resolver.find(f"Вчера выступил {given} {family}. Потом спросили и {family}а.", language="ru")
        assert [mention.entity.id for mention in found] == [f"{given}-{family}"] * 2


@pytest.mark.parametrize(
    "text",
    ["Вчера выступил Кузнецов.", "Потом спросили Соколова.", "С Кузнецовым никто не говорил.", "Письмо Соколову."],
)
def test_one_of_many_bearers_without_more_is_nobody(resolver: Resolver, text: str) -> None:
    assert resolver.find(text, language="ru") == []


@pytest.mark.parametrize(
    "text", ["Вчера выступил Яков Лебедев.", "Вчера выступил Лебедев.", "Потом спросили Лебедева."]
)
def test_of_many_bearers_the_one_talked_about_is_meant(resolver: Resolver, text: str) -> None:
    assert [mention.entity.id for mention in resolver.find(text, language="ru")] == ["famous"]


def test_the_weight_yields_to_what_the_text_says(resolver: Resolver) -> None:
    found = resolver.find("Вчера выступил Олег Лебедев. Потом спросили Лебедева.", language="ru")
    assert [mention.entity.id for mention in found] == ["Олег-Лебедев"] * 2
    assert resolver.find("Вчера выступил Тарас Лебедев.", language="ru") == []
