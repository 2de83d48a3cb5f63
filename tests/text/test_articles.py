"""The hand-written articles are well formed, name only entities of seeds/, and half of them are held back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import translit

FOLDER = Path(__file__).resolve().parent.parent / "data" / "articles"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
IDS = {entity.id for entity in translit.seeds()}


def test_there_are_articles_in_every_language() -> None:
    assert set(LANGUAGES) == {"be", "be-Latn", "lt", "lv", "de", "en", "fr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_are_marked_with_entities_of_the_seeds(language: str) -> None:
    rows = [json.loads(line) for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 30
    assert len({row["id"] for row in rows}) == len(rows)
    splits = Counter(row["split"] for row in rows)
    assert set(splits) == {"dev", "test"} and abs(splits["dev"] - splits["test"]) <= 1
    without = 0
    for row in rows:
        assert row["lang"] == language
        pieces = row["text"].replace("[[", "\n[[").replace("]]", "]]\n").split("\n")
        marked = [piece for piece in pieces if piece.startswith("[[")]
        without += not marked
        for piece in pieces:
            if piece in marked:
                form, _, entity = piece.removeprefix("[[").removesuffix("]]").partition("|")
                assert form == form.strip() != "" and entity in IDS, piece
            else:
                assert not set("[]|") & set(piece), piece
    assert without >= 3


@pytest.mark.parametrize("path", sorted((FOLDER.parent / "news").glob("*.jsonl")), ids=lambda path: path.stem)
def test_news_are_marked_with_entities_of_the_seeds(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) >= 4
    for row in rows:
        assert row["lang"] == path.stem and row["split"] == "dev"
        marks = [part.split("]]")[0].split("|") for part in row["text"].split("[[")[1:]]
        assert all(len(mark) == 2 and mark[1] in IDS for mark in marks), row["id"]
