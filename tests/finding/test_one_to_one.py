"""One to one: the whole that is the likeliest, not the surest pair first."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from translit.finding.match import Match, assigned
from translit.finding.one_to_one import assignment

PLACES = 4
GAINS = st.dictionaries(st.integers(0, PLACES - 1), st.integers(-2, 6) | st.integers(-50, 500))


def total(gains: list[dict[int, int]], given_: list[int | None]) -> int:
    return sum(mine[place] for mine, place in zip(gains, given_, strict=True) if place is not None)


@given(st.lists(GAINS, max_size=6), st.lists(st.integers(1, 3), min_size=PLACES, max_size=PLACES))
def test_no_other_way_gains_more(gains: list[dict[int, int]], room: list[int]) -> None:
    found = assignment([list(mine.items()) for mine in gains], room)
    assert all(found.count(place) <= most for place, most in enumerate(room))
    possible = [
        total(gains, list(way))
        for way in product(*([None, *mine] for mine in gains))
        if all(way.count(place) <= most for place, most in enumerate(room))
    ]
    assert total(gains, found) == max(possible)


def test_of_equals_the_first() -> None:
    assert assignment([[(0, 5), (1, 5)]] * 3, [1, 1]) == [0, 1, None]
    assert assignment([[(0, 5)]] * 4, [2]) == [0, 0, None, None]


def test_many_who_want_the_same_are_soon_served() -> None:
    """Two thousand namesakes, each of whom wants the same twenty places of twenty rooms."""
    wanted = [[(place, 1000 - place) for place in range(20)]] * 2000
    found = assignment(wanted, [20] * 20)
    assert [found.count(place) for place in range(20)] == [20] * 20
    assert all(place is not None for place in found[:400])


def hit(row: int, probability: float, name_probability: float = 0.95) -> Match:
    return Match(row, probability, name_probability, 0, "")


def rows(found: list[list[Match]], threshold: float = 0.5, groups: list[list[int]] | None = None) -> list[int | None]:
    given_ = assigned(found, groups or [[0], [1], [2]], threshold)
    return [each.row if each else None for each in given_]


def test_a_row_moves_on_where_another_fits_nothing_else() -> None:
    assert rows([[hit(0, 0.52), hit(1, 0.45)], [hit(0, 0.8)]]) == [1, 0]


def test_a_sure_pair_stays_though_two_weak_ones_have_a_greater_sum() -> None:
    assert rows([[hit(0, 0.985), hit(1, 0.006)], [hit(0, 0.6)]]) == [0, None]


def test_namesakes_get_a_row_each_and_equal_rows_are_given_once_each() -> None:
    namesakes = [hit(0, 0.33), hit(1, 0.33), hit(2, 0.33)]
    assert rows([namesakes] * 4) == [0, 1, 2, None]
    assert rows([[hit(0, 0.45)]] * 3, groups=[[0, 5]]) == [0, 5, None]


def test_the_threshold_is_that_of_a_single_candidate() -> None:
    for probability in (0.15, 0.55, 0.85):
        for threshold in (0.0, 0.1, 0.5, 0.8, 0.9):
            assert rows([[hit(0, probability)]], threshold) == [0 if probability >= threshold else None]
