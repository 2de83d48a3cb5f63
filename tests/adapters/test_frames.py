"""Names in pandas, polars and pyarrow: index, name, type and missing values stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import TranslitError, frames
from translit.adapters import columns
from translit.adapters.accessors import register
from translit.errors import UsageError
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.writing.registry import transliterate

NAMES = ["Святлана Ціханоўская", None, "Аляксандр Лукашэнка", "Святлана Ціханоўская"]
LACINKA = ["Sviatłana Cichanoŭskaja", None, "Alaksandr Łukašenka", "Sviatłana Cichanoŭskaja"]
PANDAS = [
    object,
    *(["str"] if pd.__version__ >= "3" else []),
    "string",
    "category",
    pd.ArrowDtype(pa.string()),
    pd.ArrowDtype(pa.large_string()),
]
ARROW = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(
        [
            Entity(id="cichanouskaja", names=["Святлана Ціханоўская", "Светлана Тихановская"]),
            Entity(id="lukashenka", names=["Аляксандр Лукашэнка", "Александр Лукашенко"]),
        ]
    )


def missing_as_none(values: Any) -> Any:
    return [None if pd.isna(value) else value for value in values]


@pytest.mark.parametrize("dtype", PANDAS, ids=str)
def test_pandas_keeps_index_name_and_dtype(dtype: Any) -> None:
    series = pd.Series(NAMES, index=[7, 7, 3, 1], name="who").astype(dtype)
    written = series.translit.to("be-lacinka")
    assert missing_as_none(written.tolist()) == LACINKA
    assert written.index.tolist() == [7, 7, 3, 1]
    assert written.name == "who"
    if dtype == "category":
        assert list(written.cat.categories) == ["Sviatłana Cichanoŭskaja", "Alaksandr Łukašenka"]
    else:
        assert written.dtype == series.dtype


def test_pandas_object_column_keeps_the_missing_value_it_had() -> None:
    series = pd.Series(["Мінск", None, np.nan, pd.NA], dtype=object)
    written = series.translit.to("be-lacinka")
    assert written[0] == "Minsk"
    assert written[1] is None
    assert isinstance(written[2], float)
    assert written[3] is pd.NA


def test_pandas_ordered_category_stays_ordered() -> None:
    series = pd.Series(["Мінск", "Брэст"], dtype=pd.CategoricalDtype(["Брэст", "Мінск"], ordered=True))
    assert series.translit.to("be-lacinka").cat.ordered


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical], ids=str)
def test_polars_keeps_name_and_dtype(dtype: Any) -> None:
    series = pl.Series("who", NAMES).cast(dtype)
    written = series.translit.to("be-lacinka")
    assert (written.to_list(), written.name, written.dtype) == (LACINKA, "who", series.dtype)


def test_polars_enum_gives_strings() -> None:
    series = pl.Series(["Мінск"], dtype=pl.Enum(["Мінск"]))
    assert series.translit.to("be-lacinka").dtype == pl.String


@pytest.mark.parametrize("type_", ARROW, ids=str)
def test_arrow_keeps_type_and_shape(type_: Any) -> None:
    array = pa.array(NAMES, pa.string()).cast(type_)
    assert isinstance(frames.to(array, "be-lacinka"), pa.Array)
    written = frames.to(pa.chunked_array([array, array]), "be-lacinka")
    assert written.type == type_
    assert written.to_pylist() == LACINKA * 2


def test_lazy_frames_stream_and_keep_the_users_columns(resolver: Any) -> None:
    lazy = pl.LazyFrame({"name": NAMES})
    work = lazy.translit.to("name", "be-lacinka").translit.keys("name").translit.resolve("name", resolver)
    work = work.with_columns(same=pl.col("name").translit.compare("Cichanoŭskaja, Sviatłana"))
    found = work.collect(engine="streaming")
    assert found.columns == [
        *("name", "name_be-lacinka", "name_keys", "entity_id", "entity_name", "probability", "same"),
    ]
    assert found["name_be-lacinka"].to_list() == LACINKA
    assert found["entity_id"].to_list() == ["cichanouskaja", None, "lukashenka", "cichanouskaja"]
    assert found["same"][0] > 0.9 and found["same"][1] is None and found["same"][2] < 0.1
    assert work.collect_schema() == found.schema


def test_a_stream_of_several_batches_is_what_a_single_one_gives() -> None:
    texts = [None if number % 7 == 0 else f"Мінск {number % 1000}" for number in range(300_000)]
    frame = pl.DataFrame({"row": range(len(texts)), "name": texts})
    streamed = frame.lazy().translit.to("name", "be-lacinka").collect(engine="streaming").sort("row")
    assert streamed.equals(frame.translit.to("name", "be-lacinka"))
    assert streamed["name_be-lacinka"].null_count() == streamed["name"].null_count() > 0


def test_modin_keeps_index_name_and_dtype(resolver: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODIN_ENGINE", "python")
    modin = pytest.importorskip("modin.pandas", reason="Modin isn't there; it needs an older pandas than the others")
    register()
    for dtype in (object, "string", "category"):
        series = modin.Series(NAMES, index=[7, 7, 3, 1], name="who").astype(dtype)
        written = series.translit.to("be-lacinka")
        assert isinstance(written, modin.Series)
        assert missing_as_none(written.tolist()) == LACINKA
        assert (written.index.tolist(), written.name) == ([7, 7, 3, 1], "who")
        assert dtype == "category" or written.dtype == series.dtype
    frame = modin.DataFrame({"name": NAMES}).translit.resolve("name", resolver)
    assert isinstance(frame, modin.DataFrame)
    assert missing_as_none(frame["entity_id"]) == ["cichanouskaja", None, "lukashenka", "cichanouskaja"]


def test_expressions_work_within_groups() -> None:
    frame = pl.DataFrame({"group": [1, 2, 1], "name": ["Мінск", "Брэст", "Гродна"]})
    found = frame.group_by("group", maintain_order=True).agg(pl.col("name").translit.to("be-lacinka"))
    assert found["name"].to_list() == [["Minsk", "Hrodna"], ["Brest"]]


def test_frames_of_pandas_and_polars_agree(resolver: Any) -> None:
    eager = pl.DataFrame({"name": NAMES}).translit.resolve("name", resolver)
    table = pd.DataFrame({"name": NAMES}).translit.resolve("name", resolver)
    arrow = frames.resolve(pa.chunked_array([NAMES]), resolver)
    ids = ["cichanouskaja", None, "lukashenka", "cichanouskaja"]
    assert eager["entity_id"].to_list() == missing_as_none(table["entity_id"]) == arrow["entity_id"].to_pylist() == ids
    assert table["probability"].dtype == np.float64


def test_resolver_may_be_a_path_and_names_below_the_bar_are_left_missing(resolver: Any, tmp_path: Path) -> None:
    resolver.save(tmp_path / "index")
    series = pd.Series(["Лукашенко Александр", "Мао Цзэдун"])
    found = series.translit.resolve(str(tmp_path / "index"))
    assert missing_as_none(found["entity_id"]) == ["lukashenka", None]
    assert series.translit.resolve(resolver, least=1.01)["entity_id"].isna().all()


def test_seeds_are_the_entities_without_a_resolver() -> None:
    assert pd.Series(["Lukaschenko, Alexander"]).translit.resolve()["entity_id"][0] == "lukashenka-alaksandar"


def test_compare_is_a_number_for_every_row() -> None:
    left = pd.Series(["Святлана Ціханоўская", "Сяргей Ціханоўскі", None], index=[2, 1, 0])
    right = pd.Series(["Tikhanovskaya Svetlana", "Tikhanovskaya Svetlana", "x"], index=[2, 1, 0])
    found = left.translit.compare(right)
    assert found.index.tolist() == [2, 1, 0]
    assert found[2] > 0.9 and found[1] < 0.1 and np.isnan(found[0])
    assert left.astype("string").translit.compare(right).dtype == "Float64"
    assert left.astype(pd.ArrowDtype(pa.string())).translit.compare(right).dtype == "double[pyarrow]"


def test_compare_refuses_columns_that_do_not_fit() -> None:
    one, other = pd.Series(["a", "b"]), pd.Series(["a", "b"], index=[1, 2])
    with pytest.raises(UsageError, match=r"different indexes; align them first"):
        one.translit.compare(other)
    with pytest.raises(UsageError, match=r"have 2 and 1 rows; compare columns of one length"):
        pl.Series(["a", "b"]).translit.compare(pl.Series(["a"]))


@pytest.mark.parametrize("of", ["words", "links"])
def test_keys_of_two_spellings_meet(of: Any) -> None:
    found = frames.keys(pl.Series(["Аляксандр Лукашэнка", "Lukaschenko Alexander", None]), of).to_list()
    assert set(found[0]) & set(found[1])
    assert found[2] is None


def test_readings_put_spellings_together() -> None:
    found = pd.Series(["Лукашэнка Аляксандр", "Alaksandr Łukašenka"]).translit.readings()
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "column",
    [pd.Series([1, 2], name="age"), pl.Series("age", [1.5]), pd.Series(["a", 3], name="age", dtype=object)],
    ids=["integers", "floats", "mixed"],
)
def test_other_values_than_text_are_refused_in_a_sentence(column: Any) -> None:
    with pytest.raises(UsageError, match=r"^the column 'age' holds .*, which isn't text; turn the column into text"):
        frames.to(column, "be-lacinka")


def test_lists_are_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="compound values; give a column of text"):
        frames.keys(pd.Series([["a"]]))


def test_what_is_no_column_is_refused() -> None:
    with pytest.raises(UsageError, match=r"builtins.list isn't a column of pandas"):
        frames.to(["a"], "be-lacinka")
    with pytest.raises(UsageError, match="did you mean name"):
        pd.DataFrame({"name": ["a"]}).translit.to("nam", "be-lacinka")


def test_unknown_scheme_is_told_before_a_lazy_frame_is_collected() -> None:
    with pytest.raises(TranslitError, match="did you mean be-lacinka"):
        pl.LazyFrame({"name": NAMES}).translit.to("name", "be-lacinca")


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([], dtype=object),
        pd.Series([], dtype="category"),
        pd.Series([np.nan, np.nan]),
        pd.Series([None], dtype=object),
        pl.Series([], dtype=pl.String),
        pl.Series([None, None]),
        pa.array([], pa.string()),
        pa.array([None]),
    ],
    ids=lambda column: type(column).__module__.split(".")[0] + " " + type(column).__name__,
)
def test_empty_and_all_missing_columns(column: Any, resolver: Any) -> None:
    assert len(frames.to(column, "be-lacinka")) == len(column)
    assert len(frames.keys(column)) == len(frames.resolve(column, resolver)) == len(column)
    assert len(frames.compare(column, column)) == len(column)


def test_distinct_values_are_worked_once() -> None:
    seen = []

    def work(texts: Any) -> Any:
        seen.extend(texts)
        return texts

    assert columns.once(["a", "b", None, "a"] * 1000, work, None, "x") == ["a", "b", None, "a"] * 1000
    assert seen == ["a", "b"]


@given(st.lists(st.none() | st.text(alphabet="абвгўіЁ ʼ-éz", max_size=12), max_size=30))
def test_every_row_is_what_the_single_call_gives(texts: Any) -> None:
    expected = [None if text is None else transliterate(text, "be-lacinka") for text in texts]
    assert columns.written(texts, "be-lacinka") == expected


def test_importing_translit_imports_no_library_of_frames() -> None:
    heavy = "{'pandas', 'polars', 'pyarrow', 'narwhals'}"
    code = f"import sys, translit, translit.adapters.frames; print({heavy} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
