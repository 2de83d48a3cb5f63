"""The reconciliation API as clients use it. What the schemas require is said here."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.service.app import create_app

WHO = "lukashenka-alaksandar"
NAMESAKES = [
    Entity(id="a", kind="person", names=["Аляксандр Лукашэнка"], role="Minsk, president"),
    Entity(id="b", kind="person", names=["Аляксандр Лукашэнка"], role="Brest, baker"),
]


def batch(client: TestClient, queries: Any, root: str = "/reconcile") -> Any:
    answer = client.post(root, data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return answer.json()


def match(client: TestClient, *conditions: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
    answer = client.post("/reconcile/v1/match", json={"queries": [{"conditions": list(conditions), **query}]})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["results"][0]["candidates"])


def test_manifests_have_what_each_version_requires(client: TestClient) -> None:
    old, new = client.get("/reconcile").json(), client.get("/reconcile/v1").json()
    assert old["versions"] == ["0.1", "0.2"] and new["versions"] == ["1.0-draft"]
    assert {"name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "extend"} <= set(old)
    assert "{{id}}" in old["view"]["url"] and "{id}" in new["view"]["url"] and "{{id}}" not in new["view"]["url"]
    assert old["suggest"]["entity"]["service_url"].startswith("http://localhost:8000/")
    assert new["suggest"] == {"entity": True, "property": True, "type": True} and new["standardizedScore"]
    assert client.get("/reconcile/").json() == old


def test_a_batch_is_answered_query_by_query(client: TestClient) -> None:
    queries = {
        "q0": {"query": "Lukaschenko", "limit": 2},
        "q1": {"query": "  "},
        "q2": {"query": "Мінск", "type": "place"},
    }
    found = batch(client, queries)
    assert list(found) == ["q0", "q1", "q2"] and found["q1"]["result"] == []
    first = found["q0"]["result"][0]
    assert first["id"] == WHO and 1 < first["score"] <= 100 and len(found["q0"]["result"]) <= 2
    assert first["type"] == [{"id": "person", "name": "Person"}] and "by the name" in first["description"]
    assert all(isinstance(feature["value"], int | float) for feature in first["features"])
    assert found["q2"]["result"][0]["id"] == "minsk"
    assert batch(client, queries) == client.get("/reconcile", params={"queries": json.dumps(queries)}).json()


def test_the_earliest_version_sends_one_query(client: TestClient) -> None:
    for query in ("Lukaschenko", '{"query": "Lukaschenko", "limit": 1}'):
        assert client.get("/reconcile", params={"query": query}).json()["result"][0]["id"] == WHO


def test_types_exclude(client: TestClient) -> None:
    found = batch(
        client, {"q": {"query": "Lukaschenko", "type": "place"}, "r": {"query": "Lukaschenko", "type": "ship"}}
    )
    assert all(one["type"][0]["id"] == "place" for one in found["q"]["result"]) and found["r"]["result"] == []
    found = batch(client, {"q": {"query": "Lukaschenko", "type": "ship", "type_strict": "should"}})
    assert found["q"]["result"][0]["id"] == WHO


def test_a_second_column_tells_namesakes_apart() -> None:
    client = TestClient(create_app(Resolver(NAMESAKES)), base_url="http://localhost")
    query = {"query": "Aliaksandr Lukashenka", "properties": [{"pid": "description", "v": "baker"}]}
    (alone, told) = (batch(client, {"q": one})["q"]["result"] for one in ({"query": query["query"]}, query))
    assert alone[0]["match"] is False and len(alone) == 2
    assert told[0]["id"] == "b" and told[0]["score"] > alone[0]["score"] + 20 > told[1]["score"] + 40
    said = {one["id"]: one["value"] for one in told[0]["features"]}
    assert said["agreeing_properties"] == 1 and said["contradicting_properties"] == 0
    required = {"matchType": "property", "propertyId": "description", "propertyValue": "baker", "required": True}
    found = match(client, {"matchType": "name", "propertyValue": query["query"]}, required)
    assert [one["id"] for one in found] == ["b"]
    found = match(
        client, {"matchType": "name", "propertyValue": query["query"]}, required | {"matchQuantifier": "none"}
    )
    assert [one["id"] for one in found] == ["a"]


def test_version_1_finds_by_name_and_by_id(client: TestClient) -> None:
    found = match(client, {"matchType": "name", "propertyValue": "Lukaschenko"}, limit=1)
    assert [one["id"] for one in found] == [WHO]
    assert all({"id", "name", "value"} <= set(feature) for feature in found[0]["features"])
    assert match(client, {"matchType": "id", "propertyValue": "minsk"})[0]["score"] == 100
    assert match(client, {"matchType": "id", "propertyValue": "nobody"}) == []


@pytest.mark.parametrize(
    "prefix", ["Lukaš", "лукаш", "Luka", "Alaksandar Lukas", "Łukašenka Alaksandar", "Loukachenko"]
)
def test_suggest_takes_beginnings_and_whole_cells_in_any_spelling(client: TestClient, prefix: str) -> None:
    for root in ("/reconcile", "/reconcile/v1"):
        found = client.get(f"{root}/suggest/entity", params={"prefix": prefix, "spell": "always", "exact": "false"})
        assert WHO in [one["id"] for one in found.json()["result"]]


def test_suggest_goes_on_where_the_last_page_ended(client: TestClient) -> None:
    pages = [
        client.get("/reconcile/suggest/entity", params={"prefix": "а", "limit": 3, "cursor": cursor}).json()["result"]
        for cursor in (0, 3)
    ]
    ids = [one["id"] for page in pages for one in page]
    assert len(ids) == 6 == len(set(ids))


def test_suggest_types_and_properties(client: TestClient) -> None:
    types = client.get("/reconcile/suggest/type", params={"prefix": ""}).json()["result"]
    assert [one["id"] for one in types] == ["person", "place", "organization"]
    found = client.get("/reconcile/v1/suggest/property", params={"prefix": "lacinka"}).json()["result"]
    assert "in:be-lacinka" in [one["id"] for one in found] and found[0]["matchQualifiers"]
    assert client.get("/reconcile/suggest/entities").status_code == 404


def test_extend_gives_names_and_spellings(client: TestClient) -> None:
    wanted = {"ids": [WHO, "nobody"], "properties": [{"id": "in:be-lacinka"}, {"id": "name", "settings": {"limit": 2}}]}
    rows = client.post("/reconcile", data={"extend": json.dumps(wanted)}).json()["rows"]
    assert rows[WHO]["in:be-lacinka"] == [{"str": "Alaksandr Ryhoravič Łukašenka"}] and len(rows[WHO]["name"]) == 2
    assert rows["nobody"] == {"in:be-lacinka": [], "name": []}
    new = client.post("/reconcile/v1/extend", json=wanted).json()
    assert [row["id"] for row in new["rows"]] == [WHO, "nobody"]
    assert new["rows"][0]["properties"][0]["values"] == [{"str": "Alaksandr Ryhoravič Łukašenka"}]
    proposed = client.get("/reconcile/extend/propose", params={"type": "person", "limit": 3}).json()
    assert len(proposed["properties"]) == 3


def test_names_are_shown_in_the_spelling_that_the_address_says(client: TestClient) -> None:
    query = {"q": {"query": "Lukaschenko", "limit": 1}}
    names = [
        batch(client, query, root)["q"]["result"][0]["name"] for root in ("/reconcile/be-lacinka", "/reconcile/ru")
    ]
    assert names == ["Alaksandr Ryhoravič Łukašenka", "Александр Григорьевич Лукашенко"]
    manifest = client.get("/reconcile/be-lacinka").json()
    assert manifest["preview"]["url"].startswith("http://localhost:8000/reconcile/be-lacinka/")
    assert client.get("/reconcile/be-lacinca").status_code == 404
    assert "did you mean be-lacinka" in client.get("/reconcile/be-lacinca").json()["message"]


def test_preview_and_flyout(client: TestClient) -> None:
    page = client.get(f"/reconcile/preview?id={WHO}")
    assert page.status_code == 200 and "Лукашенко" in page.text and "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert client.get(f"/reconcile/preview/{WHO}").text == page.text
    assert client.get("/reconcile/preview?id=nobody").status_code == 404
    assert WHO in client.get(f"/reconcile/flyout?id={WHO}").json()["html"]


WRONG = [
    "{", "[]", '"x"', "null", "7", '{"q0": 3}', '{"q0": {"query": 7}}', '{"q0": {"query": "x", "limit": -1}}',
    '{"q0": {"query": "x", "limit": NaN}}',
    '{"q0": {"query": "x", "limit": 1e999}}', '{"q0": {"query": "x", "type": 5}}',
    '{"q0": {"query": "x", "type_strict": "maybe"}}', '{"q0": {"query": "x", "properties": {}}}',
    '{"q0": {"query": "x", "properties": [{"v": "y"}]}}',
    '{"q0": {"query": "x", "properties": [{"pid": "a", "v": [[]]}]}}',
    '{"q0": {"query": "\\ud800"}}', "[" * 100_000, '{"q0": {"query": "x", "limit": %s}}' % ("9" * 5000),
]  # fmt: skip


@pytest.mark.parametrize("queries", WRONG, ids=lambda text: text[:40])
def test_a_wrong_batch_is_refused_in_a_sentence(client: TestClient, queries: str) -> None:
    answer = client.post("/reconcile", data={"queries": queries})
    assert answer.status_code == 400 and len(answer.json()["message"]) > 10


@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff", b"[]", b'{"queries": 1}', b'{"queries": [1]}', b'{"queries": [{"conditions": []}]}',
     b'{"queries": [{"conditions": [{"matchType": "sound", "propertyValue": "x"}]}]}',
     b'{"queries": [{"conditions": [{"matchType": "name", "propertyValue": 5}]}]}',
     b'{"queries": [{"conditions": [{"matchType": "property", "propertyValue": "x"}]}]}'],
)  # fmt: skip
def test_a_wrong_match_is_refused_in_a_sentence(client: TestClient, body: bytes) -> None:
    answer = client.post("/reconcile/v1/match", content=body)
    assert answer.status_code == 400 and len(answer.json()["message"]) > 10


def test_too_many_at_once_are_refused(client: TestClient) -> None:
    many = json.dumps({f"q{number}": {"query": "x"} for number in range(101)})
    assert client.post("/reconcile", data={"queries": many}).status_code == 413
    assert client.post("/reconcile", data={"queries": "x" * (3 << 20)}).status_code == 413


def test_a_sensible_answer_to_anything_else(client: TestClient) -> None:
    assert client.post("/reconcile").status_code == 400
    assert client.post("/reconcile", content=b"\xff\x00", headers={"Content-Type": "text/plain"}).status_code == 400
    assert client.get("/reconcile/suggest/entity?prefix=x&limit=zero").status_code == 400
    assert client.get("/nowhere").status_code == 404 and client.delete("/reconcile").status_code == 405
    assert client.post("/reconcile", data={"extend": '{"ids": 1}'}).status_code == 400
