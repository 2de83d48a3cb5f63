"""The SQL functions in SQLite, by sqlite3 and by apsw, and full-text search."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import apsw
import pytest

import translit.sqlite
from translit.errors import UsageError
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.matching.compare import compare_many

RESOLVER = Resolver([Entity(id="cichanouskaja", names=["Святлана Ціханоўская", "Светлана Тихановская"])])


@pytest.fixture(params=[sqlite3.connect, apsw.Connection], ids=["sqlite3", "apsw"])
def connection(request: Any) -> Any:
    made = request.param(":memory:")
    translit.sqlite.register(made, RESOLVER)
    yield made
    made.close()


def one(connection: Any, expression: Any, *values: Any) -> Any:
    return next(iter(connection.execute(f"SELECT {expression}", values)))[0]


def test_functions(connection: Any) -> None:
    assert one(connection, "translit('Мінск', 'be-lacinka')") == "Minsk"
    pair = ("Святлана Ціханоўская", "Tikhanovskaya Svetlana")
    assert one(connection, "translit_compare(?, ?)", *pair) == pytest.approx(compare_many([pair])[0])
    assert one(connection, "translit_compare('Менск', 'Мінск', 'place')") > 0
    assert one(connection, "translit_resolve('Tikhanovskaya Svetlana') ->> 'id'") == "cichanouskaja"
    assert one(connection, "translit_resolve('Qwxz')") is None


def test_null_in_gives_null_out(connection: Any) -> None:
    for call in (
        *("translit(NULL, 'be-lacinka')", "translit('a', NULL)", "translit_keys(NULL)", "translit_link_keys(NULL)"),
        *("translit_compare(NULL, 'a')", "translit_compare('a', NULL)", "translit_resolve(NULL)"),
    ):
        assert one(connection, call) is None


def test_keys_are_json_and_meet(connection: Any) -> None:
    for function in ("translit_keys", "translit_link_keys"):
        one_, other = (
            set(json.loads(one(connection, f"{function}(?)", name)))
            for name in ("Аляксандр Лукашэнка", "Lukaschenko Alexander")
        )
        assert one_ & other


def test_functions_are_deterministic_enough_for_an_index(connection: Any) -> None:
    connection.execute("CREATE TABLE people (name TEXT)")
    connection.execute("CREATE INDEX written ON people (translit(name, 'be-lacinka'))")
    connection.execute("INSERT INTO people VALUES ('Мінск')")
    assert one(connection, "name FROM people WHERE translit(name, 'be-lacinka') = 'Minsk'") == "Мінск"
    query = "EXPLAIN QUERY PLAN SELECT name FROM people WHERE translit(name, 'be-lacinka') = 'Minsk'"
    assert "written" in str(list(connection.execute(query)))


def test_a_join_by_keys_and_probability(connection: Any) -> None:
    for table, names in (("ours", ["Марыя Калеснікава", "Ігар Лосік"]), ("theirs", ["Kolesnikova, Maria", None])):
        connection.execute(f"CREATE TABLE {table} (name TEXT)")
        connection.executemany(f"INSERT INTO {table} VALUES (?)", [(name,) for name in names])
    found = connection.execute("""
        WITH a AS (SELECT name, value AS key FROM ours, json_each(translit_link_keys(name))),
             b AS (SELECT name, value AS key FROM theirs, json_each(translit_link_keys(name))),
             pairs AS (SELECT DISTINCT a.name AS ours, b.name AS theirs FROM a JOIN b USING (key))
        SELECT ours, theirs FROM pairs WHERE translit_compare(ours, theirs) >= 0.9
    """)
    assert list(found) == [("Марыя Калеснікава", "Kolesnikova, Maria")]


def test_registering_again_replaces_the_entities(connection: Any) -> None:
    translit.sqlite.register(connection, Resolver([Entity(id="other", names=["Марыя Калеснікава"])]))
    assert one(connection, "translit_resolve('Kolesnikova, Maria') ->> 'id'") == "other"


def test_numbers_and_unknown_schemes_are_refused(connection: Any) -> None:
    for call in ("translit(3, 'be-lacinka')", "translit('a', 'be-lacinca')"):
        with pytest.raises((sqlite3.OperationalError, translit.TranslitError)):
            one(connection, call)


def test_apsw_hands_the_sentence_on() -> None:
    connection = apsw.Connection(":memory:")
    translit.sqlite.register(connection, RESOLVER)
    with pytest.raises(UsageError, match=r"^translit got 3, which isn't text; give it CAST"):
        one(connection, "translit(3, 'be-lacinka')")
    with pytest.raises(UsageError, match="takes no arguments, not 'fast'"):
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(name, tokenize = 'translit fast')")


def test_what_is_no_connection_is_refused() -> None:
    with pytest.raises(UsageError, match="str is no connection of sqlite3 or apsw"):
        translit.sqlite.register("people.db")


@pytest.fixture
def people(tmp_path: Path) -> Any:
    made = apsw.Connection(str(tmp_path / "people.db"))
    translit.sqlite.register(made, RESOLVER)
    made.execute("CREATE VIRTUAL TABLE people USING fts5(name, tokenize = 'translit')")
    names = ["Александр Лукашенко", "Святлана Ціханоўская", "Ольга Ковалькова", "Жан д’Аламбер", "Αλέξης Τσίπρας 2015"]
    made.executemany("INSERT INTO people VALUES (?)", [(name,) for name in names])
    yield made
    made.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Lukaschenko", "Александр Лукашенко"),
        ("Loukachenko", "Александр Лукашенко"),
        ("Łukašenka Alaksandr", "Александр Лукашенко"),
        ("Tikhanovskaya", "Святлана Ціханоўская"),
        ('"Sviatlana Cichanoŭskaja"', "Святлана Ціханоўская"),
        ("Волга", "Ольга Ковалькова"),
        ("Tsipras", "Αλέξης Τσίπρας 2015"),
        ("2015", "Αλέξης Τσίπρας 2015"),
    ],
)
def test_any_spelling_finds_any_other(people: Any, query: Any, found: Any) -> None:
    assert list(people.execute("SELECT name FROM people WHERE people MATCH ?", (query,))) == [(found,)]


def test_marks_stand_where_the_words_are(people: Any) -> None:
    query = "SELECT highlight(people, 0, '[', ']') FROM people WHERE people MATCH ? ORDER BY rowid"
    found = [row[0] for row in people.execute(query, ('"d’Alamber" OR Cichanoŭskaja',))]
    assert found == ["Святлана [Ціханоўская]", "Жан [д’Аламбер]"]


def test_other_names_are_not_found(people: Any) -> None:
    assert list(people.execute("SELECT name FROM people WHERE people MATCH 'Babaryka'")) == []
