"""The challenge set for comparing names: its shape and balance. How well a matcher does on it is measured elsewhere."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from tests.support import DATA

CHALLENGE = DATA / "challenge.tsv"
GROUPS = (
    "initials", "patronymics", "gender", "diminutives", "order", "endings", "glued", "particles", "titles",
    "look-alikes", "homonyms", "near-misses", "scripts",
)  # fmt: skip
SIXTH_AT_LEAST = 6  # each label makes up at least a sixth of each group, so that no constant answer passes


def pairs() -> list[list[str]]:
    """Rows of the challenge set below the header: group, label, name_a, name_b, why."""
    lines = CHALLENGE.read_text(encoding="utf-8").split("\n")
    assert lines[0].split("\t") == ["group", "label", "name_a", "name_b", "why"]
    assert lines[-1] == ""
    return [line.split("\t") for line in lines[1:-1]]


def scripts(word: str) -> set[str]:
    """Scripts of the letters of a word, by the first word of their Unicode names."""
    return {unicodedata.name(letter).split()[0] for letter in word if unicodedata.category(letter) in ("Lu", "Ll")}


def is_disguised(name: str) -> bool:
    """Whether a name holds what the eye does not see: invisible or wide characters, decomposed or mixed letters."""
    hidden = any(unicodedata.category(c) == "Cf" or c == "\N{NO-BREAK SPACE}" for c in name)
    return hidden or unicodedata.normalize("NFKC", name) != name or any(len(scripts(word)) > 1 for word in name.split())


def test_every_row_is_whole() -> None:
    for row in pairs():
        assert len(row) == 5, row
        assert row[1] in ("0", "1"), row
        assert all(cell and cell.strip(" ") == cell for cell in row), row


def test_no_pair_is_there_twice() -> None:
    twice = [pair for pair, n in Counter(frozenset((row[2], row[3])) for row in pairs()).items() if n > 1]
    assert twice == []


def test_there_are_enough_pairs_and_no_other_groups() -> None:
    rows = pairs()
    assert len(rows) >= 280
    assert {row[0] for row in rows} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_is_large_and_balanced(group: str) -> None:
    labels = Counter(row[1] for row in pairs() if row[0] == group)
    assert labels.total() >= 15
    assert min(labels["0"], labels["1"]) * SIXTH_AT_LEAST >= labels.total()


def test_only_look_alikes_are_disguised() -> None:
    disguised = [row for row in pairs() if row[0] != "look-alikes" and (is_disguised(row[2]) or is_disguised(row[3]))]
    assert disguised == []


def test_look_alikes_are_really_disguised() -> None:
    for group, _, name_a, name_b, why in pairs():
        if group == "look-alikes" and "apostrophe" not in why:
            assert is_disguised(name_a) or is_disguised(name_b), (name_a, name_b)


def test_scripts_set_latin_against_cyrillic() -> None:
    for group, _, name_a, name_b, _ in pairs():
        if group == "scripts":
            assert scripts(name_a) == {"LATIN"}
            assert scripts(name_b) == {"CYRILLIC"}
