"""Finding names in running text: the interface, in several languages and alphabets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from translit import Entity, Resolver, seeds
from translit.errors import UsageError
from translit.matching.persons.evidence.first_letters import UNKNOWN, stands_for

PEOPLE = [
    Entity("luk", "person", ["Аляксандр Лукашэнка", "Alexander Lukashenko"]),
    Entity("cich", "person", ["Святлана Ціханоўская"]),
    Entity("put", "person", ["Владимир Путин"]),
    Entity("minsk", "place", ["Мінск"]),
    Entity("eu", "organization", ["Еўрапейскі саюз"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PEOPLE)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Учора Аляксандр Лукашэнка сустрэўся з Путіным у Мінску.", "be", ["luk", "minsk"]),
        ("Учора з Пуціным у Мінску сустрэўся Лукашэнка.", "be", ["put", "minsk", "luk"]),
        ("Učora Śviatłana Cichanoŭskaja była ŭ Minsku.", "be-Latn", ["cich", "minsk"]),
        ("Вчера Александр Лукашенко встретился с Владимиром Путиным в Минске.", "ru", ["luk", "put", "minsk"]),
        ("Spotkanie z Aleksandrem Łukaszenką w Mińsku.", "pl", ["luk", "minsk"]),
        ("Talks with Alexander Lukashenko's ministers ended in Minsk.", "en", ["luk", "minsk"]),
        ("Nothing is named here at all.", "en", []),
        ("", None, []),
    ],
)
def test_found_in_every_case_and_alphabet(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    found = [mention.entity.id for mention in resolver.find(text, language)]
    assert [id_ for id_ in found if id_ in expected] == expected


def test_mentions_tell_where_they_are_and_why(resolver: Resolver) -> None:
    text = "Сёння ў Мінску Лукашэнка прыняў Святлану Ціханоўскую."
    found = resolver.find(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(0.5 <= one.probability <= 1 for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    both = next(one for one in found if one.entity.id == "cich")
    assert both.text == "Святлану Ціханоўскую"
    assert "acc" in both.explanation
    assert both.candidates[0].entity == both.entity


def test_texts_are_answered_in_their_order(resolver: Resolver) -> None:
    texts = ["Мінск", "", "Лукашэнка ў Мінску", "Путин"]
    together = resolver.find_many(texts, "be")
    assert together == [resolver.find(text, "be") for text in texts]


@pytest.mark.parametrize("wrong", [None, 5, b"text"])
def test_what_is_no_text_is_refused(resolver: Resolver, wrong: object) -> None:
    with pytest.raises(UsageError, match="give text"):
        resolver.find(wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="text 2"):
        resolver.find_many(["Мінск", wrong])  # type: ignore[list-item]


def test_an_unknown_language_is_refused(resolver: Resolver) -> None:
    with pytest.raises(UsageError, match="Klingon"):
        resolver.find("Мінск", "Klingon")


def test_an_adjective_or_an_adverb_is_not_the_place_it_is_derived_from() -> None:
    find = Resolver(seeds()).find
    for text in ("Українською: розмова.", "Lietuviškai: pokalbis.", "Беларуская мова, украінская.", "Мінскія навіны."):
        assert find(text) == [], text
    for text, place in (("Їхали до Мінська.", "minsk"), ("Едзем у Літву.", "lithuania"), ("Дім в Україні.", "ukraine")):
        assert [one.entity.id for one in find(text)] == [place], text


def test_what_kind_of_thing_it_is_names_it_only_beside_the_full_name() -> None:
    find = Resolver(seeds()).find
    assert find("Банк открыт.") == []
    assert find("Bank otwarty.") == []
    assert [one.text for one in find("Нацыянальны банк паведаміў. Банк лічыць.")] == ["Нацыянальны банк", "Банк"]


def test_a_family_name_alone_is_weighed_with_the_text_and_a_row_by_itself() -> None:
    """What docs/text.md says of the difference between `find` and `resolve`."""
    text = "Minister said that Lukashenka said no. Yesterday Lukashenka met others."
    listed = Resolver.of_seeds()
    assert {one.entity.id for one in listed.find(text, "en")} == {"lukashenka-alaksandar"}
    best = listed.resolve("Lukashenka")[0]
    assert best.probability < 0.5 and best.ambiguous == 4
    alone = Resolver([Entity("luk", "person", ["Аляксандр Лукашэнка"]), Entity("kup", "person", ["Янка Купала"])])
    assert alone.resolve("Lukashenka")[0].probability > 0.5
    assert all(mention.probability < 0.7 for mention in alone.find(text, "en"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Wagen steht in der Garage.", []),  # 베이징 may be read so
        ("Der Zug aus Peking kam an.", ["beijing"]),
        ("Gre v mesto Peking.", ["beijing"]),
        ("Grå himmel över Beijing.", ["beijing"]),
    ],
)
def test_names_of_tables_in_scripts_that_leave_sounds_open_meet_no_latin_word(text: str, found: list[str]) -> None:
    resolver = Resolver([Entity("beijing", "place", ["Пекін"]), Entity("gb", "place", ["Вялікабрытанія"])])
    assert [mention.entity.id for mention in resolver.find(text)] == found


@pytest.mark.parametrize("text", ["Hùngכהןурожд.А.5 Nguyễn Πа Иванов II ё ł", "d'Min.5 Văn's  ，"])
def test_a_sign_that_folds_to_nothing_is_no_initial(text: str) -> None:
    assert stands_for(("", "donald")) == UNKNOWN
    assert all(mention.text in text for mention in Resolver.of_seeds().find(text))
