# ruff: noqa: E501 (pairs of names are easier to read in one line)
"""Kinds of wrong answers about places and organizations, each with examples of both sides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.matching.compare import compare_many

PLACES = {
    "kinds of place": [
        ("Брестская область", "Брест", 0), ("Віцебская вобласць", "Віцебскі раён", 0), ("река Припять", "город Припять", 0),
        ("Минский район", "Пинский район", 0), ("Краснодарский край", "Краснодар", 0), ("р. Москва", "г. Москва", 0),
        ("Брестская область", "Brest Region", 1), ("Віцебскі раён", "Витебский район", 1), ("г. Гродно", "Hrodna", 1),
        ("Харківщина", "Харьковская область", 1), ("Lake Narach", "возера Нарач", 1), ("Lietuvos Respublika", "Литва", 1),
    ],
    "qualifiers": [
        ("Верхний Уфалей", "Нижний Уфалей", 0), ("Новая Ладога", "Старая Ладога", 0),
        ("Новый Оскол", "Старый Оскол", 0), ("Западная Двина", "Северная Двина", 0), ("Малая Берестовица", "Большая Берестовица", 0),
        ("Нижний Новгород", "Nizhny Novgorod", 1), ("Новая Ладога", "Novaya Ladoga", 1), ("Вялікая Бераставіца", "Большая Берестовица", 1),
        ("Frankfurt am Main", "Франкфурт-на-Майне", 1), ("Старая Русса", "Staraya Russa", 1),
    ],
    "other letters": [
        ("Zambia", "Gambia", 0), ("Китай", "Кения", 0), ("Ровенская область", "Рязанская область", 0), ("Iran", "Iraq", 0),
        ("Austria", "Australia", 0), ("Slovakia", "Slovenia", 0), ("Zambia", "Замбия", 1), ("Kenya", "Кенія", 1),
        ("Мозырь", "Mozyrz", 1), ("Рязань", "Ryazan", 1), ("Mali", "Мали", 1), ("Ровно", "Рівне", 1),
    ],
    "exonyms": [
        ("Südsudan", "Судан", 0), ("Südsudan", "Южный Судан", 1), ("Marshallinseln", "Маршалловы острова", 1),
        ("Ватыкан", "Vatikanstadt", 1), ("Соединенные Штаты", "United States", 1), ("Elfenbeinküste", "Côte d’Ivoire", 1),
        ("Yhdysvallat", "Злучаныя Штаты Амерыкі", 1), ("Nordkorea", "Südkorea", 0), ("Нидерланды", "Niger", 0),
        ("Samoa", "Сомали", 0), ("Экваториальная Гвинея", "Guinea", 0), ("Republik Kongo", "Монголия", 0),
    ],
}  # fmt: skip
ORGANIZATIONS = {
    "the word that tells apart": [
        ("Минский моторный завод", "Минский тракторный завод", 0), ("Oil Company of Belarus", "Gas Company of Belarus", 0),
        ("Raiffeisen Bank", "Raiffeisen Bank Aval", 0), ("Алмаз-Антей", "Алмаз", 0), ("Газета Труд", "Газета Известия", 0),
        ("Минский тракторный завод", "Minsk Tractor Works", 1), ("Газета Труд", "Gazeta Trud", 1), ("Алмаз-Антей", "Almaz-Antey", 1),
        ("Райффайзен Банк", "Raiffeisen Bank", 1), ("Беларусбанк", "Belarusbank", 1),
    ],
    "numbers": [
        ("Fund VIII", "Fund IX", 0), ("ООО «Вега»", "ООО «Вега-3»", 0), ("Россия 1", "Россия 24", 0), ("Brigade 44", "Brigade 45", 0),
        ("Школа № 5", "Школа № 7", 0), ("Brigade Forty-Four", "Brigade 44", 1), ("Horizon Fund VIII", "Horizon Fund 8", 1),
        ("Первый канал", "1 канал", 1), ("Школа № 5", "School No. 5", 1), ("Россия 24", "Rossiya 24", 1),
    ],
    "countries and brackets": [
        ("ICBC (Asia)", "ICBC (London)", 0), ("ФК Динамо (Москва)", "ФК Динамо (Минск)", 0),
        ("Міністэрства абароны Украіны", "Міністэрства абароны Расіі", 0), ("Central Bank of Kenya", "Central Bank of Nigeria", 0),
        ("Посольство Польши", "Посольство Литвы", 0), ("ФК Динамо (Минск)", "FC Dinamo (Minsk)", 1),
        ("Міністэрства абароны Украіны", "Ministry of Defence of Ukraine", 1), ("ICBC (London)", "ICBC (Лондон)", 1),
        ("Central Bank of Kenya", "Центральный банк Кении", 1), ("Посольство Польши", "Embassy of Poland", 1),
    ],
    "acronyms": [
        ("ФСБ", "ФСО", 0), ("IAEA", "IEA", 0), ("ВТБ", "ВЭБ", 0), ("ICC", "ICJ", 0), ("КДБ", "КДК", 0), ("ААН", "ООН", 1),
        ("БНТУ", "Белорусский национальный технический университет", 1), ("ФСБ", "FSB", 1), ("НАТО", "OTAN", 1), ("ВТБ", "VTB", 1),
    ],
    "cut and glued": [
        ("Минобороны", "Министерство образования", 0), ("Минздрав", "Министерство финансов", 0), ("SiemensAG", "Bosch AG", 0),
        ("Минфин", "Министерство обороны", 0), ("Finanzministerium", "Министерство культуры", 0),
        ("Минобороны", "Министерство обороны", 1), ("Минздрав", "Министерство здравоохранения", 1), ("SiemensAG", "Siemens AG", 1),
        ("Минфин", "Министерство финансов", 1), ("Finanzministerium", "Министерство финансов", 1),
    ],
}  # fmt: skip
ROWS = [("place", group, rows) for group, rows in PLACES.items()]
ROWS += [("organization", group, rows) for group, rows in ORGANIZATIONS.items()]


@pytest.mark.parametrize(("kind", "group", "rows"), ROWS)
def test_kind_of_fault(kind: str, group: str, rows: list[tuple[str, str, int]]) -> None:
    chances = compare_many([(a, b) for a, b, _ in rows], kind)
    wrong = [(a, b, float(p)) for (a, b, same), p in zip(rows, chances, strict=True) if (p >= 0.5) != bool(same)]
    assert len(wrong) <= len(rows) // 10, wrong


WORDS = ["Bank", "Дабрабыт", "завод", "Minsk", "Вега", "2", "VIII", "Ministry", "культуры", "Belarus", "ООО", "ФСБ"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from(["place", "organization"]))
def test_a_foreign_word_never_raises(words: list[str], kind: str) -> None:
    name = " ".join(words)
    itself, more, both = compare_many(
        [(name, name), (name, f"{name} Квадра"), (f"{name} Зебра", f"{name} Квадра")], kind
    )
    assert itself >= more - 1e-6
    assert both <= itself + 1e-6


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)
)
def test_the_same_both_ways(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    one, other = compare_many([(a, b), (b, a)], "organization")
    assert np.isfinite(one)
    assert one == other
