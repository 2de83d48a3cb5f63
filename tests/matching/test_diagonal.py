"""The alignment of a few pairs gives the very costs of the alignment of many."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from translit.matching.alignment import align
from translit.matching.alignment.costs import CostTable, Encoded, cost_table
from translit.matching.alignment.diagonals import few
from translit.matching.alignment.one import aligner

TOKENS = st.lists(
    st.one_of(
        st.text("абвгдежзійклмнопрстуўфхцчшыьэюяaceghijkloprstuvyzčšžł", max_size=30),
        st.sampled_from(["лукашэнка", "lukaschenko", "ціханоўскі", "tikhanovskiy", "щербо", "szczerba", ""]),
    ),
    min_size=1,
    max_size=12,
)


@given(TOKENS, TOKENS)
def test_a_few_pairs_cost_the_same_as_among_many(left: list[str], right: list[str]) -> None:
    table = cost_table()
    a, b = Encoded(table, left), Encoded(table, right)
    rows = np.repeat(np.arange(len(left), dtype=np.int32), len(right))
    columns = np.tile(np.arange(len(right), dtype=np.int32), len(left))
    assert np.array_equal(few(table, a, b, rows, columns), align.many(table, a, b, rows, columns))


@given(TOKENS, TOKENS)
@example(["szczerba"], ["yh"])  # whose first column was once not rounded
def test_one_pair_costs_the_same_as_among_many(left: list[str], right: list[str]) -> None:
    table = cost_table()
    rows = np.repeat(np.arange(len(left), dtype=np.int32), len(right))
    columns = np.tile(np.arange(len(right), dtype=np.int32), len(left))
    among_many = align.many(table, Encoded(table, left), Encoded(table, right), rows, columns)
    single = aligner(table)
    found = [single.cost(single.letters(one), single.letters(other)) for one in left for other in right]
    assert found == among_many.tolist()


def test_costs_of_single_letters_alone() -> None:
    table = CostTable.of([("а", "a", 0.1)])
    tokens = Encoded(table, ["ана", "ana", "она"])
    rows, columns = np.array([0, 0, 1], dtype=np.int32), np.array([1, 2, 2], dtype=np.int32)
    assert table.shapes == []
    found = align.many(table, tokens, tokens, rows, columns)
    assert np.array_equal(found, few(table, tokens, tokens, rows, columns))
    assert found[0] < found[2]
