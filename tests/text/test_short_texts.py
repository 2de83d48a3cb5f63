"""The language of texts of a few words, which hardly has a function word, and what follows for names in them."""

from __future__ import annotations

from itertools import groupby

import pytest

from translit import Entity, Resolver
from translit.text.reading.language import function_words, languages
from translit.text.reading.short_texts import alphabets, language_of_few
from translit.text.reading.text_reader import Reader


def languages_in(text: str) -> list[str | None]:
    """The languages of the words of a text, those that follow one another once."""
    (read,), _ = Reader([]).read([text])
    return [language for language, _ in groupby(word.language for word in read.words)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Сусед прынёс кошык яблыкаў.", "be"),
        ("Сусід приніс кошик яблук.", "uk"),
        ("Сосед принёс корзину яблок.", "ru"),
        ("Sąsiad przyniósł kosz jabłek.", "pl"),
        ("Soused přinesl koš jablek.", "cs"),
        ("Kaimynas atnešė obuolių krepšį.", "lt"),
        ("Kaimiņš atnesa ābolu grozu.", "lv"),
        ("Nachbarn brachten gestern einen Korb frischer Äpfel.", "de"),
        ("Neighbours brought fresh apples yesterday.", "en"),
        ("Voisins heureux, pommes fraîches, paniers pleins.", "fr"),
        ("Susied prynios košyk jabłykaŭ.", "be-Latn"),
        ("Съседът донесе кошница ябълки.", "bg"),
    ],
)
def test_a_sentence_without_two_function_words_has_its_language(text: str, language: str) -> None:
    assert languages_in(text) == [language]


@pytest.mark.parametrize("text", ["Smith", "", "Oslo, Bergen", "G7 2024", "Иван Петров", "xyz", "10 km", "Ok"])
def test_names_and_numbers_have_no_language(text: str) -> None:
    assert set(languages_in(text)) <= {None}


def test_a_short_paragraph_is_in_another_language_only_by_all_its_words() -> None:
    first = "Vláda včera rozhodla, že se nebude jednat o tom, co bylo podle ní už dávno hotové. " * 3
    second = "Soused dnes přinesl koš jablek a hrušek na trh."
    assert languages_in(f"{first}\n{second}") == ["cs"]
    english = "The neighbours brought a basket of apples and they were happy."
    assert languages_in(f"{first}\n{english}") == ["cs", "en"]


def test_every_language_with_letters_is_recognised_once() -> None:
    assert set(alphabets()) <= set(languages()) and language_of_few([]) is None
    assert {"be", "be-Latn", "sr-Latn", "en", "de"} <= set(alphabets())
    assert all(alphabets()[own].issuperset(word) for word, known in function_words().items() for own in known
               if own in alphabets() and own in ("be", "uk", "pl", "de", "en", "lt", "lv", "be-Latn"))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holubkos Sprecherin nannte keine Einzelheiten.", ["Holubkos"]),
        ("Дзяўчына патэлефанавала Івану Галубку.", ["Івану Галубку"]),
        ("Susiedka patelefanavała Ivanu Hałubku.", ["Ivanu Hałubku"]),
        ("Zavolala Ivanu Holubkovi.", ["Ivanu Holubkovi"]),
        ("Nachbarn brachten frische Blumen.", []),
        ("Дзяўчына патэлефанавала Івану Галавацкаму.", []),
        ("Zavolala Ivanu Horákovi.", []),
    ],
)
def test_names_are_declined_as_the_language_has_it(text: str, expected: list[str]) -> None:
    resolver = Resolver([Entity("h", "person", ["Іван Галубок", "Ivan Holubko", "Иван Голубко", "Ivan Hałubok"])])
    assert [mention.text for mention in resolver.find(text)] == expected
