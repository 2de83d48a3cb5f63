"""Properties of any comparison of places or organizations."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.kinds import rows_of
from translit.matching.compare import compare, compare_many

KINDS = pytest.mark.parametrize("kind", ["place", "organization"])
WORDS = ["Bank", "Дабрабыт", "завод", "Minsk", "Вега", "2", "VIII", "Ministry", "культуры", "Belarus", "ООО", "ФСБ"]


def pairs_of(kind: str, step: int) -> list[tuple[str, str]]:
    return [row.pair for row in rows_of(kind)[::step]]


@KINDS
def test_symmetric_and_the_same_alone_and_among_others(kind: str) -> None:
    pairs = pairs_of(kind, 5)
    together = compare_many(pairs, kind)
    assert np.array_equal(together, compare_many([(b, a) for a, b in pairs], kind))
    for pair, chance in list(zip(pairs, together, strict=True))[::9]:
        assert compare(*pair, kind).probability == chance


@KINDS
def test_nothing_is_nearer_than_the_name_itself(kind: str) -> None:
    pairs = pairs_of(kind, 5)
    itself, others = compare_many([(a, a) for a, _ in pairs], kind), compare_many(pairs, kind)
    assert (itself >= others - 0.01).all()
    assert itself[others > 0.5].min() > 0.95


@KINDS
def test_explanations_add_up(kind: str) -> None:
    for a, b in pairs_of(kind, 31):
        found = compare(a, b, kind)
        logit = found.explanation.base + sum(value for _, value in found.explanation.terms)
        assert found.explanation.probability == found.probability
        assert 1 / (1 + math.exp(-logit)) == pytest.approx(found.probability, abs=0.01)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from(["place", "organization"]))
def test_a_foreign_word_never_raises(words: list[str], kind: str) -> None:
    name = " ".join(words)
    itself, more, both = compare_many(
        [(name, name), (name, f"{name} Квадра"), (f"{name} Зебра", f"{name} Квадра")], kind
    )
    assert itself >= more - 1e-6
    assert both <= itself + 1e-6


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)
)
def test_the_same_both_ways(left: list[str], right: list[str]) -> None:
    a, b = " ".join(left), " ".join(right)
    one, other = compare_many([(a, b), (b, a)], "organization")
    assert np.isfinite(one)
    assert one == other
