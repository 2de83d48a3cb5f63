"""Columns, blocking rules and comparison levels for Splink, and a whole linkage on DuckDB."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator

import translit.duckdb
import translit.splink
from translit.errors import UsageError

OURS: dict[str, list[Any]] = {
    "unique_id": [1, 2, 3, 4, 5],
    "name": [
        "Святлана Георгіеўна Ціханоўская",
        "Аляксандр Рыгоравіч Лукашэнка",
        "Віктар Аляксандравіч Лукашэнка",
        "Марыя Калеснікава",
        None,
    ],
    "born": ["1982", "1954", "1975", None, "1990"],
}
THEIRS = {
    "unique_id": [1, 2, 3, 4, 5],
    "name": [
        "Tikhanovskaya, Svetlana",
        "LUKASCHENKO Alexander",
        "Viktor Aleksandrovich LUKASHENKO",
        "Viktor Sergeevich LUKASHENKO",
        "Maria Kolesnikova",
    ],
    "born": ["1982", "1954", "1975", "1975", None],
}


@pytest.fixture(scope="module")
def predictions() -> Any:
    connection = duckdb.connect()
    translit.duckdb.register(connection)
    api = DuckDBAPI(connection=connection)
    tables = [
        api.register(translit.splink.prepare(pa.table(rows)), dataset_display_name=name)
        for name, rows in (("ours", OURS), ("theirs", THEIRS))
    ]
    settings = SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=1 / 5,
        comparisons=[
            translit.splink.comparison("name"),
            cl.ExactMatch("born").configure(m_probabilities=[0.95, 0.05], u_probabilities=[0.02, 0.98]),
        ],
        blocking_rules_to_generate_predictions=[translit.splink.block("name")],
        retain_intermediate_calculation_columns=True,
    )
    rows = Linker(tables, settings, log_level=None).inference.predict().as_record_list()
    yield {(row["unique_id_l"], row["unique_id_r"]): row for row in rows}
    connection.close()


def test_the_same_people_are_linked_and_no_others(predictions: Any) -> None:
    linked = {pair for pair, row in predictions.items() if row["match_probability"] > 0.9}
    assert linked == {(1, 1), (2, 2), (3, 3), (4, 5)}


def test_different_fathers_outweigh_equal_names(predictions: Any) -> None:
    half_brother = predictions[3, 4]
    assert half_brother["mw_name"] < 0 < predictions[3, 3]["mw_name"]
    assert half_brother["match_probability"] < 0.5


def test_names_that_share_no_key_are_not_compared(predictions: Any) -> None:
    assert (1, 2) not in predictions
    assert all(left != 5 for left, _ in predictions)  # the missing name has no key


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table], ids=["pandas", "polars", "pyarrow"])
def test_prepare_adds_the_columns_that_the_rules_read(make: Any) -> None:
    prepared = translit.splink.prepare(make(OURS), "name")
    assert type(prepared) is type(make(OURS))
    columns = pa.table(prepared).to_pydict() if not isinstance(prepared, pd.DataFrame) else prepared.to_dict("list")
    assert list(columns) == ["unique_id", "name", "born", "name_keys", "name_reading", "name_father"]
    assert columns["name"][:4] == OURS["name"][:4]
    assert "+heorhi" in columns["name_father"][0] and len(columns["name_father"][3]) == 0
    assert columns["name_keys"][4] is None
    assert columns["name_reading"][3] == "kalesnikava maria"


def test_prepare_keeps_the_index_of_pandas() -> None:
    prepared = translit.splink.prepare(pd.DataFrame({"name": ["Мінск", "Брэст"]}, index=[9, 4]))
    assert prepared.index.tolist() == [9, 4]


def test_prepare_of_an_empty_frame() -> None:
    assert translit.splink.prepare(pl.DataFrame({"name": []}, schema={"name": pl.String})).height == 0


def test_prepare_refuses_a_missing_column() -> None:
    with pytest.raises(UsageError, match="the frame has no column 'nam'; did you mean name"):
        translit.splink.prepare(pd.DataFrame({"name": ["a"]}), "nam")


def test_levels_go_from_missing_to_all_else() -> None:
    made = translit.splink.comparison("who").create_comparison_dict("duckdb")
    conditions = [level["sql_condition"] for level in made["comparison_levels"]]
    assert "IS NULL" in conditions[0] and "list_has_any" in conditions[1] and conditions[-1] == "ELSE"
    assert [condition.rpartition(" ")[2] for condition in conditions[2:-1]] == ["0.99", "0.9", "0.5"]
    shares = made["comparison_levels"][1:]
    for side in ("m_probability", "u_probability"):
        assert sum(level[side] for level in shares) == pytest.approx(1, abs=0.001)
