"""Requests that schemathesis makes from the service's own description: none may end in a fault of ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from translit.finding.resolve import Resolver
from translit.service.app import create_app
from translit.service.settings import Limits, Settings

SETTINGS = Settings(limits=Limits(jobs=5))


@pytest.mark.slow
def test_no_request_ends_in_a_fault_of_ours(resolver: Resolver) -> None:
    import schemathesis

    app = create_app(resolver, SETTINGS)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": "localhost"})
    every: Iterable[Any] = schema.get_all_operations()
    operations = [found.ok() for found in every]
    assert len(operations) > 20
    for operation in operations:
        check(operation)


def check(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def answered(case: Any) -> None:
        answer = case.call(headers={"Host": "localhost", "X-Translit-Token": SETTINGS.token})
        assert answer.status_code < 500, (operation.label, answer.text)

    answered()


def test_the_description_is_one(client: TestClient) -> None:
    found = client.get("/openapi.json").json()
    assert found["openapi"].startswith("3.1") and "/reconcile/v1/match" in found["paths"]
    for path in found["paths"]:
        if "{" not in path and "get" in found["paths"][path]:
            assert client.get(path).status_code < 500
