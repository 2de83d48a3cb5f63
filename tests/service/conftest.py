from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from translit.finding.entities.sources import seeds
from translit.finding.resolve import Resolver
from translit.service.app import create_app
from translit.service.settings import Settings


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver(seeds())


@pytest.fixture(scope="session")
def client(resolver: Resolver) -> Iterator[TestClient]:
    with TestClient(create_app(resolver, Settings()), base_url="http://localhost:8000") as found:
        yield found
