"""What the table of given names says of everyday, foreign, Latin and shared forms."""

from __future__ import annotations

import pytest

from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold

SHARED = """
    Andrea Simone Nicola Michele Daniele Gabriele Jean Claude Dominique Camille Chris Alex Sam Jackie Джеки Саша Sasha
    Женя Zhenya Валя Valya Robin Leslie Kim Terry Carol Valery Ira Vanja Nikita Charlie Frankie Toni Joan Карен Noa
"""


def sets(form: str) -> set[str]:
    """The keys of the sets that a form belongs to."""
    names = given_names()
    return {names.keys[number] for number in names.sets(fold(form))}


@pytest.mark.parametrize("form", SHARED.split())
def test_a_form_of_men_and_women_tells_no_gender(form: str) -> None:
    assert sets(form)
    assert given_names().gender(fold(form)) == ""


@pytest.mark.parametrize(
    ("form", "full"),
    [
        ("Gulielmus", "William"), ("Guilelmus", "Wilhelm"), ("Iacobus", "Jacob"), ("Iacobus", "James"),
        ("Galfridus", "Geoffrey"), ("Aegidius", "Giles"), ("Bartholomaeus", "Bartholomew"), ("Ludovicus", "Louis"),
        ("Хэнк", "Henry"), ("Чак", "Charles"), ("Біл", "Уильям"), ("Тэд", "Edward"), ("Пегги", "Margaret"),
        ("Jupp", "Josef"), ("Quique", "Enrique"), ("Кике", "Enrique"), ("Concha", "Concepción"), ("Zé", "José"),
        ("Pista", "István"), ("Jukka", "Johannes"), ("Makis", "Герасимос"), ("Змітрок", "Дмитрий"),
        ("Тадзік", "Tadeusz"), ("Стецько", "Степан"), ("Онджей", "Андрей"), ("Дьюла", "Julius"), ("Янош", "Иван"),
    ],
)  # fmt: skip
def test_everyday_and_foreign_forms_lead_to_the_full_name(form: str, full: str) -> None:
    assert sets(form) & sets(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Егор", "Юрий"), ("Yusuf", "Joseph"), ("Соломон", "Сулейман"), ("Аполлон", "Аполлинарий"), ("Guido", "Vitus"),
        ("Борис", "Борислав"), ("Harun", "Aaron"), ("Armand", "Hermann"), ("Рашад", "Рашид"), ("René", "Rainer"),
    ],
)  # fmt: skip
def test_names_that_are_not_used_for_one_person_stay_apart(one: str, other: str) -> None:
    assert not sets(one) & sets(other)
