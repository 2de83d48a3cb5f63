"""Equal rows on the right: each is as probable as if it were an entity of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Entity, Resolver
from translit.finding.match import CONSIDERED, Matcher

NAMES = ("Иван Петров", "Ivan Petrov", "Пётр Иванов", "Янка Купала", "Иван Петрович", "Анна Петрова")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8), st.sampled_from(NAMES))
def test_every_row_as_an_entity_of_its_own(right: list[str], name: str) -> None:
    """The oracle: a resolver with an entity for each row. Those of probability 0 may be looked at or not."""
    resolver = Resolver([Entity(f"{row:03d}", "person", (text,)) for row, text in enumerate(right)])
    expected = {int(each.entity.id): each for each in resolver.resolve(name, CONSIDERED) if each.probability > 0}
    matcher = Matcher(right)
    matches = matcher.match(name, limit=CONSIDERED)
    found = {each.row: each for match in matches for each in matcher.equal(match) if each.probability > 0}
    assert found.keys() == expected.keys()
    for row, match in found.items():
        assert match.probability == pytest.approx(expected[row].probability, abs=2e-6)
        assert match.ambiguous == expected[row].ambiguous
    assert [each.probability for each in matches] == sorted((each.probability for each in matches), reverse=True)


def test_a_single_row_that_fits_better_comes_before_many_equal_ones() -> None:
    right = ["Иван Петрович"] * 500 + ["Иван Петров"]
    assert Matcher(right).match("Иван Петров", limit=1)[0].row == 500
