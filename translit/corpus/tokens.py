"""The words of a text as the index knows them.

Names stand in capital letters, so the words with a capital get positions in the index, and with them the words in small
letters beside them (Верховный суд, министерство обороны), since names of organizations have such. A text without
capitals, and a script that has none, has all its words indexed. All other words are known by document alone, by their
first letters; a phrase is then looked for in the text itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from translit.arrays import Bools

# A word: letters, with signs and digits among them; an apostrophe joins two letters or more (O'Neill, but Putin|'s),
# and an elided article before a capital is a word by itself (l'|Europe).
WORD = regex.compile(
    r"\p{Ll}{1,2}(?=['’]\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ`´ʹ][\p{L}][\p{L}\p{M}]+)*", regex.V1
)
SHORTEST = 4  # letters of a word in small letters that is indexed beside a name: shorter ones join words
FEW_CAPITALS = 0.02  # share of words with a capital below which a text is written without them: set by hand
FIRST_LETTERS = 5  # of a word, for the index of all words: see benchmarks/search.py for its size
LONGEST = 48  # letters of a word that are looked at
OTHER, SMALL, CAPITAL = 0, 1, 2  # what a word can be


def words_of(text: str) -> list[str]:
    """The words of a text, in order.

    >>> words_of("l'Europe d’Estaing: O'Neill, Putin's Нур-Султан")
    ['l', 'Europe', 'd', 'Estaing', "O'Neill", 'Putin', 's', 'Нур', 'Султан']
    """
    return WORD.findall(text)


def kind_of(word: str) -> int:
    """Whether a word has a capital (or its script none), is long enough to stand beside a name, or neither.

    >>> [kind_of(word) for word in ("Минск", "рада", "в", "北京", "737", "eBay")]
    [2, 1, 0, 2, 0, 2]
    """
    first = word[0]
    if first.isupper() or not (first.islower() or first.isdigit()) or (word[1:2].isupper() and len(word) > 2):
        return CAPITAL
    return SMALL if len(word) >= SHORTEST else OTHER


def kept(kinds: NDArray[np.int8], starts: Sequence[int]) -> tuple[Bools, Bools]:
    """Which words get a position, and which of them count as written with a capital.

    `kinds` are those of the words of several texts, one after another; `starts` where each text starts.

    >>> kinds = np.array([2, 1, 1, 1, 1, 1, 2, 0, 1, 1], dtype=np.int8)
    >>> kept(kinds, [0])[0].tolist()
    [True, True, False, False, False, True, True, False, False, False]
    """
    capital = kinds == CAPITAL
    ends = [*starts[1:], len(kinds)]
    for start, end in zip(starts, ends, strict=True):
        if end > start and capital[start:end].mean() < FEW_CAPITALS:
            capital[start:end] = kinds[start:end] != OTHER
    beside = np.zeros(len(kinds), dtype=np.bool_)
    beside[1:] |= capital[:-1]
    beside[:-1] |= capital[1:]
    return capital | (beside & (kinds == SMALL)), capital


def cut(word: str) -> str:
    """The first letters of a word, as the index of all words has them.

    >>> cut("Міністэрства")
    'мініс'
    """
    return word[:FIRST_LETTERS].lower()
