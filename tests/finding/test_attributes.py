"""What is known beside the name: attributes of entities, kept and weighed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import translit
from translit.errors import DataError, TranslitError, UsageError
from translit.finding.attributes import Agreement, attribute_evidence, log_odds
from translit.finding.entities.sources import read_entities
from translit.finding.partial_dates import compare_dates, date_of

DATES = st.dates().map(lambda day: (day.year, day.month, day.day))
NAMESAKES = [
    translit.Entity(id="older", names=["Иван Петров"], attributes={"birth_date": "1954-08-30", "country": "BY"}),
    translit.Entity(id="unknown", names=["Иван Петров"]),
    translit.Entity(id="younger", names=["Иван Петров"], attributes={"birth_date": "1980", "country": ["RU", "UA"]}),
]


def level(one: str, other: str) -> str:
    a, b = date_of(one), date_of(other)
    assert a and b
    return compare_dates(a, b)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1954-08-30", "30.08.1954", "day"),
        ("1954-08-30", "19540830", "day"),
        ("1954-08-30", "08/30/1954", "day"),
        ("1954-08-30T00:00:00Z", "1954-08-30", "day"),
        ("1954-08-30", "1954-08", "month"),
        ("1954-08-30", "1954", "year"),
        ("1954", "ок. 1954 г.", "year"),
        ("1954-05-04", "1954-04-05", "swapped"),
        ("1954-08-30", "1954-08-20", "swapped"),
        ("1954-08-30", "1964-08-30", "swapped"),
        ("1954-08-30", "1954-01-02", "inside"),
        ("1954", "1955", "near"),
        ("1954-08-30", "1960-01-02", "apart"),
        ("1954", "1964", "apart"),
    ],
)
def test_dates_agree_as_far_as_they_are_known(one: str, other: str, expected: str) -> None:
    assert level(one, other) == level(other, one) == expected


@pytest.mark.parametrize("text", ["", "unknown", "n/a", "1954 or 1956", "99", "00.00.0000", "31.12.99"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert date_of(text) is None


@given(DATES, DATES)
def test_dates_compare_the_same_both_ways(a: tuple[int, int, int], b: tuple[int, int, int]) -> None:
    assert compare_dates(a, b) == compare_dates(b, a)
    assert compare_dates(a, a) == "day"
    assert compare_dates(a, (a[0], 0, 0)) == "year"


@pytest.mark.parametrize(
    ("attribute", "held", "given_value", "agreement"),
    [
        ("country", "BY", "Беларусь", Agreement.AGREES),
        ("country", "Weißrussland", "blr", Agreement.AGREES),
        ("nationality", ["ru", "Ukraine"], "UKR", Agreement.AGREES),
        ("country", "South Sudan", "Südsudan", Agreement.AGREES),
        ("country", "BY", "Россия", Agreement.DIFFERS),
        ("country", "Niger", "Nigeria", Agreement.DIFFERS),
        ("country", "Q184", "BY", Agreement.UNKNOWN),
        ("gender", "male", "М", Agreement.AGREES),
        ("gender", "female", "жен.", Agreement.AGREES),
        ("gender", "male", "F", Agreement.DIFFERS),
        ("gender", "male", "?", Agreement.UNKNOWN),
        ("inn", "7707-083893", "7707083893", Agreement.AGREES),
        ("inn", "7707083893", "7707083894", Agreement.DIFFERS),
        ("position", "President of Belarus", "president of belarus", Agreement.AGREES),
        ("position", "President", "goalkeeper", Agreement.DIFFERS),
        ("position", "President", "", Agreement.UNKNOWN),
    ],
)
def test_values_in_any_form(attribute: str, held: str | list[str], given_value: str, agreement: Agreement) -> None:
    entity = translit.Entity(id="a", names=["А"], attributes={attribute: held})
    (found,) = attribute_evidence(entity, {attribute: given_value})
    assert found.agreement is agreement, str(found)
    assert (found.weight > 0, found.weight < 0) == (agreement is Agreement.AGREES, agreement is Agreement.DIFFERS)


@pytest.mark.parametrize("name", ["born", "birthDate", "Birth year", "DOB", "birth_date", "Дата рождения"])
def test_an_attribute_is_found_under_any_of_its_names(name: str) -> None:
    assert [log_odds(entity, {name: "1980"}) > 0 for entity in NAMESAKES] == [False, False, True]


@given(st.sampled_from(NAMESAKES), st.dictionaries(st.sampled_from(["born", "country", "sex"]), st.text()))
def test_any_text_is_evidence_or_none(entity: translit.Entity, evidence: dict[str, str]) -> None:
    total = log_odds(entity, evidence)
    assert total == pytest.approx(sum(each.weight for each in attribute_evidence(entity, evidence)))
    assert log_odds(entity, {**evidence, "hobby": "chess"}) == total  # what nobody has says nothing


def test_evidence_tells_namesakes_apart() -> None:
    resolver = translit.Resolver(NAMESAKES)
    plain = resolver.resolve("Ivan Petrov")
    assert {each.entity.id for each in plain} == {"older", "unknown", "younger"}
    born = resolver.resolve("Ivan Petrov", evidence={"born": "30.08.1954"})
    assert born[0].entity.id == "older"
    assert born[0].probability > born[1].probability > born[2].probability
    assert [each.entity.id for each in born] == ["older", "unknown", "younger"]
    needed = resolver.resolve("Ivan Petrov", evidence={"born": "30.08.1954"}, require=["born"])
    assert [each.entity.id for each in needed] == ["older", "unknown"]
    rows = resolver.resolve_many(["Ivan Petrov"] * 3, evidence=[{"born": "1954"}, None, {"born": "1980"}])
    assert [found[0].entity.id for found in rows][::2] == ["older", "younger"]


def test_no_evidence_changes_nothing() -> None:
    resolver = translit.Resolver(NAMESAKES)
    assert resolver.resolve("Ivan Petrov", 3, evidence={}) == resolver.resolve("Ivan Petrov", 3)
    assert resolver.resolve("Ivan Petrov", 3, evidence={"born": ""}) == resolver.resolve("Ivan Petrov", 3)


def test_attributes_and_weights_are_kept_by_an_index(tmp_path: Path) -> None:
    many = [
        *NAMESAKES,
        translit.Entity(id="minsk", kind="place", names=["Мінск"], weight=3.5, attributes={"note": "a\nb"}),
        translit.Entity(id="older", names=["I. Petrov"], weight=2, attributes={"country": "PL", "born": "1954"}),
    ]
    translit.Resolver(many).save(tmp_path / "index")
    for resolver in (translit.Resolver(many), translit.Resolver.open(tmp_path / "index")):
        entities = {entity.id: entity for entity in map(resolver.index.entity, range(len(resolver)))}
        assert entities["younger"] == NAMESAKES[2]
        assert entities["minsk"] == many[3]
        assert entities["older"].attributes == {"birth_date": "1954-08-30", "country": ("BY", "PL"), "born": "1954"}
        assert (entities["older"].weight, entities["unknown"].weight) == (2.0, 1.0)


def test_files_have_attributes(tmp_path: Path) -> None:
    table = "id,name,aliases,role,weight,birth_date,country,note\na,Адам,А,cook,2.5,1954,BY|RU,\n"
    (tmp_path / "e.csv").write_text(table, encoding="utf-8")
    (entity,) = read_entities(tmp_path / "e.csv")
    assert (entity.role, entity.weight) == ("cook", 2.5)
    assert entity.attributes == {"birth_date": "1954", "country": ("BY", "RU")}

    targets = 'id,schema,name,aliases,birth_date,countries,dataset\nx,Person,Адам,,1954,"by;ru","OFAC; UN;""A; B"""\n'
    (tmp_path / "targets.simple.csv").write_text(targets, encoding="utf-8")
    (entity,) = read_entities(tmp_path / "targets.simple.csv")
    assert entity.values("countries") == ("by", "ru")
    assert entity.values("birth_date") == ("1954",)

    properties = {"name": ["Адам"], "birthDate": ["1954"], "gender": ["male"]}
    record = {"id": "f", "schema": "Person", "properties": properties}
    own = {"id": "o", "name": "Ева", "born": 1954, "inner": {"a": 1}, "attributes": {"country": ["BY"]}}
    time = {"mainsnak": {"datavalue": {"value": {"time": "+1954-08-00T00:00:00Z", "precision": 10}}}}
    human, man = ({"mainsnak": {"datavalue": {"value": {"id": id_}}}} for id_ in ("Q5", "Q6581097"))
    item = {"id": "Q1", "labels": {"be": {"value": "Адам"}}, "claims": {"P31": [human], "P569": [time], "P21": [man]}}
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in (record, own, item))
    (tmp_path / "e.jsonl").write_text(lines, encoding="utf-8")
    ftm, own_one, wikidata = read_entities(tmp_path / "e.jsonl")
    assert ftm.attributes == {"birth_date": "1954", "gender": "male", "schema": "Person"}
    assert own_one.attributes == {"born": "1954", "country": "BY"}
    assert wikidata.attributes == {"birth_date": "1954-08", "gender": "male"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"weight": 0}, "the weight of entity 'a' is 0; give a number above 0"),
        ({"weight": float("nan")}, "the weight of entity 'a' is nan"),
        ({"weight": "2"}, "the weight of entity 'a' is '2'"),
        ({"attributes": {"born": 1954}}, "attribute 'born' of entity 'a' has 1954, which is a number; give text"),
        ({"attributes": {1: "x"}}, "attribute 1 of entity 'a' has 1, which is a number"),
        ({"attributes": {"born": ["1954", 5]}}, "which is a number"),
        ({"attributes": [("born", "1954")]}, "entity 'a' has attributes that are a list; give texts by name"),
        ({"attributes": {"born": "\ud800"}}, "a character is only half there"),
    ],
)
def test_what_is_no_attribute_is_refused(arguments: dict[str, object], sentence: str) -> None:
    with pytest.raises(DataError) as caught:
        translit.Entity(id="a", names=["А"], **arguments)  # type: ignore[arg-type]
    assert sentence in str(caught.value)


def test_a_weight_that_is_no_number_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("id,name,weight\na,Адам,85 kg\n", encoding="utf-8")
    with pytest.raises(DataError, match="line 2: the weight '85 kg' is no number"):
        list(read_entities(tmp_path / "e.csv"))


def test_evidence_that_is_no_text_is_refused() -> None:
    resolver = translit.Resolver(NAMESAKES)
    with pytest.raises(UsageError, match="'born' is required, but the evidence has nothing"):
        resolver.resolve("Ivan Petrov", evidence={}, require=["born"])
    with pytest.raises(UsageError, match="require is a single text"):
        resolver.resolve("Ivan Petrov", evidence={"born": "1954"}, require="born")
    with pytest.raises(TranslitError, match="the evidence 'born' is a number"):
        resolver.resolve("Ivan Petrov", evidence={"born": 1954})  # type: ignore[dict-item]
    with pytest.raises(UsageError, match="give evidence, or None, for each name: 1 for 2"):
        resolver.resolve_many(["Ivan", "Petrov"], evidence=[{}])
