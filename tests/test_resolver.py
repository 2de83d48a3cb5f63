"""The resolver: the right entity first, the same as comparing with every name."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from translit.finding.entity import Entity
from translit.finding.keys import name_keys
from translit.finding.resolve import BLOCK, Resolver
from translit.finding.sources import seeds
from translit.kinds import KINDS
from translit.matching.compare import compare, probabilities

CLOSE = 0.002
PEOPLE = [entity for entity in seeds() if entity.kind == "person"]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(seeds())


def exhaustive(queries: list[str]) -> list[dict[str, float]]:
    """The probability of every entity for every query, by comparing with every name of every entity."""
    best: list[dict[str, float]] = [{} for _ in queries]
    for kind in KINDS:
        pairs = [(entity.id, name) for entity in seeds() if entity.kind == kind for name in entity.names]
        rows = np.repeat(np.arange(len(queries), dtype=np.int32), len(pairs))
        columns = np.tile(np.arange(len(pairs), dtype=np.int32), len(queries))
        found = probabilities(queries, [name for _, name in pairs], rows, columns, kind)
        for row, column, chance in zip(rows.tolist(), columns.tolist(), found.tolist(), strict=True):
            id_ = pairs[column][0]
            best[row][id_] = max(chance, best[row].get(id_, 0.0))
    return best


def test_the_index_finds_what_comparing_with_every_name_finds(resolver: Resolver) -> None:
    queries = sorted({name for entity in PEOPLE for name in entity.names})[::4]
    found = resolver.resolve_many(queries, 3)
    different = []
    for query, candidates, everything in zip(queries, found, exhaustive(queries), strict=True):
        top = max(everything.values())
        # names of one entity may differ in the last digits; which of them is looked at hardly matters
        best = {id_ for id_, chance in everything.items() if chance > top - CLOSE}
        if not candidates or candidates[0].entity.id not in best or candidates[0].probability < top - CLOSE:
            different.append(query)
    assert len(different) <= len(queries) // 100, different


def test_many_are_the_same_as_one_by_one(resolver: Resolver) -> None:
    queries = [name for entity in PEOPLE for name in entity.names][: BLOCK + 20]
    queries += queries[:3]
    assert resolver.resolve_many(queries, 2) == [resolver.resolve(query, 2) for query in queries]


def test_candidates_come_by_probability_then_words_then_id(resolver: Resolver) -> None:
    queries = ["Łukašenka", "Сергей", "Minsk", "Tichanowski"]
    for query, candidates in zip(queries, resolver.resolve_many(queries, 20), strict=True):
        keys = [
            (-each.probability, abs(len(each.matched_name.split()) - len(query.split())), each.entity.id)
            for each in candidates
        ]
        assert keys == sorted(keys)
        assert len({candidate.entity.id for candidate in candidates}) == len(candidates)


def test_the_probability_is_that_of_the_name_that_matched(resolver: Resolver) -> None:
    (best, *_) = resolver.resolve("Swetlana Tichanowskaja")
    assert best.matched_name in best.entity.names
    assert best.probability == compare("Swetlana Tichanowskaja", best.matched_name).probability
    assert str(best.explanation)


def test_homonyms_are_ties_in_the_order_of_their_ids() -> None:
    found = Resolver(Entity(f"p{number:03d}", "person", ["Іван Пятровіч Кавалёў"]) for number in range(60, 0, -1))
    candidates = found.resolve("Ivan Piatrovič Kavaloŭ", 4)
    assert [candidate.entity.id for candidate in candidates] == ["p001", "p002", "p003", "p004"]
    assert len({candidate.probability for candidate in candidates}) == 1


def test_every_name_of_an_entity_leads_to_it() -> None:
    names = ["Янка Купала", "Иван Доминикович Луцевич", "Ivan Lucevič"]
    found = Resolver([Entity("kupala", "person", names), Entity("kolas", "person", ["Якуб Колас"])])
    assert [found.resolve(query)[0].matched_name for query in ("Yanka Kupala", "Луцэвіч Іван")] == [
        "Янка Купала",
        found.resolve("Луцэвіч Іван")[0].matched_name,
    ]
    assert {found.resolve(query)[0].entity.id for query in (*names, "Janka Kupała", "Lutsevich I. D.")} == {"kupala"}


@pytest.mark.parametrize("query", ["", " ", "123", "–", "\0", "ь", "а" * 100_000, "Я " * 5000, "\u0301"])
def test_odd_queries_are_answered(resolver: Resolver, query: str) -> None:
    for candidate in resolver.resolve(query):
        assert 0 <= candidate.probability <= 1


def test_odd_names_can_be_indexed() -> None:
    names = ["12", "–", "\u0301", "а" * 1_000_000, "Ян\nКупала", "习近平", "x" * 300]
    found = Resolver(Entity(str(number), "person", [name]) for number, name in enumerate(names))
    assert found.resolve("Yan Kupala")[0].entity.id == "4"
    assert found.resolve("Xi Jinping")[0].entity.id == "5"


def test_threads_may_share_a_resolver(resolver: Resolver) -> None:
    queries = [name for entity in PEOPLE for name in entity.names][:60]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(resolver.resolve, queries)) == [resolver.resolve(query) for query in queries]


def test_a_typing_error_and_another_order_do_no_harm(resolver: Resolver) -> None:
    right = resolver.resolve("Святлана Ціханоўская")[0].entity.id
    for query in ("Tsikhanouskaya Sviatlana", "Тихоновская Светлана", "Svetlana Tikhanvoskaya", "Tichanovskaya, S."):
        assert resolver.resolve(query)[0].entity.id == right, query


def test_spellings_share_a_blocking_key() -> None:
    for spelling in ("Лукашенко", "Lukaschenko", "Loukachenko", "Łukaszenka", "Lukašenko"):
        assert not set(name_keys("Лукашэнка")).isdisjoint(name_keys(spelling)), spelling


def test_places_are_found_by_their_names_in_other_languages(resolver: Resolver) -> None:
    found = Resolver(Entity(name, "place", [name]) for name in ("Гданьск", "Варна", "Санкт-Петербург", "Донецк"))
    for query, name in (("Danzig", "Гданьск"), ("Варненська область", "Варна"), ("Pietari", "Санкт-Петербург")):
        assert found.resolve(query)[0].entity.id == name, query
    assert resolver.resolve("Mińsk")[0].entity.kind == "place"
