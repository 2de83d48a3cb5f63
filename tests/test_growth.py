"""Ten times the input takes at most thirteen times the work, counted in lines of Python run, not in seconds."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import translit
from tests.support import lines_run

MOST = 13.0
SMALL = 300
NAMES = ["Аляксандр Лукашэнка", "Святлана Ціханоўская", "Янка Купала", "Якуб Колас", "Максім Багдановіч"]


def words(size: int) -> str:
    letters = [(number * 7919 + 31) % 32768 for number in range(size // 10)]
    return " ".join(f"Слова{chr(0x430 + n % 32)}{chr(0x430 + n // 32 % 32)}{chr(0x430 + n // 1024)}" for n in letters)


TEXTS: dict[str, Callable[[int], str]] = {
    "words": words,
    "one word": lambda size: "абрікадус"[: size % 9] + "абрікадус" * (size // 9),
    "one letter": lambda size: "а" * size,
    "Latin": lambda size: "shchukaia" * (size // 9),
    "marks": lambda size: "а" + "\u0301\u0323" * (size // 2),
    "mixed": lambda size: "аb" * (size // 2),
    "blanks": lambda size: "a" + " " * size + "b",
    "signs": lambda size: "'’-.,\"" * (size // 6),
    "invisible": lambda size: "a" + "\u200b" * size,
    "Han": lambda size: "习近平" * (size // 3),
    "Hebrew": lambda size: "שלום" * (size // 4),
    "nothing reads it": lambda size: "ᏣᎳᎩ" * (size // 3),
    "digits": lambda size: "1" * size,
    "capitals": lambda size: "ЩЮ" * (size // 2),
}
CALLS: dict[str, Callable[[str], object]] = {
    "transliterate": lambda text: translit.transliterate(text, "be-lacinka"),
    "restore": lambda text: translit.restore(text, "be-by-2023"),
    "restore to one": lambda text: translit.restore(text, "ru-iso-9-1995"),
    "detect": translit.detect,
    "variants": translit.variants,
    "compare": lambda text: translit.compare(text, text[::-1]),
    "compare places": lambda text: translit.compare(text, text[1:], kind="place"),
    "keys": translit.keys,
    "Entity": lambda text: translit.Entity("a", "person", [text]),
}
# Calls whose work grows faster, each with the reason; the list may only become shorter.
KNOWN: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Tables are loaded before anything is counted."""
    for call in CALLS.values():
        for text in TEXTS.values():
            lines_run(lambda call=call, text=text: call(text(40)))  # type: ignore[misc]


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", CALLS)
def test_of_one_text(name: str, text: str) -> None:
    small, large = (lines_run(lambda size=size: CALLS[name](TEXTS[text](size) + "к")) for size in (SMALL, 10 * SMALL))  # type: ignore[misc]
    if (name, text) in KNOWN:
        pytest.xfail(KNOWN[name, text])
    assert large <= MOST * max(small, 200), (small, large)


def many(size: int) -> list[str]:
    return [f"{NAMES[number % 5]}{chr(0x430 + number % 32)}{chr(0x430 + number // 32)}" for number in range(size)]


LISTS: dict[str, Callable[[list[str], Path], object]] = {
    "transliterate_many": lambda names, _: translit.transliterate_many(names, "be-lacinka"),
    "compare_many": lambda names, _: translit.compare_many(list(zip(names, reversed(names), strict=True))),
    "Resolver": lambda names, _: translit.Resolver(
        translit.Entity(str(number), "person", [name]) for number, name in enumerate(names)
    ),
    "dedupe": lambda names, _: translit.dedupe(names),
    "save": lambda names, folder: translit.Resolver(
        translit.Entity(str(number), "person", [name]) for number, name in enumerate(names)
    ).save(folder / str(len(names))),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_of_many_names(name: str, tmp_path: Path) -> None:
    lines_run(lambda: LISTS[name](many(30), tmp_path))
    small, large = (lines_run(lambda size=size: LISTS[name](many(size), tmp_path)) for size in (60, 600))  # type: ignore[misc]
    assert large <= MOST * max(small, 200), (small, large)


@pytest.mark.slow
def test_marks_are_normalized_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one step that isn't Python: sorting marks takes the square of their number, so that they come in pieces."""
    from translit.writing import characters

    lengths: list[int] = []

    class Counting:
        is_normalized = staticmethod(unicodedata.is_normalized)

        @staticmethod
        def normalize(form: Any, text: str) -> str:
            lengths.append(len(text))
            return unicodedata.normalize(form, text)

    monkeypatch.setattr(characters, "unicodedata", Counting)
    text = "а" + "\u0301\u0323" * 5000
    assert sorted(characters.nfc(text)) == sorted(text)
    assert max(lengths) <= characters.MOST_MARKS + 1


def test_what_is_remembered_is_bounded_by_its_letters() -> None:
    from translit import memo

    @memo.memoized
    def lengths(texts: Any) -> list[int]:
        return list(map(len, texts))

    for number in range(40):
        lengths(f"{number}" * (memo.MOST_LETTERS // 20))
    assert sum(map(len, lengths._found)) <= memo.MOST_LETTERS + memo.MOST_LETTERS // 10


@pytest.mark.parametrize("wanted", [3, 1000])
def test_processes_are_at_most_four_for_each_processor(monkeypatch: pytest.MonkeyPatch, wanted: int) -> None:
    from translit import processes

    started: list[int] = []
    monkeypatch.setattr(processes, "available", lambda: 1)
    start = processes._started

    def counting(*given: Any) -> Any:
        started.append(1)
        return start(*given)

    monkeypatch.setattr(processes, "_started", counting)
    with processes.workers(str.upper, wanted) as answers:
        assert list(answers(["a", "b"])) == ["A", "B"]
    assert len(started) == min(wanted, 4)


@pytest.mark.parametrize("kind", ["person", "place", "organization"])
def test_no_pattern_goes_over_a_long_text_again_from_each_letter(kind: Any) -> None:
    """What a pattern does isn't counted in lines: quadratic ones took 5 to 20 seconds here."""
    translit.compare("Гомель", "Минск", kind)
    for name, text in TEXTS.items():
        translit.compare(text(40), "Минск", kind)  # loads what its script needs
        start = process_time()
        translit.compare(text(6000), "Минск", kind)
        assert process_time() - start < 3, name
