"""Data frames joined by names."""

from __future__ import annotations

from typing import Any

import pandas
import polars
import pytest

from translit.adapters.accessors import register
from translit.adapters.joins import join
from translit.errors import UsageError

register()
LEFT = {
    "id": [1, 2, 3, 4],
    "name": ["Vasil Bykau", "Иван Петров", None, "Nobody Known"],
    "born": ["1924", "1980", None, None],
}
RIGHT = {"id": [7, 8, 9], "full": ["Васіль Быкаў", "Ivan Petrov", "Ivan Petrov"], "birth_date": [None, "1954", "1980"]}


@pytest.mark.parametrize("library", [pandas, polars])
def test_rows_of_both(library: Any) -> None:
    left, right = library.DataFrame(LEFT), library.DataFrame(RIGHT)
    found = left.translit.join(right, on="name", right_on="full", evidence={"born": "birth_date"})
    assert list(found.columns) == [
        *("id", "name", "born", "id_right", "full", "birth_date", "probability", "ambiguous", "name_probability"),
    ]
    assert found["id"].to_list() == [1, 2, 3, 4]
    assert found["id_right"].to_list()[:2] == [7, 9]
    assert (found["id_right"].isna() if library is pandas else found["id_right"].is_null()).sum() == 2
    inner = left.translit.join(right, on="name", right_on="full", how="inner", every=True)
    assert list(zip(inner["id"].to_list(), inner["id_right"].to_list(), strict=True)) == [(1, 7), (2, 8), (2, 9)]


def test_pandas_keeps_its_index() -> None:
    left = pandas.DataFrame(LEFT, index=list("abcd"))
    found = join(left, pandas.DataFrame(RIGHT, index=[5, 5, 5]), "name", "full", one_to_one=True)
    assert list(found.index) == list("abcd")


def test_wrong_use() -> None:
    left, right = polars.DataFrame(LEFT), polars.DataFrame(RIGHT)
    with pytest.raises(UsageError, match="no column 'name'"):
        left.translit.join(right, on="name")
    with pytest.raises(UsageError, match="collect"):
        left.lazy().translit.join(right, on="name", right_on="full")
    with pytest.raises(UsageError, match="left or inner"):
        left.translit.join(right, on="name", right_on="full", how="outer")
