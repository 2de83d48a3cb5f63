"""Finding takes time in proportion to the text, and memory that doesn't grow with it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from tests.support import lines_run
from translit import Entity, Resolver
from translit.text.mentions import Finder
from translit.text.reading import slices

MOST = 13.0  # times the work for ten times the text
PEOPLE = [
    Entity("luk", "person", ["Аляксандр Лукашэнка", "Alexander Lukashenko"]),
    Entity("cich", "person", ["Святлана Ціханоўская"]),
    Entity("minsk", "place", ["Мінск"]),
    Entity("eu", "organization", ["Еўрапейскі саюз"]),
]
SENTENCE = "Учора Аляксандр Лукашэнка сустрэўся ў Мінску з Еўрапейскім саюзам, а Ціханоўская не была там. "


@pytest.fixture(scope="module")
def finder() -> Finder:
    found = Resolver(PEOPLE).finder
    found.find(SENTENCE, "be")
    return found


def new_words(size: int) -> str:
    """Words with a capital, no two alike."""
    letters = [(number * 7919 + 31) % 32768 for number in range(size)]
    return " ".join(f"Гара{chr(0x430 + n % 32)}{chr(0x430 + n // 32 % 32)}{chr(0x430 + n // 1024)}" for n in letters)


def lists(size: int) -> str:
    return "Аляксандр Лукашэнка, Святлана Ціханоўская, " * size


@pytest.mark.parametrize(
    "text",
    [
        lambda size: SENTENCE * size,
        lambda size: (SENTENCE.strip() + "\n") * size,
        lambda size: "Лукашэнка " * (5 * size),
        lambda size: "А. " * (5 * size),
        lists,
        new_words,
    ],
    ids=["one line", "lines", "one word", "initials", "lists", "new words"],
)
@pytest.mark.parametrize("language", ["be", None])
def test_ten_times_the_text_takes_ten_times_the_work(
    finder: Finder, text: Callable[[int], str], language: str | None
) -> None:
    little, much = text(40), text(400)
    finder.find(little, language)
    before = lines_run(lambda: Finder(finder.index).find(little, language))
    after = lines_run(lambda: Finder(finder.index).find(much, language))
    assert after <= MOST * before


def test_memory_does_not_grow_with_the_text(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "BLOCK", 1 << 13)

    def peak(count: int) -> int:
        text = "Нічога тут не названа, апроч вуліцы. " * count
        tracemalloc.start()
        assert finder.find(text, "be") == []
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(500)
    assert peak(20_000) <= 1.5 * peak(2_000)


def test_memory_does_not_grow_with_the_number_of_texts(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "BLOCK", 1 << 13)

    def texts(count: int) -> Iterator[str]:
        for number in range(count):
            yield f"{SENTENCE} {number % 10}"

    def peak(count: int) -> int:
        tracemalloc.start()
        assert sum(len(found) for found in finder.find_each(texts(count), "be")) == 4 * count
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(200)
    assert peak(5_000) <= 1.5 * peak(500)


def test_a_long_text_is_found_as_a_short_one(finder: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SENTENCE * 100
    whole = [(one.start, one.end, one.entity.id) for one in finder.find(text, "be")]
    monkeypatch.setattr(slices, "BLOCK", 1 << 10)
    cut = finder.find(text, "be")
    assert all(text[one.start : one.end] == one.text for one in cut)
    assert len(whole) == 400
    assert len(set(whole) - {(one.start, one.end, one.entity.id) for one in cut}) <= 20  # a cut parts sentences
