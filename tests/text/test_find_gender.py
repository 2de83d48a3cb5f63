"""A man and a woman of one family name are told apart by the form that stands in the text."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver

COUPLES = [
    Entity("vera", "person", ["Вера Дубровская", "Вера Дуброўская"]),
    Entity("oleg", "person", ["Олег Дубровский", "Алег Дуброўскі"]),
    Entity("halyna", "person", ["Галина Захаренко", "Галіна Захаранка"]),
    Entity("petro", "person", ["Пётр Захаренко", "Пётр Захаранка"]),
    Entity("olha", "person", ["Ольга Марченко"]),
    Entity("taras", "person", ["Тарас Марченко"]),
    Entity("jana", "person", ["Jana Dvořáková"]),
    Entity("milan", "person", ["Milan Dvořák"]),
    Entity("anna", "person", ["Anna Wójcik"]),
    Entity("jan", "person", ["Jan Wójcik"]),
    Entity("rasa", "person", ["Rasa Kazlauskienė"]),
    Entity("tomas", "person", ["Tomas Kazlauskas"]),
    Entity("ilze", "person", ["Ilze Bērziņa"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(COUPLES)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Вчера на суде говорили о Дубровской.", "vera"),
        ("ru", "Вчера на суде помогли Дубровскому.", "oleg"),
        ("be", "Учора на судзе дапамаглі Дуброўскаму.", "oleg"),
        ("be", "Учора на судзе гаварылі пра Дуброўскую.", "vera"),
        ("be", "Гутарка з Захаранкам доўжылася гадзіну.", "petro"),
        ("uk", "Учора бачили Марченка біля суду.", "taras"),
        ("uk", "Прибули Ольга Марченко і Тарас Марченко. Потім питали Марченка про гроші.", "taras"),
        ("cs", "Ministr jednal s Dvořákovou o penězích.", "jana"),
        ("cs", "Ministr jednal s Dvořákem o penězích.", "milan"),
        ("pl", "Wczoraj rozmawiał z Wójcikiem o pieniądzach.", "jan"),
        ("pl", "Przyszli Anna Wójcik i Jan Wójcik. Zapytano Wójcika o pieniądze.", "jan"),
        ("lt", "Vakar teisme kalbėta apie Kazlauskienę.", "rasa"),
    ],
)
def test_the_form_tells_who_of_a_couple_is_meant(resolver: Resolver, language: str, text: str, entity: str) -> None:
    assert resolver.find(text, language=language)[-1].entity.id == entity


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Вчера звонили Захаренко, но никто не ответил."),  # undeclined: hers, and in Russian his too
        ("be", "Захаранка прыйшла дадому."),  # the verb isn't read
        ("uk", "Марченко не відповіли на запитання."),
        ("pl", "Wójcik nie odpowiada na pytania."),
    ],
)
def test_a_form_that_both_have_names_neither(resolver: Resolver, language: str, text: str) -> None:
    assert resolver.find(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lv", "Vakar tiesā runāja par Bērziņu, kurš aizbrauca. Bērziņam palīdzēja brālis."),
        ("ru", "Один Дубровин, а не она, пришёл."),
        ("uk", "Приїхав Марченків брат."),
        ("cs", "Přišel Dvorský, její soused."),
        ("lt", "Atvyko Kazlauskaitė, jų duktė."),
    ],
)
def test_no_other_form_names_one_of_them(resolver: Resolver, language: str, text: str) -> None:
    assert {mention.entity.id for mention in resolver.find(text, language=language)} <= {"ilze"}
