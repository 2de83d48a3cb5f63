"""Persons are found in whatever letters and system their names are written, among others of the same people."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.finding.blocking_pairs import link_keys

LISTED = {
    "kim-il": "Ким Чен Ир",
    "kim-un": "Ким Чен Ын",
    "lee": "이재용",
    "park": "Park Chung-hee",
    "chung": "정주영",
    "zhou": "Чжоу Сяохун",
    "chen": "Chen Quanguo",
    "wei": "Wei Lin Na",
    "ivan": "Иван Грозный",
    "ekaterina": "Екатерина II",
    "karl": "Karl XII",
    "petrov": "Иван Петров",
}
RESOLVER = Resolver([Entity(key, "person", [name]) for key, name in LISTED.items()])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Kim Jong-il", "kim-il"),
        ("김정은", "kim-un"),
        ("Lee Jae-yong", "lee"),
        ("Ли Чжэ Ён", "lee"),
        ("Пак Чон Хи", "park"),
        ("Chung Ju-yung", "chung"),
        ("Zhou Xiaohong", "zhou"),
        ("Чэнь Цюаньго", "chen"),
        ("Wei Linna", "wei"),
        ("Ivan the Terrible", "ivan"),
        ("Ivan IV", "ivan"),
        ("Catherine the Great", "ekaterina"),
        ("Карл XII", "karl"),
    ],
)
def test_a_person_is_found_however_the_name_is_written(query: str, wanted: str) -> None:
    assert [hit.entity.id for hit in RESOLVER.resolve(query, 1) if hit.name_probability >= 0.5] == [wanted]


@pytest.mark.parametrize(
    "query",
    [
        "Kim Jong-nam",
        "Lee Jae-myung",
        "Пак Кын Хе",
        "Chung Ju-young-ho",
        "Zhou Xiaolong",
        "Чэнь Гуанчэн",
        "Wei Linning",
        "Ivan the Great",
        "Catherine I",
        "Карл XIV",
    ],
)
def test_another_person_with_the_same_family_name_or_rank_is_not(query: str) -> None:
    assert [hit.entity.id for hit in RESOLVER.resolve(query, 1) if hit.name_probability >= 0.5] == []


@pytest.mark.parametrize("query", ["Kim Jong-il", "Lee Jae-yong", "Park Chung-hee"])
def test_a_korean_name_is_no_common_one(query: str) -> None:
    alone, among = RESOLVER.resolve(query, 1), RESOLVER.resolve_many([query, *map(str, range(12))])[0]
    assert alone[0].probability > 0.8 and alone[0].probability == among[0].probability


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ким Чен Ир", "Kim Jong-il", True),
        ("이재용", "Lee Jae-yong", True),
        ("Чэнь Цюаньго", "Chen Quanguo", True),
        ("Kim Jong-nam", "Lee Jae-myung", False),
    ],
)
def test_a_join_has_a_key_for_two_spellings(one: str, other: str, same: bool) -> None:
    assert (set(link_keys(one)) & set(link_keys(other)) != set()) is same
