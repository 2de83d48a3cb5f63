"""Organizations: legal forms, numbers, acronyms, also in an index, and compounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.matching.kinds import rows_of
from translit import Entity, Resolver
from translit.finding.index.acronyms import MOST
from translit.matching.compare import compare
from translit.matching.places_orgs.lexicon.listed_phrases import LEGAL
from translit.matching.places_orgs.reading.parse import parse_thing


@pytest.mark.parametrize(
    "name",
    ["ООО «Ромашка»", "Ромашка, ТАА", "Romaschka G.m.b.H.", "Romaszka Sp. z o.o.", "ROMASHKA L.L.C.", "SIA Romaška",
     "Общество с ограниченной ответственностью «Ромашка»", "„Ромашка“ ТОВ", "UAB „Romaška“", "Ромашка ЕООД"],
)  # fmt: skip
def test_legal_form_is_set_aside(name: Any) -> None:
    (thing, *_) = parse_thing(name, "organization")
    assert len(thing.of(LEGAL)) == 1
    assert compare(name, "Ромашка", "organization").probability > 0.8


def test_other_legal_form_counts_a_little() -> None:
    same = compare("ООО «Ромашка»", "Romashka LLC", "organization").probability
    other = compare("ООО «Ромашка»", "Romashka JSC", "organization").probability
    assert 0.5 < other < same


def test_numbers_decide() -> None:
    assert compare("Школа № 5 города Минска", "Школа № 7 города Минска", "organization").probability < 0.1
    assert compare("Школа № 5", "School No. 5", "organization").probability > 0.5


def test_word_order_is_free() -> None:
    one = compare("Банк Развития Беларуси", "Development Bank of Belarus", "organization").probability
    assert one > 0.8


@pytest.mark.parametrize("turned", [False, True])
def test_acronym_and_words_lead_to_each_other(turned: Any) -> None:
    pairs = [row.pair[::-1] if turned else row.pair for row in rows_of("organization", "acronyms") if row.same]
    others = [name for row in rows_of("organization", "acronyms", "translated", "legal forms") for name in row.pair]
    resolver = Resolver([Entity(id=name, kind="organization", names=[name]) for name in dict.fromkeys(others)])
    missed = [(a, b) for a, b in pairs if b not in {found.entity.id for found in resolver.resolve(a, limit=8)}]
    assert not missed


def test_acronyms_are_saved_with_an_index(tmp_path: Path) -> None:
    names = ["Гродненский районный союз учителей", "МММЗ", "Гродненский завод"]
    made = Resolver([Entity(id=name, kind="organization", names=[name]) for name in names])
    made.save(tmp_path / "index")
    asked = ["ГРСУ", "HRSU", "Минский мясо-молочный завод", "ХХХ"]
    found = Resolver.open(tmp_path / "index").resolve_many(asked)
    ids = [[candidate.entity.id for candidate in candidates] for candidates in found]
    assert ids == [names[:1], names[:1], names[1:2], []]
    assert found == made.resolve_many(asked)


def test_acronyms_that_are_everybodys_lead_nowhere() -> None:
    crowd = [Entity(id=str(n), kind="organization", names=[f"Гомельскі Шкляны Завод {n}"]) for n in range(MOST + 1)]
    assert len(Resolver(crowd[:-1]).resolve("ГШЗ", limit=99)) == MOST
    assert Resolver(crowd).resolve("ГШЗ") == []
    same = [Entity(id=str(n), kind="organization", names=["Гомельскі Шкляны Завод"]) for n in range(MOST + 1)]
    assert len(Resolver(same).resolve("ГШЗ", limit=99)) == MOST + 1


def test_acronyms_take_no_place_of_another_name() -> None:
    words = [("Петровский", "Полесский", "Полоцкий", "Пинский"), ("техники", "торговли"), ("Нарвы", "Нила", "Наровли")]
    names = [f"{first} университет {what} {where}" for first in words[0] for what in words[1] for where in words[2]]
    crowd = [Entity(id=name, kind="organization", names=[name]) for name in names]
    resolver = Resolver([*crowd, Entity(id="putin", names=["Владимир Путин"])])
    assert resolver.resolve("POETIN")[0].entity.id == "putin"
    meant = Entity(id="meant", kind="organization", names=["Министерство внутренних дел"])
    others = [f"{first} отдел {what}" for first in ("Мировой", "Малый", "Минский") for what in ("дорог", "дел", "дач")]
    resolver = Resolver([meant, *(Entity(id=f"a{name}", kind="organization", names=[name]) for name in others)])
    assert resolver.resolve("MVD")[0].entity.id == "meant"


def test_brackets_are_no_part_of_an_acronym() -> None:
    named = Entity(id="x", kind="organization", names=["Белорусский союз художников (Минск)"])
    assert Resolver([named]).resolve("БСХ")[0].entity.id == "x"


def test_acronym_is_said_in_the_explanation() -> None:
    found = compare("БСХ", "Белорусский союз художников", "organization").explanation
    assert any("acronym" in note for note in found.notes)


def test_acronym_of_another_language() -> None:
    found = compare("BKWR", "Białoruski Związek Kompozytorów", "organization")
    assert not any("acronym" in note for note in found.explanation.notes)
    found = compare("BSA", "Белорусский союз художников", "organization")
    assert any("another language" in note for note in found.explanation.notes)
    assert found.probability < compare("БСХ", "Белорусский союз художников", "organization").probability + 0.05


@pytest.mark.parametrize(
    ("compound", "parts"),
    [("Finanzministerium", ["finanz", "ministerium"]), ("Verfassungsgericht", ["verfassungs", "gericht"]),
     ("Raiffeisenbank", ["Raiffeisenbank"]), ("Landwirtschaftsministerium", ["landwirtschaft", "ministerium"])],
)  # fmt: skip
def test_german_compounds_are_parted(compound: Any, parts: Any) -> None:
    last = parse_thing(compound, "organization")[-1]
    assert [word.text for word in last.words] == parts


def test_ministries_that_name_no_country_in_languages_of_two_are_less_sure() -> None:
    in_two = compare("Bộ Quốc phòng", "국방부", "organization").probability
    open_to_all = compare("Ministry of Defence", "국방부", "organization").probability
    of_one = compare("Ministarstvo odbrane", "Министарство одбране", "organization").probability
    assert in_two < 0.8 < min(open_to_all, of_one)
