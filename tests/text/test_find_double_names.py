"""A listed family name in a double one is somebody else's; particles are of the name; `compare` has the last word."""

from __future__ import annotations

import pytest

from translit import Entity, Resolver
from translit.matching.compare import compare

PEOPLE = [
    Entity("hol", "person", ["Frank Holub", "Frank T. Holub"]),
    Entity("mar", "person", ["Lucia Marinova", "Лучия Маринова"]),
    Entity("ves", "person", ["Pavel Veselin", "Павел Веселин"]),
    Entity("ber", "person", ["Ингеборг фон дер Хейде", "Ingeborg von der Heide"]),
    Entity("gau", "person", ["Henri de Montal"]),
    Entity("har", "person", ["Karim al-Harun"]),
    Entity("grm", "person", ["Алексей Громов", "Aleksei Gromov"]),
    Entity("ros", "person", ["T.-R. Lindqvist"]),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(PEOPLE)


def _found(resolver: Resolver, text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity.id) for mention in resolver.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister Claire Holub-Thomas spoke.", "en"),
        ("They met Claire Thomas-Holub in town.", "en"),
        ("La romancière Anne Marinova-Moreau habite Lille.", "fr"),
        ("Le film de Marinova-Petrov est sorti.", "fr"),
        ("Frau Klara Marinova-Hansen sprach mit der Presse.", "de"),
        ("Викладачка Ганна Маринова-Гончар приїхала.", "uk"),
        ("Врач Ольга Петрова-Громова ушла.", "ru"),
        ("Le chimiste Marc Veselin-Lévy enseigne.", "fr"),
    ],
)
def test_half_of_a_double_family_name_is_somebody_elses(resolver: Resolver, text: str, language: str) -> None:
    assert _found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He saw the Holub-Veselin summit.", "en", [("Holub", "hol"), ("Veselin", "ves")]),
        ("Der Marinova-Besuch war nicht lang.", "de", [("Marinova", "mar")]),
        ("Lucia Marinova spoke of the Marinova-Petrov talks.", "en", [("Lucia Marinova", "mar"), ("Marinova", "mar")]),
        ("The poet Frank Thomas Holub spoke.", "en", [("Frank Thomas Holub", "hol")]),
        ("Tor-Robert Lindqvist wrote it.", "en", [("Tor-Robert Lindqvist", "ros")]),
        ("The pro-Veselin party won.", "en", [("Veselin", "ves")]),
    ],
)
def test_a_hyphen_before_another_word_changes_nothing(
    resolver: Resolver, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("« Non », a dit Mme von der Heide.", "fr", "von der Heide"),
        ("Вчера фон дер Хейде молчала.", "ru", "фон дер Хейде"),
        ("Er traf Frau von der Heide in der Stadt.", "de", "von der Heide"),
        ("Le général de Montal parla.", "fr", "de Montal"),
        ("President al-Harun spoke.", "en", "al-Harun"),
        ("Der Brief von Heide war kurz und nicht gut.", "de", "Heide"),
        ("President Harun spoke.", "en", "Harun"),
        ("In der Sache sprach Heide mit der Presse.", "de", "Heide"),
        ("Le film du général Montal est sorti.", "fr", "Montal"),
        ("A letter of Gromov was read.", "en", "Gromov"),
    ],
)
def test_particles_are_of_the_name_where_all_of_them_stand(
    resolver: Resolver, text: str, language: str, expected: str
) -> None:
    assert [mention for mention, _ in _found(resolver, text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "base"),
    [
        ("Yesterday Pavel Vasalin spoke.", "en", "Pavel Vasalin"),
        ("Врач Алексей Грамав ушёл.", "ru", "Алексей Грамав"),
        ("Le peintre Alexis Gramoff parla.", "fr", "Alexis Gramoff"),
        ("La peintre Lucie Marinoff parla.", "fr", "Lucie Marinoff"),
        ("Врач Павел Весалин ушёл.", "ru", "Павел Весалин"),
        ("Paul Veslin wrote a letter.", "en", "Paul Veslin"),
    ],
)
def test_a_full_name_is_no_more_probable_than_compare_says(
    resolver: Resolver, text: str, language: str, base: str
) -> None:
    full = [mention for mention in resolver.finder.find(text, language, 0.0) if " " in mention.text]
    assert full
    for mention in full:
        best = max(compare(base, name).probability for name in mention.entity.names)
        assert mention.probability <= best + 1e-6


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Вчора з Павлом Веселіним говорили.", "uk", "ves"),
        ("Spotkał się z Aleksiejem Gromowem.", "pl", "grm"),
        ("Er sprach mit Alexej Gromow in der Stadt.", "de", "grm"),
        ("Kalbėjosi su Aleksejumi Gromovu ir kitais.", "lt", "grm"),
        ("Выступала Лучіі Марынавай сяброўка.", "be", "mar"),
    ],
)
def test_declined_full_names_are_compared_in_their_bases(
    resolver: Resolver, text: str, language: str, expected: str
) -> None:
    assert [one for _, one in _found(resolver, text, language)] == [expected]
