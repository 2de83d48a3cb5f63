"""A longer name that holds a listed one is another's, and so is an adjective of a longer name by itself."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LISTED = [
    Entity("univ", "organization", ["Московский государственный университет", "Moscow State University"]),
    Entity("party", "organization", ["Белорусская партия", "Беларуская партыя"]),
    Entity("bank", "organization", ["Национальный банк Литвы", "National Bank of Lithuania"]),
    Entity("court", "organization", ["Высший суд", "Najwyższy Sąd"]),
    Entity("union", "organization", ["Европейский союз", "European Union"]),
    Entity("castle", "place", ["Пражский Град", "Prague Castle"]),
    Entity("region", "place", ["Минская область", "Мінская вобласць"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вчера Московский государственный строительный университет объявил набор.", "ru"),
        ("Yesterday Moscow State Mining University opened.", "en"),
        ("Там Белорусская аграрная партия собралась.", "ru"),
        ("Там Беларуская сялянская партыя сабралася.", "be"),
        ("Вчера Высший арбитражный суд отложил дело.", "ru"),
        ("Wczoraj Najwyższy Wojskowy Sąd obradował.", "pl"),
        ("The European Broadcasting Union met.", "en"),
        ("На Пражском проспекте открыли кафе.", "ru"),
        ("На Минском шоссе ремонт.", "ru"),
    ],
)
def test_a_word_inside_makes_it_another_name(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Вчера Московский государственный университет объявил набор.", "ru", ["univ"]),
        ("В Московском государственном университете ремонт.", "ru", ["univ"]),
        ("Там Белорусская партия собралась.", "ru", ["party"]),
        ("Национальный банк Республики Литвы молчит.", "ru", ["bank"]),
        ("The National Bank of Lithuania met.", "en", ["bank"]),
        ("Wczoraj Najwyższy Sąd obradował.", "pl", ["court"]),
        ("The European Union met.", "en", ["union"]),
        ("Вчера Пражский Град закрыли.", "ru", ["castle"]),
        ("В Минской области дождь.", "ru", ["region"]),
    ],
)
def test_small_words_and_what_kind_of_thing_it_is_change_nothing(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected
