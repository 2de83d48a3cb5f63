"""Entities from files in the forms that users have."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from translit.errors import DataError, UsageError
from translit.finding.entities.sources import read_entities, seeds

NAMES = ("Святлана Ціханоўская", "Светлана Тихановская")

TABLE = """id,kind,name,name_ru,name:uk,aliases,role,born
cichanouskaja,person,Святлана Ціханоўская,Светлана Тихановская,,Sviatlana Tsikhanouskaya|S. Cichanoŭskaja,politician,
homiel,place,Гомель|Гомій,Гомель,Гомель,,city,
"""

TARGETS = (
    '"id","schema","name","aliases","birth_date","countries","dataset"\n'
    '"ofa-1","Person","Святлана Ціханоўская","Светлана Тихановская;""Tsikhanouskaya; Sviatlana""","1982","by","X"\n'
    '"ofa-2","Company","Беларуськалій","Belaruskali","","by","Example"\n'
    '"ofa-3","Vessel","Homiel","","","by","Example"\n'
)

FTM = [
    {
        "id": "f-1",
        "schema": "Person",
        "caption": "Светлана Тихановская",
        "properties": {"name": list(NAMES), "alias": ["S. T."], "weakAlias": ["Света"], "position": ["politician"]},
    },
    {"id": "f-2", "schema": "Company", "caption": "Беларуськалій", "properties": {"name": ["Беларуськалій"]}},
    {"id": "f-3", "schema": "Sanction", "caption": "x", "properties": {"program": ["Example"]}},
]


def claim(item: str) -> dict[str, Any]:
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"entity-type": "item", "id": item}}}}


def item(id_: str, labels: dict[str, str], aliases: dict[str, list[str]], claims: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "item",
        "id": id_,
        "labels": {language: {"language": language, "value": value} for language, value in labels.items()},
        "aliases": {lang: [{"language": lang, "value": value} for value in found] for lang, found in aliases.items()},
        "descriptions": {"en": {"language": "en", "value": f"described {id_}"}},
        "claims": claims,
        "sitelinks": {},
    }


WIKIDATA = [
    item("Q1", {"be": NAMES[0], "en": "Sviatlana Tsikhanouskaya"}, {"ru": [NAMES[1]]}, {"P31": [claim("Q5")]}),
    item("Q2", {"be": "Гомель"}, {}, {"P31": [claim("Q515")], "P625": [{"mainsnak": {}}]}),
    item("Q3", {"be": "Беларуськалій"}, {}, {"P31": [claim("Q4830453")], "P159": [{"mainsnak": {}}]}),
    item("Q4", {"be": "любоў"}, {}, {"P31": [claim("Q9415")]}),
]


def wikidata_dump() -> str:
    return "[\n" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in WIKIDATA) + "\n]\n"


def json_lines(records: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_table_of_entities(tmp_path: Path) -> None:
    person, place = read_entities(written(tmp_path / "e.csv", TABLE))
    assert (person.id, person.kind, person.role) == ("cichanouskaja", "person", "politician")
    assert person.names == (*NAMES, "Sviatlana Tsikhanouskaya", "S. Cichanoŭskaja")
    assert (place.kind, place.names) == ("place", ("Гомель", "Гомій"))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_a_mark_and_utf_16(tmp_path: Path, delimiter: str) -> None:
    text = TABLE.replace(",", delimiter)
    expected = list(read_entities(written(tmp_path / "e.csv", TABLE)))
    assert list(read_entities(written(tmp_path / "mark.tsv", "\ufeff" + text))) == expected
    (tmp_path / "wide.csv").write_text(text, encoding="utf-16")
    assert list(read_entities(tmp_path / "wide.csv")) == expected


def test_open_sanctions_targets(tmp_path: Path) -> None:
    found = list(read_entities(written(tmp_path / "targets.simple.csv", TARGETS)))
    assert [(entity.id, entity.kind) for entity in found] == [("ofa-1", "person"), ("ofa-2", "organization")]
    assert found[0].names == (*NAMES, "Tsikhanouskaya; Sviatlana")


def test_follow_the_money_entities(tmp_path: Path) -> None:
    found = list(read_entities(written(tmp_path / "entities.ftm.json", json_lines(FTM))))
    assert [(entity.id, entity.kind) for entity in found] == [("f-1", "person"), ("f-2", "organization")]
    assert found[0].names == (NAMES[1], NAMES[0], "S. T.")
    assert found[0].role == "politician"


def test_lines_of_a_wikidata_dump(tmp_path: Path) -> None:
    found = list(read_entities(written(tmp_path / "dump.json", wikidata_dump())))
    assert [(entity.id, entity.kind) for entity in found] == [("Q1", "person"), ("Q2", "place"), ("Q3", "organization")]
    assert found[0].names == ("Sviatlana Tsikhanouskaya", *NAMES)
    assert found[0].role == "described Q1"


@pytest.mark.parametrize(("ending", "opener"), [(".gz", gzip.open), (".bz2", bz2.open)])
def test_compressed_files(tmp_path: Path, ending: str, opener: Any) -> None:
    path = tmp_path / f"dump.json{ending}"
    with opener(path, "wt", encoding="utf-8") as file:
        file.write(wikidata_dump())
    assert [entity.id for entity in read_entities(path)] == ["Q1", "Q2", "Q3"]


def test_json_lines_of_our_own(tmp_path: Path) -> None:
    lines = json_lines([{"id": 7, "names": list(NAMES)}, {"id": "m", "kind": "place", "name": "Мінск|Менск"}])
    found = list(read_entities(written(tmp_path / "e.jsonl", lines)))
    assert [(entity.id, entity.kind, entity.names) for entity in found] == [
        ("7", "person", NAMES),
        ("m", "place", ("Мінск", "Менск")),
    ]


@pytest.mark.parametrize("ending", [".parquet", ".arrow"])
def test_parquet_and_arrow(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    import pyarrow as pa
    from pyarrow import ipc, parquet

    path = tmp_path / f"e{ending}"
    columns = {"id": ["a", "b"], "kind": ["person", None], "name": ["А|Б", "В"], "aliases": [["Г", "Д"], None]}
    table = pa.table(columns)
    if ending == ".parquet":
        parquet.write_table(table, path)
    else:
        with ipc.new_file(path, table.schema) as writer:
            writer.write_table(table)
    found = list(read_entities(path))
    assert [(entity.id, entity.names) for entity in found] == [("a", ("А", "Б", "Г", "Д")), ("b", ("В",))]


FAULTY_TABLE = "id,kind,name\na,person,Адам\n,person,Без\nc,ship,Карабель\nd,person\ne,person, | \nf,person,Ева\n"


def test_a_faulty_record_is_told_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path / "e.csv", FAULTY_TABLE)
    with pytest.raises(DataError, match=r"e\.csv, line 3: an entity has no id"):
        list(read_entities(path))
    said: list[str] = []
    assert [entity.id for entity in read_entities(path, errors="skip", report=said.append)] == ["a", "f"]
    assert [sentence.split(": ")[0].rpartition(" ")[2] for sentence in said] == ["3", "4", "5", "6"]
    assert "'ship' is none of person, place, organization" in said[1]
    assert "2 cells where the first line has 3" in said[2]
    assert "'e' has no name" in said[3]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *(("Person", "person"), ("INDIVIDUAL", "person"), ("физлицо", "person"), ("PER", "person")),
        *(("Place", "place"), ("Populated place", "place"), ("горад", "place"), ("LOC", "place")),
        *(("Company", "organization"), ("legal_entity", "organization"), ("LegalEntity", "organization")),
        *(("юрлицо", "organization"), (" ", "place"), ("", "place")),
    ],
)
def test_kinds_as_lists_write_them(tmp_path: Path, said: str, kind: str) -> None:
    table = written(tmp_path / "e.csv", f"id,kind,name\na,{said},Адам\n")
    lines = written(tmp_path / "e.jsonl", json_lines([{"id": "a", "kind": said, "name": "Адам"}]))
    for path in (table, lines):
        assert [entity.kind for entity in read_entities(path, kind="place")] == [kind]


