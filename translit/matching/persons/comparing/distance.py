"""Distances of tokens: by the alignment of their letters, or by what the lists of names vouch for.

Every pair of tokens that meets in any of the pairs of names is worked once. Most have too little in common to be
worth aligning; two cheap looks at their consonants tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translit.arrays import Bools, Float32s, Float64s, Indices, Int8s, Int32s, Int64s, UInt8s, distinct
from translit.matching.alignment.align import costs
from translit.matching.assignment import FAR
from translit.matching.persons.comparing.arrays import Names
from translit.matching.persons.comparing.given_lists import SPELLING, TWO_NAMES, by_lists
from translit.matching.persons.comparing.readings_apart import apart_by_readings
from translit.matching.persons.comparing.respelling import respelled
from translit.matching.persons.comparing.slip_pairs import one_step, slips, without_vowels
from translit.matching.persons.comparing.two_names import two_names_by_letters
from translit.matching.persons.comparing.voicing import apart_by_voice
from translit.matching.persons.comparing.written_words import both_written, take_letters
from translit.matching.persons.lexicon.marks import FAMILIES, LISTED, OTHER, SLIP, VOUCHED, VOWEL
from translit.matching.persons.lexicon.translations import translated
from translit.matching.persons.reading.korean import agreed, both_korean
from translit.matching.persons.reading.parse import Name
from translit.matching.persons.reading.syllabic import Two, take_syllables, two
from translit.matching.persons.reading.token import CORES, FAMILY, FATHERS
from translit.matching.phonetics.fold import VOWELS

# More consonants than this on one side only, or in another order, and tokens are not aligned: a constant and a
# share of the letters. Of true pairs that are near 99.97 % pass, of all pairs a fifth.
APART, APART_BY_LETTER = 1.5, 0.3
TURNED, TURNED_BY_LETTER = 2.0, 0.15
SLIPPED = 0.5  # distance of two words that are one slip apart; what it is worth is learned by `slips`
FAMILIES_APART = 0.08  # distance in one script from which two known family names are two (not Ковальов, Ковалёв)
VOWEL_APART = 0.03  # and from which, in one orthography, a letter makes two of them (Зеленский, Зелинский)
THREE = 3  # given name, patronymic and family name


class Block:
    """A block of pairs of names: their tokens, roles and places as arrays [pairs, tokens], as narrow as they can be."""

    def __init__(self, left: Names, right: Names, rows: Int32s, columns: Int32s) -> None:
        self.left, self.right, self.rows, self.columns = left, right, rows, columns
        width = max(int(left.counts[rows].max(initial=1)), 1)
        height = max(int(right.counts[columns].max(initial=1)), 1)
        self.a, self.b = left.ids[rows, :width], right.ids[columns, :height]
        self.roles_a, self.roles_b = left.roles[rows, :width], right.roles[columns, :height]
        self.places_a, self.places_b = left.places[rows, :width], right.places[columns, :height]
        self.orthography_a, self.orthography_b = left.orthography[rows], right.orthography[columns]
        one, other = self.orthography_a, self.orthography_b
        self.one_orthography, self.two_orthographies = (one == other) & (one > 0), (one != other) & (one * other > 0)
        self.gender_a, self.gender_b = left.gender[rows], right.gender[columns]
        self.letters = (left.encoded.lengths[self.a][:, :, None] + right.encoded.lengths[self.b][:, None, :]) / 2
        self.fathers_a, self.fathers_b = self.roles_a == FATHERS, self.roles_b == FATHERS
        self.fathers = self.fathers_a[:, :, None] & self.fathers_b[:, None, :]
        self.meeting = self.fathers | self._names_meeting()
        self.korean = both_korean(left.korean, right.korean, rows, columns)
        self.languages: Int8s = left.language[rows] & right.language[columns]
        self.languages[[pair for pair, *_ in self.korean]] = 0
        self.written = both_written(left.written, right.written, rows, columns)

    def _names_meeting(self) -> Bools:
        """Which names may be one; a patronymic only meets a word where the other name has no patronymic.

        The word looks like one, or is one of three, not the family name: a slip may have taken its ending away
        (Георгиевич, Георгиевч).
        """
        core_a, core_b = self.roles_a == CORES, self.roles_b == CORES
        of_three_a, of_three_b = (
            core & (core.sum(axis=1) >= THREE)[:, None] & (places != FAMILY)
            for core, places in ((core_a, self.places_a), (core_b, self.places_b))
        )
        alike = self.left.like_patronymic[self.a][:, :, None] & self.right.like_patronymic[self.b][:, None, :]
        either = self.fathers_a[:, :, None] & core_b[:, None, :] & (alike | of_three_b[:, None, :])
        either |= core_a[:, :, None] & self.fathers_b[:, None, :] & (alike | of_three_a[:, :, None])
        either &= ~self.fathers.any(axis=(1, 2))[:, None, None]
        return np.asarray(core_a[:, :, None] & core_b[:, None, :] | either, dtype=np.bool_)

    def words_of(self, pair: int) -> tuple[list[str], list[str]]:
        """The folded words of both names of a pair, as wide as the arrays."""
        tokens = self.left.tokens, self.right.tokens
        return [tokens[0][word] for word in self.a[pair].tolist()], [tokens[1][word] for word in self.b[pair].tolist()]

    def names_of(self, pair: int) -> tuple[Name, Name]:
        """Both names of a pair."""
        return self.left.name(int(self.rows[pair])), self.right.name(int(self.columns[pair]))

    def words(self, pair: int, i: int, j: int) -> Two:
        """Two words of a pair of names of one of the languages that are compared by syllables."""
        one, other = self.names_of(pair)
        words = self.left.tokens[self.a[pair, i]], self.right.tokens[self.b[pair, j]]
        return two(words, i, j, (one.text, other.text), (one.words, other.words))

    def codes(self) -> Int64s:
        """The pairs of tokens that meet, each as one number."""
        codes = self.a[:, :, None].astype(np.int64) << 32 | self.b[:, None, :]
        return np.asarray(codes[self.meeting], dtype=np.int64)


class TokenTable:
    """The distances of all token pairs that meet in some blocks of pairs of names.

    In nats a letter; with it what else is known of the two, as a sum of `Mark`s.
    """

    def __init__(self, left: Names, right: Names, blocks: Sequence[Block]) -> None:
        self.codes = distinct(np.concatenate([block.codes() for block in blocks]))
        tokens = (self.codes >> 32).astype(np.int32), self.codes.astype(np.int32)
        self.distance, self.marks = token_distances(left, right, *tokens)

    def look_up(self, block: Block) -> tuple[Float32s, UInt8s]:
        """Distance and marks of the tokens of a block, [pairs, tokens left, tokens right]."""
        place, meeting = np.searchsorted(self.codes, block.codes()), block.meeting
        distance = np.full(meeting.shape, FAR, dtype=np.float32)
        marks = np.zeros(meeting.shape, dtype=np.uint8)
        distance[meeting], marks[meeting] = self.distance[place], self.marks[place]
        for pair, one, other in block.korean:
            for i, j in product(range(len(one)), range(len(other))):
                at = (pair, i, j)
                distance[at], marks[at] = agreed(one[i], other[j], float(distance[at]), int(marks[at]))
        take_syllables(distance, marks, meeting, block.languages, block.words)
        take_letters(distance, marks, meeting, block.written)
        return distance, marks


def token_distances(left: Names, right: Names, a: Int32s, b: Int32s) -> tuple[Float32s, UInt8s]:
    """Distance and marks of pairs of tokens by their ids."""
    lengths = (left.encoded.lengths[a] + right.encoded.lengths[b]) / 2
    value = np.full(len(a), FAR, dtype=np.float32)
    likely = _worth_aligning(left, right, a, b, lengths)
    aligned = costs(left.table, left.encoded, right.encoded, a[likely], b[likely])
    value[likely] = np.minimum(FAR, aligned / np.maximum(lengths[likely], 3.0))
    vouched, other, two = by_lists(left, right, a, b, value)
    marks = np.where(other, OTHER, 0).astype(np.uint8)
    marks[_two_families(left, right, a, b, value)] |= FAMILIES
    marks[_a_letter_apart(left, right, a, b, value)] |= VOWEL
    slipped = np.concatenate([slips(left, right, a, b, value), without_vowels(left, right, a, b, value)])
    marks[slipped] |= SLIP
    value[slipped] = np.minimum(value[slipped], SLIPPED)
    value[two] = np.maximum(value[two], TWO_NAMES)
    voiced = apart_by_voice(left, right, a, b, np.flatnonzero(value < FAR))
    value[voiced], marks[voiced] = np.maximum(value[voiced], TWO_NAMES), marks[voiced] & np.uint8(0xFF ^ SLIP)
    apart = apart_by_readings(left, right, a, b, value, marks)
    value[apart] = np.maximum(value[apart], TWO_NAMES)
    others = two_names_by_letters(left, right, a, b, value)
    value[others] = np.maximum(value[others], TWO_NAMES)
    marks[others] &= np.uint8(0xFF ^ SLIP)
    listed = vouched < value
    marks[listed] = marks[listed] & np.uint8(0xFF ^ SLIP) | np.uint8(LISTED)  # two that are listed as one are no slip
    marks[vouched < FAR] |= VOUCHED
    names = np.flatnonzero((vouched < FAR) & left.given[a] & right.given[b])
    rows = zip(a[names].tolist(), b[names].tolist(), strict=True)
    pairs = [(left.tokens[one], right.tokens[other]) for one, other in rows]
    marks[names] |= np.array(translated.many(pairs), dtype=np.uint8)
    return np.minimum(value, vouched), marks


def _two_families(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Indices:
    """The pairs of tokens that are both known as family names and not spellings of one; in Latin a letter apart.

    Latin words may be names of anywhere, and much that is none of ours reads like a family name.
    """
    across = left.cyrillic[a] != right.cyrillic[b]
    apart = value > np.where(across, SPELLING, FAMILIES_APART)
    some = np.flatnonzero(apart & (value < FAR))
    some = some[left.families(a[some]) & right.families(b[some])]
    latin = ~left.cyrillic[a[some]] & ~right.cyrillic[b[some]]
    taken = ~latin
    taken[latin] = one_step(left, right, a[some[latin]], b[some[latin]])
    taken &= ~_respelled_alike(left, right, a[some], b[some])
    return np.asarray(some[taken], dtype=np.intp)


def _respelled_alike(left: Names, right: Names, a: Int32s, b: Int32s) -> Bools:
    """Which pairs of tokens are one name in two of the East Slavic orthographies."""
    one = respelled.many([left.tokens[token] for token in a.tolist()])
    other = respelled.many([right.tokens[token] for token in b.tolist()])
    return np.array([mine == its for mine, its in zip(one, other, strict=True)], dtype=np.bool_)


def _a_letter_apart(left: Names, right: Names, a: Int32s, b: Int32s, value: Float32s) -> Indices:
    """The pairs of known family names in Cyrillic that sound much alike, and are a letter apart."""
    some = left.cyrillic[a] & right.cyrillic[b] & (value > VOWEL_APART) & (value <= FAMILIES_APART)
    found = np.flatnonzero(some)
    found = found[left.families(a[found]) & right.families(b[found])]
    pairs = [(left.tokens[one], right.tokens[other]) for one, other in zip(a[found], b[found], strict=True)]
    return found[np.array([a_letter_apart(*pair) for pair in pairs], dtype=np.bool_)]


_NO_LETTER_MORE = frozenset("ьъй")  # what one orthography writes and another doesn't


def a_letter_apart(one: str, other: str) -> bool:
    """Whether one folded word has another letter for one of the other's, or one consonant more.

    >>> a_letter_apart("зеленский", "зелинский"), a_letter_apart("сидорук", "сидорчук"), a_letter_apart("кот", "котт")
    (True, True, False)
    """
    if len(one) == len(other):
        return sum(map(str.__ne__, one, other)) == 1
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    place = next((at for at, (mine, its) in enumerate(zip(short, long, strict=False)) if mine != its), len(short))
    letter = long[place]
    more = letter not in VOWELS and letter not in _NO_LETTER_MORE
    return more and short[place:] == long[place + 1 :] and letter not in long[max(place - 1, 0) : place]


def _worth_aligning(left: Names, right: Names, a: Int32s, b: Int32s, lengths: Float64s) -> Indices:
    """The pairs of tokens whose consonants are much the same, by their number and then by their order."""
    apart = np.abs(left.sounds[a] - right.sounds[b]).sum(axis=1) - left.doubt[a] - right.doubt[b]
    likely = np.nonzero(apart <= APART + APART_BY_LETTER * lengths)[0]
    keys = left.keys[a[likely]], right.keys[b[likely]]
    turned = process.cpdist(*keys, scorer=Levenshtein.distance, dtype=np.int16)
    turned -= left.doubt[a[likely]] + right.doubt[b[likely]]
    return likely[turned <= TURNED + TURNED_BY_LETTER * lengths[likely]]
