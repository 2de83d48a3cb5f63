"""Words of names as beginnings of others, for many names: which may be made of others, and of which."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import islice
from operator import or_

import numpy as np

from translit.arrays import Bools
from translit.matching.places_orgs.comparing.abbreviations import LEAST, MOST, MOST_WORDS, Beginnings, beginnings, read
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, NAME, WORD
from translit.matching.places_orgs.reading.parse import Thing
from translit.matching.places_orgs.reading.plain_text import split_compounds

MAIN_FIRST = 2  # main words of a name that a word made of it may begin with
BITS = 64


@lru_cache(maxsize=1 << 14)
def _may_be_made(folded: str) -> bool:
    """Whether a word may be made of others: one that is read apart, as Мосгорсуд, is made of no others than its own."""
    return LEAST <= len(folded) <= MOST and split_compounds(folded) == folded


@lru_cache(maxsize=1 << 14)
def _bits_of(part: Beginnings) -> int:
    return _bits(part.firsts)


def _bits(letters: frozenset[str]) -> int:
    return sum({1 << ord(letter) % BITS for letter in letters})


def _first_bits(thing: Thing) -> int:
    """As bits, the letters that words made of a name may begin with."""
    parts = islice((part for word in thing.words for part in beginnings(word)), MOST_WORDS)
    return reduce(or_, map(_bits_of, islice((part for part in parts if part.main), MAIN_FIRST)), 0)


class Cuts:
    """`words` [distinct words]: as bits, the letters that a word begins with, if it may be made of others; `names`
    [names]: the letters that words made of a name may begin with."""

    def __init__(self, things: Sequence[Thing], words: Sequence[tuple[str, tuple[int, ...]]]) -> None:
        self.folded = [folded for folded, _ in words]
        self.words = np.array(
            [
                _bits(frozenset(one[0] for one in read(folded))) if not concepts and _may_be_made(folded) else 0
                for folded, concepts in words
            ],
            dtype=np.uint64,
        )
        self._things = things
        self._parts: dict[int, list[tuple[int, Beginnings]]] = {}
        self.names = np.array([_first_bits(thing) for thing in things], dtype=np.uint64)

    def _of(self, row: int) -> list[tuple[int, Beginnings]]:
        """The slot (-1 without one) and the beginnings of each word of a name."""
        if row not in self._parts:
            slot, parts = 0, []
            for word in self._things[row].words:
                mine = -1
                if word.role in (NAME, WORD, GENERIC):
                    mine, slot = slot, slot + 1
                parts += [(mine, part) for part in beginnings(word)]
            self._parts[row] = parts[:MOST_WORDS]
        return self._parts[row]

    def left(self, row: int, slots: Bools) -> tuple[tuple[Beginnings, ...], tuple[int, ...]]:
        """The beginnings of the words of a name in some slots and of those in none; the slot of each."""
        found = [(slot, part) for slot, part in self._of(row) if slot < 0 or (slot < len(slots) and slots[slot])]
        return tuple(part for _, part in found), tuple(slot for slot, _ in found)
