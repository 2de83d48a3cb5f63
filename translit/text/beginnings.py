"""How words begin that may belong to names of several words: most words in small letters are told apart by it.

A word is read without regard to its spelling (`loose_readings`), so that it begins like the name's in any alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from translit.finding.index.query import folded_words
from translit.finding.index.search import Index
from translit.finding.index.vocabulary import spread
from translit.kinds import KINDS
from translit.matching.phonetics.pivots import loose_readings
from translit.matching.places_orgs.listed_phrases import GENERIC, WORD, Lexicon

LEAST, MOST = 3, 7  # letters that a word and a form of it share, at least
VOWELS = "aeiou"  # at the end of a word, and one letter before them, its forms may lack
LONGER = 4  # letters that a form may have more than the stem


class Beginnings:
    """Beginnings of words."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._longest: dict[str, int] = {}  # beginning → letters of the longest word that may be a form of such a word
        rows = loose_readings.uncached(list(folded))
        self._whole = frozenset(text for row in rows for text in row)
        for row in rows:
            for text in row:
                stem = text.rstrip(VOWELS)
                start = text[: min(max(len(stem) - 1, LEAST), MOST)]
                self._longest[start] = max(self._longest.get(start, 0), len(stem) + LONGER)

    def of(self, folded: Sequence[str]) -> list[bool]:
        """Whether each folded word begins like one of these.

        >>> Beginnings(["министерство"]).of(["міністэрствам", "миниатюра", "міністэрскімі"])
        [True, False, True]
        """
        rows = loose_readings.uncached(folded) if folded else []
        return [any(map(self._has, row)) for row in rows]

    def are_words(self, folded: Sequence[str]) -> list[bool]:
        """Whether each folded word is read like one of these.

        >>> Beginnings(["министерство"]).are_words(["ministerstvo", "міністэрствам"])
        [True, False]
        """
        rows = loose_readings.uncached(folded) if folded else []
        return [not self._whole.isdisjoint(row) for row in rows]

    def _has(self, text: str) -> bool:
        longest, size = self._longest, len(text)
        return any(longest.get(text[:end], 0) >= size for end in range(LEAST, min(size, MOST) + 1))


def words_of_long_things(index: Index) -> list[str]:
    """The folded words of the names of places and organizations that have several."""
    kinds = np.repeat(index.kinds, np.diff(index.entity_firsts))
    sizes = np.diff(index.name_firsts)
    long = np.flatnonzero((kinds != KINDS.index("person")) & (sizes > 1))
    if not len(long):
        return []
    firsts = index.name_firsts[long].astype(np.int64)
    words = np.unique(index.name_words[spread(firsts, firsts + sizes[long])])
    return list(dict.fromkeys(part for word in words.tolist() for part in folded_words(index.words[word][:200])))


def words_of_concepts(listed: Lexicon, folded: Iterable[str]) -> list[str]:
    """The words in all languages for what these words stand for in the tables."""
    wanted: set[int] = set()
    for word in folded:
        wanted.update(one for one in listed.at([word], 0, 1)[1] if listed.roles[one] in (GENERIC, WORD))
    return [word for word, concepts in listed.single_words() if not wanted.isdisjoint(concepts)]
