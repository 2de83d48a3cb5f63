"""Articles in ten languages, most of them not learned from, with names of a made-up list and of seeds/."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import translit
from translit import Entity, Resolver

DATA = Path(__file__).resolve().parent.parent / "data"
MARKED = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")
LANGUAGES = ("bg", "sr", "cs", "lv", "lt", "pl", "uk", "fi", "hu", "et")


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def read(marked: str) -> tuple[str, set[tuple[int, int, str]]]:
    """The text without its brackets, and what they name: start, end, entity."""
    text, spans, end = "", set(), 0
    for match in MARKED.finditer(marked):
        text += marked[end : match.start()]
        spans.add((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], spans


@pytest.fixture(scope="module")
def counts() -> dict[str, list[int]]:
    """Of each language how many mentions are right, found and true."""
    listed = [Entity(row["id"], row["kind"], row["names"].split("|")) for row in rows("languages_entities.tsv")]  # type: ignore[arg-type]
    resolver = Resolver([*translit.seeds(), *listed])
    counts = {language: [0, 0, 0] for language in LANGUAGES}
    for row in rows("languages.tsv"):
        text, true = read(row["text"])
        found = {(one.start, one.end, one.entity.id) for one in resolver.find(text, language=row["language"])}
        for place, value in enumerate((len(found & true), len(found), len(true))):
            counts[row["language"]][place] += value
    return counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_names_are_found_in_each_language(counts: dict[str, list[int]], language: str) -> None:
    right, found, true = counts[language]
    assert right / found >= 0.85 and right / true >= 0.8


def test_nearly_all_are_found_and_right(counts: dict[str, list[int]]) -> None:
    right, found, true = map(sum, zip(*counts.values(), strict=True))
    assert right / found >= 0.95 and right / true >= 0.92
