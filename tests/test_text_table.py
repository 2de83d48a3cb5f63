"""A table that is one text gives what a dict of the same rows gives, few times asked or often."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translit.text_table import FEW, TextTable

WORDS = st.text(alphabet="abcшж ", max_size=5)


@given(st.dictionaries(WORDS, WORDS), st.lists(WORDS, max_size=2 * FEW))
def test_it_answers_as_a_dict_does(rows: dict[str, str], asked: list[str]) -> None:
    table = TextTable(TextTable.of(rows.items()))
    for key in [*asked, *rows]:
        assert table.get(key) == rows.get(key)
        assert (key in table) == (key in rows)
    assert table.parted() == rows
    assert len(table) == len(rows) and set(table.keys()) == set(rows)


def test_a_key_that_ends_another_is_not_that_key() -> None:
    table = TextTable(TextTable.of([("minsk", "1"), ("insk", "2")]))
    assert (table.get("insk"), table.get("nsk"), table.get("")) == ("2", None, None)
