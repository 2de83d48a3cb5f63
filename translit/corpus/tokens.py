"""The words of a text as the index knows them.

Names stand in capital letters, so the words with a capital get positions in the index, and with them those words in
small letters beside them that names of organizations and places share (Верховный суд, министерство обороны): see
`listed`. A text without capitals, and a script that has none, has all its words indexed. All other words are known by
the block of documents alone, by sums of their first letters; a phrase is then looked for in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import product
from zlib import crc32

import numpy as np
import regex

from translit.arrays import Bools, Int8s

# A word: letters, with signs and digits among them; an apostrophe joins two letters or more (O'Neill, but Putin|'s),
# and an elided article before a capital is a word by itself (l'|Europe).
WORD = regex.compile(
    r"\p{Ll}{1,2}(?=['’]\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ`´ʹ][\p{L}][\p{L}\p{M}]+)*", regex.V1
)
SHORTEST = 4  # letters of a word in small letters that is indexed beside a name: shorter ones join words
FEW_CAPITALS = 0.02  # share of words with a capital below which a text is written without them: set by hand
FIRST_LETTERS = 5  # of a word, for the index of all words: see benchmarks/search.py for its size
LONGEST = 48  # letters of a word that are looked at


class Writing(IntEnum):
    """How a word is written."""

    OTHER = 0  # in small letters, and too short to be indexed
    SMALL = 1
    CAPITAL = 2


OTHER, SMALL, CAPITAL = map(int, Writing)  # plain numbers for inner loops: see persons.marks


def words_of(text: str) -> list[str]:
    """The words of a text, in order.

    >>> words_of("l'Europe d’Estaing: O'Neill, Putin's Нур-Султан")
    ['l', 'Europe', 'd', 'Estaing', "O'Neill", 'Putin', 's', 'Нур', 'Султан']
    """
    if len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):  # letters beyond the first plane
        return WORD.findall(text)
    return _quick_word().findall(text)


@cache
def _quick_word() -> re.Pattern[str]:
    """`WORD` for letters of the first plane, for Python's own `re`, which is twice as fast."""
    kinds = list(map(unicodedata.category, map(chr, range(1 << 16))))
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    of = np.array(list(map(numbers.__getitem__, kinds)))

    def those(*wanted: str) -> str:
        there = np.array([kind.startswith(wanted) for kind in numbers])[of]
        edges = np.flatnonzero(np.diff(there, prepend=False, append=False)).tolist()
        spans = zip(edges[::2], edges[1::2], strict=True)
        return "".join(f"\\u{first:04x}-\\u{end - 1:04x}" for first, end in spans)

    first, later, letter, letters = those("L", "N"), those("L", "M", "N"), those("L"), those("L", "M")
    elided = f"[{those('Ll')}]{{1,2}}(?=['’][{those('Lu')}])"
    return re.compile(f"{elided}|[{first}][{later}]*(?:['’ʼ`´ʹ][{letter}][{letters}]+)*")


def kind_of(word: str) -> int:
    """Whether a word has a capital (or its script none), is long enough to stand beside a name, or neither.

    >>> [kind_of(word) for word in ("Минск", "рада", "в", "北京", "737", "eBay")]
    [2, 1, 0, 2, 0, 2]
    """
    first = word[0]
    if first.isupper() or not (first.islower() or first.isdigit()) or (word[1:2].isupper() and len(word) > 2):
        return CAPITAL
    return SMALL if len(word) >= SHORTEST else OTHER


def with_capital(kinds: Int8s, starts: Sequence[int]) -> Bools:
    """Which words count as written with a capital: of a text without capitals all.

    `kinds` are those of the words of several texts, one after another; `starts` where each text starts.

    >>> with_capital(np.array([2, 1, 0, 1, 0, 1], dtype=np.int8), [0, 3]).tolist()
    [True, False, False, True, False, True]
    """
    capital: Bools = kinds == CAPITAL
    if not len(kinds):
        return capital
    ends = [*starts[1:], len(kinds)]
    before = np.concatenate([[0], np.cumsum(capital)])
    for start, end in zip(starts, ends, strict=True):
        if end > start and before[end] - before[start] < FEW_CAPITALS * (end - start):
            capital[start:end] = kinds[start:end] != OTHER
    return capital


def beside(some: Bools) -> Bools:
    """Which places are next to one of some.

    >>> beside(np.array([True, False, False])).tolist()
    [False, True, False]
    """
    found = np.zeros(len(some), dtype=np.bool_)
    found[1:] |= some[:-1]
    found[:-1] |= some[1:]
    return found


def cut(word: str) -> str:
    """A sum of the first letters of a word, as the index of all words has it: a few share one.

    What is found is read, and a sum takes a third of the space that the letters take.

    >>> cut("Міністэрства") == cut("міністр"), len(cut("Міністэрства"))
    (True, 3)
    """
    sums = _sums()
    return sums[crc32(word[:FIRST_LETTERS].lower().encode(errors="surrogatepass")) % len(sums)]


@cache
def _sums() -> list[str]:
    """Three signs for each sum; FTS5 makes no difference between capital and small letters."""
    return list(map("".join, product("abcdefghijklmnopqrstuvwxyz0123456789", repeat=3)))
