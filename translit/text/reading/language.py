"""Which language a text is in: the one whose function words it has most of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from translit.arrays import Int64s
from translit.compiled import read_toml
from translit.finding.index.ranges import spread

ENOUGH = 400  # words that are looked at
LEAST = 2  # different function words of a language that a text must have


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Each function word with the languages that have it.

    >>> function_words()["гэта"]
    ('be',)
    """
    raw = read_toml("text", "function_words.toml")
    found: dict[str, list[str]] = {}
    for language, words in raw["words"].items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


class _Table(NamedTuple):
    """The function words by number, and the numbers of the languages that have each."""

    numbers: Mapping[str, int]
    names: list[str]  # of the languages, in order
    starts: Int64s  # where the languages of each word start
    languages: Int64s


@cache
def _table() -> _Table:
    names = sorted(languages())
    number = {name: place for place, name in enumerate(names)}
    rows = [[number[name] for name in row] for row in function_words().values()]
    starts = np.cumsum([0, *map(len, rows)])
    flat = np.array([one for row in rows for one in row], dtype=np.int64)
    return _Table({word: place for place, word in enumerate(function_words())}, names, starts, flat)


def function_number(word: str) -> int:
    """The number of a function word, -1 of any other.

    >>> function_number("гэта") >= 0, function_number("smith")
    (True, -1)
    """
    return _table().numbers.get(word, -1)


def languages_of(texts: Int64s, words: Int64s, count: int) -> list[str | None]:
    """The languages of so many texts, by their function words; None where they don't tell.

    `words` are the numbers of the function words that stand in the texts of the numbers `texts`. A word that few
    languages have says more than one that many have.

    >>> words = list(map(function_number, "што гэта не and".split()))
    >>> languages_of(np.array([0, 0, 0, 2]), np.array(words), 3)
    ['be', None, None]
    """
    table = _table()
    known, first, often = np.unique(texts * len(table.numbers) + words, return_index=True, return_counts=True)
    order = np.argsort(first)  # what stands first is added first
    (text, word), often = np.divmod(known[order], len(table.numbers)), often[order]
    low, high = table.starts[word], table.starts[word + 1]
    size, wide = high - low, len(table.names)
    cells = text.repeat(size) * wide + table.languages[spread(low, high)]
    scores = np.bincount(cells, (often / size).repeat(size), minlength=count * wide).reshape(count, wide)
    different = np.bincount(cells, minlength=count * wide)
    best = wide - 1 - np.argmax(scores[:, ::-1], axis=1)  # of equals the last
    sure = different[np.arange(count) * wide + best] >= LEAST
    return [table.names[one] if told else None for one, told in zip(best.tolist(), sure.tolist(), strict=True)]


def languages() -> tuple[str, ...]:
    """The languages that texts are recognised as, by their codes.

    >>> "be-Latn" in languages()
    True
    """
    return tuple(dict.fromkeys(language for found in function_words().values() for language in found))
