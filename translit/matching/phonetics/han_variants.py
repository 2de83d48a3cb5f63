"""Chinese characters that are written one for the other: 泽, 澤 and 沢."""

from __future__ import annotations

from functools import cache

from translit.data import table_rows


@cache
def _forms() -> dict[int, str]:
    """The code of each character that has variants → the first of them."""
    return {ord(char): group[0] for (group,) in table_rows("match", "han_variants.tsv") for char in group[1:]}


def one_form(text: str) -> str:
    """A text with one of the ways to write each Chinese character.

    >>> one_form("毛澤東") == one_form("毛泽东"), one_form("苏州") == one_form("宿州")
    (True, False)
    """
    return text.translate(_forms())
