"""Places: their explanations, exonyms in the tables and in an index, and names that are none."""

from __future__ import annotations

import numpy as np
import pytest

from tests.matching.kinds import rows_of
from translit import Entity, Resolver
from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.lexicon.lexicon import lexicon


def test_explanation_names_the_words() -> None:
    found = compare("горад Гданьск", "Danzig", "place").explanation
    assert [(pair.left, pair.right) for pair in found.pairs] == [("Гданьск", "Danzig")]
    assert found.alone == ("горад",)
    assert "same name by the lists" in str(found)


def test_places_without_a_name_are_no_place() -> None:
    assert compare_many([("", "Минск"), ("()", "Минск"), ("—", "—")], "place").tolist() == [0.0, 0.0, 0.0]


def test_exonyms_lead_to_the_place() -> None:
    pairs = [row.pair for row in rows_of("place", "exonyms", "renamed", "glued") if row.same]
    resolver = Resolver([Entity(id=b, kind="place", names=[b]) for b in dict.fromkeys(b for _, b in pairs)])
    missed = [(a, b) for a, b in pairs if b not in {found.entity.id for found in resolver.resolve(a)}]
    assert not missed


def test_every_listed_form_is_found_again() -> None:
    found = lexicon("place")
    for form, key in (("Lwów", "lviv"), ("Дзвінск", "daugavpils"), ("Ohrid", "ohrid"), ("España", "spain")):
        _, concepts = found.at([fold(form)], 0)
        assert key in [found.keys[concept] for concept in concepts]


def test_long_texts_and_signs_do_no_harm() -> None:
    odd = ["Минск " * 300, "\u200bМинск\u200b", "МИНСК!!!", "(Минск)", "Минск, Минск, Минск"]
    chances = compare_many([(name, "Minsk") for name in odd], "place")
    assert np.isfinite(chances).all()
    assert chances[1] > 0.95 and chances[2] > 0.95 and chances[3] > 0.95


@pytest.mark.parametrize("beside", [(", City", "X"), ("City", "X"), ("(Region)", "Gomel")])
def test_a_pair_is_one_whatever_stands_beside_it(beside: tuple[str, str]) -> None:
    """A word that is a kind in one name and all there is of another has what it says in each."""
    pairs = [("Seoul, City", "Seoul"), ("Seoul City", "Seoul"), ("Minsk Region", "Minsk, Region")]
    alone = [compare(a, b, "place").probability for a, b in pairs]
    assert compare_many([beside, *pairs], "place").tolist()[1:] == pytest.approx(alone)
