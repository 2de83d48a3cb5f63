"""What the index needs of documents: their distinct words with sound keys, where these stand, their texts packed.

This is most of the work of adding and needs nothing of the corpus, so that it can be done in several processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from translit.arrays import Int8s, Int32s, Int64s
from translit.corpus.blocks import Block, blocks_of_texts
from translit.corpus.listed import is_listed
from translit.corpus.postings import BESIDE_GIVEN, PLAIN, SMALL_LETTERS
from translit.corpus.sounds import sound_keys
from translit.corpus.tokens import CAPITAL, LONGEST, SMALL, beside, cut, kind_of, with_capital, words_of
from translit.matching.persons.lexicon.given_names import given_names
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import loose_readings, pivots

MOST_WORDS = 1 << 20  # distinct words remembered; then all are forgotten


@dataclass(frozen=True)
class Analysis:
    """What was found in some documents.

    `terms` are their distinct folded words, with sound keys joined by blanks ("" where the same analyzer has given them
    before); a spot is the number of its term among them, that of its document, its place and its mark.
    """

    terms: list[str]
    keys: list[str]
    which: Int32s
    documents: Int32s
    places: Int32s
    marks: Int8s
    blocks: list[Block]


class Analyzer:
    """Looks through texts, and remembers the words it has met."""

    def __init__(self, keep_texts: bool = True) -> None:
        self._keep_texts = keep_texts
        self.forget()

    def forget(self) -> None:
        """Start anew, when the memory is full or what was found has come to nothing."""
        self._local: dict[str, int] = {}  # word as written → its number here
        self._words: list[str] = []
        self._cuts: list[str] = []
        self._kinds = np.empty(0, dtype=np.int8)
        self._given = np.empty(0, dtype=np.bool_)
        self._terms = np.empty(0, dtype=np.int64)  # number of the term, -1 if it isn't known yet, -2 if it has none
        self._numbers: dict[str, int] = {}  # term → its number here
        self._names: list[str] = []  # the terms
        self._sent = 0  # terms that have been given with their keys

    def __call__(self, texts: Sequence[str]) -> Analysis:
        """What is in some texts, one after another."""
        if len(self._local) > MOST_WORDS:
            self.forget()
        rows = [words_of(text) for text in texts]
        every = self._numbered([word for row in rows for word in row])
        starts = [0, *accumulate(map(len, rows))]
        kinds = self._kinds[every]
        capital = with_capital(kinds, starts[:-1])
        near = beside(capital) & (kinds == SMALL) & ~capital
        self._know(every[capital | near], every[capital])
        keep = np.flatnonzero((capital | near) & (self._terms[every] >= 0))
        given = self._given[every] & capital
        marks = np.where(capital, np.where(beside(given), BESIDE_GIVEN, PLAIN), SMALL_LETTERS).astype(np.int8)[keep]
        sizes = np.diff(starts)
        documents = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)[keep]
        places = (np.arange(len(every)) - np.repeat(starts[:-1], sizes)).astype(np.int32)[keep]
        numbers, which = np.unique(self._terms[every[keep]], return_inverse=True)
        terms, keys = self._with_keys(numbers)
        cuts, local = self._cuts, every.tolist()
        opened = [{cuts[word] for word in local[start:end]} for start, end in pairwise(starts)]
        blocks = blocks_of_texts(texts, opened, self._keep_texts)
        return Analysis(terms, keys, which.astype(np.int32), documents, places, marks, blocks)

    def _numbered(self, words: Sequence[str]) -> Int64s:
        """The local numbers of words as written; new ones get the next."""
        local = self._local
        new = [word for word in dict.fromkeys(words) if word not in local]
        if new:
            local.update(zip(new, range(len(local), len(local) + len(new)), strict=True))
            self._words += new
            self._cuts += map(cut, new)
            self._kinds = np.append(self._kinds, np.array(list(map(kind_of, new)), dtype=np.int8))
            self._given = np.append(self._given, np.zeros(len(new), dtype=np.bool_))
            self._terms = np.append(self._terms, np.full(len(new), -1, dtype=np.int64))
        return np.fromiter(map(local.__getitem__, words), dtype=np.int64, count=len(words))

    def _know(self, numbers: Int64s, capital: Int64s) -> None:
        """Give every word among these a term, if it counts as written with a capital or a list may know it."""
        sure = np.zeros(len(self._terms), dtype=np.bool_)
        sure[capital] = True
        state = self._terms[numbers]
        missing = np.unique(numbers[(state == -1) | ((state == -2) & sure[numbers])])
        if not len(missing):
            return
        words = [self._words[number][:LONGEST] for number in missing.tolist()]
        folded = [found or word.lower() for word, found in zip(words, fold.many(words), strict=True)]
        wanted = sure[missing] | np.array(is_listed.many(folded), dtype=np.bool_)
        self._terms[missing[~wanted]] = -2
        chosen = missing[wanted]
        terms = [folded[place] for place in np.flatnonzero(wanted).tolist()]
        new = [term for term in dict.fromkeys(terms) if term not in self._numbers]
        self._numbers.update(zip(new, range(len(self._names), len(self._names) + len(new)), strict=True))
        self._names += new
        self._terms[chosen] = [self._numbers[term] for term in terms]
        self._given[chosen] = are_given(terms) & (self._kinds[chosen] == CAPITAL)

    def _with_keys(self, numbers: Int64s) -> tuple[list[str], list[str]]:
        """Terms and, of those not given before, their sound keys."""
        terms = [self._names[number] for number in numbers.tolist()]
        first = int(np.searchsorted(numbers, self._sent))  # the later ones have come with these texts
        self._sent = len(self._names)
        return terms, [""] * first + joined_keys(terms[first:])


def joined_keys(terms: Sequence[str]) -> list[str]:
    """The sound keys of folded words, each row joined by blanks."""
    return list(map(" ".join, sound_keys(terms)))


def are_given(terms: Sequence[str]) -> np.ndarray:
    """Which folded words are given names by the lists.

    >>> are_given(["светлана", "минск"]).tolist()
    [True, False]
    """
    firsts = [read[0] for read in pivots.many(terms)]
    sets = given_names().sets_as_read(terms, firsts, loose_readings.many(terms))
    return np.array([bool(found) for found in sets], dtype=np.bool_)
