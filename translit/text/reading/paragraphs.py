"""The paragraphs of texts, and the language of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translit.arrays import Bools, Int64s
from translit.text.reading.language import ENOUGH, languages_of
from translit.text.reading.short_texts import language_of_few
from translit.text.reading.word_spellings import Spellings

SURE = 5  # words of a paragraph from which on it may be in another language than the text
FEW = 200  # words up to which function words alone don't tell the language: 3 in 42 short articles were mistaken
LONGEST_KEPT, MOST_KEPT = 16, 1 << 14


class _Breaks(dict[str, bool]):
    """Gap → whether a new paragraph starts after it."""

    def __missing__(self, gap: str) -> bool:
        found = len(f"{gap}.".splitlines()) > 1
        if len(gap) <= LONGEST_KEPT and len(self) < MOST_KEPT:
            self[gap] = found
        return found


_BREAKS = _Breaks()


def breaks(gaps: Sequence[str]) -> Bools:
    """Which gaps part two paragraphs.

    >>> breaks([" ", ".\\n", " \\u2028 "]).tolist()
    [False, True, True]
    """
    return np.fromiter(map(_BREAKS.__getitem__, gaps), dtype=np.bool_, count=len(gaps))


class Paragraphs:
    """The paragraphs of some texts: `firsts` are their first words, of those of all texts, `texts` are their texts."""

    def __init__(self, numbers: Int64s, firsts: Int64s, texts: Int64s, spellings: Spellings) -> None:
        self.firsts, self.texts = firsts, texts
        self._spellings, count = spellings, len(firsts)
        sizes = np.diff(firsts, append=len(numbers))
        owners = np.arange(count).repeat(sizes)
        some = np.flatnonzero(np.arange(len(numbers)) - firsts[owners] < ENOUGH)
        self._words, parts = spellings.parts_of(numbers[some])
        self._owners = owners[some].repeat(parts)
        counts = np.bincount(self._owners, minlength=count)
        self._starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
        self._counts = counts.tolist()

    def languages(self) -> list[str | None]:
        """The language of each paragraph; a doubtful one is in that of the one before, or the text's."""
        own = self._by_function_words(self._owners, len(self.firsts))
        found: list[str | None] = []
        text, last = -1, None
        of_texts = self._of_texts()
        for number, of in enumerate(self.texts.tolist()):
            if of != text:
                text, last = of, of_texts[of]
            mine, count = own[number], self._counts[number]
            if count >= SURE and mine is not None and mine != last:
                mine = language_of_few(self._read(number, number + 1)) if count <= FEW else mine
                last = last if mine is None else mine
            found.append(last)
        return found

    def _of_texts(self) -> list[str | None]:
        """The language of all paragraphs of each text together."""
        count = int(self.texts.max(initial=-1)) + 1
        found = self._by_function_words(self.texts[self._owners], count)
        ends = np.searchsorted(self.texts, np.arange(count + 1))
        sizes = np.diff(self._starts[ends]).tolist()
        for text, (first, end) in enumerate(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)):
            if sizes[text] <= FEW:
                found[text] = language_of_few(self._read(first, end))
        return found

    def _by_function_words(self, groups: Int64s, count: int) -> list[str | None]:
        """The languages of groups of words by their first words."""
        sizes = np.bincount(groups, minlength=count)
        rank = np.arange(len(groups)) - (np.cumsum(sizes) - sizes)[groups]
        words = self._spellings.function_words(self._words)
        some = (words >= 0) & (rank < ENOUGH)
        return languages_of(groups[some], words[some], count)

    def _read(self, first: int, end: int) -> list[str]:
        """The words of letters of some paragraphs."""
        return self._spellings.texts_of(self._words[self._starts[first] : self._starts[end]])
