"""How words begin that may belong to names of several words: most words in small letters are told apart by it.

A word is read without regard to its spelling (`loose_readings`), so that it begins like the name's in any alphabet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from translit.finding.index.query import folded_words
from translit.finding.index.ranges import spread
from translit.finding.index.search import Index
from translit.kinds import PERSON
from translit.matching.phonetics.pivots import loose_readings
from translit.matching.places_orgs.lexicon.lexicon import lexicon
from translit.matching.places_orgs.lexicon.listed_phrases import GENERIC, WORD
from translit.memo import memoized

KINDS_OF_THINGS = ("place", "organization")
LEAST, MOST = 3, 7  # letters that a word and a form of it share, at least
VOWELS = "aeiou"  # at the end of a word, and one letter before them, its forms may lack
NONE: frozenset[int] = frozenset()
LONGER = 4  # letters that a form may have more than the stem


class Beginnings:
    """Beginnings of words, each with a number."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._longest: dict[str, int] = {}  # beginning → letters of the longest word that may be a form of such a word
        self._numbers: dict[str, int] = {}
        self._own: dict[str, frozenset[int]] = {}
        words = list(folded)
        rows = loose_readings.uncached(words)
        self._whole = frozenset(text for row in rows for text in row)
        for word, row in zip(words, rows, strict=True):
            mine = []
            for text in row:
                stem = text.rstrip(VOWELS)
                start = text[: min(max(len(stem) - 1, LEAST), MOST)]
                self._longest[start] = max(self._longest.get(start, 0), len(stem) + LONGER)
                mine.append(self._numbers.setdefault(start, len(self._numbers)))
            self._own[word] = frozenset(mine)
        self._open = frozenset(start[:end] for start in self._numbers for end in range(LEAST, len(start) + 1))

    def own(self, word: str) -> frozenset[int]:
        """The numbers of the beginnings that one of these words has given."""
        return self._own.get(word, frozenset())

    def has(self, read: Sequence[str]) -> bool:
        """Whether a word with these loose readings may be a form of such a word."""
        return any(self._of(text) for text in read)

    def of(self, folded: Sequence[str]) -> list[frozenset[int]]:
        """The numbers of the beginnings that each folded word has, if it may be a form of such a word.

        >>> [bool(found) for found in Beginnings(["министерство"]).of(["міністэрствам", "миниатюра", "міністэрскімі"])]
        [True, False, True]
        """
        return self.of_read(loose_readings.uncached(folded) if folded else [])

    def of_read(self, rows: Sequence[Sequence[str]]) -> list[frozenset[int]]:
        """The same of words as they are read by `loose_readings`."""
        open_ = self._open
        found = ([number for text in row if text[:LEAST] in open_ for number in self._of(text)] for row in rows)
        return [frozenset(numbers) if numbers else NONE for numbers in found]

    def is_word(self, read: Sequence[str]) -> bool:
        """Whether a word with these loose readings is read like one of these.

        >>> known = Beginnings(["министерство"])
        >>> known.is_word(loose_readings("ministerstvo")), known.is_word(loose_readings("міністэрствам"))
        (True, False)
        """
        return not self._whole.isdisjoint(read)

    def _of(self, text: str) -> Sequence[int]:
        longest, size, found = self._longest, len(text), []
        for end in range(LEAST, min(size, MOST) + 1):
            start = text[:end]
            if start not in self._open:
                break  # nor does any longer one
            if longest.get(start, 0) >= size:
                found.append(self._numbers[start])
        return found


def words_of_long_things(index: Index) -> list[str]:
    """The folded words of the names of places and organizations that have several."""
    kinds = np.repeat(index.kinds, np.diff(index.entity_firsts))
    sizes = np.diff(index.name_firsts)
    long = np.flatnonzero((kinds != PERSON) & (sizes > 1))
    if not len(long):
        return []
    firsts = index.name_firsts[long].astype(np.int64)
    words = np.unique(index.name_words[spread(firsts, firsts + sizes[long])])
    return list(dict.fromkeys(part for word in words.tolist() for part in folded_words(index.words[word][:200])))


class Translated:
    """Words in all languages for what some words of names stand for in the tables of places and organizations."""

    def __init__(self, folded: Iterable[str]) -> None:
        wanted = {one for found in concepts_of.many(folded) for one in found}
        words: dict[int, list[str]] = {}
        for place, kind in enumerate(KINDS_OF_THINGS):
            own = [one // len(KINDS_OF_THINGS) for one in wanted if one % len(KINDS_OF_THINGS) == place]
            for word, found in lexicon(kind).single_words_of(own):
                for number in found:
                    words.setdefault(concept(number, kind), []).append(word)
        self.beginnings = Beginnings(dict.fromkeys(chain.from_iterable(words.values())))
        self._own = {one: frozenset(chain.from_iterable(map(self.beginnings.own, mine))) for one, mine in words.items()}

    def own(self, concept: int) -> frozenset[int]:
        """The numbers of the beginnings of the words for a concept."""
        return self._own.get(concept, frozenset())


@memoized
def concepts_of(words: Sequence[str]) -> list[frozenset[int]]:
    """The kinds of things, and the words, that each folded word stands for in the tables, of each kind of name apart.

    >>> concepts_of("министерство") == concepts_of("ministry"), concepts_of("министерство") == concepts_of("остров")
    (True, False)
    """
    found: list[set[int]] = [set() for _ in words]
    for kind in KINDS_OF_THINGS:
        known = lexicon(kind)
        for mine, numbers in zip(found, known.of_words(words), strict=True):
            mine.update(concept(number, kind) for number in numbers if known.roles[number] in (GENERIC, WORD))
    return [frozenset(mine) if mine else NONE for mine in found]


def concept(number: int, kind: str) -> int:
    """The number of a concept beside those of the other kind of names, whose table has the same numbers."""
    return number * len(KINDS_OF_THINGS) + KINDS_OF_THINGS.index(kind)
