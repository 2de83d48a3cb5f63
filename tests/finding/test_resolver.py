"""The resolver: the right entity first, the same as comparing with every name."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

import translit
from translit.finding.blocking import name_keys
from translit.finding.entities.entity import Entity
from translit.finding.entities.sources import seeds
from translit.finding.index import search
from translit.finding.resolve import BLOCK, Resolver
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


@pytest.mark.slow
def test_the_index_finds_what_comparing_with_every_name_finds(resolver: Resolver) -> None:
    queries = sorted({name for entity in PEOPLE for name in entity.names})[::8]
    found = resolver.resolve_many(queries, 3)
    different = []
    for query, candidates, everything in zip(queries, found, exhaustive(queries), strict=True):
        top = max(everything.values())
        # names of one entity may differ in the last digits; which of them is looked at hardly matters
        best = {id_ for id_, chance in everything.items() if chance > top - CLOSE}
        if not candidates or candidates[0].entity.id not in best or candidates[0].name_probability < top - CLOSE:
            different.append(query)
    assert len(different) <= len(queries) // 100, different


@pytest.mark.slow
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
        assert len(keys) > 1 and keys == sorted(keys)
        assert len({candidate.entity.id for candidate in candidates}) == len(candidates)


def test_the_probability_is_that_of_the_name_that_matched(resolver: Resolver) -> None:
    (best, *_) = resolver.resolve("Swetlana Tichanowskaja")
    assert best.matched_name in best.entity.names
    assert best.name_probability == compare("Swetlana Tichanowskaja", best.matched_name).probability
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


@pytest.fixture(scope="module")
def crowd() -> Resolver:
    """Twelve thousand people, so many of each given name that only the bounds keep the search short."""
    given = ("Алесь", "Аляксандр", "Ганна", "Іван", "Кацярына", "Марыя", "Наталля", "Пётр", "Святлана", "Юлія")
    fathers = ("Аляксандраў", "Іванаў", "Мікалаеў", "Пятроў", "Сяргееў", "Уладзіміраў", "Якаўлеў", "Міхайлаў")
    stems = ("Каваль", "Баран", "Мельнік", "Кузьм", "Шаўч", "Сідар", "Рамян", "Бяляк", "Гаўрыл", "Лявон", "Кірык")
    endings = ("енка", "овіч", "чук", "еўскі", "оў", "ін", "онак", "юк", "ец", "ун", "ута", "эль", "ус", "яга")
    families = [stem + ending for stem in stems for ending in endings]
    names = [f"{one} {father}іч {family}" for one in given for father in fathers for family in families]
    names += [f"{family} {one} барон фон дэр Пятровіч Старэйшы" for one in given for family in families[::40]]
    return Resolver(Entity(f"{number:05d}", "person", [name]) for number, name in enumerate(names))


QUERIES = (
    "Ivan Piatrovič Kavalenka", "Иван Петрович Ковалинко", "Yuliya Mikhaylovich Barannik", "Кавальчк Пётр Іванавіч",
    "Наталья Сергеевич", "Сідаровіч", "Melnikovich N. S.", "Alexander Ivanovich Xqz", "Baranchuk Ales baron von der",
)  # fmt: skip


@pytest.mark.parametrize("wide", [False, True])
def test_what_the_search_leaves_out_is_no_better(crowd: Resolver, wide: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [crowd.index.search(query, wide) for query in QUERIES]
    for bound in ("FEW", "MANY", "CEILING"):  # now every name that has one of the words is scored
        monkeypatch.setattr(search, bound, 1 << 30)
    for query, (names, scores) in zip(QUERIES, found, strict=True):
        every, best = crowd.index.search(query, wide)
        known = dict(zip(every.tolist(), best.tolist(), strict=True))
        assert names[scores == scores[0]].tolist() == every[best == best[0]].tolist(), query
        assert all(known.get(name, score) == score for name, score in zip(names.tolist(), scores.tolist(), strict=True))


def test_the_order_of_the_queries_does_not_matter(crowd: Resolver) -> None:
    queries = [*QUERIES, *(crowd.index.name(number) for number in range(0, len(crowd), 97))]
    forward = crowd.resolve_many(queries, 3)
    crowd.index._matches.clear()
    assert crowd.resolve_many(queries[::-1], 3) == forward[::-1]


def test_spellings_share_a_blocking_key() -> None:
    for spelling in ("Лукашенко", "Lukaschenko", "Loukachenko", "Łukaszenka", "Lukašenko"):
        assert not set(name_keys("Лукашэнка")).isdisjoint(name_keys(spelling)), spelling


def test_places_are_found_by_their_names_in_other_languages(resolver: Resolver) -> None:
    found = Resolver(Entity(name, "place", [name]) for name in ("Гданьск", "Варна", "Санкт-Петербург", "Донецк"))
    for query, name in (("Danzig", "Гданьск"), ("Варненська область", "Варна"), ("Pietari", "Санкт-Петербург")):
        assert found.resolve(query)[0].entity.id == name, query
    assert resolver.resolve("Mińsk")[0].entity.kind == "place"


def test_names_of_an_entity_may_come_from_a_generator() -> None:
    assert Entity(id="a", names=(name for name in ("Мінск", None, "", "Минск"))).names == ("Мінск", "Минск")  # type: ignore[arg-type]


UNTYPED: Any = translit  # called as somebody does who checks no types


@pytest.mark.parametrize(
    ("work", "sentence"),
    [
        (lambda _: UNTYPED.compare(None, "Мінск"), "the first name is None; give text"),
        (lambda _: UNTYPED.compare("Мінск", 5), "the second name is a number"),
        (lambda _: UNTYPED.compare_many([("a", "b"), ("a", float("nan"))]), "in pair 2, name 2 is nan"),
        (lambda _: UNTYPED.compare_many([("a", "b"), ("a", "b", "c")]), "pair 2 isn't two names"),
        (lambda _: UNTYPED.compare_many([("a", [])], kind="place"), "pair 1 isn't two names"),
        (lambda resolver: resolver.resolve(None), "the name is None; give text"),
        (lambda resolver: resolver.resolve_many(["Мінск", b"x"]), "name 2 is of the type bytes"),
        (lambda resolver: resolver.resolve_many("Мінск"), "the names are a single text; give a list"),
        (lambda _: UNTYPED.Resolver(["x"]), "entity 1 is of the type str; give an Entity"),
        (lambda _: UNTYPED.dedupe(["Мінск", None]), "name 2 is None"),
        (lambda _: UNTYPED.transliterate_many(["Мінск"], None), "the scheme's id is None"),
        (lambda resolver: resolver.resolve_many(None), "the names are nothing; give a list"),
        (lambda _: UNTYPED.compare_many(None), "the pairs are nothing"),
        (lambda _: UNTYPED.transliterate_many("Мінск", "be-lacinka"), "the texts are a single text"),
        (lambda _: UNTYPED.transliterate_many(["Мінск", None], "be-lacinka"), "text 2 is None; give text"),
        (lambda _: UNTYPED.transliterate_many(["Мінск"] * 999 + [5], "be-lacinka"), "text 1000 is a number"),
        (lambda _: UNTYPED.dedupe("Мінск"), "the names are a single text"),
        (lambda _: UNTYPED.Entity(id="a", names=["Мінск", 5]), "of entity 'a', name 2 is a number"),
        (lambda _: UNTYPED.Entity(id="a", names="Мінск"), "the names of entity 'a' are a single text"),
        (lambda _: UNTYPED.Entity(id="a", names=["Ива\ud800нов"]), "a character is only half there"),
        (lambda _: UNTYPED.Entity(id=5, names=["Мінск"]), "the id 5 is a number"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(work: Callable[[Any], object], sentence: str) -> None:
    resolver = Resolver([Entity(id="a", kind="place", names=["Мінск"])])
    with pytest.raises(translit.TranslitError) as caught:
        work(resolver)
    assert sentence in str(caught.value)


def test_names_may_come_one_by_one() -> None:
    resolver = Resolver([Entity(id="a", kind="place", names=["Мінск"])])
    assert resolver.resolve_many(name for name in ("Minsk", "Гомель")) == resolver.resolve_many(["Minsk", "Гомель"])
    texts = ["Мінск"] * 300
    assert translit.transliterate_many((text for text in texts), "be-lacinka") == ["Minsk"] * 300


def test_namesakes_share_the_probability() -> None:
    names = ["Татьяна Котеленец", "Павел Котеленец", "Олег Стрижевский"]
    resolver = Resolver([Entity(id=name, names=[name]) for name in names])
    family, *_ = resolver.resolve("Kotelenets")
    assert family.probability < 0.5 < family.name_probability
    assert family.ambiguous == 1
    (alone,) = [candidate for candidate in resolver.resolve("Strizhevsky") if candidate.probability > 0.5]
    assert alone.ambiguous == 0


def test_a_name_that_many_bear_means_nobody_for_sure() -> None:
    resolver = Resolver([Entity(id="1", names=["Владимир Стрижевский"]), Entity(id="2", names=["Сергей Иванов"])])
    for name in ("Владимир", "Уладзімір", "Сергей"):
        assert all(candidate.probability < 0.5 for candidate in resolver.resolve(name)), name
    by_prior = []
    for prior in (0.1, 0.5, 0.9):
        found = Resolver([Entity(id="2", names=["Сергей Иванов"])], prior=prior).resolve("Siergiej Iwanow")
        by_prior.append(found[0].probability)
    assert by_prior == sorted(set(by_prior))


def test_in_a_long_list_who_fits_is_likelier_to_fit_by_chance() -> None:
    meant = Entity(id="meant", names=["Виктор Владимирович Смирнов"])
    found = []
    for size in (10, 10_000):
        names = [
            f"{'Виктор' if number % 50 == 7 else 'Степан'} {'Смирнов' if number % 200 == 9 else f'Белы-{number}'}"
            for number in range(size)
        ]
        others = [Entity(id=f"other:{number}", names=[name]) for number, name in enumerate(names)]
        found.append(Resolver([meant, *others]).resolve("Viktor Smirnov", limit=1)[0].probability)
    assert found[0] > found[1] + 0.02


def test_a_name_is_as_common_as_it_is_in_the_list() -> None:
    found = []
    for family in ("Занько", "Белы"):  # of one in forty, or of nobody else
        names = [
            f"{'Сергей' if number % 20 == 0 else 'Іван'} {family if number % 40 == 1 else f'Іншы-{number}'}"
            for number in range(4000)
        ]
        entities = [
            Entity(str(number), names=[name]) for number, name in enumerate(["Сергей Николаевич Занько", *names])
        ]
        found.append(Resolver(entities).resolve("Siarhiej Zańko", limit=1)[0].probability)
    assert found[0] < 0.5
    assert found[1] > 0.7


def test_a_misspelled_common_name_is_as_common() -> None:
    found = Resolver([Entity("1", names=["Екатерина Тимуровна Игнатова"])])
    right, wrong = (found.resolve(name)[0].probability for name in ("Ekaterina Ignatova", "Jekatarina Ignatova"))
    assert 0.5 < wrong <= right + 0.01
    rare = Resolver([Entity("1", names=["Екатерина Тимуровна Ыгнацкоева"])])
    assert rare.resolve("Jekatarina Ygnackoeva")[0].probability > wrong


LISTED = ["Пётр I", "Karl III", "Елизавета II", "Jan Paweł II", "Henri IV"]
RULERS = [
    *enumerate(LISTED),
    *enumerate(["Peter I", "Карл III", "Queen Elizabeth II", "Іаан Павел II", "Генрих IV"]),
    *[(None, name) for name in ("Пётр II", "Karl XII", "Елизавета", "Jan", "Генрих VIII", "Пётр", "Анна I")],
]


@pytest.mark.parametrize(("number", "name"), RULERS)
def test_a_ruler_is_known_by_given_names_and_a_number(number: int | None, name: str) -> None:
    people = [Entity(id=str(place), kind="person", names=[text]) for place, text in enumerate(LISTED)]
    found = [one.entity.id for one in Resolver(people).resolve(name) if one.probability >= 0.5]
    assert found == ([] if number is None else [str(number)])
