"""How well Chinese characters transcribe a word: by counts of which letters each stands for in foreign names.

A way to part the letters of the word among the characters costs what `tables/match/han_sounds.tsv` says; the word by
itself costs what its letters do. What the characters gain over that, by letter, says whether they transcribe it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from translit.data import table_rows

UNLISTED, UNLISTED_LETTERS = 5.5, 3  # cost of letters that a character isn't listed with, and how many at most; by hand


class _Table(NamedTuple):
    letters: dict[str, float]  # cost of each letter by itself
    uses: dict[str, tuple[tuple[str, float], ...]]  # of each character


@cache
def _table() -> _Table:
    letters: dict[str, float] = {}
    uses: dict[str, tuple[tuple[str, float], ...]] = {}
    for key, row in table_rows("match", "han_sounds.tsv"):
        cells = row.split()
        if key.isascii():
            letters[key] = float(row)
        else:
            uses[key] = tuple(zip([cell.strip("_") for cell in cells[::2]], map(float, cells[1::2]), strict=True))
    return _Table(letters, uses)


@lru_cache(maxsize=1 << 14)
def plain_letters(word: str) -> str:
    """The letters from a to z that a word in small letters has or is written with.

    >>> plain_letters("łódź"), plain_letters("трамп"), plain_letters("l'aquila")
    ('lodz', 'tramp', 'laquila')
    """
    if not word.isascii():
        base = unicodedata.normalize("NFD", word)
        word = "".join([char for char in base if not unicodedata.combining(char)])
    if not word.isascii():
        from unidecode import unidecode

        word = unidecode(word).lower()
    return "".join([char for char in word if "a" <= char <= "z"])


@lru_cache(maxsize=1 << 15)
def gain(characters: str, letters: str) -> float:
    """What characters, each the first of its variants, explain of a word, in nats a letter; 0 where it is nothing.

    >>> gain("特朗普", "trump") > 1.3, gain("特朗普", "obama"), gain("希特勒", "hitler") > 1.5
    (True, 0.0, True)
    """
    table, size = _table(), len(letters)
    if not letters or not all(char in table.uses for char in characters):
        return 0.0
    ends = {0: 0.0}
    for char in characters:
        ends = _further(ends, table.uses[char], letters)
    alone = sum([table.letters.get(letter, UNLISTED) for letter in letters])
    return max(0.0, (alone - ends[size]) / size) if size in ends else 0.0


def _further(ends: dict[int, float], uses: tuple[tuple[str, float], ...], letters: str) -> dict[int, float]:
    """What it costs at least to get to each place of a word with one character more."""
    found: dict[int, float] = {}
    for start, cost in ends.items():
        for use, more in uses:
            if letters.startswith(use, start):
                end = start + len(use)
                if cost + more < found.get(end, 99.0):
                    found[end] = cost + more
        for end in range(start, min(start + UNLISTED_LETTERS, len(letters)) + 1):
            other = cost + UNLISTED + end - start
            if other < found.get(end, 99.0):
                found[end] = other
    return found
