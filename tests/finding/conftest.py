"""A saved index: one that is only read, and one that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.finding.saved_index import ENTITIES
from translit.finding.resolve import Resolver


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "index"
    Resolver(ENTITIES).save(folder)
    return folder


@pytest.fixture
def saved(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "index")
    return tmp_path / "index"
