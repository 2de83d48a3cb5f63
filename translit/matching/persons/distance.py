"""Distances of tokens: by the alignment of their letters, or by what the lists of names vouch for.

Every pair of tokens that meets in any of the pairs of names is worked once. Most have too little in common to be
worth aligning; two cheap looks at their consonants tell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translit.arrays import Bools, Float32s, Int32s
from translit.matching.alignment.align import costs
from translit.matching.persons.arrays import Names
from translit.matching.persons.given_names import SHORT
from translit.matching.persons.token import CORES, FATHERS

# More consonants than this on one side only, or in another order, and tokens are not aligned: a constant and a
# share of the letters. Of true pairs that are near 99.97 % pass, of all pairs a fifth.
APART, APART_BY_LETTER = 1.5, 0.3
TURNED, TURNED_BY_LETTER = 2.0, 0.15
FAR = 3.0  # distance of tokens that have nothing in common, in nats a letter
EQUIVALENT, DIMINUTIVE, GROUPED = 0.18, 0.28, 0.15  # distance that a list of names vouches for
SPELLING = 0.2  # distance up to which two words may be one name in two spellings, whatever the lists say


class Block:
    """A block of pairs of names: their tokens, roles and places as arrays [pairs, tokens], as narrow as they can be."""

    def __init__(self, left: Names, right: Names, rows: Int32s, columns: Int32s) -> None:
        self.left, self.right = left, right
        width = max(int(left.counts[rows].max(initial=1)), 1)
        height = max(int(right.counts[columns].max(initial=1)), 1)
        self.a, self.b = left.ids[rows, :width], right.ids[columns, :height]
        self.roles_a, self.roles_b = left.roles[rows, :width], right.roles[columns, :height]
        self.places_a, self.places_b = left.places[rows, :width], right.places[columns, :height]
        self.one_orthography = left.orthography[rows] == right.orthography[columns]
        self.one_orthography &= left.orthography[rows] > 0
        self.gender_a, self.gender_b = left.gender[rows], right.gender[columns]
        self.letters = (left.encoded.lengths[self.a][:, :, None] + right.encoded.lengths[self.b][:, None, :]) / 2
        self.fathers_a, self.fathers_b = self.roles_a == FATHERS, self.roles_b == FATHERS
        self.fathers = self.fathers_a[:, :, None] & self.fathers_b[:, None, :]
        self.meeting = self.fathers | self._names_meeting()

    def _names_meeting(self) -> Bools:
        """Which names may be one; a patronymic only meets a word that looks like one, where the other name has none."""
        names = (self.roles_a == CORES)[:, :, None] & (self.roles_b == CORES)[:, None, :]
        either = self.fathers_a[:, :, None] & (self.roles_b == CORES)[:, None, :]
        either |= (self.roles_a == CORES)[:, :, None] & self.fathers_b[:, None, :]
        alike = self.left.like_patronymic[self.a][:, :, None] & self.right.like_patronymic[self.b][:, None, :]
        return np.asarray(names | (either & alike & ~self.fathers.any(axis=(1, 2))[:, None, None]), dtype=np.bool_)

    def codes(self) -> NDArray[np.int64]:
        """The pairs of tokens that meet, each as one number."""
        codes = self.a[:, :, None].astype(np.int64) << 32 | self.b[:, None, :]
        return np.asarray(codes[self.meeting], dtype=np.int64)


class TokenTable:
    """The distances of all token pairs that meet in some blocks of pairs of names.

    In nats a letter; with it whether the lists of names (not the letters) vouch for it, and whether they know both
    tokens as different names.
    """

    def __init__(self, left: Names, right: Names, blocks: Sequence[Block]) -> None:
        self.codes = distinct(np.concatenate([block.codes() for block in blocks]))
        tokens = (self.codes >> 32).astype(np.int32), self.codes.astype(np.int32)
        self.distance, self.listed, self.other = token_distances(left, right, *tokens)

    def look_up(self, block: Block) -> tuple[Float32s, Bools, Bools]:
        """Distance, listed and other of the tokens of a block, [pairs, tokens left, tokens right]."""
        place, meeting = np.searchsorted(self.codes, block.codes()), block.meeting
        distance = np.full(meeting.shape, FAR, dtype=np.float32)
        listed, other = np.zeros((2, *meeting.shape), dtype=np.bool_)
        distance[meeting], listed[meeting], other[meeting] = self.distance[place], self.listed[place], self.other[place]
        return distance, listed, other


def distinct(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The distinct numbers in order; sorting finds them many times faster than np.unique's hashing.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    codes = np.sort(codes)
    first = np.ones(len(codes), dtype=np.bool_)
    np.not_equal(codes[1:], codes[:-1], out=first[1:])
    return np.asarray(codes[first], dtype=np.int64)


def token_distances(left: Names, right: Names, a: Int32s, b: Int32s) -> tuple[Float32s, Bools, Bools]:
    """Distance, listed and other of pairs of tokens by their ids."""
    lengths = (left.encoded.lengths[a] + right.encoded.lengths[b]) / 2
    value = np.full(len(a), FAR, dtype=np.float32)
    likely = _worth_aligning(left, right, a, b, lengths)
    aligned = costs(left.table, left.encoded, right.encoded, a[likely], b[likely])
    value[likely] = np.minimum(FAR, aligned / np.maximum(lengths[likely], 3.0))
    known = np.nonzero((left.sets[a, 0] >= 0) & (right.sets[b, 0] >= 0))[0]
    same = left.sets[a[known]][:, :, None] == right.sets[b[known]][:, None, :]
    same &= (left.sets[a[known]] >= 0)[:, :, None]
    short = (left.forms[a[known]][:, :, None] == SHORT) | (right.forms[b[known]][:, None, :] == SHORT)
    any_set = same.any(axis=(1, 2))
    vouched = np.full(len(a), FAR, dtype=np.float32)
    vouched[known] = np.where((same & ~short).any(axis=(1, 2)), EQUIVALENT, np.where(any_set, DIMINUTIVE, FAR))
    vouched[(left.group[a] == right.group[b]) & (left.group[a] >= 0)] = GROUPED
    other = np.zeros(len(a), dtype=np.bool_)
    other[known] = ~any_set & (value[known] > SPELLING)
    return np.minimum(value, vouched), vouched < value, other


def _worth_aligning(left: Names, right: Names, a: Int32s, b: Int32s, lengths: NDArray[np.float64]) -> NDArray[np.intp]:
    """The pairs of tokens whose consonants are much the same, by their number and then by their order."""
    apart = np.abs(left.sounds[a] - right.sounds[b]).sum(axis=1)
    likely = np.nonzero(apart <= APART + APART_BY_LETTER * lengths)[0]
    keys = left.keys[a[likely]], right.keys[b[likely]]
    turned = process.cpdist(*keys, scorer=Levenshtein.distance, dtype=np.uint8)
    return likely[turned <= TURNED + TURNED_BY_LETTER * lengths[likely]]
