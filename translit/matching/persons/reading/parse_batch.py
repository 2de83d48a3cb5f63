"""Plain names as arrays: names that are nothing but words, as most are, read many at once.

What `tagging` and `parse` do with a name at a time, for all names of a list: the patronymic, the gender and the
orthography follow from what each of the words says by itself. Tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

import numpy as np

from translit.arrays import Int8s, Int32s, Int64s
from translit.matching.persons.lexicon.facts import Known
from translit.matching.persons.lexicon.lists import UNLISTED
from translit.matching.persons.reading.parse import GENDERS, orthography_of, shape
from translit.matching.persons.reading.said_together import BY_FAR
from translit.matching.persons.reading.tagging import Chunks
from translit.matching.persons.reading.token import MOST_TOKENS
from translit.matching.persons.reading.tokenize import ALL_MARKS, Word, no_word, read_chunks

SLOTS = MOST_TOKENS


class PlainNames:
    """Those names of a list that are plain.

    Their `rows` in the list and, by row, `counts` of words, `ids` of the `words` they have [rows, SLOTS], `gender` and
    `orthography`; `roles` and `places` of the words [rows, SLOTS]. Word 0 is no word.
    """

    def __init__(self, chunks: Sequence[Chunks]) -> None:
        """Names as `chunks_of` parts them."""
        self.words, flat, counts = _numbered(chunks)
        columns = _Columns(self.words)
        odd = np.bincount(np.arange(len(chunks)).repeat(counts)[~columns.simple[flat]], minlength=len(chunks)) > 0
        plain = (counts <= SLOTS) & ~odd & np.array([plain for *_, plain in chunks], dtype=np.bool_)
        self.rows = plain.nonzero()[0]
        self.counts = counts[plain]
        self.ids = np.zeros((len(self.rows), SLOTS), dtype=np.int32)
        self.ids[np.arange(SLOTS) < self.counts[:, None]] = flat[plain.repeat(counts)]
        father = columns.fathers(self.ids, self.counts)
        roles, places = _shapes()
        self.roles, self.places = roles[self.counts, father], places[self.counts, father]
        self.gender = columns.genders(self.ids, self.counts)
        told = father.nonzero()[0]
        self.gender[told] = columns.father[self.ids[told, father[told]]]
        marks = np.bitwise_or.reduce(columns.marks[self.ids], axis=1)
        self.orthography = _orthographies()[marks]


def _numbered(chunks: Sequence[Chunks]) -> tuple[list[Word], Int32s, Int64s]:
    """The words of all chunks; of the plain names the numbers of their words, from 1, name after name; their counts."""
    used = list(chain.from_iterable([first for first, _, plain in chunks if plain]))
    others = chain.from_iterable([chain(first, rest) for first, rest, plain in chunks if not plain])
    number = {chunk: place for place, chunk in enumerate(dict.fromkeys(chain(used, others)))}
    found = read_chunks.many(number)
    sizes = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
    firsts = np.cumsum(sizes) - sizes
    ids = np.fromiter(map(number.__getitem__, used), dtype=np.int64, count=len(used))
    sized = sizes[ids]
    within = np.arange(sized.sum()) - (np.cumsum(sized) - sized).repeat(sized)
    lengths = np.array([len(first) if plain else 0 for first, _, plain in chunks], dtype=np.int64)
    counts = np.diff(_bounds(sized)[_bounds(lengths)])
    words = (firsts[ids].repeat(sized) + within + 1).astype(np.int32)
    return list(chain.from_iterable(found)), words, counts


def _bounds(sizes: Int64s) -> Int64s:
    """Where each of some stretches that follow one another starts, and where the last ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])


class _Columns:
    """What words say, as arrays by their numbers; word 0 says nothing."""

    def __init__(self, words: Sequence[Word]) -> None:
        of = dict(zip(Word._fields, zip(no_word(), *words, strict=True), strict=True))
        known = dict(zip(Known._fields, zip(*of["known"], strict=True), strict=True))
        self.simple = np.array(of["simple"], dtype=np.bool_)
        self.hyphened = np.array(of["hyphened"], dtype=np.bool_)
        self.marks = np.array(of["orthography"], dtype=np.uint8)
        self.father = np.array([GENDERS[gender] for gender in known["father"]], dtype=np.int8)
        self.strong = np.array(known["strong"], dtype=np.bool_)
        self.given = np.array([sets != () for sets in known["sets"]], dtype=np.bool_)
        self.given_gender = np.array([GENDERS[gender] for gender in known["given_gender"]], dtype=np.int8)
        self.given_rarity = np.array(known["given_rarity"], dtype=np.float64)
        self.family_gender = np.array([GENDERS[gender] for gender in known["family_gender"]], dtype=np.int8)

    def fathers(self, ids: Int32s, counts: Int64s) -> Int64s:
        """Where the patronymic of each name stands, or 0: `roles.patronymic_place`."""
        possible = (self.father[ids] > 0) & ~self.hyphened[ids]
        possible[:, 1:] &= self.strong[ids[:, 1:]] | self.given[ids[:, :-1]]
        possible[:, 0] = False
        possible[counts < 3] = False
        last = SLOTS - 1 - possible[:, ::-1].argmax(axis=1)
        return np.where(possible[:, 1], 1, np.where(possible.any(axis=1), last, 0))

    def genders(self, ids: Int32s, counts: Int64s) -> Int8s:
        """The gender that given names or family names tell: `roles.gender_of`."""
        told, rare, hyphened = self.given_gender[ids], self.given_rarity[ids], self.hyphened[ids]
        last = np.arange(SLOTS) == counts[:, None] - 1
        known = (told > 0) & (~last | (rare < UNLISTED))
        known &= ~hyphened | ~(known & ~hyphened).any(axis=1, keepdims=True)
        least = np.where(known, rare, np.inf).min(axis=1, keepdims=True)
        told = np.where(known & (rare <= least + BY_FAR), told, 0)
        found = np.where(known.any(axis=1), _agreed(told), _agreed(self.family_gender[ids]))
        single = counts < 2
        found[single] = self.family_gender[ids[single, 0]]
        return np.asarray(found, dtype=np.int8)


def _agreed(told: Int8s) -> Int8s:
    """The one gender that the words of each name tell, or 0."""
    man, woman = (told == GENDERS["m"]).any(axis=1), (told == GENDERS["f"]).any(axis=1)
    return np.where(man & ~woman, GENDERS["m"], np.where(woman & ~man, GENDERS["f"], 0)).astype(np.int8)


@cache
def _shapes() -> tuple[Int8s, Int8s]:
    """Roles and places of names by how many words they have and which is the patronymic: [count, place, SLOTS]."""
    found = np.zeros((2, SLOTS + 1, SLOTS, SLOTS), dtype=np.int8)
    for count in range(SLOTS + 1):
        for father in range(max(count, 1)):
            found[:, count, father, :count] = shape(count, father)
    return found[0], found[1]


@cache
def _orthographies() -> Int8s:
    return np.array([orthography_of(marks) for marks in range(ALL_MARKS + 1)], dtype=np.int8)
