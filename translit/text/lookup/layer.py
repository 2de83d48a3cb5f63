"""Names with a vocabulary of their own, as a reader of texts asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from translit.arrays import Int64s
from translit.finding.index.ranges import spread
from translit.finding.index.search import Index
from translit.text.lookup.forms import Forms
from translit.text.lookup.hits import WordFinder

MOST_HELD = 1 << 22  # names in the lists of those that some words have, which are remembered: 32 MB


class Layer:
    """Names with a vocabulary of their own; their numbers start at `first`."""

    def __init__(self, index: Index, first: int) -> None:
        self.index, self.first = index, first
        self.finder, self.forms = WordFinder(index), Forms(index)
        self._of_words: dict[tuple[int, ...], Int64s] = {}
        self._held = 0  # names in these lists

    def names_of_each(self, owners: Int64s, words: Int64s, few: int) -> Iterator[tuple[int, list[int], int]]:
        """For each owner of words, sorted, its number, the names that have one of the words, and how many those are.

        Of more than `few` only those of one word, at most `few`; how many they are is then no less than `few` + 1.
        """
        if not len(owners):
            return
        firsts, counts = self._firsts_of(words)
        wide = counts > few
        some = np.flatnonzero(~wide)
        every = self.index.postings[spread(firsts[some], firsts[some] + counts[some])].astype(np.int64)
        pairs = np.unique(owners[some].repeat(counts[some]) << 32 | every)
        starts, singles = self._single_words
        others = np.flatnonzero(wide)
        low, high = starts[words[others]], np.minimum(starts[words[others] + 1], starts[words[others]] + few)
        more = owners[others].repeat(high - low) << 32 | singles[spread(low, high)]
        size = np.bincount(pairs >> 32, minlength=int(owners[-1]) + 1)
        many = size > few
        many[owners[others]] = True
        alone = self.index.parts.arrays["word_counts"].take(pairs & 0xFFFFFFFF) == 1
        pairs = np.unique(np.concatenate([pairs[~many[pairs >> 32] | alone], more]))
        np.maximum.at(size, owners[others], counts[others])
        mine, names = pairs >> 32, (pairs & 0xFFFFFFFF) + self.first
        every = np.unique(owners)
        low, high = np.searchsorted(mine, every), np.searchsorted(mine, every, side="right")
        rows = zip(every.tolist(), low.tolist(), np.minimum(high, low + few).tolist(), strict=True)
        for owner, start, end in rows:
            yield owner, names[start:end].tolist(), int(size[owner])

    @cached_property
    def _single_words(self) -> tuple[Int64s, Int64s]:
        """The names of one word for each word, as postings: where those of each start, and the names."""
        postings = self.index.postings[:]
        alone = np.flatnonzero(self.index.parts.arrays["word_counts"].take(postings) == 1)
        return np.searchsorted(alone, self.index.postings_at.astype(np.int64)), postings[alone].astype(np.int64)

    def _firsts_of(self, words: Int64s) -> tuple[Int64s, Int64s]:
        """Where the names of words start among the postings, and how many they are."""
        firsts = self.index.postings_at.take(words).astype(np.int64)
        return firsts, self.index.postings_at.take(words + 1).astype(np.int64) - firsts

    def names_of_any(self, words: Sequence[int], most: int) -> list[int]:
        """The names that have one of these words; none if they may be more than `most`."""
        numbers = np.array(words, dtype=np.int64)
        if not len(numbers) or self._firsts_of(numbers)[1].sum() > most:
            return []
        return (self._postings(words) + self.first).tolist()  # type: ignore[no-any-return]

    def names_of_both(self, words: Sequence[int], others: Sequence[int]) -> list[int]:
        """The names that have one of these words and one of the others."""
        if not words or not others:
            return []
        one, other = self._remembered(tuple(words)), self._remembered(tuple(others))
        few, many = (one, other) if len(one) < len(other) else (other, one)
        both = few[many[np.minimum(np.searchsorted(many, few), len(many) - 1)] == few]
        return (both + self.first).tolist()  # type: ignore[no-any-return]

    def words_of_names(self, names: Int64s) -> tuple[Int64s, Int64s]:
        """The words of the index in names: the place of the name among these, the word."""
        starts = self.index.name_firsts.take(names - self.first).astype(np.int64)
        ends = self.index.name_firsts.take(names - self.first + 1).astype(np.int64)
        words = self.index.name_words[spread(starts, ends)].astype(np.int64)
        return np.arange(len(names)).repeat(ends - starts), words

    def _remembered(self, words: tuple[int, ...]) -> Int64s:
        found = self._of_words.get(words)
        if found is None:
            if self._held > MOST_HELD:
                self._of_words, self._held = {}, 0
            found = self._of_words[words] = self._postings(words)
            self._held += len(found)
        return found

    def _postings(self, words: Sequence[int]) -> Int64s:
        numbers = np.array(words, dtype=np.int64)
        starts = self.index.postings_at.take(numbers).astype(np.int64)
        ends = self.index.postings_at.take(numbers + 1).astype(np.int64)
        found = self.index.scorer.postings.take(spread(starts, ends)).astype(np.int64)
        return np.unique(found) if len(words) > 1 else found

    @property
    def end(self) -> int:
        """The number after the last name's."""
        return self.first + len(self.index.name_firsts) - 1
