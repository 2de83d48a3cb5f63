"""Data frames joined by names."""

from __future__ import annotations

from typing import Any

import pandas
import polars
import pytest

from translit.adapters.accessors import register
from translit.adapters.joins import join
from translit.errors import DataError, UsageError

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


@pytest.mark.parametrize("library", [pandas, polars])
def test_each_row_is_of_its_kind(library: Any) -> None:
    left = library.DataFrame({"name": ["ОАО «Гродно Азот»", "Гомель", "Васіль Быкаў"]})
    right = library.DataFrame(
        {
            "key": ["a", "b", "c"],
            "name": ["Vasil Bykau", "Grodno Azot OJSC", "Homiel"],
            "type": ["", "Company", "place"],
        }
    )
    joined = join(left, right, "name", right_kind="type")
    assert list(joined["key"]) == ["b", "c", "a"]
    assert min(joined["name_probability"]) > 0.99
    assert list(join(left[:1], right, "name", how="inner")["key"]) == []
    with pytest.raises(DataError, match="the right frame, row 0: the kind 'a' is none of person, place, organization"):
        join(left, right, "name", right_kind="key")
    with pytest.raises(UsageError, match="the right frame has no column 'tipe'; did you mean type"):
        join(left, right, "name", right_kind="tipe")
