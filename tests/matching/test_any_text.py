"""Any text of any scripts is compared, looked up and read without a fault; one pair and many answer alike."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Resolver, compare, compare_many
from translit.kinds import KINDS

# Latin and signs, Greek, Cyrillic, Armenian, Hebrew, Arabic, India's, Thai, Georgian, punctuation, kana, Han, hangul
BLOCKS = [
    *((0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x530, 0x58F), (0x590, 0x5FF)),
    *((0x600, 0x6FF), (0x900, 0xDFF), (0xE00, 0xE7F), (0x10A0, 0x10FF), (0x2000, 0x206F), (0x3040, 0x30FF)),
    *((0x4E00, 0x4FFF), (0xAC00, 0xACFF), (0xFF00, 0xFFEF)),
]
LETTERS = st.one_of(*(st.characters(min_codepoint=low, max_codepoint=high) for low, high in BLOCKS))
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=6),
    st.sampled_from(["安倍晋三", "김정은", "d'ประ", "née", "ұлы", "XVI", "А.5", "San", "в/ч", "株式会社", "'s", "of"]),
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES)
def test_any_two_texts_are_compared(kind: str, a: str, b: str) -> None:
    found = compare(a, b, kind)
    assert 0.0 <= found.probability <= 1.0
    assert compare(b, a, kind).probability == found.probability
    assert str(found.explanation)
    others = [("w", b), (a, b), (a, "x y"), (b, a)]
    assert compare_many(others, kind)[[1, 3]].tolist() == [found.probability] * 2


@cache
def _of_seeds() -> Resolver:
    return Resolver.of_seeds()


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_any_text_is_looked_up_and_read(text: str) -> None:
    resolver = _of_seeds()
    assert all(0.0 <= each.probability <= 1.0 for each in resolver.resolve(text))
    assert all(text[each.start : each.end] == each.text for each in resolver.find(text))
