"""The functions for Spark, on a local one. Skipped without Java or pyspark; where CI has Java they must run."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import translit.spark
from translit import TranslitError
from translit.corpus.engines.export import module_of
from translit.errors import DataError, UsageError
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver

JAVA = bool(shutil.which("java") or os.environ.get("JAVA_HOME"))
MISSING = [name for name, there in (("Java", JAVA), ("pyspark", find_spec("pyspark"))) if not there]
if MISSING and not (JAVA and os.environ.get("CI")):
    pytest.skip(f"Spark needs {' and '.join(MISSING)}; `make spark` installs pyspark", allow_module_level=True)

pytestmark = [
    pytest.mark.external,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

NAMES = [(1, "Мінск"), (2, None), (3, "Qwxz"), (4, "Svetlana Tikhanovskaya"), (5, "Мінск")]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: Any) -> Any:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("translit")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "localhost",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        # the workers find the package wherever the tests did
        "spark.executorEnv.PYTHONPATH": str(Path(translit.__file__).parents[1]),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: Any) -> Any:
    return spark.createDataFrame(NAMES, "id long, name string")


@pytest.fixture(scope="module")
def index(tmp_path_factory: Any) -> Any:
    folder = tmp_path_factory.mktemp("index") / "entities"
    entities = [Entity(id="minsk", kind="place", names=["Мінск", "Минск"])]
    entities.append(Entity(id="cichanouskaja", names=["Святлана Ціханоўская", "Светлана Тихановская"]))
    Resolver(entities).save(folder)
    return folder


def test_to_keeps_the_rows_and_the_missing_values(frame: Any) -> None:
    rows = translit.spark.to(frame, "name", "be-lacinka").orderBy("id").collect()
    assert [row["name_be-lacinka"] for row in rows] == ["Minsk", None, "Qwxz", "Svetlana Tikhanovskaya", "Minsk"]
    assert [(row["id"], row["name"]) for row in rows] == NAMES


def test_keys_are_arrays(frame: Any) -> None:
    rows = translit.spark.keys(frame, "name", "links", into="links").orderBy("id").collect()
    assert rows[1]["links"] is None
    assert rows[3]["links"] and rows[0]["links"] == rows[4]["links"]


@pytest.mark.parametrize("ship", [False, True], ids=["shared folder", "shipped"])
def test_resolve_opens_the_index_in_the_workers(frame: Any, index: Any, ship: Any) -> None:
    rows = translit.spark.resolve(frame, "name", index, ship=ship).orderBy("id").collect()
    assert [row["entity_id"] for row in rows] == ["minsk", None, None, "cichanouskaja", "minsk"]
    assert [row["entity_name"] for row in rows][3:] == ["Святлана Ціханоўская", "Мінск"]
    assert rows[3]["probability"] > 0.9


@pytest.mark.parametrize("ship", [False, True], ids=["shared folder", "shipped"])
def test_find_gives_arrays_of_mentions(spark: Any, index: Any, ship: Any) -> None:
    texts = [(1, "Святлана Ціханоўская была ў Мінску."), (2, None), (3, "Нікога тут няма."), (4, "")]
    found = translit.spark.find(spark.createDataFrame(texts, "id long, text string"), "text", index, ship=ship)
    rows = {row["id"]: row["mentions"] for row in found.collect()}
    assert [(one["start"], one["end"], one["entity_id"]) for one in rows[1]] == [
        (0, 20, "cichanouskaja"),
        (28, 34, "minsk"),
    ]
    assert all(texts[0][1][one["start"] : one["end"]] == one["text"] for one in rows[1])  # type: ignore[index]
    assert rows[3] == rows[4] == []


def test_key_join_pairs_distinct_names(spark: Any, frame: Any) -> None:
    others = spark.createDataFrame([("Святлана Ціханоўская",), ("Аляксандр Лукашэнка",), (None,)] * 2, "person string")
    rows = translit.spark.key_join(frame, others, "name", "person").collect()
    assert [(row["left_name"], row["right_name"]) for row in rows] == [
        ("Svetlana Tikhanovskaya", "Святлана Ціханоўская")
    ]
    assert rows[0]["probability"] >= 0.9


def test_key_join_passes_over_keys_that_too_many_share(spark: Any, frame: Any) -> None:
    others = spark.createDataFrame([("Святлана Ціханоўская",)], "name string")
    assert translit.spark.key_join(frame, others, "name", largest=0).count() == 0
    assert translit.spark.key_join(frame, others, "name", largest=None).count() == 1


def test_key_join_takes_other_columns_that_must_agree(spark: Any) -> None:
    left = spark.createDataFrame([("Марыя Калеснікава", 1982), ("Марыя Калеснікава", 1950)], "name string, born int")
    right = spark.createDataFrame([("Kolesnikova Maria", 1982)], "name string, born int")
    rows = translit.spark.key_join(left, right, "name", equal=["born"]).collect()
    assert [tuple(row)[:3] for row in rows] == [(1982, "Марыя Калеснікава", "Kolesnikova Maria")]
    with pytest.raises(UsageError, match="a frame has no column 'year'"):
        translit.spark.key_join(left, right, "name", equal=["year"])


def test_compare_adds_the_probability(spark: Any) -> None:
    rows = [("Ціханоўская Святлана", "Svetlana Tikhanovskaya"), ("a", None)]
    pairs = spark.createDataFrame(rows, "a string, b string")
    rows = translit.spark.compare(pairs, "a", "b").collect()
    assert rows[0]["probability"] > 0.9 and rows[1]["probability"] is None


@pytest.mark.parametrize("engine", ["elasticsearch", "postgres", "solr"])
def test_lines_for_bulk_loading_are_those_of_the_export(spark: Any, engine: str, tmp_path: Path) -> None:
    rows = [(str(n), f"Учора Лукашэнка {n}\tі Пуцін.\nУ Мінску", "be" if n % 2 else None) for n in range(40)]
    frame = spark.createDataFrame(rows, "id string, text string, language string").repartition(3)
    translit.spark.bulk_lines(frame, engine).write.text(str(tmp_path / "out"))
    written = [line for path in (tmp_path / "out").glob("part-*") for line in path.read_text("utf-8").splitlines()]
    documents = [translit.Document(name, text, language=language or "") for name, text, language in rows]
    assert sorted(written) == sorted(line for line in module_of(engine).rows(documents))
    with pytest.raises(UsageError, match="no column 'text'"):
        translit.spark.bulk_lines(frame.drop("text"))
    with pytest.raises(UsageError, match="no export for 'elastic'"):
        translit.spark.bulk_lines(frame, "elastic")


def test_empty_frames(frame: Any, index: Any) -> None:
    empty = frame.where("false")
    assert translit.spark.to(empty, "name", "be-lacinka").count() == 0
    assert translit.spark.resolve(empty, "name", index).count() == 0
    assert translit.spark.key_join(empty, frame, "name").count() == 0


def test_faults_are_told_before_any_work(frame: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the frame has no column 'nam'; did you mean name"):
        translit.spark.to(frame, "nam", "be-lacinka")
    with pytest.raises(UsageError, match="the column 'id' is bigint, not text; cast it to string first"):
        translit.spark.keys(frame, "id")
    with pytest.raises(UsageError, match="already has a column 'id'"):
        translit.spark.to(frame, "name", "be-lacinka", into="id")
    with pytest.raises(TranslitError, match="there is no scheme"):
        translit.spark.to(frame, "name", "be-lacinca")
    with pytest.raises(UsageError, match="there are no keys of 'sounds'"):
        translit.spark.keys(frame, "name", "sounds")
    with pytest.raises(DataError):
        translit.spark.resolve(frame, "name", tmp_path)
