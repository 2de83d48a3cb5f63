"""The SQL functions in DuckDB."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

import translit.duckdb
from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.matching.compare import compare_many
from translit.writing.registry import transliterate

ENTITIES = [
    Entity(id="cichanouskaja", names=["Святлана Ціханоўская", "Светлана Тихановская"]),
    Entity(id="minsk", kind="place", names=["Мінск", "Минск"]),
]


@pytest.fixture
def connection() -> Any:
    made = duckdb.connect()
    translit.duckdb.register(made, Resolver(ENTITIES))
    yield made
    made.close()


def test_every_row_is_what_the_single_call_gives(connection: Any) -> None:
    """More rows than DuckDB's vectors hold, with repeated and missing names."""
    words = ["Мінск", "Брэст", "Гродна", "Магілёў", "Гомель", "Віцебск", None]
    connection.execute("CREATE TABLE names AS SELECT unnest(?) AS name FROM range(1000)", [words])
    rows = connection.execute("SELECT name, translit(name, 'be-lacinka') FROM names").fetchall()
    assert len(rows) == 7000
    assert all(written == (name and transliterate(name, "be-lacinka")) for name, written in rows)


def test_the_scheme_may_be_a_column(connection: Any) -> None:
    found = connection.execute(
        "SELECT translit('Юлія', scheme) FROM (VALUES ('be-lacinka'), (NULL), ('be-bgnpcgn-1979')) t(scheme)"
    ).fetchall()
    assert found == [("Julija",), (None,), (transliterate("Юлія", "be-bgnpcgn-1979"),)]


def test_null_in_gives_null_out(connection: Any) -> None:
    calls: tuple[str, ...] = ("translit(NULL, 'be-lacinka')", "translit_keys(NULL)", "translit_link_keys(NULL)")
    calls += ("translit_compare(NULL, 'a')", "translit_compare('a', NULL)", "translit_resolve(NULL)")
    assert connection.execute(f"SELECT {', '.join(calls)}").fetchone() == (None,) * 6
    table = "(VALUES ('Мінск'), (NULL)) t(name)"
    assert connection.execute(f"SELECT translit_resolve(name) IS NULL FROM {table}").fetchall() == [(False,), (True,)]


def test_empty_tables(connection: Any) -> None:
    connection.execute("CREATE TABLE empty (name VARCHAR)")
    calls = "translit(name, 'be-lacinka'), translit_keys(name), translit_compare(name, name), translit_resolve(name)"
    assert connection.execute(f"SELECT {calls} FROM empty").fetchall() == []


def test_keys_of_two_spellings_meet(connection: Any) -> None:
    for function in ("translit_keys", "translit_link_keys"):
        query = f"SELECT list_has_any({function}('Аляксандр Лукашэнка'), {function}('Lukaschenko, Alexander'))"
        assert connection.execute(query).fetchone() == (True,)


def test_compare_is_the_probability_of_python(connection: Any) -> None:
    pairs = [("Святлана Ціханоўская", "Tikhanovskaya Svetlana"), ("Сяргей Ціханоўскі", "Tikhanovskaya Svetlana")]
    connection.execute("CREATE TABLE pairs (a VARCHAR, b VARCHAR)")
    connection.executemany("INSERT INTO pairs VALUES (?, ?)", pairs)
    found = [row[0] for row in connection.execute("SELECT translit_compare(a, b) FROM pairs").fetchall()]
    assert found == pytest.approx(compare_many(pairs).tolist())
    twice = connection.execute("SELECT translit_compare(a, b) FROM pairs ORDER BY a DESC").fetchall()
    assert sorted(found) == sorted(row[0] for row in twice)


def test_compare_by_kind(connection: Any) -> None:
    found = connection.execute("SELECT translit_compare('Менск', 'Мінск', 'place')").fetchone()
    assert found[0] == pytest.approx(compare_many([("Менск", "Мінск")], "place")[0])


def test_resolve_gives_id_name_and_probability(connection: Any) -> None:
    query = "SELECT translit_resolve(name).id, translit_resolve(name).name FROM (VALUES ('Minsk'), ('Qwxz')) t(name)"
    assert connection.execute(query).fetchall() == [("minsk", "Мінск"), (None, None)]
    probability = connection.execute("SELECT translit_resolve('Tikhanovskaya Svetlana').probability").fetchone()[0]
    assert 0.9 < probability <= 1


def test_registering_again_replaces_the_entities(connection: Any) -> None:
    translit.duckdb.register(connection, Resolver([Entity(id="other", kind="place", names=["Минск"])]))
    assert connection.execute("SELECT translit_resolve('Мінск').id").fetchone() == ("other",)


def test_the_seeds_are_the_entities_without_a_resolver() -> None:
    with duckdb.connect() as connection:
        translit.duckdb.register(connection)
        found = connection.execute("SELECT translit_resolve('Lukaschenko, Alexander').id").fetchone()
    assert found == ("lukashenka-alaksandar",)


def test_two_tables_join_by_keys_and_probability(connection: Any) -> None:
    connection.execute("CREATE TABLE ours AS SELECT unnest(['Святлана Ціханоўская', 'Марыя Калеснікава']) AS name")
    connection.execute("CREATE TABLE theirs AS SELECT unnest(['Kolesnikova, Maria', 'Sergei Tikhanovsky']) AS name")
    found = connection.execute("""
        WITH a AS (SELECT name, unnest(translit_link_keys(name)) AS key FROM ours),
             b AS (SELECT name, unnest(translit_link_keys(name)) AS key FROM theirs),
             pairs AS (SELECT DISTINCT a.name AS ours, b.name AS theirs FROM a JOIN b USING (key))
        SELECT ours, theirs FROM pairs WHERE translit_compare(ours, theirs) >= 0.9
    """).fetchall()
    assert found == [("Марыя Калеснікава", "Kolesnikova, Maria")]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("translit('Мінск', 'be-lacinca')", "there is no scheme 'be-lacinca'; did you mean be-lacinka"),
        ("translit_compare('a', 'b', 'river')", "there is no kind 'river'; use one of person, place, organization"),
        ("translit_compare('a')", "translit_compare takes two names"),
        ("translit_compare(1, 'a')", "the first name holds 1, which isn't text"),
    ],
)
def test_errors_carry_the_sentence(connection: Any, query: Any, sentence: Any) -> None:
    with pytest.raises(duckdb.Error, match=sentence.replace("(", r"\(")):
        connection.execute(f"SELECT {query}").fetchall()


def test_other_columns_than_text_are_refused_by_duckdb(connection: Any) -> None:
    with pytest.raises(duckdb.BinderException, match="explicit type casts"):
        connection.execute("SELECT translit_keys(1)").fetchall()
