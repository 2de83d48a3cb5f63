"""Texts as words, each in the language of its paragraph: all texts of a block are read at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from translit.arrays import Int32s, Int64s
from translit.text.reading.paragraphs import Paragraphs, breaks
from translit.text.reading.word_spellings import Spellings
from translit.text.reading.words import SPLIT, Text, TextWord


class Reader:
    """Reads texts; `met` are the words that were met, of all languages.

    >>> texts, numbers = Reader([]).read(["Гэта не так, што ён быў у Мінску.\\nIt was not the end of it.\\nKyiv\\n"])
    >>> [(word.text, word.language) for word in (texts[0].words[0], texts[0].words[-2], texts[0].words[-1])]
    [('Гэта', 'be'), ('it', 'en'), ('Kyiv', 'en')]
    >>> texts[0].starts[:3], texts[0].gaps[:4], numbers[:2].tolist()
    ([0, 5, 8], ['', ' ', ' ', ', '], [0, 1])
    """

    def __init__(self, met: list[TextWord]) -> None:
        self.met = met
        self._spellings = Spellings()
        self._known: dict[str | None, Int32s] = {}  # language → of each spelling the number of its word, or -1

    def read(self, texts: Sequence[str], language: str | None = None) -> tuple[list[Text], Int64s]:
        """Some texts as words, and the numbers of all these words; in a language, or in whatever one they are."""
        pieces = list(map(SPLIT.split, texts))
        sizes = np.array([len(row) // 2 for row in pieces], dtype=np.int64)
        spelled = self._spellings.numbers_of(list(chain.from_iterable([row[1::2] for row in pieces])))
        gaps = [row[::2] for row in pieces]
        numbers = self._numbers(spelled, *self._languages(spelled, sizes, gaps, language))
        words = list(map(self.met.__getitem__, numbers.tolist()))
        starts = self._starts(spelled, sizes, gaps)
        ends = np.cumsum(sizes)
        rows = zip(texts, (ends - sizes).tolist(), ends.tolist(), gaps, strict=True)
        return [Text(text, words[first:end], starts[first:end], mine) for text, first, end, mine in rows], numbers

    def _languages(
        self, spelled: Int64s, sizes: Int64s, gaps: Sequence[Sequence[str]], language: str | None
    ) -> tuple[list[str | None], Int64s]:
        """The languages of the words: those that there are, and of each word the place among these."""
        if language is not None:
            return [language], np.zeros(len(spelled), dtype=np.int64)
        new = breaks(list(chain.from_iterable([mine[:-1] for mine in gaps])))
        some = sizes > 0
        new[(np.cumsum(sizes) - sizes)[some]] = True
        firsts = np.flatnonzero(new)
        texts = np.arange(len(sizes)).repeat(sizes)[firsts]
        found = Paragraphs(spelled, firsts, texts, self._spellings).languages()
        every = list(dict.fromkeys(found))
        place = {one: number for number, one in enumerate(every)}
        paragraphs = np.array([place[one] for one in found], dtype=np.int64)
        return every, paragraphs.repeat(np.diff(firsts, append=len(spelled)))

    def _numbers(self, spelled: Int64s, languages: Sequence[str | None], which: Int64s) -> Int64s:
        """The numbers of words that are spelled so, each in its language; those that weren't met are made."""
        found = np.empty(len(spelled), dtype=np.int64)
        rows = [np.flatnonzero(which == place) for place in range(len(languages))]
        for language, mine in zip(languages, rows, strict=True):
            found[mine] = self._of(language)[spelled[mine]]
        new = np.flatnonzero(found < 0)
        if len(new):
            keys = which[new] * len(self._spellings) + spelled[new]
            new = new[np.sort(np.unique(keys, return_index=True)[1])]  # each where it stands first
            texts = self._spellings.texts_of(spelled[new])
            for place, number, text in zip(which[new].tolist(), spelled[new].tolist(), texts, strict=True):
                word = TextWord(text, languages[place])
                self._known[languages[place]][number] = word.number = len(self.met)
                self.met.append(word)
            for language, mine in zip(languages, rows, strict=True):
                found[mine] = self._of(language)[spelled[mine]]
        return found

    def _of(self, language: str | None) -> Int32s:
        """Of each spelling the number of its word in a language, or -1."""
        known = self._known.get(language)
        if known is None or len(known) < len(self._spellings):
            more = np.full(len(self._spellings) * 5 // 4, -1, dtype=np.int32)
            if known is not None:
                more[: len(known)] = known
            known = self._known[language] = more
        return known

    def _starts(self, spelled: Int64s, sizes: Int64s, gaps: Sequence[Sequence[str]]) -> list[int]:
        """Where each word starts in its text."""
        before = np.fromiter(map(len, chain.from_iterable([mine[:-1] for mine in gaps])), np.int64, len(spelled))
        lengths = self._spellings.lengths_of(spelled)
        ends = np.cumsum(before + lengths)
        firsts = np.cumsum(sizes) - sizes
        offsets = np.concatenate([np.zeros(1, dtype=np.int64), ends])[firsts]
        found: list[int] = (ends - lengths - offsets.repeat(sizes)).tolist()
        return found
