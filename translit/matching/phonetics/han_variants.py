"""Chinese characters that are written one for the other: 泽, 澤 and 沢."""

from __future__ import annotations

from collections.abc import Container, Iterable
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


class InAnyForm(Container[str]):
    """Words, each of which is found in simplified, traditional and Japanese characters alike.

    >>> "国立" in InAnyForm(["國立"]), "国民" in InAnyForm(["國立"])
    (True, False)
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = frozenset(map(one_form, words))
        self._longest = max(map(len, self._words), default=0)  # what is longer isn't rewritten only to be missed

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and len(word) <= self._longest and one_form(word) in self._words
