"""Hangul: r and l, lost r, and which names are parted into family and given name."""

from __future__ import annotations

import pytest

from translit.matching.phonetics.fold import cleaned, fold
from translit.matching.phonetics.scripts import latin_word


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
