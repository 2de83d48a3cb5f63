"""Words made of the beginnings of others: Севречпорт of Северный речной порт."""

from __future__ import annotations

from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.comparing.abbreviations import beginnings, made_of
from translit.matching.places_orgs.reading.parse import parse_thing


def says(word: str, name: str) -> float:
    """What a word says that may be made of a name's words."""
    words = parse_thing(name, "organization")[0].words
    return made_of(fold(word), tuple(part for one in words for part in beginnings(one)))[0]


def test_longer_beginnings_say_more_and_another_order_nothing() -> None:
    name = "Северный речной порт"
    assert says("Севречпорт", name) > says("Севрепо", name) > says("СРП", name) > 0
    assert says("Портречсев", name) == 0
    assert says("Северный", name) == 0  # one word alone isn't made of two


def test_a_cut_word_in_another_language_says_less() -> None:
    assert says("Минфин", "Министерство финансов") > says("Минфин", "Finanzministerium") >= 0
    assert says("Минфин", "Министерство финансов") > says("Минфин", "Ministry of Finance") > 5


def test_a_word_that_is_left_beside_it_counts_against() -> None:
    name = "Северный речной порт"
    bare, more = compare_many([("Севречпорт", name), ("Севречпорт Кения", name)], "organization")
    assert bare > more


def test_the_explanation_names_it() -> None:
    found = compare("Севречпорт", "Северный речной порт", "organization")
    assert any("beginnings" in note for note in found.explanation.notes)
