"""Clusters hold no two names that contradict each other, and are called by a spelling as in a text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.finding.clusters import fit_several, in_usual_case
from translit.finding.dedupe import CONTRADICTED, _average_link, dedupe
from translit.matching.compare import compare_many

# an initial, the people it fits, and whether they are one
INITIALS = [
    ("С. Тихановский", ["Сергей Тихановский", "Степан Тихановский"], False),
    ("А. Лукашенко", ["Александр Лукашенко", "Анна Лукашенко"], False),
    ("Иванов И.", ["Иванов Игорь", "Иванов Илья"], False),
    ("V. Petrov", ["Viktor Petrov", "Vadim Petrov"], False),
    ("М. Колеснікаў", ["Мікалай Колеснікаў", "Мікіта Колеснікаў"], False),
    ("В. Быков", ["Васіль Быкаў", "Василий Быков"], True),
    ("Я. Купала", ["Янка Купала", "Yanka Kupala"], True),
    ("Р. Барадулін", ["Рыгор Барадулін", "Ryhor Baradulin"], True),
    ("S. Aleksievich", ["Svetlana Aleksievich", "Светлана Алексиевич"], True),
    ("К. Каліноўскі", ["Кастусь Каліноўскі", "Kastus Kalinouski"], True),
]


@pytest.mark.parametrize(("short", "full", "one"), INITIALS)
def test_an_initial_joins_one_person_or_none(short: str, full: list[str], one: bool) -> None:
    found = dedupe([short, *full]).cluster_of()
    assert (found[short].names == found[full[0]].names == found[full[1]].names) == one
    if not one:
        assert found[short].names == (short,)
        assert found[full[0]].names != found[full[1]].names


def test_four_of_two_spouses() -> None:
    names = ["Светлана Тихановская", "Тихановская С.", "Сергей Тихановский", "Тихановский С."]
    found = dedupe(names).cluster_of()
    assert found["Светлана Тихановская"].names != found["Сергей Тихановский"].names


NAMES = st.lists(
    st.sampled_from(
        [*(name for short, full, _ in INITIALS for name in (short, *full)), "Тихановская С.", "Г. Минск", "Лукашенко"]
    ),
    min_size=2,
    max_size=12,
    unique=True,
)


@settings(max_examples=12, deadline=None)
@given(NAMES)
def test_no_cluster_holds_a_contradiction(names: list[str]) -> None:
    clusters = dedupe(names).clusters
    assert sorted(name for cluster in clusters for name in cluster.names) == sorted(names)
    for cluster in clusters:
        pairs = [(a, b) for a in cluster.names for b in cluster.names if a < b]
        assert not pairs or compare_many(pairs).min() >= CONTRADICTED


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_barred_pairs_are_never_in_one_group(size: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    matrix = generator.random((size, size))
    matrix = np.maximum(matrix, matrix.T)
    np.fill_diagonal(matrix, 1.0)
    barred = generator.random((size, size)) < 0.2
    groups = _average_link(matrix, 0.3, barred)
    assert sorted(place for group in groups for place in group) == list(range(size))
    for group in groups:
        assert not any(barred[a, b] for a in group for b in group if a != b)


def test_the_longest_names_are_barred_from_nobody() -> None:
    names = ["Сергей Тихановский", "Степан Тихановский"]
    assert not fit_several(names, np.array([[1.0, 0.9], [0.9, 1.0]]), 0.5).any()


@pytest.mark.parametrize(
    ("names", "canonical"),
    [
        (["Президент Александр Лукашенко", "АЛЕКСАНДР ЛУКАШЕНКО", "Лукашенко А."], "АЛЕКСАНДР ЛУКАШЕНКО"),
        (["Президент Александр Лукашенко", "Александр Лукашенко"], "Александр Лукашенко"),
        (["ВАСИЛЬ БЫКАЎ", "Vasil Bykaŭ"], "Vasil Bykaŭ"),
        (["ВАСІЛЬ БЫКАЎ", "Васіль Быкаў"], "Васіль Быкаў"),
        (["БЫКАЎ Васіль", "Васіль Быкаў"], "Васіль Быкаў"),
        (["янка купала", "Янка Купала"], "Янка Купала"),
        (["Я. Купала", "ЯНКА КУПАЛА"], "ЯНКА КУПАЛА"),
    ],
)
def test_the_canonical_spelling_is_as_in_a_text(names: list[str], canonical: str) -> None:
    (cluster,) = dedupe(names).clusters
    assert cluster.canonical == canonical


def test_usual_case_of_organizations() -> None:
    assert in_usual_case("НАТО", "organization")
    assert not in_usual_case("МИНИСТЕРСТВО ОБОРОНЫ", "organization")
