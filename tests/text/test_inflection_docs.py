"""The table in docs/inflection.md is a table without fault."""

from __future__ import annotations

import re
from pathlib import Path

from translit.text.inflection.inflection_lint import lint
from translit.text.inflection.inflection_schema import CODES, KINDS

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "inflection.md"


def test_the_example_is_a_table_without_fault(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "xx.toml"
    file.write_text(example, encoding="utf-8")
    assert lint(file)[1] == []


def test_every_kind_is_explained() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in text and kind not in "possessive demonym adjective"] == []
    assert {"nom", "gen", "dat", "acc", "ins", "loc", "voc"} <= set(CODES)
