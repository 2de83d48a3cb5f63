"""Names in Chinese characters are found by what they are in each language, in the index and in the query."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver, dedupe
from translit.finding.blocking import name_keys
from translit.finding.blocking_pairs import link_keys
from translit.finding.match import match

SAME = [
    ("福田赳夫", "Takeo Fukuda"),
    ("大江 健三郎", "Kenzaburo Oe"),
    ("田中角栄", "Какуэй Танака"),
    ("川端康成", "Yasunari Kawabata"),
    ("菅直人", "Наото Кан"),
    ("李柱銘", "Lee Chu-ming"),
    ("梁振英", "Leung Chun-ying"),
    ("潘基文", "Ban Ki-moon"),
    ("李明博", "Ли Мён Бак"),
    ("溫家寶", "Wen Jiabao"),
    ("陳水扁", "Chen Shui-bian"),
    ("胡志明", "Hồ Chí Minh"),
]
OTHERS = ["Takeo Miki", "Kenji Oe", "Makiko Tanaka", "Yasunari Ueda", "Kan Naoko", "Lee Chun-hing", "Leung Kwok-hung"]


def _of(names: list[str]) -> Resolver:
    return Resolver([Entity(name, "person", [name]) for name in names])


@pytest.fixture(scope="module")
def han() -> Resolver:
    return _of([name for name, _ in SAME])


@pytest.fixture(scope="module")
def spelled() -> Resolver:
    return _of([name for _, name in SAME] + OTHERS)


@pytest.mark.parametrize(("name", "other"), SAME)
def test_each_finds_the_other(han: Resolver, spelled: Resolver, name: str, other: str) -> None:
    for resolver, query, wanted in ((han, other, name), (spelled, name, other)):
        found = [candidate.entity.id for candidate in resolver.resolve(query) if candidate.name_probability > 0.5]
        assert found == [wanted]


@pytest.mark.parametrize("query", OTHERS)
def test_others_are_not_found(han: Resolver, query: str) -> None:
    assert all(candidate.name_probability < 0.5 for candidate in han.resolve(query))


@pytest.mark.parametrize(("name", "other"), SAME)
def test_they_share_keys_of_words(name: str, other: str) -> None:
    assert set(name_keys(name)) & set(name_keys(other))


@pytest.mark.parametrize(("name", "other"), [pair for pair in SAME if pair[1].isascii() and len(pair[1].split()) == 2])
def test_they_share_keys_of_pairs_of_words(name: str, other: str) -> None:
    assert set(link_keys(name)) & set(link_keys(other))


def test_lists_are_joined_by_them() -> None:
    found = match([name for name, _ in SAME], [name for _, name in SAME])
    assert [[each.row for each in row] for row in found] == [[place] for place in range(len(SAME))]


def test_a_list_is_deduplicated_by_them() -> None:
    clusters = dedupe([name for pair in SAME for name in pair] + OTHERS).clusters
    assert {cluster.names for cluster in clusters if len(cluster.names) > 1} == {tuple(sorted(pair)) for pair in SAME}


def test_a_space_between_family_and_given_name_says_nothing() -> None:
    assert [len(cluster.names) for cluster in dedupe(["安倍晋三", "安倍 晋三", "安倍晋太郎"]).clusters] == [2, 1]


def test_wade_giles_is_looked_up_in_pinyin() -> None:
    assert _of(["Zhou Enlai", "Zhou Yongkang"]).resolve("Chou En-lai")[0].entity.id == "Zhou Enlai"