@pytest.mark.parametrize("said", ["vessel", "aircraft", "crypto wallet", "brother", "personal", "0"])
def test_other_words_are_no_kinds(tmp_path: Path, said: str) -> None:
    path = written(tmp_path / "e.csv", f"id,kind,name\na,{said},Адам\n")
    with pytest.raises(DataError, match=f"the kind '{said}' is none of person, place, organization"):
        list(read_entities(path))


def test_lines_are_counted_through_quoted_line_ends(tmp_path: Path) -> None:
    path = written(tmp_path / "e.csv", 'id,name\na,"Адам\nі Ева"\n\n,x\n')
    with pytest.raises(DataError, match="line 5: "):
        list(read_entities(path))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"id": "a"', "not JSON"),
        ("[1, 2]", "not an object in braces"),
        ('{"id": "a", "kind": "person"}', "has no name"),
        ('{"id": "a", "name": 7}', "the name 7 is no text"),
        ('{"schema": "Person", "properties": {"name": ["x"]}}', "lacks 'id'"),
        ('{"id": "a", "schema": "Person", "properties": {"name": [1]}}', "another form"),
        ('{"id": "Q1", "labels": [], "claims": {"P31": [{}]}}', "lacks 'mainsnak'"),
        ('{"id": "Q1", "labels": {"en": "x"}, "claims": {"P625": []}}', "another form"),
    ],
)
def test_faulty_json_lines(tmp_path: Path, line: str, sentence: str) -> None:
    path = written(tmp_path / "e.jsonl", f'{{"id": "ok", "name": "Ян"}}\n{line}\n')
    said: list[str] = []
    assert [entity.id for entity in read_entities(path, errors="skip", report=said.append)] == ["ok"]
    assert len(said) == 1
    assert "line 2: " in said[0]
    assert sentence in said[0]


@pytest.mark.parametrize(
    ("name", "data", "error", "sentence"),
    [
        ("e.csv", b"", DataError, "no column id and no column name; its first line names nothing"),
        ("e.csv", b"id,title\n", DataError, "no column name; its first line names id, title"),
        ("e.csv", "id,name\na,Адам\n".encode("cp1251"), DataError, "isn't UTF-8"),
        ("e.xlsx", b"PK", UsageError, "no known ending"),
        ("e.parquet", b"PAR1 no", DataError, "can't be read"),
        ("e.csv.gz", b"no gzip", DataError, "can't be read"),
        ("e.json.gz", gzip.compress(b'{"id": "a", "name": "x"}\n' * 999, mtime=0)[:40], DataError, "can't be read"),
    ],
)
def test_files_that_cant_be_read(tmp_path: Path, name: str, data: bytes, error: type[Exception], sentence: str) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="needs the extra parquet")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error, match=sentence):
        list(read_entities(tmp_path / name))


def test_a_file_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        next(read_entities(tmp_path / "none.csv"))


def test_reading_is_streaming(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"id": "a", "name": "Адам"}\n')
        file.write("not JSON\n")
    assert next(read_entities(path)).id == "a"  # the fault further on isn't reached


def test_seeds_are_entities() -> None:
    found = list(seeds())
    assert len({entity.id for entity in found}) == len(found) >= 120
    assert {entity.kind for entity in found} == {"person", "place", "organization"}
