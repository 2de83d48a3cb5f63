"""Machine-readable zones: what is written fits the field and is read back; bad input is a sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import TranslitError, mrz

NAMES = st.text(alphabet="абвгіўЁя'’- éüßÅłz", max_size=30)


@given(NAMES.filter(lambda name: any(map(str.isalpha, name))), NAMES, st.sampled_from([mrz.PASSPORT, mrz.CARD]))
def test_a_field_is_full_and_has_the_allowed_letters(family: str, names: str, length: int) -> None:
    try:
        field = mrz.write(family, names, length=length)
    except TranslitError as error:
        assert "no letter" in str(error)  # a name of signs that aren't written
        return
    assert len(field) == length
    assert re.fullmatch("[A-Z<]+", field)
    found = mrz.read(field)
    assert found.family and not found.family.startswith(" ")


@pytest.mark.parametrize(
    ("family", "names", "language", "start"),
    [
        ("Лукашэнка", "Аляксандр Рыгоравіч", "be", "LUKASHENKA<<ALIAKSANDR<RYHORAVICH<"),
        ("Щерев", "Йордан", "bg", "SHTEREV<<IORDAN<"),
        ("Щербаков", "Сергей", "ru", "SHCHERBAKOV<<SERGEI<"),
        ("Łukaszenka-Nowak", "Jan", "pl", "LUKASZENKA<NOWAK<<JAN<"),
        ("Þórsson", "Æsa", "is", "THORSSON<<AESA<"),
        ("Сукарно", "", "ru", "SUKARNO<"),
    ],
)
def test_names(family: str, names: str, language: str, start: str) -> None:
    assert mrz.write(family, names, language=language).startswith(start)


def test_a_long_name_keeps_a_letter_of_the_given_name() -> None:
    field = mrz.write("Константинопольская-Преображенская-Рождественская", "Александра", language="ru")
    found = mrz.read(field)
    assert len(field) == 39 and found.given and found.truncated


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: mrz.write("-", "Jan"), "has no letter"),
        (lambda: mrz.write("Ян", "Ян", language="rus"), "no ICAO scheme for 'rus'"),
        (lambda: mrz.read("Лукашэнка<<"), "A to Z, 0 to 9 and < only"),
        (lambda: mrz.write("A", "B", length=3), "too short"),
        (lambda: mrz.write(None, "B"), "the family name is None"),  # type: ignore[arg-type]
    ],
)
def test_bad_input_is_a_sentence(call: object, said: str) -> None:
    assert callable(call)
    with pytest.raises(TranslitError, match=re.escape(said)):
        call()
