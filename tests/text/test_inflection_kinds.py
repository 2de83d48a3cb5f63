"""Kinds of names whose forms lead back to them, and bases that a form doesn't have."""

from __future__ import annotations

import pytest

from translit.inflection import bases
from translit.text.reading.readings import readings

LEADS = (
    ("pl", "Kwietnia", "Kwiecień"), ("pl", "Stępniowi", "Stępień"), ("pl", "Wróblem", "Wróbel"),
    ("pl", "Gołębiowi", "Gołąb"), ("pl", "Radomiu", "Radom"), ("pl", "Bytomia", "Bytom"), ("pl", "Kozłem", "Kozieł"),
    ("cs", "Zalužného", "Zalužnyj"), ("sr", "Мерцом", "Мерц"), ("sr", "Шолцом", "Шолц"), ("sr", "Кремљом", "Кремљ"),
    ("be", "Сыбізе", "Сыбіга"), ("be", "Рызе", "Рыга"), ("be", "Вераб’ём", "Верабей"), ("be", "Салаўя", "Салавей"),
    ("be", "Чыжом", "Чыж"), ("be", "Крамлём", "Крэмль"), ("ru", "Воробьём", "Воробей"), ("ru", "Соловью", "Соловей"),
    ("lt", "Grybauskaite", "Grybauskaitė"), ("lt", "Ruginiene", "Ruginienė"), ("lt", "Šimonyte", "Šimonytė"),
)  # fmt: skip
LEADS_NOT = (
    ("pl", "Dudzie", "Dudzień"), ("pl", "Tuskiem", "Tuskiel"), ("pl", "Lublinem", "Lublim"),
    ("cs", "Fialovi", "Fialyj"),
    ("sr", "Вучићем", "Вучићо"), ("be", "Латушцы", "Латушга"), ("be", "Макеем", "Макевей"), ("ru", "Воробья", "Вороб"),
    ("ru", "Путиным", "Путиней"), ("lt", "Nausėdos", "Nausėdė"), ("lt", "Macrono", "Macronė"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "form", "base"), LEADS)
def test_a_form_leads_to_its_base(language: str, form: str, base: str) -> None:
    assert base in [found.text for found in bases(form, language)]


@pytest.mark.parametrize(("language", "form", "base"), LEADS_NOT)
def test_a_form_leads_to_no_other_base(language: str, form: str, base: str) -> None:
    assert base not in [found.text for found in bases(form, language)]


@pytest.mark.parametrize(
    ("language", "form", "base"),
    [
        ("cs", "Leyenové", "leyen"), ("cs", "Merkelovou", "merkel"), ("sk", "Kallasovej", "kallas"),
        ("lv", "Makronam", "makron"), ("lv", "Zelenskim", "zelenski"), ("lv", "Trampu", "tramp"),
    ],
)  # fmt: skip
def test_a_foreign_name_is_read_without_the_ending_of_the_language(language: str, form: str, base: str) -> None:
    assert base in [found.folded for found in readings([form], language)[0]]


@pytest.mark.parametrize(
    ("language", "form", "base"),
    [
        ("cs", "Praze", "pr"), ("cs", "Putinovi", "put"), ("sk", "Trnave", "trn"), ("lv", "Rīgas", "rīg"),
        ("lv", "Bražes", "braža"), ("lv", "Lielupe", "lielupy"),
    ],
)  # fmt: skip
def test_other_endings_stay(language: str, form: str, base: str) -> None:
    assert base not in [found.folded for found in readings([form], language)[0]]
