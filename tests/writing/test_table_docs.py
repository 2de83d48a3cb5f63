"""The pages on tables: the list of schemes is current, and the example of the format is a table without faults."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support import ROOT
from translit.writing.catalogue import catalogue
from translit.writing.lint import HEAD_KEYS, lint
from translit.writing.registry import compiled, load_table
from translit.writing.table import SECTIONS

DOCS = ROOT / "docs"


def test_the_list_of_schemes_is_current() -> None:
    current = (DOCS / "schemes.md").read_text(encoding="utf-8")
    assert current == catalogue(), "run `make docs`"


def test_the_example_of_the_format_is_a_good_table(tmp_path: Path) -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    block = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert block
    path = tmp_path / "be-example-2020.toml"
    path.write_text(block[1], encoding="utf-8")
    table = load_table(path)
    assert lint(table, compiled(table)) == []


def test_every_section_and_key_is_explained() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    for name in SECTIONS:
        assert f"[{name}]" in page
    for key in HEAD_KEYS:
        assert f"`{key}`" in page, key
