"""Names in scripts that leave sounds open, by the rule of the orthography that they show, each beside a near miss."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from tests.support import DATA
from translit.matching.compare import compare_many
from translit.matching.phonetics.fold import cleaned, fold
from translit.matching.phonetics.scripts import latin_word

KINDS: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
with (DATA / "open_sounds.tsv").open(encoding="utf-8", newline="") as lines:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        KINDS[row["kind"]].append((row["native"], row["latin"], row["same"] == "1"))


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_found_and_others_are_not(kind: str) -> None:
    rows = KINDS[kind]
    chances = compare_many([row[:2] for row in rows], kind="person").tolist()
    wrong = [(row, chance) for row, chance in zip(rows, chances, strict=True) if (chance > 0.5) != row[2]]
    assert len(rows) >= 10
    assert len(wrong) <= 0.1 * len(rows), wrong


@pytest.mark.parametrize(
    ("word", "folded"),
    [("밀라", "miLlaL"), ("미라", "miraL"), ("라", "RaL"), ("와이즈", "WEiJU"), ("츠", "CU"), ("마쓰", "maLZU")],
)
def test_hangul_says_r_and_l_and_where_r_is_lost(word: str, folded: str) -> None:
    assert fold(cleaned(word)) == folded


@pytest.mark.parametrize(
    ("word", "parts"), [("허버트", 1), ("지훈", 1), ("이사벨", 1), ("안중근", 2), ("정하늘", 2), ("Herbert", 1)]
)
def test_only_a_korean_name_is_parted(word: str, parts: int) -> None:
    assert len(latin_word(word).split()) == parts
