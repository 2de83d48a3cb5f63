"""Common words that start a sentence aren't names for it; and given names aren't places or acronyms they sound like."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

LISTED = [
    Entity("spring", "organization", ["Вясна", "Весна", "Viasna"]),
    Entity("white-house", "organization", ["Белый дом", "White House"]),
    Entity("saw", "place", ["Piła"]),
    Entity("bridge", "place", ["Most"]),
    Entity("smith", "person", ["Liisa Sepp"]),
    Entity("oak", "person", ["Jānis Ozols"]),
    Entity("tailor", "person", ["Szabó Katalin"]),
    Entity("un", "organization", ["Организация Объединённых Наций", "ООН", "ААН", "ANO", "UN", "United Nations"]),
    Entity("georgia", "place", ["Georgia", "Грузия", "Gruzja"]),
    Entity("jordan", "place", ["Jordan", "Иордания", "Jordanien"]),
    Entity("nato", "organization", ["NATO", "НАТО"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(LISTED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("be", "Вясна прыйшла рана, і сады зацвілі."),
        ("uk", "Весна видалася холодною. Діти чекали тепла."),
        ("ru", "Снег сошёл. Весна в этом году ранняя, и река уже вскрылась."),
        ("pl", "Piła leżała na stole obok młotka."),
        ("cs", "Most přes řeku opraví v červnu, řidiči musí objížďkou."),
        ("et", "Sepp tagus rauda, ja lapsed vaatasid pealt."),
        ("lv", "Ozols aiz mājas ir divsimt gadus vecs."),
        ("hu", "Szabó kellene ide, mert elszakadt a kabát."),
        ("ru", "Анна пришла домой поздно и сразу легла."),
        ("cs", "Jana pracuje v dílně pátým rokem."),
        ("et", "Jaan vaatas aknast välja ja naeratas."),
        ("en", "George came home late and went to bed."),
        ("fr", "Un homme attendait devant la porte."),
    ],
)
def test_a_common_word_or_a_given_name_names_no_entity(resolver: Resolver, language: str, text: str) -> None:
    assert [(mention.text, mention.entity.id) for mention in resolver.find(text, language=language)] == []


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("be", "Пра затрыманых паведаміла «Вясна», праваабарончы цэнтр.", "spring"),
        ("ru", "Правозащитники из «Весны» назвали новые имена.", "spring"),
        ("be", "Вясна расказала пра суды. Праваабаронцы Вясны чакаюць новых.", "spring"),
        ("ru", "Представитель Белого дома ответил на вопросы.", "white-house"),
        ("pl", "Pociąg do Piły odjechał wczoraj rano.", "saw"),
        ("cs", "Vlak do Mostu odjel včera ráno.", "bridge"),
        ("et", "Kõneles Liisa Sepp, linna arhitekt.", "smith"),
        ("hu", "A díjat Szabó Katalin vette át.", "tailor"),
        ("en", "Tbilisi is the capital of Georgia, in the Caucasus.", "georgia"),
        ("en", "Amman is the capital of Jordan.", "jordan"),
        ("pl", "Szef Nato przyjechał do Warszawy.", "nato"),
        ("ru", "В ООН обсудили новый договор.", "un"),
    ],
)
def test_the_same_word_is_the_entity_where_the_text_says_so(
    resolver: Resolver, language: str, text: str, entity: str
) -> None:
    assert entity in [mention.entity.id for mention in resolver.find(text, language=language)]
