"""Names by the beginnings of their words, in whatever spelling they are typed.

Every distinct word of the index has two keys: its letters without accents in the Latin alphabet, and its pivot, so
that "Łuka", "Luka" and "Лука" lead to the same words. Keys are sorted; a beginning is a range of them. A longer
text also stands for the words that are like it as a whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from unidecode import unidecode

from translit.arrays import Bools, Int64s, UInt32s
from translit.finding.index.search import Index
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots
from translit.patterns import plain_pattern

MOST = 1 << 20  # names looked at for one beginning; one letter alone may begin millions
RANKED = 2000  # names put in order
WHOLE = 5  # letters from which a text may also be a whole word, misspelled
ALIKE = 0.7  # likeness from which one word is taken for another: Tikhanovskaya for Ціханоўская
FIRST, LAST = "\0", "\U0010ffff"  # before and after every longer key with the same beginning
_SIGNS = plain_pattern(r"[^\w]+")


class NamePrefixes:
    """The names of an index by the beginnings of their words.

    >>> from translit.finding.entities.sources import seeds
    >>> from translit.finding.resolve import Resolver
    >>> index = Resolver(seeds()).index
    >>> [index.entity(number).id for number in NamePrefixes(index).entities("alaksandar luk", 1)]
    ['lukashenka-alaksandar']
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        words = index.words.part(0, len(index.words))
        latin = [_latin(word) for word in words]
        heard = [found[0] if found else "" for found in pivots.many(fold.many(words))]
        self._latin = _Sorted(latin)
        self._heard = _Sorted(heard)
        firsts = index.name_firsts.astype(np.int64)
        self._lengths = firsts[1:] - firsts[:-1]

    def entities(self, text: str, limit: int, kinds: Sequence[int] = ()) -> list[int]:
        """The numbers of entities with a name that has every word of the text, as a whole or as a beginning.

        Names with most of its words as whole words come first, then those that begin with its first, then short ones.
        """
        words = [word for word in (_SIGNS.sub("", part) for part in text.split()) if word]
        if not words:
            return []
        have = np.ones(len(self._lengths), dtype=np.bool_)
        for word in words:
            have &= self._marked(self._words_of(word))
        names = np.flatnonzero(have)
        if kinds:
            names = names[np.isin(self.index.kinds[self.index.entities_of(names)], list(kinds))]
        whole = np.zeros(len(names), dtype=np.int8)  # how many words of the text are whole words of the name
        for word in words:
            whole -= self._marked(self._latin.same(_latin(word)))[names]
        firsts = np.isin(self._first_words(names), self._words_of(words[0]))
        order = np.lexsort((names, self._lengths[names], ~firsts, whole))[:RANKED]
        return list(dict.fromkeys(self.index.entities_of(names[order]).tolist()))[:limit]

    def _first_words(self, names: Int64s) -> UInt32s:
        return self.index.name_words[self.index.name_firsts[names].astype(np.int64)]

    def _words_of(self, beginning: str) -> Int64s:
        """The words that begin so, by letters or by sound."""
        letters = _latin(beginning)
        found = [self._latin.beginning(letters)] if letters else []
        for pivot in pivots(fold(beginning))[:2]:
            if len(pivot) > 1 or not found:
                found.append(self._heard.beginning(pivot))
        if len(letters) >= WHOLE:
            alike = self.index.match(fold(beginning))
            found.append(alike.words[alike.likeness >= ALIKE])
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)

    def _marked(self, words: Int64s) -> Bools:
        """Which names have one of the words."""
        marks = np.zeros(len(self._lengths), dtype=np.bool_)
        if len(words):
            marks[self.index.scorer.names_of(words, MOST)[0]] = True
        return marks


def _latin(word: str) -> str:
    return _SIGNS.sub("", unidecode(word)).lower()


class _Sorted:
    """Words by a key that is sorted."""

    def __init__(self, keys: Sequence[str]) -> None:
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self.keys = [keys[number] for number in order]
        self.words: Int64s = np.array(order, dtype=np.int64)

    def beginning(self, text: str) -> Int64s:
        """The words whose key begins with a text, by their numbers."""
        if not text:
            return np.empty(0, dtype=np.int64)
        return self._between(text, text + LAST)

    def same(self, text: str) -> Int64s:
        """The words whose key is the text."""
        return self._between(text, text + FIRST)

    def _between(self, start: str, end: str) -> Int64s:
        return self.words[bisect_left(self.keys, start) : bisect_left(self.keys, end)]
