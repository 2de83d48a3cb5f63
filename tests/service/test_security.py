from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from translit.finding.entities.entity import Entity
from translit.finding.resolve import Resolver
from translit.service.app import create_app
from translit.service.settings import Settings

SCRIPT = "<script>alert(1)</script>\"'&"


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    for host in ("evil.example", "localhost.evil.example", "", "127.0.0.1.nip.io:8000", "[::2]"):
        answer = client.get("/reconcile", headers={"Host": host})
        assert answer.status_code == 421 and "--allow-host" in answer.json()["message"]
    for host in ("localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000"):
        assert client.get("/reconcile", headers={"Host": host}).status_code == 200


def test_a_name_that_is_allowed_is_served(resolver: Resolver) -> None:
    app = create_app(resolver, Settings(hosts=("localhost", "names.example.org")))
    with TestClient(app, base_url="http://names.example.org") as client:
        assert client.get("/reconcile").json()["view"]["url"].startswith("http://names.example.org/")


def test_other_origins_may_read_the_api_and_nothing_else(client: TestClient) -> None:
    asked = client.options(
        "/reconcile", headers={"Origin": "http://a.example", "Access-Control-Request-Method": "POST"}
    )
    assert asked.status_code == 204 and asked.headers["access-control-allow-origin"] == "*"
    for path in ("/reconcile", "/reconcile/v1", "/reconcile/suggest/type", "/reconcile/nobody"):
        assert client.get(path).headers["access-control-allow-origin"] == "*"
    for path in ("/", "/jobs", "/reconciled"):
        assert "access-control-allow-origin" not in client.get(path).headers


def test_errors_carry_the_same_headers(client: TestClient) -> None:
    answer = client.post("/reconcile", data={"queries": "{"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/nowhere").headers["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize("headers", [{}, {"x-translit-token": "guess"}, {"Origin": "http://evil.example"}])
def test_nothing_is_changed_without_the_token(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/jobs", "/anything"):
        assert client.post(path, content=b"x", headers=headers).status_code == 403


def test_names_are_escaped_everywhere() -> None:
    entity = Entity(id=SCRIPT, kind="person", names=[f"Ivan {SCRIPT}"], role=SCRIPT)
    with TestClient(create_app(Resolver([entity])), base_url="http://localhost") as client:
        page = client.get("/reconcile/preview", params={"id": SCRIPT})
        assert page.status_code == 200 and "<script>" not in page.text and "&lt;script&gt;" in page.text
        assert "<script>" not in client.get("/reconcile/flyout", params={"id": SCRIPT}).json()["html"]
        unknown = client.get("/reconcile/preview", params={"id": f"{SCRIPT}?"})
        assert unknown.status_code == 404 and "<script>" not in unknown.text
        found = client.get("/reconcile", params={"query": f"Ivan {SCRIPT}"})
        assert found.headers["content-type"] == "application/json"


def test_a_fault_of_ours_shows_nothing_of_its_inside(resolver: Resolver) -> None:
    app = create_app(resolver)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        app.state.service.store = None  # as a fault would leave it
        answer = client.get("/reconcile/suggest/type")
        assert answer.status_code == 500 and "NoneType" not in answer.text and "Traceback" not in answer.text
