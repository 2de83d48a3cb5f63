"""Where a mention starts and ends: without 's, with the quotation mark that closes one inside."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    Entity("ivanova", "person", ["Hanna Ivanova", "Ганна Иванова"]),
    Entity("lloyds", "organization", ["Old Lloyd's"]),
    Entity("hub", "organization", ["Праваабарончы цэнтр «Мара»", "Мара", "Rights Centre “Mara”"]),
    Entity("paper", "organization", ["Газета «Волна»", 'Агентство "Волна"']),
    Entity("palace", "place", ["Red Castle", "Красный замок"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We heard Hanna Ivanova's speech.", "en", ["Hanna Ivanova"]),
        ("We heard Hanna Ivanova’s speech.", "en", ["Hanna Ivanova"]),
        ("The Red Castle's walls fell.", "en", ["Red Castle"]),
        ("They met at Old Lloyd's yesterday.", "en", ["Old Lloyd's"]),
        ("The walls of Red Castle.", "en", ["Red Castle"]),
        ("Працуе Праваабарончы цэнтр «Мара» даўно.", "be", ["Праваабарончы цэнтр «Мара»"]),
        ("Так сказалі праваабаронцы «Мары» ўчора.", "be", ["Мары"]),
        ("Вышла газета «Волна» с новостью.", "ru", ["газета «Волна»"]),
        ('Пишет агентство "Волна" с утра.', "ru", ['агентство "Волна"']),
        ("Пишет «газета Волна» с утра.", "ru", ["газета Волна"]),
        ("Там «Красный замок» стоит.", "ru", ["Красный замок"]),
        ("Then the Rights Centre “Mara” closed.", "en", ["Rights Centre “Mara”"]),
    ],
)
def test_a_mention_has_what_is_of_the_name(resolver: Resolver, text: str, language: str, expected: list[str]) -> None:
    found = resolver.find(text, language)
    assert [mention.text for mention in found] == expected
    assert [text[mention.start : mention.end] for mention in found] == expected
