"""Finding in data frames and SQL: every row is what the single call gives."""

from __future__ import annotations

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import translit.duckdb
import translit.frames
from translit import Entity, Resolver

TEXTS = ["Сустрэча з Пуціным у Мінску.", None, "", "Мінск"]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver([Entity("put", "person", ["Уладзімір Пуцін"]), Entity("minsk", "place", ["Мінск"])])


@pytest.fixture(scope="module")
def expected(resolver: Resolver) -> list[list[tuple[int, str]] | None]:
    return [None if text is None else [(one.start, one.entity.id) for one in resolver.find(text)] for text in TEXTS]


def short(rows: list[list[dict[str, object]] | None]) -> list[list[tuple[object, object]] | None]:
    return [None if row is None else [(one["start"], one["entity_id"]) for one in row] for row in rows]


def test_columns_of_every_library(resolver: Resolver, expected: list[list[tuple[int, str]] | None]) -> None:
    assert short(translit.frames.find(pa.array(TEXTS, pa.string()), resolver).to_pylist()) == expected
    assert short(pl.Series("t", TEXTS).translit.find(resolver).to_list()) == expected
    pandas = pd.Series(TEXTS, index=[3, 4, 5, 6]).translit.find(resolver)
    assert short(pandas.tolist()) == expected
    assert pandas.index.tolist() == [3, 4, 5, 6]
    lazy = pl.LazyFrame({"t": TEXTS}).translit.find("t", resolver).collect()
    assert short(lazy["mentions"].to_list()) == expected


def test_a_row_a_mention_in_sql(resolver: Resolver, expected: list[list[tuple[int, str]] | None]) -> None:
    connection = duckdb.connect()
    translit.duckdb.register(connection, resolver)
    connection.execute("CREATE TABLE texts AS SELECT * FROM (SELECT unnest(?) AS t)", [TEXTS])
    rows = connection.execute(
        'SELECT m."start", m.entity_id FROM (SELECT unnest(translit_find(t)) AS m FROM texts)'
    ).fetchall()
    assert sorted(rows) == sorted(pair for row in expected if row for pair in row)
