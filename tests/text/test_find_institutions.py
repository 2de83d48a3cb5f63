"""Institutions by what the words of a phrase stand for, in other languages and orders, or in one word."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver

LISTED = [
    Entity("defence", "organization", ["Министерство обороны Республики Беларусь"]),
    Entity("finance", "organization", ["Міністерство фінансів України"]),
    Entity("health", "organization", ["Ministerstwo Zdrowia Rzeczypospolitej Polskiej"]),
    Entity("central", "organization", ["Lietuvos bankas"]),
    Entity("foreign", "organization", ["Министерство иностранных дел Российской Федерации"]),
    Entity("vilnius", "organization", ["Vilniaus universitetas"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Ministry of Defence of Belarus said that troops had left.", "en", ["defence"]),
        ("Earlier the Belarusian Defence Ministry denied it.", "en", ["defence"]),
        ("Le ministère de la Défense du Bélarus dément.", "fr", ["defence"]),
        ("Das belarussische Verteidigungsministerium widersprach.", "de", ["defence"]),
        ("Tai neigia Baltarusijos gynybos ministerija.", "lt", ["defence"]),
        ("Вчера Минобороны Белоруссии опровергло эти слова.", "ru", ["defence"]),
        ("Пра гэта паведаміла Мінабароны, і больш нічога.", "be", ["defence"]),
        ("Учора Мінфін продав облігації.", "uk", ["finance"]),
        ("Ukraine's Finance Ministry sold bonds.", "en", ["finance"]),
        ("Wczoraj Ministerstwo Zdrowia zaprzeczyło.", "pl", ["health"]),
        ("Министерство здравоохранения Польши молчит.", "ru", ["health"]),
        ("Глава МИД России уехал.", "ru", ["foreign"]),
        ("The Russian Foreign Ministry did not comment.", "en", ["foreign"]),
        ("Elle étudie à l'université de Vilnius depuis mai.", "fr", ["vilnius"]),
    ],
)
def test_an_institution_is_found_by_what_its_words_stand_for(
    resolver: Resolver, text: str, language: str, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Ministry of Defence of Poland said that troops had left.", "en"),
        ("The Polish Defence Ministry denied it.", "en"),
        ("Вчера Минобороны Польши опровергло эти слова.", "ru"),
        ("Das polnische Verteidigungsministerium widersprach.", "de"),
        ("The Ministry of Defence denied it; France is far.", "en"),
        ("Das Verteidigungsministerium in Paris widersprach Frankreich.", "de"),
        ("Der Verteidigungsminister kam.", "de"),
        ("The Finance Minister of Ukraine resigned.", "en"),
        ("Ukraine's Ministry of Health bought beds.", "en"),
        ("Le ministère de la Justice du Bélarus dément.", "fr"),
        ("Глава МИД Франции уехал.", "ru"),
        ("They met at Vilnius airport.", "en"),
        ("Elle étudie à l'université de Riga.", "fr"),
        ("Białoruskie wojsko i obrona Polski.", "pl"),
    ],
)
def test_an_institution_of_another_country_or_field_is_another(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


def test_the_text_tells_whose_it_is(resolver: Resolver) -> None:
    text = "Беларусь и Россия спорят. Министерство обороны опровергло слова. В Беларуси, в белорусской армии это знают."
    assert ids_found(resolver, text, "ru") == ["defence"]


def test_the_span_is_the_phrase() -> None:
    found = Resolver(LISTED).find("L'université de Vilnius et le ministère de la Défense du Bélarus ont signé.", "fr")
    assert [one.text for one in found] == ["université de Vilnius", "ministère de la Défense du Bélarus"]
