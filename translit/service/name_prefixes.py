"""Names by the beginnings of their words, in whatever spelling they are typed.

Every distinct word of the index has two keys: its letters without accents in the Latin alphabet, and its pivot, so
that "Łuka", "Luka" and "Лука" lead to the same words. Keys are sorted; a beginning is a range of them. A longer
text also stands for the words that are like it as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from unidecode import unidecode

from translit.arrays import Int64s
from translit.finding.index.search import Index
from translit.matching.phonetics.fold import fold
from translit.matching.phonetics.pivots import pivots

MOST = 200_000  # names looked at for one beginning; one letter alone may begin millions
RANKED = 2000  # names put in order
WHOLE = 5  # letters from which a text may also be a whole word, misspelled
ALIKE = 0.7  # likeness from which one word is taken for another: Tikhanovskaya for Ціханоўская
LAST = "\U0010ffff"  # after every key with the same beginning
_SIGNS = re.compile(r"[^\w]+")


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
        latin = [_SIGNS.sub("", unidecode(word)).lower() for word in words]
        heard = [found[0] if found else "" for found in pivots.many(fold.many(words))]
        self._latin = _Sorted(latin)
        self._heard = _Sorted(heard)
        firsts = index.name_firsts.astype(np.int64)
        self._lengths = firsts[1:] - firsts[:-1]

    def entities(self, text: str, limit: int, kinds: Sequence[int] = ()) -> list[int]:
        """The numbers of entities with a name that has every word of the text, as a whole or as a beginning.

        Names whose first word is the text's first come before others, short names before long ones.
        """
        words = [word for word in (_SIGNS.sub("", part) for part in text.split()) if word]
        if not words:
            return []
        names: Int64s | None = None
        for word in words:
            found = self._names_of(word)
            names = found if names is None else np.intersect1d(names, found, assume_unique=True)
            if not len(names):
                return []
        assert names is not None
        if kinds:
            names = names[np.isin(self.index.kinds[self.index.entities_of(names)], list(kinds))]
        firsts = np.isin(self._first_words(names), self._words_of(words[0]))
        order = np.lexsort((names, self._lengths[names], ~firsts))[:RANKED]
        return list(dict.fromkeys(self.index.entities_of(names[order]).tolist()))[:limit]

    def _first_words(self, names: Int64s) -> NDArray[np.uint32]:
        return self.index.name_words[self.index.name_firsts[names].astype(np.int64)]

    def _words_of(self, beginning: str) -> Int64s:
        """The words that begin so, by letters or by sound."""
        letters = _SIGNS.sub("", unidecode(beginning)).lower()
        found = [self._latin.beginning(letters)] if letters else []
        for pivot in pivots(fold(beginning))[:2]:
            if len(pivot) > 1 or not found:
                found.append(self._heard.beginning(pivot))
        if len(letters) >= WHOLE:
            alike = self.index.match(fold(beginning))
            found.append(alike.words[alike.likeness >= ALIKE])
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)

    def _names_of(self, beginning: str) -> Int64s:
        """The names with a word that begins so, by number."""
        words = self._words_of(beginning)
        return np.unique(self.index.scorer.names_of(words, MOST)[0]) if len(words) else words


class _Sorted:
    """Words by a key that is sorted."""

    def __init__(self, keys: Sequence[str]) -> None:
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self.keys = [keys[number] for number in order]
        self.words: NDArray[Any] = np.array(order, dtype=np.int64)

    def beginning(self, text: str) -> Int64s:
        """The words whose key begins with a text, by their numbers."""
        if not text:
            return np.empty(0, dtype=np.int64)
        start, end = bisect_left(self.keys, text), bisect_left(self.keys, text + LAST)
        return np.asarray(self.words[start:end], dtype=np.int64)
